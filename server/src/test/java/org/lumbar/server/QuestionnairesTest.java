package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.Database;
import org.lumbar.chart.Kind;
import org.lumbar.core.finding.Interval;
import org.lumbar.core.text.Language;
import org.lumbar.server.account.Role;
import org.lumbar.server.account.Vault;
import org.lumbar.server.exercise.ExercisingPatient;
import org.lumbar.server.patient.Clinic;

/** Patients fill in what the follow-up of their signed plan asks for, as its licence allows; the planner reads the score and forgets it in time. */
class QuestionnairesTest {

    private static final String ID = RunningClinic.PATIENT;
    private static final String ROLAND = "/my/questionnaires/rmdq";
    private static final String ACTIVITIES = "/my/questionnaires/psfs";

    private final MovingClock clock = new MovingClock();
    private RunningClinic running;
    private Clinic clinic;
    private Browser patient;

    @BeforeEach
    void begin(@TempDir Path folder) {
        running = new RunningClinic(
                Database.file(folder.resolve("chart.sqlite")), Settings.standard(), clock, Vault.ofThisProcess());
        clinic = running.bean(Clinic.class);
        ExercisingPatient.admit(clinic, ID);
        patient = running.signedIn(Role.PATIENT);
    }

    @AfterEach
    void end() {
        running.close();
    }

    private void sign() {
        ExercisingPatient.sign(clinic, ID);
    }

    private Browser.Answer fill(String address, String... fields) {
        patient.get(address);
        return patient.post(address, fields);
    }

    /** Ticks the first statements. */
    private static String[] ticks(int n) {
        List<String> fields = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            fields.addAll(List.of("answer-" + i, "1"));
        }
        return fields.toArray(String[]::new);
    }

    private Interval roland() {
        return clinic.plan(clinic.chart(ID), Language.EN).findings().measures().get("rmdq");
    }

    private long forms() {
        return running.store().read("patient/" + ID).stream()
                .filter(entry -> entry.kind().equals(Kind.FILLED))
                .count();
    }

    @Test
    void asksNothingBeforeAPlanIsSigned() {
        assertThat(patient.get("/my/questionnaires").text()).contains("Nothing is asked of you yet");
        assertThat(patient.get(ROLAND).status()).isEqualTo(404);
        sign();
        assertThat(patient.get("/my/questionnaires").text()).contains("Roland-Morris", "Next time: 21 December 2026");
    }

    @Test
    void sendsToThePrintedFormAndNamesTheLicence() {
        sign();
        assertThat(patient.get(ROLAND).text()).contains("You need the printed form", "the form they printed in 2000");
        assertThat(patient.get("/my/questionnaires/odi").status())
                .as("needs a licence")
                .isEqualTo(404);
    }

    @Test
    void takesNoEmptyFormForTheBestScore() {
        sign();
        assertThat(fill(ROLAND).text()).contains("href=\"#none\"", "There is a problem");
        assertThat(fill(ROLAND, "none", "yes", "answer-3", "1").status()).isEqualTo(422);
        assertThat(forms()).isZero();
        assertThat(fill(ROLAND, "none", "yes").path()).isEqualTo("/my/questionnaires");
        assertThat(roland()).isEqualTo(Interval.exactly(0));
    }

    @Test
    void givesThePlannerTheScoreUntilItIsTooOld() {
        sign();
        assertThat(fill(ROLAND, ticks(14)).text()).contains("23 November 2026: 14 of 24.");
        assertThat(roland()).isEqualTo(Interval.exactly(14));
        assertThat(running.signedIn(Role.PHYSICIAN)
                        .get("/patients/" + ID + "/history")
                        .text())
                .contains("Questionnaire filled in");
        clock.pass(Duration.ofDays(84));
        assertThat(roland()).isEqualTo(Interval.exactly(14));
        clock.pass(Duration.ofDays(1));
        assertThat(roland()).isNull();
    }

    @Test
    void isDueAroundTheFollowUpAndOnceOnly() {
        sign();
        clock.pass(Duration.ofDays(24));
        assertThat(patient().get("/my/diary").text()).doesNotContain("It is time to fill it in");
        clock.pass(Duration.ofDays(1));
        assertThat(patient().get("/my/diary").text()).contains("It is time to fill it in");
        fill(ROLAND, ticks(9));
        fill(ACTIVITIES, "answer-activity-1", "5", "answer-activity-2", "6");
        assertThat(patient.get("/my/diary").text()).doesNotContain("It is time to fill it in");
    }

    /** Signed in anew: sessions end while days pass. */
    private Browser patient() {
        patient = running.signedIn(Role.PATIENT);
        return patient;
    }

    @Test
    void showsInTheDiaryHowFunctionWent() {
        sign();
        fill(ROLAND, ticks(14));
        clock.pass(Duration.ofDays(28));
        patient();
        assertThat(fill(ROLAND, ticks(6)).text()).contains("Since 23 November 2026 you can do more");
        String diary = patient.get("/my/diary").text();
        assertThat(diary)
                .contains("It went from 14 to 6 since 23 November 2026: you can do more.", "6 of 24", "14 of 24");
        assertThat(patient.get("/my/diary?lang=ru").text()).contains("Было 14, стало 6");
    }

    @Test
    void keepsWhatWasChosenWhenAnAnswerIsMissing() {
        sign();
        Browser.Answer open = fill(ACTIVITIES, "answer-activity-2", "6");
        assertThat(open.status()).isEqualTo(422);
        assertThat(open.text())
                .contains("href=\"#answer-activity-1\"")
                .containsPattern("name=\"answer-activity-2\"[^>]*value=\"6\" checked");
        assertThat(fill(ACTIVITIES, "answer-activity-1", "11").status()).isEqualTo(422);
        assertThat(forms()).isZero();
    }

    @Test
    void keepsAFormOnceHoweverOftenItIsSentAndNoScoreThatNoMeasureHolds() {
        sign();
        int before = clinic.chart(ID).resources("Observation").size();
        for (int i = 0; i < 2; i++) {
            patient.get(ACTIVITIES);
            patient.post(ACTIVITIES, "request", "onceonly1234", "answer-activity-1", "5");
        }
        assertThat(forms()).isEqualTo(1);
        assertThat(clinic.chart(ID).resources("Observation")).hasSize(before);
        assertThat(patient.get("/my/questionnaires").text()).contains("5 of 10");
    }
}
