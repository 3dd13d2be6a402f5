package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.exercise.HomeSet;
import org.lumbar.core.exercise.HomeSets;
import org.lumbar.core.exercise.Note;
import org.lumbar.core.exercise.Note.Kind;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammeDay;
import org.lumbar.core.exercise.ProgrammeRequest;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.exercise.ProgrammeStep;
import org.lumbar.core.exercise.ProgrammeStep.Role;
import org.lumbar.core.knowledge.Movement.Trains;
import org.lumbar.core.knowledge.ProgrammeTemplate.DayPart;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.knowledge.ProgrammeTemplate.Use;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.TreatmentPlan;

/**
 * Strength, balance and endurance in a week of exercise. WHO 2020: strength on two days or more, balance on three days from 65
 * years, 150 to 300 minutes of moderate activity.
 */
class WeekOfExerciseTest {

    private static final Patients CHRONIC = Patients.withAcutePain()
            .present("low-back-pain", "supervised-start-done")
            .measured("symptom-days", 400)
            .measured("pain-nrs", 4);
    private static final ExerciseRules RULES = ProgrammeFixture.PROGRAMMES.rules();

    private static Programme often(Patients patient, Setting setting, int sessions) {
        ProgrammeRequest request = new ProgrammeRequest(
                Patients.TODAY,
                4,
                setting,
                null,
                Map.of(),
                sessions,
                ProgrammeFixture.TIMES,
                Set.of(),
                Set.of(),
                5,
                null,
                false,
                false);
        return ProgrammeFixture.PROGRAMMES.first(ProgrammeFixture.plan(patient), request);
    }

    private static boolean strength(ProgrammeStep step) {
        return step.role() == Role.MAIN && step.movement().trains().contains(Trains.STRENGTH);
    }

    private static List<Integer> days(Programme programme, Predicate<ProgrammeSession> sessions) {
        return programme.days().stream()
                .filter(day -> day.sessions().stream().anyMatch(sessions))
                .map(ProgrammeDay::number)
                .toList();
    }

    private static List<Integer> strengthDays(Programme programme) {
        return days(programme, session -> session.steps().stream().anyMatch(WeekOfExerciseTest::strength));
    }

    private static void rests(List<Integer> days) {
        assertThat(days).hasSizeGreaterThan(3);
        for (int i = 1; i < days.size(); i++) {
            assertThat(days.get(i) - days.get(i - 1)).isGreaterThanOrEqualTo(2);
        }
        for (int week = 0; week < 4; week++) {
            int first = week * 7 + 1;
            assertThat(days.stream().filter(day -> day >= first && day < first + 7))
                    .hasSizeLessThanOrEqualTo((int) RULES.week().strengthDays().most());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void strengthRestsBetweenItsDays(int sessions) {
        Programme programme = often(CHRONIC, Setting.HOME, sessions);
        rests(strengthDays(programme));
        assertThat(days(programme, session -> session.use() == Use.MAIN)).hasSize(sessions * 4);
        assertThat(programme.notes()).extracting(Note::kind).contains(Kind.STRENGTH_DAYS);
        for (ProgrammeSession session : programme.sessions()) {
            assertThat(session.steps()).as(session.id()).isNotEmpty();
        }
    }

    @Test
    void strengthRestsInASetThatAClinicianChose() {
        Programme programme = often(CHRONIC, Setting.HOME, 5);
        HomeSet set = new HomeSet(HomeSets.of(programme), null, 0.1);
        rests(strengthDays(new HomeSets(RULES).applied(programme, set, Map.of())));
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void balanceIsTrainedOnThreeDaysFrom65(Setting setting) {
        Programme old = often(CHRONIC.present("age-65-plus"), setting, 3);
        assertThat(days(old, session -> session.use() == Use.BALANCE))
                .hasSize(4 * (int) RULES.week().balanceDays());
        assertThat(old.sessions())
                .filteredOn(session -> session.use() == Use.BALANCE)
                .allSatisfy(session -> {
                    assertThat(session.steps())
                            .allMatch(step -> step.movement().trains().contains(Trains.BALANCE));
                    assertThat(session.minutes()).isLessThanOrEqualTo(15);
                });
        assertThat(old.notes()).extracting(Note::kind).contains(Kind.BALANCE_DAYS);
        for (ProgrammeDay day : old.days()) {
            assertThat(day.sessions()).extracting(ProgrammeSession::at).doesNotHaveDuplicates();
        }
        Programme young = often(CHRONIC, setting, 3);
        assertThat(days(young, session -> session.use() == Use.BALANCE)).isEmpty();
        assertThat(young.notes()).extracting(Note::kind).doesNotContain(Kind.BALANCE_DAYS);
    }

    @Test
    void whoMayFallTrainsBalanceWithWhatThePlanOffers() {
        Programme programme = often(CHRONIC.present("falls-risk"), Setting.HOME, 3);
        assertThat(programme.sessions())
                .filteredOn(session -> session.use() == Use.BALANCE)
                .isNotEmpty()
                .allSatisfy(session -> assertThat(session.steps())
                        .extracting(step -> step.item().id())
                        .containsExactly("walk-heel-to-toe-roll"));
    }

    @Test
    void theGoalOfTheWalksIsTheLeastOfModerateActivity() {
        assertThat(RULES.walking().goalMinutes() * RULES.walking().goalDays())
                .isGreaterThanOrEqualTo(RULES.week().moderateMinutes().least());
        Programme programme = often(CHRONIC, Setting.HOME, 3);
        assertThat(programme.notes())
                .filteredOn(note -> note.kind() == Kind.AEROBIC)
                .singleElement()
                .extracting(Note::values)
                .isEqualTo(Map.of(
                        "minutes",
                        Math.floor(programme.load().walkMinutes()
                                * programme.load().walksAWeek()),
                        "goal",
                        150.0));
    }

    @Test
    void whatNeedsNoCautionComesBeforeWhatDoes() {
        Patients patient = CHRONIC.present("knee-or-hip-osteoarthritis-severe");
        TreatmentPlan plan = ProgrammeFixture.plan(patient);
        Set<String> cautious = plan.recommendations().stream()
                .filter(one -> one.reasons().stream().anyMatch(Reason::caution))
                .map(one -> one.item().id())
                .collect(Collectors.toSet());
        assertThat(cautious).contains("supported-squat");
        ProgrammeRequest eight = new ProgrammeRequest(
                Patients.TODAY,
                1,
                Setting.HOME,
                null,
                Map.of(DayPart.DAY, 8),
                null,
                ProgrammeFixture.TIMES,
                Set.of(),
                Set.of(),
                5,
                null,
                false,
                false);
        ProgrammeSession main = main(ProgrammeFixture.PROGRAMMES.first(plan, eight));
        ProgrammeSession usual = main(ProgrammeFixture.PROGRAMMES.first(ProgrammeFixture.plan(CHRONIC), eight));
        assertThat(movements(main)).isNotEmpty().noneMatch(cautious::contains);
        assertThat(movements(usual)).hasSizeLessThan(4);
    }

    private static ProgrammeSession main(Programme programme) {
        return programme.sessions().stream()
                .filter(session -> session.use() == Use.MAIN)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> movements(ProgrammeSession session) {
        return session.steps().stream()
                .filter(step -> step.role() == Role.MAIN)
                .map(step -> step.item().id())
                .toList();
    }
}
