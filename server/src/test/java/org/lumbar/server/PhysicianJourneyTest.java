package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.server.Patients.admit;
import static org.lumbar.server.Patients.interview;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.chart.Database;
import org.lumbar.chart.Entry;
import org.lumbar.server.account.Role;

/** A physician at work, without scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhysicianJourneyTest {

    @TempDir
    private static Path folder;

    private static RunningClinic clinic;

    @BeforeAll
    void start() throws Exception {
        clinic = new RunningClinic(database());
    }

    /** What the clinic of these journeys writes to. */
    Database database() throws Exception {
        return Database.file(folder.resolve("chart.sqlite"));
    }

    @AfterAll
    void stop() {
        clinic.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void plansAcuteBackPainAndSignsIt(String language) {
        Browser browser = clinic.signedIn(Role.PHYSICIAN).reading(language);
        String id = admit(browser, "Journey-" + language, language);
        Browser.Answer first = browser.get("/patients/" + id + "/interview");
        assertThat(first.text()).contains("q-rf-ces-saddle").doesNotContain("q-pain-nrs");
        Browser.Answer plan = interview(browser, id);
        assertThat(plan.path()).as("no question is left").isEqualTo("/patients/" + id + "/plan");
        assertThat(plan.text()).contains("id=\"stay-active\"").contains("triage good");
        Matcher medicine = Pattern.compile("name=\"choose\" value=\"(ibuprofen-oral|naproxen-oral|diclofenac-oral)\"")
                .matcher(plan.text());
        assertThat(medicine.find())
                .as("a medicine is offered and not chosen by default")
                .isTrue();
        Browser.Answer chosen = browser.post("/patients/" + id + "/plan", "choose", medicine.group(1));
        assertThat(chosen.text()).contains("name=\"remove\" value=\"" + medicine.group(1) + "\"");
        Browser.Answer why = browser.get("/patients/" + id + "/plan/" + medicine.group(1));
        assertThat(why.text()).contains("class=\"why\"", "<code>" + medicine.group(1));

        browser.get("/patients/" + id + "/sign");
        assertThat(browser.post("/patients/" + id + "/sign", "password", "wrong", "language", language)
                        .status())
                .isEqualTo(422);
        Browser.Answer signed =
                browser.post("/patients/" + id + "/sign", "password", RunningClinic.PASSWORD, "language", language);
        assertThat(signed.path()).isEqualTo("/patients/" + id + "/plans/1");
        byte[] sheet =
                browser.get("/patients/" + id + "/plans/1/sheet.pdf").response().body();
        assertThat(new String(sheet, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");

        List<Entry> before = clinic.store().read("patient/" + id);
        assertThat(browser.get("/patients/" + id + "/plans/1/sheet.pdf")
                        .response()
                        .body())
                .isEqualTo(sheet);
        assertThat(clinic.store().read("patient/" + id))
                .as("looking changes nothing")
                .isEqualTo(before);
        assertThat(before.getLast().kind()).isEqualTo("signed");
        assertThat(clinic.store().verify().problems()).isEmpty();
    }

    @Test
    void isStoppedByAWarningSignAtTheAnswer() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(browser, "Stopped", "en");
        browser.get("/patients/" + id + "/interview");
        Browser.Answer plan = browser.post("/patients/" + id + "/interview", "q-rf-ces-saddle", "yes");
        assertThat(plan.path()).isEqualTo("/patients/" + id + "/plan");
        assertThat(plan.text())
                .contains("triage alarm", "role=\"alert\"", "/draft.pdf")
                .doesNotContain("name=\"choose\"", "/sign\"");
        browser.get("/patients/" + id + "/sign");
        long before = clinic.store().last("patient/" + id);
        Browser.Answer forced = browser.post(
                "/patients/" + id + "/sign", "password", RunningClinic.PASSWORD, "request", "abcdefghjkmn");
        assertThat(forced.status()).isEqualTo(422);
        assertThat(forced.text()).contains("no plan can be signed now");
        Browser.Answer chosen = browser.post("/patients/" + id + "/plan", "choose", "stay-active", "request", "x");
        assertThat(chosen.status()).isEqualTo(422);
        assertThat(clinic.store().last("patient/" + id)).isEqualTo(before);
    }

    @Test
    void cannotSignWhatNoLongerSuits() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(browser, "Lost", "en");
        Browser.Answer plan = interview(browser, id);
        Matcher medicine =
                Pattern.compile("name=\"choose\" value=\"([a-z-]+-oral)\"").matcher(plan.text());
        assertThat(medicine.find()).isTrue();
        browser.post("/patients/" + id + "/plan", "choose", medicine.group(1));
        browser.get("/patients/" + id + "/interview?again=active-peptic-ulcer");
        browser.post(
                "/patients/" + id + "/interview",
                "q-active-peptic-ulcer",
                "yes",
                "q-nsaid-hypersensitivity",
                "yes",
                "q-severe-hepatic-impairment",
                "yes",
                "q-drug-hypersensitivity",
                "yes");
        Browser.Answer sign = browser.get("/patients/" + id + "/sign");
        assertThat(sign.text()).contains("do not suit the patient any more");
        Browser.Answer forced =
                browser.post("/patients/" + id + "/sign", "password", RunningClinic.PASSWORD, "expected", "1");
        assertThat(forced.status()).isEqualTo(422);
    }

    @Test
    void isToldWhatSomeoneElseChangedMeanwhile() {
        Browser one = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(one, "Stale", "en");
        Browser other = clinic.signedIn(Role.PHYSICIAN);
        other.get("/patients/" + id + "/interview");
        one.get("/patients/" + id + "/interview");
        one.post("/patients/" + id + "/interview", "q-rf-ces-saddle", "no");
        Browser.Answer late = other.post("/patients/" + id + "/interview", "q-rf-ces-bladder", "no");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Meanwhile Dr physician changed this chart", "saddle");
        assertThat(late.text())
                .as("what was typed is kept")
                .containsPattern("name=\"q-rf-ces-bladder\"[^>]*value=\"no\" checked");
        Browser.Answer again = other.post("/patients/" + id + "/interview", "q-rf-ces-bladder", "no");
        assertThat(again.status()).isEqualTo(200);
    }

    @Test
    void writesAFormThatIsSentTwiceOnce() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(browser, "Twice", "en");
        String page = browser.get("/patients/" + id + "/interview").text();
        String request = page.replaceAll("(?s).*name=\"request\" value=\"([^\"]+)\".*", "$1");
        String expected = page.replaceAll("(?s).*id=\"expected\" value=\"([^\"]+)\".*", "$1");
        for (int i = 0; i < 2; i++) {
            browser.post(
                    "/patients/" + id + "/interview",
                    "q-rf-ces-saddle",
                    "no",
                    "request",
                    request,
                    "expected",
                    expected);
        }
        assertThat(clinic.store().read("patient/" + id))
                .filteredOn(entry -> entry.kind().equals("answered"))
                .hasSize(1);
    }

    @Test
    void keepsWhatWasTypedWhenTheLanguageIsSwitched() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        browser.get("/patients/new");
        long patients = clinic.store().patients().find("", 0, 1).total();
        Browser.Answer russian = browser.post("/patients/new", "family", "Bilingual", "given", "", "lang", "ru");
        assertThat(russian.status()).isEqualTo(200);
        assertThat(russian.text())
                .contains("<html lang=\"ru\">", "Регистрация пациента", "value=\"Bilingual\"")
                .doesNotContain("Введите имя.");
        assertThat(clinic.store().patients().find("", 0, 1).total()).isEqualTo((int) patients);
        assertThat(browser.get("/patients").text())
                .as("the choice is remembered")
                .contains("<html lang=\"ru\">");
    }

    @Test
    void isToldWhatToCorrectAndLosesNothing() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        browser.get("/patients/new");
        Browser.Answer empty = browser.post("/patients/new");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("<title>Error:", "href=\"#family\"", "href=\"#born\"", "href=\"#sex\"");
        String hostile = "<script>alert(1)</script>\"'";
        Browser.Answer bad = browser.post(
                "/patients/new", "family", hostile, "given", "x".repeat(3000), "born", "31.02.1984", "sex", "female");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.text()).doesNotContain("<script>alert").contains("&lt;script>alert");
        assertThat(bad.text()).contains("for example 23.11.1984");
        assertThat(browser.post(
                                "/patients/new",
                                "family",
                                "F",
                                "given",
                                "G",
                                "sex",
                                "male",
                                "country",
                                "RU",
                                "born",
                                "01.01.2090")
                        .text())
                .contains("lies in the future");
    }

    /** The plan of a child would be nearly empty: whoever registers one is told at once. */
    @Test
    void isWarnedBeforeAChildIsRegistered() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN).reading("ru");
        assertThat(browser.get("/patients/new").text()).contains("предназначен для взрослых");
        String[] child = {
            "family", "Малышев", "given", "Пётр", "born", "24.11.2008", "sex", "male", "country", "RU", "language", "ru"
        };
        Browser.Answer warned = browser.post("/patients/new", child);
        assertThat(warned.status()).isEqualTo(422);
        assertThat(warned.text()).contains("к детям его правила не применимы", "href=\"#child\"", "id=\"child\"");
        assertThat(clinic.store().patients().find("Малышев", 0, 1).total()).isZero();
        String[] confirmed = java.util.Arrays.copyOf(child, child.length + 2);
        confirmed[child.length] = "child";
        confirmed[child.length + 1] = "yes";
        assertThat(browser.post("/patients/new", confirmed).path()).startsWith("/patients/");
        assertThat(admit(browser, "Взрослый", "ru", "23.11.2008")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void findsTheSameWordsOnATabAndOnItsPage(String language) {
        Browser browser = clinic.signedIn(Role.PHYSICIAN).reading(language);
        String page =
                browser.get("/patients/" + RunningClinic.PATIENT + "/record").text();
        String title = page.replaceAll("(?s).*<h1>(.*?)</h1>.*", "$1");
        assertThat(page).contains("/record\" aria-current=\"page\">" + title + "</a>");
        assertThat(page)
                .as("a script that puts styles into a page would be stopped")
                .contains("\"attributesToSettle\":[\"class\",\"width\",\"height\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC", "54.5", "M5", "M54,5", "back pain", "ЖК4.5"})
    void refusesWhatIsNoCodeAtAll(String code) {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String path = "/patients/" + RunningClinic.PATIENT + "/diagnosis";
        browser.get(path);
        Browser.Answer refused =
                browser.post(path, "code", "other", "other", code, "onset", "20.11.2026", "certainty", "confirmed");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("This is no ICD-10 code").doesNotContain("id=\"anyway\"");
    }

    @Test
    void isToldThatLumbarDoesNotTreatWhatACodeStandsFor() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(browser, "Elsewhere", "en");
        String path = "/patients/" + id + "/diagnosis";
        browser.get(path);
        String[] form = {"code", "other", "other", "j45.0", "onset", "20.11.2026", "certainty", "confirmed"};
        Browser.Answer told = browser.post(path, form);
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.text()).contains("J45.0 is not a code of low back pain", "id=\"anyway\"");
        form[3] = "М51.2";
        assertThat(browser.post(path, form).path())
                .as("a Cyrillic letter is read as meant")
                .endsWith("/interview");
        assertThat(browser.get(path).text()).contains("value=\"M51.2\"");
        form[3] = "M54.9";
        assertThat(browser.post(path, form).path())
                .as("a code that raises the question")
                .endsWith("/interview");
        browser.get(path);
        String[] anyway = java.util.Arrays.copyOf(form, form.length + 2);
        anyway[3] = "J45.0";
        anyway[form.length] = "anyway";
        anyway[form.length + 1] = "yes";
        assertThat(browser.post(path, anyway).path()).endsWith("/interview");
    }

    @Test
    void refusesNumbersThatCannotBe() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(browser, "Numbers", "en");
        browser.get("/patients/" + id + "/interview");
        Browser.Answer answer = browser.post("/patients/" + id + "/interview", "q-pain-nrs", "11", "q-systolic", "abc");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("should lie between 0 and 10", "type a number", "value=\"abc\"");
        assertThat(browser.post("/patients/" + id + "/interview", "q-no-such-thing", "yes")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void checksThePlanAgainstWhatThePatientTakes() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(browser, "Warfarin", "en");
        interview(browser, id);
        String choose = "name=\"choose\" value=\"ibuprofen\"";
        assertThat(browser.get("/patients/" + id + "/plan").text()).contains(choose);
        browser.get("/patients/" + id + "/record");
        assertThat(browser.post("/patients/" + id + "/record", "kind", "medicine", "atc", "12")
                        .status())
                .isEqualTo(422);
        Browser.Answer added =
                browser.post("/patients/" + id + "/record", "kind", "medicine", "name", "Warfarin", "atc", "b01aa03");
        assertThat(added.text()).contains("Warfarin", "B01AA03", "name=\"stop\"");
        assertThat(browser.get("/patients/" + id + "/plan").text()).doesNotContain(choose);
        assertThat(browser.get("/patients/" + id + "/plan/ibuprofen").text()).contains("Warfarin");
        browser.get("/patients/" + id + "/record");
        String reference =
                added.text().replaceAll("(?s).*name=\"stop\" value=\"(MedicationStatement/[^\"]+)\".*", "$1");
        assertThat(browser.post("/patients/" + id + "/record", "stop", reference)
                        .text())
                .contains(">stopped<");
    }

    @Test
    void knowsMedicinesByTheirNames() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(browser, "Named", "en");
        assertThat(browser.get("/patients/" + id + "/record").text()).contains("<option value=\"Warfarin\">B01AA03");
        assertThat(browser.post("/patients/" + id + "/record", "kind", "medicine", "name", "Варфарин")
                        .text())
                .contains("Варфарин", "B01AA03");
    }

    /** A brand may hold more than its known part: an allergy to it keeps medicines waiting, whatever was answered before. */
    @Test
    void takesNoBrandForKnown() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(browser, "Branded", "en");
        interview(browser, id);
        String choose = "name=\"choose\" value=\"ibuprofen\"";
        assertThat(browser.get("/patients/" + id + "/plan").text()).contains(choose);
        browser.get("/patients/" + id + "/record");
        assertThat(browser.post("/patients/" + id + "/record", "kind", "allergy", "name", "Пенталгин")
                        .text())
                .contains("Пенталгин", "no code");
        assertThat(browser.get("/patients/" + id + "/plan").text()).doesNotContain(choose);
    }

    @Test
    void leavesATraceOfEveryLook() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        browser.get("/patients/" + RunningClinic.PATIENT);
        Browser.Answer history = browser.get("/patients/" + RunningClinic.PATIENT + "/history");
        assertThat(clinic.store().read("access/" + RunningClinic.PATIENT))
                .extracting(Entry::author, Entry::kind, entry -> entry.content().get("what"))
                .contains(org.assertj.core.groups.Tuple.tuple("physician", "viewed", "/patients/{id}"));
        assertThat(history.text())
                .contains("Dr physician", "overview of the chart")
                .doesNotContain("/patients/{id}");
        assertThat(browser.get("/patients/" + RunningClinic.PATIENT + "/history?lang=ru")
                        .text())
                .contains("обзор карты");
    }

    @Test
    void findsPatientsInEitherAlphabet() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        assertThat(browser.get("/patients?q=semenova").text()).contains("Семёнова Ольга");
        assertThat(browser.get("/patients?q=nobody-here").text())
                .contains("No patients")
                .doesNotContain("Семёнова");
        assertThat(browser.get("/patients/nosuchpatient").status()).isEqualTo(404);
    }

    @Test
    void givesTheRecordAsABundleThatThePlannerReads() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(browser, "Bundle", "en");
        byte[] bundle =
                browser.get("/patients/" + id + "/record.json").response().body();
        assertThat(org.lumbar.fhir.BundleReader.read(bundle).id()).isEqualTo(id);
    }

    @Test
    void letsPatientsSeeTheirOwnSignedPlansOnly() {
        Browser patient = clinic.signedIn(Role.PATIENT);
        assertThat(patient.get("/my").text()).contains("Ольга", "No plan has been signed");
        assertThat(patient.get("/my/plans/1/sheet.pdf").status()).isEqualTo(404);
        assertThat(patient.get("/patients/" + RunningClinic.PATIENT).status()).isEqualTo(403);
    }
}
