package org.lumbar.core.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.core.exercise.Note.Kind;
import org.lumbar.core.exercise.Review.Decision;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.text.LocalizedText;

/** The load follows pain: it grows one thing at a time and a little, falls after a bad session, and always says why. */
class ProgressionTest {

    private static final LocalDate START = LocalDate.of(2026, 11, 23);
    private static final ExerciseRules RULES = RulesFixture.RULES;
    private static final Progression PROGRESSION = new Progression(RULES);
    private static final Load FIRST = new Load(1, 3, 10, 3, Map.of(), 0);
    private static final Growth.Scope SCOPE = new Growth.Scope(
            Stage.CHRONIC, true, true, FIRST, Map.of("push", push(), "squat", movement("squat", false, null)));

    private static Movement push() {
        LocalizedText name = new LocalizedText("x", "x");
        return new Movement(
                "strength",
                List.of(),
                List.of(),
                List.of(),
                4,
                List.of(new Movement.Level(2, name), new Movement.Level(4, name), new Movement.Level(5, name)),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(),
                Set.of());
    }

    private static Movement movement(String id, boolean late, @Nullable String easier) {
        return new Movement(
                id, List.of(), List.of(), List.of(), 3, List.of(), null, null, List.of(), List.of(), null, easier, null,
                null, null, late, List.of(), Set.of());
    }

    private static PerformedSession session(int day, double before, double worst, double morning) {
        return new PerformedSession(
                START.plusDays(day),
                "s" + day,
                null,
                before,
                worst,
                morning,
                3.0,
                false,
                false,
                false,
                List.of("push"));
    }

    private static PerformedSession skipped(int day) {
        return new PerformedSession(
                START.plusDays(day), "s" + day, "no time", null, null, null, null, false, false, false, List.of());
    }

    /** Six sessions in the first week, all of them good. */
    private static List<PerformedSession> goodWeek() {
        return IntStream.rangeClosed(1, 6)
                .mapToObj(day -> session(day, 2, 2, 2))
                .toList();
    }

    private static Review review(Load load, List<PerformedSession> sessions, int day) {
        return PROGRESSION.review(new ProgrammeHistory(load, START, sessions), START.plusDays(day), SCOPE);
    }

    private static List<Kind> kinds(Review review) {
        return review.notes().stream().map(Note::kind).toList();
    }

    @Test
    void aGoodWeekGrowsTheSessionByATenth() {
        Review review = review(FIRST, goodWeek(), 7);
        assertThat(review.decision()).isEqualTo(Decision.GROW);
        assertThat(kinds(review)).containsExactly(Kind.GREW_MINUTES);
        assertThat(review.load()).isEqualTo(new Load(1.1, 3, 10, 3, Map.of(), 1));
        assertThat(review.changed()).isEqualTo(START.plusDays(7));
    }

    @Test
    void theNextGoodWeekGrowsTheWalkAlone() {
        Review review = review(new Load(1.1, 3, 10, 3, Map.of(), 1), goodWeek(), 7);
        assertThat(review.load()).isEqualTo(new Load(1.1, 3, 12, 3, Map.of(), 2));
    }

    @Test
    void neverWithinAWeekOfTheLastStep() {
        Review review = review(FIRST, goodWeek(), 6);
        assertThat(review.decision()).isEqualTo(Decision.STAY);
        assertThat(kinds(review)).contains(Kind.STAYS_TOO_SOON);
        assertThat(review.load()).isEqualTo(FIRST);
    }

    @Test
    void aRedSessionCutsAndTwoCutDeeper() {
        List<PerformedSession> one = new ArrayList<>(goodWeek());
        one.set(2, session(3, 3, 6, 3));
        assertThat(review(FIRST, one, 7).load().share()).isEqualTo(0.7);
        one.set(4, session(5, 3, 8, 3));
        Review two = review(FIRST, one, 7);
        assertThat(two.load().share()).isEqualTo(0.5);
        assertThat(two.load().walkMinutes()).isEqualTo(5);
        assertThat(two.seeClinician()).isTrue();
        assertThat(kinds(two)).containsExactly(Kind.FELL_RED, Kind.SEE_CLINICIAN);
    }

