package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.chart.Flag;
import org.lumbar.chart.Performed;
import org.lumbar.chart.Performed.Result;
import org.lumbar.server.account.Role;
import org.lumbar.server.patient.Drafts;

/** Therapists at work, without scripts: the day's list, the record of a treatment, and what stops it. */
class TherapistJourneyTest {

    private static final String MASSAGE = "massage-course";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private static Path folder;

    private static TherapyClinic clinic;

    @BeforeAll
    static void start() {
        clinic = new TherapyClinic(folder);
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    private static String address(String id, String item) {
        return "/patients/" + id + "/treatments/" + item;
    }

    private static Browser.Answer record(Browser browser, String id, String item, String... fields) {
        browser.get(address(id, item));
        return browser.post(address(id, item), fields);
    }

    private static Performed only(String id) {
        assertThat(clinic.chart(id).performed()).hasSize(1);
        return clinic.chart(id).performed().getFirst();
    }

    @Test
    void beginsWithTheTreatmentsOfTheDay() {
        String id = clinic.admit("Aalto", MASSAGE);
        Browser browser = clinic.signedIn(Role.THERAPIST);
        Browser.Answer day = browser.get("/");
        assertThat(day.path()).isEqualTo("/day");
        assertThat(day.text())
                .contains("id=\"" + id + "-" + MASSAGE + "\"", "id=\"" + id + "-supervised-start\"", "0 of at most 15")
                .doesNotContain(id + "-exercise-therapy", id + "-stay-active", id + "-home-exercise");
        assertThat(day.text().split("class=\"tag now\"", -1)).as("one is next").hasSize(2);
        assertThat(browser.get("/day?work=massage").text())
                .contains(id + "-" + MASSAGE)
                .doesNotContain(id + "-supervised-start");
        assertThat(browser.get("/day?date=2026-11-15").text())
                .as("nothing was signed then")
                .doesNotContain(id + "-" + MASSAGE);
        Browser.Answer wrong = browser.get("/day?date=31.02.2026");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("“31.02.2026” is no date; below is today", "value=\"31.02.2026\"");
    }

    @Test
    void isRecordedAsDoneOnceHoweverOftenItIsSent() {
        String id = clinic.admit("Berg", MASSAGE);
        Browser browser = clinic.signedIn(Role.THERAPIST);
        browser.get(address(id, MASSAGE));
        String[] fields = {
            "result",
            "done",
            "heart-rate",
            "72",
            "systolic",
            "128",
            "diastolic",
            "80",
            "pain-before",
            "5",
            "pain-after",
            "3"
        };
        Browser.Answer day = browser.post(address(id, MASSAGE), fields);
        assertThat(day.path()).isEqualTo("/day");
        Performed performed = only(id);
        assertThat(performed.result()).isEqualTo(Result.DONE);
        assertThat(performed.on()).isEqualTo(TODAY);
        assertThat(performed.late(ZoneId.of("Europe/Moscow"))).isFalse();
        assertThat(performed.measured())
                .containsEntry("heart-rate", new BigDecimal(72))
                .containsEntry("pain-after", new BigDecimal(3));
        assertThat(day.text()).contains("work done");
        assertThat(clinic.chart(id).openFlags()).isEmpty();
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrong() {
        String id = clinic.admit("Cole", MASSAGE);
        Browser browser = clinic.signedIn(Role.THERAPIST);
        Browser.Answer wrong = record(
                browser, id, MASSAGE, "result", "done", "heart-rate", "7x", "systolic", "128", "note", "kept words");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains("href=\"#heart-rate\"", "href=\"#diastolic\"", "value=\"7x\"", "value=\"kept words\"");
        assertThat(record(browser, id, MASSAGE, "systolic", "80", "diastolic", "120", "result", "done")
                        .status())
                .isEqualTo(422);
        assertThat(record(browser, id, MASSAGE, "pain-after", "11", "result", "done")
                        .status())
                .isEqualTo(422);
        assertThat(record(browser, id, MASSAGE).status()).as("no button").isEqualTo(422);
        assertThat(record(browser, id, MASSAGE, "result", "other").text()).contains("href=\"#note\"");
        assertThat(clinic.chart(id).performed()).isEmpty();
    }

    @Test
    void isRecordedAsNotDoneWithAReasonAndCorrected() {
        String id = clinic.admit("Dahl", MASSAGE);
        Browser browser = clinic.signedIn(Role.THERAPIST).reading("ru");
        record(browser, id, MASSAGE, "result", "did-not-come");
        assertThat(only(id).reason()).isEqualTo("did-not-come");
        assertThat(browser.get(address(id, MASSAGE)).text()).contains("не пришёл");
        record(browser, id, MASSAGE, "result", "done");
        assertThat(only(id).result()).isEqualTo(Result.DONE);
        assertThat(only(id).corrects()).isNotNull();
    }

    @Test
    void marksALateEntryAndRefusesOneForTomorrow() {
        String id = clinic.admit("Eich", MASSAGE);
        Browser browser = clinic.signedIn(Role.THERAPIST);
        browser.get(address(id, MASSAGE) + "?on=2026-11-20");
        browser.post(address(id, MASSAGE), "result", "done");
        assertThat(only(id).on()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(only(id).late(ZoneId.of("Europe/Moscow"))).isTrue();
        assertThat(browser.get(address(id, MASSAGE) + "?on=2026-11-20").text()).contains("late entry");
        assertThat(browser.get(address(id, MASSAGE) + "?on=2026-11-24").status())
                .isEqualTo(404);
        assertThat(browser.get(address(id, MASSAGE) + "?on=2026-11-10").status())
                .as("before the plan was signed")
                .isEqualTo(404);
        assertThat(browser.get(address(id, "ibuprofen")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "systolic, 182, session-systolic-high",
        "systolic, 88, session-systolic-low",
        "heart-rate, 104, session-pulse-high",
        "sign-session-leg, yes, session-leg",
        "sign-session-fever, yes, session-fever",
        "sign-session-massage-hurts, yes, session-massage-hurts",
    })
    void isStoppedWhicheverButtonIsPressed(String field, String value, String sign) {
        String id = clinic.admit("Frey" + value + sign.length(), MASSAGE);
        Browser browser = clinic.signedIn(Role.THERAPIST);
        String diastolic = field.equals("systolic") ? "70" : "";
        Browser.Answer stopped = record(browser, id, MASSAGE, "result", "done", field, value, "diastolic", diastolic);
        assertThat(stopped.path()).isEqualTo(address(id, MASSAGE));
        assertThat(stopped.text()).contains("role=\"alert\"", "Stop. This is what to do now");
        assertThat(only(id).result()).isEqualTo(Result.STOPPED);
        assertThat(clinic.chart(id).openFlags()).extracting(Flag::reason).containsExactly(sign);

        Browser.Answer next = record(browser, id, "supervised-start", "result", "done");
        assertThat(next.status()).as("nothing goes on while a flag is open").isEqualTo(422);
        assertThat(browser.postOnly("/patients/" + id + "/flags", "note", "well")
                        .status())
                .isEqualTo(403);

        Browser physician = clinic.signedIn(Role.PHYSICIAN);
        assertThat(physician.get("/patients").text()).contains("id=\"flagged\"", "/patients/" + id + "\"");
        assertThat(physician.get("/patients/" + id).text()).contains("class=\"notice alarm flagged\"");
        physician.get("/patients/" + id + "/flags");
        assertThat(physician.post("/patients/" + id + "/flags", "note", "ok").status())
                .isEqualTo(422);
        assertThat(physician
                        .post("/patients/" + id + "/flags", "note", "Seen, goes on from tomorrow")
                        .text())
                .contains("Seen, goes on from tomorrow");
        assertThat(clinic.chart(id).openFlags()).isEmpty();
        assertThat(record(browser, id, "supervised-start", "result", "done").path())
                .isEqualTo("/day");
    }

    @Test
    void stopsThePlanAtASignOfAnEmergency() {
        String id = clinic.admit("Gray", MASSAGE);
        Browser browser = clinic.signedIn(Role.THERAPIST);
        Browser.Answer stopped = record(browser, id, MASSAGE, "result", "unwell", "sign-session-saddle", "yes");
        assertThat(stopped.text()).contains("call the physician at once");
        assertThat(clinic.chart(id).answers().get("rf-ces-saddle").value()).isEqualTo(true);
        Browser physician = clinic.signedIn(Role.PHYSICIAN);
        assertThat(physician.get("/patients/" + id).text()).contains("triage alarm");
        physician.get("/patients/" + id + "/flags");
        physician.post("/patients/" + id + "/flags", "note", "Sent to hospital");
        assertThat(record(browser, id, "supervised-start", "result", "done").status())
                .as("the answer of the interview still stands")
                .isEqualTo(422);
    }

    @Test
    void raisesAFlagEvenWhenSomeoneElseWroteMeanwhile() {
        String id = clinic.admit("Hart", MASSAGE);
        Browser browser = clinic.signedIn(Role.THERAPIST);
        browser.get(address(id, MASSAGE));
        clinic.write(id, Drafts.answered("diabetes", false));
        assertThat(browser.post(address(id, MASSAGE), "result", "done").status())
                .as("what reassures waits")
                .isEqualTo(409);
        browser.get(address(id, MASSAGE));
        clinic.write(id, Drafts.answered("diabetes", true));
        browser.post(address(id, MASSAGE), "result", "done", "sign-session-heart", "yes");
        assertThat(clinic.chart(id).openFlags()).extracting(Flag::reason).containsExactly("session-heart");
    }

    @Test
    void saysWhatToDoBeforeATypingErrorIsCorrected() {
        String id = clinic.admit("Ince", MASSAGE);
        Browser.Answer wrong = record(
                clinic.signedIn(Role.THERAPIST),
                id,
                MASSAGE,
                "result",
                "done",
                "heart-rate",
                "abc",
                "sign-session-heart",
                "yes");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Stop. This is what to do now", "call the physician");
    }

    @Test
    void holdsBackWhatDoesNotSuitThePatientAnyMore() {
        String id = clinic.admit("Joel", MASSAGE);
        clinic.write(id, Drafts.answered("acute-infection-or-fever", true));
        Browser browser = clinic.signedIn(Role.THERAPIST);
        assertThat(browser.get("/patients/" + id + "/treatments").text()).contains("work held");
        assertThat(record(browser, id, MASSAGE, "result", "done").status()).isEqualTo(422);
        assertThat(record(browser, id, MASSAGE, "result", "unwell").path()).isEqualTo("/day");
    }

    @Test
    void tellsTheHistoryInBothLanguages() {
        String id = clinic.admit("Kern", MASSAGE);
        record(clinic.signedIn(Role.THERAPIST), id, MASSAGE, "result", "done", "sign-session-skin", "yes");
        Browser physician = clinic.signedIn(Role.PHYSICIAN);
        assertThat(physician.get("/patients/" + id + "/history").text())
                .contains("Flag for the physician", "Burn, blisters", "stopped");
        assertThat(physician
                        .reading("ru")
                        .get("/patients/" + id + "/history?lang=ru")
                        .text())
                .contains("Отметка для врача", "Ожог, пузыри", "прекращена");
        for (String page : List.of(
                "/day", "/patients/" + id + "/treatments", address(id, MASSAGE), "/patients/" + id + "/flags")) {
            assertThat(physician.get(page).text()).as(page).contains("lang=\"ru\"", "Ожог, пузыри");
        }
    }
}
