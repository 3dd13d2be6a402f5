package org.lumbar.server.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Flag;
import org.lumbar.chart.Kind;
import org.lumbar.chart.Practised;
import org.lumbar.core.exercise.HomeSet;
import org.lumbar.core.exercise.HomeSets;
import org.lumbar.core.exercise.Load;
import org.lumbar.core.exercise.Note;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.exercise.ProgrammeStep;
import org.lumbar.core.exercise.Review.Decision;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.ProgrammeTemplate.Use;
import org.lumbar.core.text.Language;
import org.lumbar.documents.ProgrammeView;
import org.lumbar.server.patient.Drafts;

/** What a patient does, from the signed plan, the chart of today and the sessions so far. */
class ProgrammesTest {

    private ExercisingPatient patient;

    @BeforeEach
    void admit(@TempDir Path folder) {
        patient = new ExercisingPatient(folder);
    }

    @AfterEach
    void close() {
        patient.close();
    }

    private List<Note.Kind> notes() {
        return patient.course().notes().stream().map(Note::kind).toList();
    }

    private ProgrammeSession next() {
        while (patient.course().sessions(patient.today()).isEmpty()) {
            patient.days(1);
        }
        return patient.course().sessions(patient.today()).getFirst();
    }

    @Test
    void holdNothingThatNobodySigned() {
        assertThat(patient.programmes.course(patient.chart(), Language.EN)).isEmpty();
    }

    @Test
    void beginOnTheDayOfTheFirstSignatureAndReachAWeekBeyondToday() {
        patient.sign();
        LocalDate first = patient.today();
        assertThat(patient.course().spans()).hasSize(1);
        assertThat(patient.course().sessions(first)).isNotEmpty();
        assertThat(notes()).contains(Note.Kind.FIRST_PROGRAMME);
        assertThat(patient.course().days().getLast().date()).isEqualTo(first.plusDays(7));
        patient.days(10);
        assertThat(patient.course().spans()).extracting(Course.Span::from).containsExactly(first, first.plusDays(7));
        assertThat(patient.course().days().getFirst().date()).isEqualTo(first);
        assertThat(patient.course().days().getLast().date()).isEqualTo(first.plusDays(17));
    }

    @Test
    void keepTheRhythmOfDaysFromReviewToReview() {
        patient.sign();
        List<LocalDate> planned = patient.course().days().stream()
                .filter(day -> !day.sessions().isEmpty())
                .map(day -> day.date().plusDays(7))
                .filter(day -> !day.isAfter(patient.today().plusDays(7)))
                .toList();
        LocalDate second = patient.today().plusDays(7);
        patient.days(7);
        assertThat(planned)
                .allSatisfy(day -> assertThat(patient.course().sessions(day)).isNotEmpty());
        assertThat(patient.course().sessions(second)).isNotEmpty();
    }

    @Test
    void doLessFromTheDayAfterASessionThatHurtTooMuch() {
        patient.sign();
        double before = patient.course().now().programme().load().share();
        patient.exercise(next(), 3, 7, false);
        assertThat(patient.course().now().review().decision()).isEqualTo(Decision.STAY);
        patient.days(1);
        assertThat(patient.course().now().from()).isEqualTo(patient.today());
        assertThat(patient.course().now().review().decision()).isEqualTo(Decision.FALL);
        assertThat(patient.course().now().programme().load().share()).isLessThan(before);
        assertThat(notes()).contains(Note.Kind.FELL_RED, Note.Kind.SEE_CLINICIAN);
    }

    @Test
    void doNotFallAgainForTheSameSession() {
        patient.sign();
        patient.exercise(next(), 3, 7, false);
        patient.days(1);
        double fallen = patient.course().now().programme().load().share();
        patient.exercise(next(), 3, 3, false);
        patient.days(7);
        assertThat(patient.course().now().programme().load().share()).isEqualTo(fallen);
    }