    @Test
    void aMorningOfStrongPainIsRedHoweverTheSessionWent() {
        List<PerformedSession> sessions = new ArrayList<>(goodWeek());
        sessions.set(2, session(3, 2, 2, 6));
        assertThat(kinds(review(FIRST, sessions, 7))).containsExactly(Kind.FELL_RED, Kind.SEE_CLINICIAN);
        sessions.set(2, session(3, 2, 2, 5));
        assertThat(review(FIRST, sessions, 7).decision())
                .as("not of the last two")
                .isEqualTo(Decision.GROW);
        sessions.set(5, session(6, 2, 2, 5));
        assertThat(kinds(review(FIRST, sessions, 7))).containsExactly(Kind.STAYS_AMBER);
    }

    @Test
    void legSymptomsAreRedWhateverThePain() {
        PerformedSession leg =
                new PerformedSession(START.plusDays(2), "s", null, 1.0, 1.0, 1.0, 3.0, true, false, false, List.of());
        Review review = review(FIRST, List.of(leg), 3);
        assertThat(review.decision()).isEqualTo(Decision.FALL);
        assertThat(kinds(review)).contains(Kind.FELL_LEG);
    }

    @Test
    void aWarningSignStopsEverything() {
        PerformedSession sign = new PerformedSession(
                START.plusDays(2), "s", "stopped", null, null, null, null, false, true, false, List.of());
        Review review = review(FIRST, List.of(sign), 3);
        assertThat(review.decision()).isEqualTo(Decision.STOP);
        assertThat(review.load()).isEqualTo(Load.NONE);
    }

    @Test
    void afterACutAHarderVersionGoesBack() {
        Load harder = new Load(1.3, 3, 20, 4, Map.of("push", 1, "late", 0), 7);
        Review review = review(harder, List.of(session(1, 3, 7, 3)), 2);
        assertThat(review.load().versions()).isEqualTo(Map.of("push", 0));
    }

    @Test
    void aSessionThatEndedEarlyNeverGrowsTheLoad() {
        List<PerformedSession> early = new ArrayList<>(goodWeek());
        PerformedSession last = early.get(5);
        early.set(
                5, new PerformedSession(last.on(), "s", null, 2.0, 2.0, 2.0, 3.0, false, false, true, List.of("push")));
        Review review = review(FIRST, early, 7);
        assertThat(review.decision()).isEqualTo(Decision.STAY);
        assertThat(kinds(review)).containsExactly(Kind.STAYS_AMBER);
    }

    @Test
    void sessionsOfEveryDayTakeLoadBackButDoNotGrowIt() {
        List<PerformedSession> daily =
                IntStream.rangeClosed(1, 6).mapToObj(day -> daily(day, 2)).toList();
        assertThat(kinds(review(FIRST, daily, 7))).contains(Kind.STAYS_GREEN_NEEDED, Kind.STAYS_ADHERENCE);
        assertThat(review(FIRST, List.of(daily(1, 9)), 2).decision()).isEqualTo(Decision.FALL);
    }

    private static PerformedSession daily(int day, double worst) {
        LocalDate on = START.plusDays(day);
        return new PerformedSession(
                on, on + "-morning-daily", null, 2.0, worst, 2.0, 3.0, false, false, false, List.of("push"));
    }

    @Test
    void whatNobodySaidNeverGrowsTheLoad() {
        List<PerformedSession> silent = new ArrayList<>(goodWeek());
        silent.set(
                5,
                new PerformedSession(
                        START.plusDays(6), "s", null, 2.0, 2.0, null, null, false, false, false, List.of()));
        Review review = review(FIRST, silent, 7);
        assertThat(review.decision()).isEqualTo(Decision.STAY);
        assertThat(kinds(review)).containsExactly(Kind.STAYS_MORNING_UNKNOWN);
    }

    @Test
    void theMorningAfterTheLastSessionCanBeSaidLater() {
        List<PerformedSession> sessions = new ArrayList<>(goodWeek());
        sessions.set(
                5,
                new PerformedSession(
                        START.plusDays(6), "s", null, 2.0, 2.0, null, 3.0, false, false, false, List.of("push")));
        ProgrammeHistory history = new ProgrammeHistory(FIRST, START, sessions);
        assertThat(PROGRESSION
                        .review(history.withLastMorning(2), START.plusDays(7), SCOPE)
                        .decision())
                .isEqualTo(Decision.GROW);
        Review worse = PROGRESSION.review(history.withLastMorning(3), START.plusDays(7), SCOPE);
        assertThat(kinds(worse)).containsExactly(Kind.STAYS_AMBER);
        assertThat(history.withLastMorning(3).sessions().get(4).nextMorning()).isEqualTo(2);
    }

