package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.Database;
import org.lumbar.core.exercise.Note;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.exercise.Review.Decision;
import org.lumbar.core.text.Language;
import org.lumbar.server.account.Role;
import org.lumbar.server.account.Vault;
import org.lumbar.server.exercise.Course;
import org.lumbar.server.exercise.ExercisingPatient;
import org.lumbar.server.exercise.Programmes;
import org.lumbar.server.patient.Clinic;

/** A patient tells of every session on the pages, without scripts; the load follows the mornings after. */
class GrowingLoadTest {

    private static final String ID = RunningClinic.PATIENT;
    private static final Pattern EARLIER = Pattern.compile("name=\"earlier-day\" value=\"([^\"]+)\"");

    private final MovingClock clock = new MovingClock();
    private RunningClinic clinic;
    private Browser patient;

    @BeforeEach
    void begin(@TempDir Path folder) {
        clinic = new RunningClinic(
                Database.file(folder.resolve("chart.sqlite")), Settings.standard(), clock, Vault.ofThisProcess());
        Clinic charts = clinic.bean(Clinic.class);
        ExercisingPatient.admit(charts, ID);
        ExercisingPatient.sign(charts, ID);
    }

    @AfterEach
    void end() {
        clinic.close();
    }

    private Course course() {
        Clinic charts = clinic.bean(Clinic.class);
        return clinic.bean(Programmes.class)
                .course(charts.chart(ID), Language.EN)
                .orElseThrow();
    }

    /** Everything that is planned, day by day. */
    private void exercise(int days, String morning) {
        for (int day = 0; day < days; day++) {
            patient = clinic.signedIn(Role.PATIENT);
            for (ProgrammeSession session :
                    course().sessions(clinic.bean(Clinic.class).today())) {
                assertThat(report(session, morning).path()).startsWith("/my/sessions/");
            }
            clock.pass(Duration.ofDays(1));
        }
    }

    private Browser.Answer report(ProgrammeSession session, String morning) {
        String address = "/my/session/" + session.id();
        String page = patient.get(address).text();
        Map<String, String> fields = new TreeMap<>(Map.of(
                "pain-before", "2",
                "pain-worst", "3",
                "pain-after", "2",
                "effort", "4",
                "leg-symptoms", "no",
                "completion", "completed"));
        Matcher warning = Pattern.compile("name=\"(t?rf-[a-z0-9-]+)\"").matcher(page);
        while (warning.find()) {
            fields.put(warning.group(1), "no");
        }
        Matcher earlier = EARLIER.matcher(page);
        if (earlier.find()) {
            fields.put("earlier-day", earlier.group(1));
            fields.put("pain-next-morning", morning);
            assertThat(page).contains("\"earlier\":\"" + earlier.group(1) + "\"");
        }
        List<String> sent = new ArrayList<>();
        fields.forEach((name, value) -> sent.addAll(List.of(name, value)));
        return patient.post(address, sent.toArray(String[]::new));
    }

    @Test
    void growsByOneStepAWeekAfterGoodMornings() {
        double first = course().now().programme().load().share();
        exercise(8, "2");
        assertThat(course().now().review().decision()).isEqualTo(Decision.GROW);
        double second = course().now().programme().load().share();
        assertThat(second).isGreaterThan(first).isLessThanOrEqualTo(first * 1.1);
        patient = clinic.signedIn(Role.PATIENT);
        assertThat(patient.get("/my/today").text()).contains("10");
        exercise(7, "2");
        assertThat(course().now().programme().load().steps()).isEqualTo(2);
        assertThat(course().now().programme().load().share()).isEqualTo(second);
    }

    @Test
    void staysAfterAMorningThatWasWorse() {
        double first = course().now().programme().load().share();
        exercise(8, "3");
        assertThat(course().now().programme().load().share()).isEqualTo(first);
        assertThat(course().notes()).extracting(Note::kind).contains(Note.Kind.STAYS_AMBER);
    }

    @Test
    void fallsAfterAMorningOfStrongPain() {
        double first = course().now().programme().load().share();
        exercise(2, "7");
        assertThat(course().now().programme().load().share()).isLessThan(first);
        assertThat(course().notes()).extracting(Note::kind).contains(Note.Kind.FELL_RED, Note.Kind.SEE_CLINICIAN);
    }

    @Test
    void asksForTheMorningBeforeItTakesAReport() {
        exercise(1, "2");
        patient = clinic.signedIn(Role.PATIENT);
        ProgrammeSession session =
                course().sessions(clinic.bean(Clinic.class).today()).getFirst();
        Browser.Answer missing = report(session, "");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text()).contains("morning after your last session", "I do not remember");
        assertThat(report(session, "unknown").path()).startsWith("/my/sessions/");
    }
}