    @Test
    void stopAfterAWarningSignUntilAPlanIsSignedAgain() {
        patient.sign();
        patient.exercise(next(), 3, 3, false, "rf-ces-saddle");
        patient.days(1);
        assertThat(patient.course().now().programme().days()).isEmpty();
        patient.write(Drafts.answered("rf-ces-saddle", false));
        assertThat(patient.course().now().programme().days()).isEmpty();
        assertThat(notes()).contains(Note.Kind.STOPPED_WARNING_SIGN);
        patient.days(20);
        assertThat(patient.course().now().programme().days()).isEmpty();
        patient.sign();
        assertThat(patient.course().now().programme().days()).isNotEmpty();
    }

    @Test
    void areEmptyWhileAnEmergencyIsInTheChart() {
        patient.sign();
        patient.write(Drafts.answered("rf-ces-saddle", true), Drafts.answered("rf-ces-bladder", true));
        assertThat(patient.plan().triage().level().emergency()).isTrue();
        assertThat(patient.course().now().programme().days()).isEmpty();
        assertThat(patient.course().now().programme().stops()).isNotEmpty();
    }

    @Test
    void leaveOutWhatAPhysicianRemoved() {
        patient.sign();
        String movement = patient.course().days().stream()
                .flatMap(day -> day.sessions().stream())
                .flatMap(session -> session.steps().stream())
                .map(step -> step.item().id())
                .filter(id -> !id.contains("walk"))
                .findFirst()
                .orElseThrow();
        patient.write(Entry.Draft.of(Kind.REMOVED, Map.of("item", movement, "reason", "")));
        assertThat(patient.course().days().stream()
                        .flatMap(day -> day.sessions().stream())
                        .flatMap(session -> session.steps().stream())
                        .map(step -> step.item().id()))
                .isNotEmpty()
                .doesNotContain(movement);
    }

    /** Does everything that is planned, day by day; the morning after each day of exercise brings the pain that it should. */
    private void exerciseWell(int days, int morning) {
        for (int day = 0; day < days; day++) {
            patient.course().sessions(patient.today()).forEach(session -> patient.exerciseWell(session, morning));
            patient.days(1);
        }
    }

    private double share() {
        return patient.course().now().programme().load().share();
    }

    @Test
    void growByOneBoundedStepAWeekAfterGoodSessionsAndMornings() {
        patient.sign();
        Load first = patient.course().now().programme().load();
        exerciseWell(8, 2);
        assertThat(patient.course().now().review().decision()).isEqualTo(Decision.GROW);
        Load second = patient.course().now().programme().load();
        assertThat(second.share()).isGreaterThan(first.share()).isLessThanOrEqualTo(first.share() * 1.1);
        assertThat(second)
                .isEqualTo(new Load(
                        second.share(),
                        first.sessionsAWeek(),
                        first.walkMinutes(),
                        first.walksAWeek(),
                        first.versions(),
                        1));
        assertThat(notes()).contains(Note.Kind.GREW_MINUTES);
        exerciseWell(7, 2);
        Load third = patient.course().now().programme().load();
        assertThat(third.share()).isEqualTo(second.share());
        assertThat(third.walkMinutes())
                .isGreaterThan(second.walkMinutes())
                .isLessThanOrEqualTo(second.walkMinutes() + 5);
    }

    @Test
    void stayWhenTheMorningWasWorseThanBefore() {
        patient.sign();
        double before = share();
        exerciseWell(8, 3);
        assertThat(share()).isEqualTo(before);
        assertThat(notes()).contains(Note.Kind.STAYS_AMBER);
    }

    @Test
    void fallAfterAMorningOfStrongPainAndTellTheClinic() {
        patient.sign();
        double before = share();
        exerciseWell(2, 7);
        assertThat(share()).isLessThan(before);
        assertThat(notes()).contains(Note.Kind.FELL_RED);
        assertThat(patient.chart().openFlags()).extracting(Flag::reason).contains("morning");
    }

    @Test
    void takeTheMorningFromTheDiaryOfADayWithoutExercise() {
        patient.sign();
        ProgrammeSession session = next();
        patient.exercise(session, 2, 3, false);
        double before = share();
        patient.days(1);
        assertThat(share()).isEqualTo(before);
        patient.write(patient.results.pain(ExercisingPatient.ID, 7).toArray(Entry.Draft[]::new));
        assertThat(share()).isLessThan(before);
        assertThat(notes()).contains(Note.Kind.FELL_RED);
    }