    @Test
    void tooFewSessionsDoneStay() {
        List<PerformedSession> week = new ArrayList<>(goodWeek());
        week.set(0, skipped(1));
        week.set(1, skipped(2));
        Review review = review(FIRST, week, 7);
        assertThat(review.decision()).isEqualTo(Decision.STAY);
        assertThat(kinds(review)).containsExactly(Kind.STAYS_ADHERENCE);
        assertThat(review.notes().get(0).values()).containsEntry("percent", 66.0);
    }

    @Test
    void sessionsThatNobodyRecordedCountAsNotDone() {
        Review review = review(FIRST, List.of(session(5, 2, 2, 2), session(6, 2, 2, 2)), 7);
        assertThat(kinds(review)).containsExactly(Kind.STAYS_ADHERENCE);
    }

    @Test
    void painThatRisesFromWeekToWeekStays() {
        List<PerformedSession> two = new ArrayList<>();
        for (int day = -6; day <= 0; day++) {
            two.add(session(day, 1, 1, 1));
        }
        two.addAll(IntStream.rangeClosed(1, 6)
                .mapToObj(day -> session(day, 3, 3, 3))
                .toList());
        assertThat(kinds(review(FIRST, two, 7))).containsExactly(Kind.STAYS_RISING);
    }

    @Test
    void pausesCutAndLongOnesStartAnew() {
        Load grown = new Load(1.5, 4, 20, 4, Map.of("push", 1), 8);
        List<PerformedSession> once = List.of(session(1, 2, 2, 2));
        assertThat(review(grown, once, 7).decision()).isEqualTo(Decision.STAY);
        Review week = review(grown, once, 8);
        assertThat(week.decision()).isEqualTo(Decision.FALL);
        assertThat(week.load().share()).isEqualTo(1.5 * 0.7);
        assertThat(week.load().versions()).isEqualTo(Map.of("push", 1));
        Review month = review(grown, once, 29);
        assertThat(month.decision()).isEqualTo(Decision.ANEW);
        assertThat(month.load()).isEqualTo(FIRST);
    }

    @Test
    void anewNeverMeansMoreThanNow() {
        Load low = new Load(0.5, 3, 6, 3, Map.of(), 0);
        assertThat(review(low, List.of(session(1, 2, 2, 2)), 40).load()).isEqualTo(low);
    }

    @Test
    void acutePainNeverGrows() {
        Growth.Scope acute = new Growth.Scope(Stage.ACUTE, false, false, FIRST, Map.of());
        Review review = PROGRESSION.review(new ProgrammeHistory(FIRST, START, goodWeek()), START.plusDays(7), acute);
        assertThat(kinds(review)).containsExactly(Kind.STAYS_ACUTE);
    }

    @Test
    void aHarderVersionComesAfterTwoGoodSessionsWithinTheMovementsLoad() {
        Load usual = new Load(4.0 / 3, 3, 30, 3, Map.of(), 6);
        Review once = review(usual, goodWeek(), 7);
        assertThat(once.load().versions()).isEqualTo(Map.of("push", 1));
        Review twice = review(once.load().withSteps(8), goodWeek(), 7);
        assertThat(kinds(twice)).containsExactly(Kind.GREW_SESSIONS);
    }

