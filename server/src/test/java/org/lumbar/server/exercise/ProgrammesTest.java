package org.lumbar.server.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.core.exercise.Note;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.exercise.Review.Decision;
import org.lumbar.core.text.Language;
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
        patient.write(org.lumbar.chart.Entry.Draft.of(
                org.lumbar.chart.Kind.REMOVED, java.util.Map.of("item", movement, "reason", "")));
        assertThat(patient.course().days().stream()
                        .flatMap(day -> day.sessions().stream())
                        .flatMap(session -> session.steps().stream())
                        .map(step -> step.item().id()))
                .isNotEmpty()
                .doesNotContain(movement);
    }
}