    @Test
    void takeNoMorningFromTheDiaryOfADayWithExercise() {
        patient.sign();
        patient.exercise(next(), 2, 3, false);
        patient.days(1);
        ProgrammeSession session = next();
        patient.exercise(session, 2, 3, false);
        double before = share();
        patient.write(patient.results.pain(ExercisingPatient.ID, 7).toArray(Entry.Draft[]::new));
        assertThat(share()).isEqualTo(before);
    }

    @Test
    void stayWhileNobodyTellsOfTheMorning() {
        patient.sign();
        double before = share();
        for (int day = 0; day < 8; day++) {
            patient.course().sessions(patient.today()).forEach(session -> patient.exercise(session, 2, 3, false));
            patient.days(1);
        }
        assertThat(share()).isEqualTo(before);
        assertThat(notes()).contains(Note.Kind.STAYS_MORNING_UNKNOWN);
    }

    private void decide(String movement, String change) {
        patient.write(Practised.draft(patient.today(), List.of(new Practised.Seen(movement, 3, 3, change, "pain"))));
    }

    private List<String> movements() {
        return patient.course().now().programme().sessions().stream()
                .flatMap(session -> session.steps().stream())
                .map(step -> step.item().id())
                .distinct()
                .toList();
    }

    /** A movement of today's programme whose easier one is not part of it. */
    private Movement changeable() {
        return patient.course().now().programme().sessions().stream()
                .flatMap(session -> session.steps().stream())
                .filter(step -> step.role() == ProgrammeStep.Role.MAIN)
                .map(ProgrammeStep::movement)
                .filter(movement -> movement.easier() != null && !movements().contains(movement.easier()))
                .findFirst()
                .orElseThrow();
    }

    private String id(Movement movement) {
        return patient.clinic.knowledge().items().stream()
                .filter(item -> movement.equals(item.movement()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void holdTheEasierMovementThatAnInstructorChoseAndSayWhy() {
        patient.sign();
        Movement movement = changeable();
        String id = id(movement);
        decide(id, Practised.EASIER);
        assertThat(movements()).contains(movement.easier()).doesNotContain(id);
        assertThat(new ProgrammeView(patient.course().now().programme(), patient.clinic.knowledge()).notes())
                .anyMatch(note ->
                        note.contains("Your instructor chose an easier exercise") && note.contains("Reason: pain"));
        decide(movement.easier(), Practised.HARDER);
        assertThat(movements()).as("a later decision counts").doesNotContain(movement.easier());
    }

    @Test
    void neverHoldWhatAPhysicianRemovedWhoeverChoseIt() {
        patient.sign();
        Movement movement = changeable();
        decide(id(movement), Practised.EASIER);
        assertThat(movements()).contains(movement.easier());
        patient.write(Entry.Draft.of(Kind.REMOVED, Map.of("item", movement.easier(), "reason", "")));
        assertThat(movements()).doesNotContain(movement.easier(), id(movement));
    }

    @Test
    void letAnInstructorChangeASetThatWasSignedBefore() {
        patient.sign();
        Movement movement = changeable();
        HomeSet set = new HomeSet(HomeSets.of(patient.course().now().programme()), null, 0.1);
        assertThat(set.choices()).extracting(HomeSet.Choice::movement).contains(id(movement));
        patient.write(ChosenSets.entry(set), Entry.Draft.of(Kind.PROGRAMME_SIGNED, Map.of()));
        patient.days(1);
        assertThat(movements()).contains(id(movement));
        decide(id(movement), Practised.EASIER);
        assertThat(movements()).contains(movement.easier()).doesNotContain(id(movement));
        patient.days(1);
        patient.write(ChosenSets.entry(set), Entry.Draft.of(Kind.PROGRAMME_SIGNED, Map.of()));
        patient.days(1);
        assertThat(patient.course().now().programme().sessions().stream()
                        .filter(session -> session.use() == Use.MAIN)
                        .flatMap(session -> session.steps().stream())
                        .map(step -> step.item().id()))
                .as("a set that is signed later counts as it is")
                .contains(id(movement));
    }
}
