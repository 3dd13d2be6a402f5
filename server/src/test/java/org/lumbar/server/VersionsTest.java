package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.server.account.Role;

/** Signing again makes another version, and everybody can see what became different; the papers that come of a plan. */
class VersionsTest {

    @TempDir
    private static Path folder;

    private static RunningClinic clinic;

    private final Browser browser = clinic.signedIn(Role.PHYSICIAN);

    @BeforeAll
    static void start() {
        clinic = new RunningClinic(folder);
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    private Browser.Answer sign(String id, String language) {
        browser.get("/patients/" + id + "/sign");
        return browser.post("/patients/" + id + "/sign", "password", RunningClinic.PASSWORD, "language", language);
    }

    @Test
    void tellWhatChangedAndWhy() {
        String id = Patients.admit(browser, "Versions", "en");
        Patients.interview(browser, id);
        browser.get("/patients/" + id + "/plan");
        browser.post("/patients/" + id + "/plan", "choose", "ibuprofen");
        assertThat(sign(id, "en").path()).endsWith("/plans/1");
        browser.get("/patients/" + id + "/plan/ibuprofen/order");
        browser.post("/patients/" + id + "/plan/ibuprofen/order", "amount", "200", "times", "3", "days", "4");
        browser.post("/patients/" + id + "/plan", "remove", "dry-heat");
        browser.get("/patients/" + id + "/interview?again=asthma");
        browser.post("/patients/" + id + "/interview", "q-asthma", "yes");
        Browser.Answer before = browser.get("/patients/" + id + "/sign");
        assertThat(before.text())
                .as("what changed is shown before signing")
                .contains("Changes since version 1", "Given in another way", "200", "No longer in the plan");
        assertThat(sign(id, "en").path()).endsWith("/plans/2");
        Browser.Answer changes = browser.get("/patients/" + id + "/plans/2/changes");
        assertThat(changes.text())
                .contains("Changes from version 1 to version 2", "Given in another way", "No longer in the plan")
                .containsPattern("(?s)Known otherwise about the patient.*Asthma");
        assertThat(browser.get("/patients/" + id + "/plans/1/changes").status()).isEqualTo(404);
    }

    @Test
    void areTheSameInEveryLanguage() {
        String id = Patients.admit(browser, "Languages", "en");
        Patients.interview(browser, id);
        browser.get("/patients/" + id + "/plan");
        browser.post("/patients/" + id + "/plan", "choose", "ibuprofen");
        sign(id, "en");
        Browser reader = clinic.signedIn(Role.PHYSICIAN).reading("ru");
        assertThat(reader.get("/patients/" + id + "/sign").text()).doesNotContain("Назначено иначе");
        sign(id, "ru");
        assertThat(reader.get("/patients/" + id + "/plans/2/changes").text()).doesNotContain("Назначено иначе");
        assertThat(browser.get("/patients/" + id + "/plans/2/changes").text()).doesNotContain("Given in another way");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void giveThePatientASheetThatStaysAsItWasSigned(String language) {
        Browser reader = clinic.signedIn(Role.PHYSICIAN).reading(language);
        String id = Patients.admit(reader, "Sheet-" + language, language);
        Patients.interview(reader, id);
        reader.get("/patients/" + id + "/sign");
        reader.post("/patients/" + id + "/sign", "password", RunningClinic.PASSWORD, "language", language);
        String sheet = "/patients/" + id + "/plans/1/patient";
        Browser.Answer page = reader.get(sheet);
        assertThat(page.text()).contains("<article class=\"card airy\" lang=\"" + language + "\">");
        byte[] usual = reader.get(sheet + ".pdf").response().body();
        byte[] large = reader.get(sheet + ".pdf?size=large").response().body();
        assertThat(new String(usual, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(large).isNotEqualTo(usual);
        reader.get("/patients/" + id + "/plan");
        reader.post("/patients/" + id + "/plan", "remove", "stay-active");
        assertThat(reader.get(sheet + ".pdf").response().body()).isEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"referral", "surgery", "sanatorium", "imaging"})
    void writeLettersFromTheRecord(String kind) {
        String id = Patients.admit(browser, "Letter-" + kind, "en");
        Browser.Answer page = browser.get("/patients/" + id + "/letters/" + kind);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Letter-" + kind, "Current medicines");
        byte[] pdf = browser.get("/patients/" + id + "/letters/" + kind + "/letter.pdf")
                .response()
                .body();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(browser.get("/patients/" + id + "/letters/nothing").status()).isEqualTo(404);
    }
}