    @Test
    void aLateMovementWaitsForTheEasierOne() {
        Growth.Scope scope = new Growth.Scope(
                Stage.CHRONIC,
                true,
                false,
                FIRST,
                Map.of("hop", movement("hop", true, "push"), "run", movement("run", true, "hop")));
        ProgrammeHistory history = new ProgrammeHistory(new Load(4.0 / 3, 3, 30, 5, Map.of(), 6), START, goodWeek());
        Review review = PROGRESSION.review(history, START.plusDays(7), scope);
        assertThat(kinds(review)).containsExactly(Kind.GREW_LATE);
        assertThat(review.load().versions()).isEqualTo(Map.of("hop", 0));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void repeatedRedSessionsLeadToNothing(Stage stage) {
        Load load = new Load(2.6, 5, 30, 5, Map.of("push", 1), 20);
        Growth.Scope scope = new Growth.Scope(stage, stage != Stage.ACUTE, true, FIRST, Map.of());
        int rounds = 0;
        while (!load.equals(Load.NONE)) {
            Review review = PROGRESSION.review(
                    new ProgrammeHistory(load, START, List.of(session(1, 3, 9, 9))), START.plusDays(1), scope);
            assertThat(review.load().share()).isLessThan(load.share());
            load = review.load();
            rounds++;
        }
        assertThat(rounds).isLessThan(10);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** Twelve random weeks, reviewed on random days. */
    @ParameterizedTest
    @MethodSource("seeds")
    void keepsItsBoundsOverTwelveWeeks(long seed) {
        SplittableRandom random = new SplittableRandom(20261123 + seed);
        double misery = random.nextDouble();
        Load load = random.nextBoolean() ? FIRST : new Load(1.0 / 3, 3, 5, 3, Map.of(), 0);
        LocalDate changed = START;
        List<PerformedSession> sessions = new ArrayList<>();
        for (int day = 1; day <= 84; day++) {
            LocalDate today = START.plusDays(day);
            if (random.nextInt(7) < 5) {
                sessions.add(random(random, day, misery));
            }
            if (random.nextInt(3) == 0) {
                ProgrammeHistory history = new ProgrammeHistory(load, changed, sessions);
                Review review = PROGRESSION.review(history, today, SCOPE);
                assertThat(review).isEqualTo(PROGRESSION.review(history, today, SCOPE));
                check(history, review, today);
                if (review.decision() == Decision.STOP) {
                    return;
                }
                load = review.load();
                changed = review.changed();
            }
        }
    }

    private static PerformedSession random(SplittableRandom random, int day, double misery) {
        if (random.nextInt(6) == 0) {
            return skipped(day);
        }
        double before = random.nextInt(5);
        double worst = Math.min(10, before + random.nextInt(random.nextDouble() < misery / 4 ? 8 : 2));
        Double morning = random.nextInt(8) == 0 ? null : Double.valueOf(random.nextInt((int) before + 2));
        return new PerformedSession(
                START.plusDays(day),
                "s" + day,
                null,
                before,
                random.nextInt(12) == 0 ? null : worst,
                morning,
                (double) random.nextInt(2, 5),
                random.nextInt(60) == 0,
                random.nextInt(300) == 0,
                random.nextInt(20) == 0,
                List.of("push", "squat"));
    }

    private static void check(ProgrammeHistory history, Review review, LocalDate today) {
        Load before = history.load();
        Load after = review.load();
        assertThat(review.notes()).isNotEmpty();
        boolean red = history.sessions().stream()
                .filter(session ->
                        session.on().isAfter(history.changed()) && !session.on().isAfter(today) && session.done())
                .anyMatch(session -> PROGRESSION.light(session) == ExerciseRules.Light.RED);
        switch (review.decision()) {
            case GROW -> {
                assertThat(red).isFalse();
                assertThat(history.changed().plusDays(7)).isBeforeOrEqualTo(today);
                assertGrowsOneThingALittle(before, after);
            }
            case STAY -> {
                assertThat(red).isFalse();
                assertThat(after).isEqualTo(before);
                assertThat(review.changed()).isEqualTo(history.changed());
            }
            case FALL -> {
                assertThat(after.share()).isLessThanOrEqualTo(before.share());
                assertThat(after.walkMinutes()).isBetween(before.walkMinutes() * 0.4999, before.walkMinutes() * 0.7001);
                assertThat(after.sessionsAWeek()).isLessThanOrEqualTo(before.sessionsAWeek());
            }
            case ANEW -> assertThat(after.share()).isLessThanOrEqualTo(before.share());
            case STOP -> assertThat(after).isEqualTo(Load.NONE);
        }
    }

    private static void assertGrowsOneThingALittle(Load before, Load after) {
        boolean sessions = after.share() != before.share() || after.sessionsAWeek() != before.sessionsAWeek();
        boolean walks = after.walkMinutes() != before.walkMinutes() || after.walksAWeek() != before.walksAWeek();
        boolean versions = !after.versions().equals(before.versions());
        assertThat((sessions ? 1 : 0) + (walks ? 1 : 0) + (versions ? 1 : 0)).isEqualTo(1);
        double week = before.share() * before.sessionsAWeek();
        double minutes =
                RULES.progression().minutesStep().most() / RULES.day().bout().least();
        assertThat(after.share() * after.sessionsAWeek())
                .isLessThanOrEqualTo((before.share() < 1 ? Math.max(week * 1.1, week + minutes) : week * 1.1) + 1e-9);
        assertThat(after.walkMinutes()).isLessThanOrEqualTo(before.walkMinutes() + 2 + 1e-9);
        assertThat(after.walkMinutes() * after.walksAWeek())
                .isLessThanOrEqualTo(Math.max(
                                before.walkMinutes() * before.walksAWeek() * 1.1,
                                before.walkMinutes() * before.walksAWeek() + 2 * before.walksAWeek())
                        + 1e-9);
        assertThat(after.steps()).isEqualTo(before.steps() + 1);
    }
}
