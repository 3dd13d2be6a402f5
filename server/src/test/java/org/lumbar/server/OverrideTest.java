package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.server.account.Role;

/** Somebody of 70 years on a blood thinner wants diclofenac: what it takes to give it, and what that never opens. */
class OverrideTest {

    private static final String CARD = "name=\"reason-0\"";

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

    private String onWarfarin(String family) {
        String id = Patients.admit(browser, family, "en", "12.03.1956");
        takes(id, "Warfarin", "B01AA03");
        Patients.interview(browser, id);
        return id;
    }

    private Browser.Answer takes(String id, String name, String atc) {
        browser.get("/patients/" + id + "/record");
        return browser.post("/patients/" + id + "/record", "kind", "medicine", "name", name, "atc", atc);
    }

    private static String card(String id, String item) {
        return "/patients/" + id + "/plan/" + item + "/override";
    }

    /** Opens the card and gives the same reason against every rule. */
    private Browser.Answer override(String id, String item) {
        Browser.Answer open = browser.get(card(id, item));
        assertThat(open.text()).contains(CARD);
        return browser.post(card(id, item), reasons(open, "other", "Cardiology agreed on 22 November"));
    }

    private static String[] reasons(Browser.Answer open, String reason, String text) {
        java.util.ArrayList<String> fields = new java.util.ArrayList<>(List.of("confirm", "yes"));
        for (int i = 0; open.text().contains("name=\"reason-" + i + "\""); i++) {
            fields.addAll(List.of("reason-" + i, reason, "text-" + i, text));
        }
        return fields.toArray(String[]::new);
    }

    private Browser.Answer plan(String id) {
        return browser.get("/patients/" + id + "/plan");
    }

    private List<Entry> entries(String id, String kind) {
        return clinic.store().read("patient/" + id).stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }

    @Test
    void isNeededForWhatIsWithheld() {
        String id = onWarfarin("Needed");
        plan(id);
        Browser.Answer chosen = browser.post("/patients/" + id + "/plan", "choose", "diclofenac-oral");
        assertThat(chosen.status()).isEqualTo(422);
        assertThat(chosen.text()).contains("is not offered to this patient now");
        assertThat(entries(id, "chosen")).isEmpty();
    }

    @Test
    void asksForAReasonAgainstEveryRuleAndForASecondWord() {
        String id = onWarfarin("Reasons");
        Browser.Answer open = browser.get(card(id, "diclofenac-oral"));
        assertThat(open.text()).contains("The benefit outweighs; I will monitor", "contraindication", "interaction");
        Browser.Answer nothing = browser.post(card(id, "diclofenac-oral"));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text()).contains("href=\"#reason-0\"", "href=\"#reason-1\"", "href=\"#confirm\"");
        Browser.Answer other = browser.post(card(id, "diclofenac-oral"), reasons(open, "other", "short"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text()).contains("at least 10 characters", "value=\"short\"");
        Browser.Answer once = browser.post(
                card(id, "diclofenac-oral"), "reason-0", "specialist", "reason-1", "specialist", "confirm", "");
        assertThat(once.status()).isEqualTo(422);
        Browser.Answer kept = browser.post(card(id, "diclofenac-oral"), "confirm", "no");
        assertThat(kept.status()).isEqualTo(200);
        assertThat(entries(id, "overridden")).isEmpty();
        assertThat(entries(id, "chosen")).isEmpty();
    }

    @Test
    void standsInThePlanAndInEverythingThatIsSigned() throws IOException {
        String id = onWarfarin("Signed");
        Browser.Answer plan = override(id, "diclofenac-oral");
        assertThat(plan.path()).endsWith("/plan");
        assertThat(plan.text()).contains("against a rule", "Cardiology agreed on 22 November");
        Browser.Answer order = browser.get("/patients/" + id + "/plan/diclofenac-oral/order");
        assertThat(order.text()).contains("at most 50 mg");
        browser.post(
                "/patients/" + id + "/plan/diclofenac-oral/order",
                "amount",
                "50",
                "times",
                "2",
                "days",
                "3",
                "meal",
                "after",
                "needed",
                "yes");
        browser.get("/patients/" + id + "/sign");
        Browser.Answer signed =
                browser.post("/patients/" + id + "/sign", "password", RunningClinic.PASSWORD, "language", "en");
        assertThat(signed.path()).endsWith("/plans/1");
        Entry entry = entries(id, "signed").getFirst();
        assertThat(Json.maps(entry.content(), "decided"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(Json.text(one, "why")).contains("Cardiology agreed"));
        String paper = pdf("/patients/" + id + "/plans/1/sheet.pdf");
        assertThat(paper)
                .contains("Decided against a rule", "Cardiology agreed on 22 November")
                .contains("50 mg by mouth, 2 times a day, after food, only if needed for pain, for 3 days");
    }

    private String pdf(String path) throws IOException {
        try (PDDocument document = Loader.loadPDF(browser.get(path).response().body())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    @Test
    void neverReachesAnotherRule() {
        String id = onWarfarin("Rule");
        override(id, "diclofenac-oral");
        browser.get("/patients/" + id + "/interview?again=active-peptic-ulcer");
        browser.post("/patients/" + id + "/interview", "q-active-peptic-ulcer", "yes");
        assertThat(browser.get("/patients/" + id + "/sign").text()).contains("do not suit the patient any more");
        Browser.Answer forced =
                browser.post("/patients/" + id + "/sign", "password", RunningClinic.PASSWORD, "expected", "99");
        assertThat(forced.status()).isEqualTo(422);
        Browser.Answer card = browser.get(card(id, "diclofenac-oral"));
        assertThat(card.text())
                .contains("ulcer")
                .as("what was decided is not asked again")
                .doesNotContain("reason-1");
    }

    @Test
    void neverReachesAnotherItem() {
        String id = onWarfarin("Item");
        override(id, "diclofenac-oral");
        plan(id);
        assertThat(browser.post("/patients/" + id + "/plan", "choose", "naproxen")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void neverReachesAnotherPatient() {
        String one = onWarfarin("One");
        override(one, "diclofenac-oral");
        String other = onWarfarin("Other");
        plan(other);
        assertThat(browser.post("/patients/" + other + "/plan", "choose", "diclofenac-oral")
                        .status())
                .isEqualTo(422);
        assertThat(entries(other, "overridden")).isEmpty();
    }

    @Test
    void lapsesWhenTheFactsChange() {
        String id = onWarfarin("Facts");
        override(id, "diclofenac-oral");
        Browser.Answer record = takes(id, "Apixaban", "B01AF02");
        String warfarin =
                record.text().replaceAll("(?s).*?name=\"stop\" value=\"([^\"]+)\"[^>]*>[^<]*</button>.*", "$1");
        browser.post("/patients/" + id + "/record", "stop", warfarin);
        assertThat(plan(id).text()).contains("has to be decided");
        assertThat(browser.get(card(id, "diclofenac-oral")).text()).contains(CARD, "Apixaban");
    }

    @Test
    void isNotAskedForAgainInTheSameDraft() {
        String id = onWarfarin("Again");
        override(id, "diclofenac-oral");
        plan(id);
        browser.post("/patients/" + id + "/plan", "remove", "diclofenac-oral");
        Browser.Answer back = browser.get(card(id, "diclofenac-oral"));
        assertThat(back.text()).contains("Nothing speaks against it").doesNotContain(CARD);
        browser.post("/patients/" + id + "/plan", "choose", "diclofenac-oral");
        assertThat(plan(id).text()).contains("against a rule");
    }

    @Test
    void isNeverPossibleForWhatTheSourcesAreWrongAbout() {
        String id = onWarfarin("Refused");
        Browser.Answer card = browser.get(card(id, "sedalgin-classic"));
        assertThat(card.text()).contains("unsafe or false").doesNotContain(CARD);
        Browser.Answer forged = browser.post(
                card(id, "sedalgin-classic"),
                "confirm",
                "yes",
                "rule-0",
                "sedalgin-classic/refused",
                "reason-0",
                "specialist");
        assertThat(forged.status()).isEqualTo(422);
        assertThat(entries(id, "overridden")).isEmpty();
        assertThat(browser.post("/patients/" + id + "/plan", "choose", "sedalgin-classic")
                        .status())
                .isEqualTo(422);
    }

    /** A withheld item hides what was never asked; to give it all the same, that has to be faced too. */
    @Test
    void namesWhatNobodyAsked() {
        String id = Patients.admit(browser, "Unasked", "en", "12.03.1956");
        takes(id, "Warfarin", "B01AA03");
        browser.get("/patients/" + id + "/interview");
        browser.post("/patients/" + id + "/interview", "q-pain-nrs", "6");
        assertThat(browser.get(card(id, "diclofenac-oral")).text()).contains("not known yet", "Not known yet:");
    }

    @Test
    void replacesWithOneClickAndChecksAgain() {
        String id = onWarfarin("Replace");
        override(id, "diclofenac-oral");
        String plan = plan(id).text();
        assertThat(plan).contains("value=\"diclofenac-oral>paracetamol\"");
        Browser.Answer after = browser.post("/patients/" + id + "/plan", "replace", "diclofenac-oral>paracetamol");
        assertThat(after.path()).endsWith("/plan");
        assertThat(entries(id, "removed")).hasSize(1);
        assertThat(after.text()).contains("name=\"remove\" value=\"paracetamol\"");
        assertThat(browser.post("/patients/" + id + "/plan", "replace", "paracetamol>naproxen")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void countsWhatBecameOfEachRule() {
        String id = onWarfarin("Counted");
        Map<String, int[]> before = counts();
        browser.get(card(id, "diclofenac-oral"));
        browser.get(card(id, "diclofenac-oral"));
        override(id, "diclofenac-oral");
        Map<String, int[]> after = counts();
        assertThat(after).anySatisfy((rule, count) -> {
            int[] old = before.getOrDefault(rule, new int[2]);
            assertThat(count[0] - old[0]).as("shown").isEqualTo(1);
            assertThat(count[1] - old[1]).as("overridden").isEqualTo(1);
        });
    }

    /** The id of a rule stands small beside its words. */
    @Test
    void namesRulesInWords() {
        override(onWarfarin("Words"), "ibuprofen");
        String page = browser.get("/knowledge/rules").text();
        var rows = java.util.regex.Pattern.compile("<th scope=\"row\">([^<]*) <code>([^<]+)</code>")
                .matcher(page);
        assertThat(page).contains("class=\"num\"");
        while (rows.find()) {
            assertThat(rows.group(1)).isNotBlank().isNotEqualTo(rows.group(2)).doesNotContain("/");
        }
    }

    /** Shown and overridden, by rule. */
    private Map<String, int[]> counts() {
        Map<String, int[]> counts = new java.util.HashMap<>();
        var rows = java.util.regex.Pattern.compile(
                        "<code>([^<]+)</code>.*?class=\"num\">(\\d+)</td>.*?class=\"num\">\\d+</td>.*?class=\"num\">(\\d+)</td>")
                .matcher(browser.get("/knowledge/rules").text());
        while (rows.find()) {
            counts.put(rows.group(1), new int[] {Integer.parseInt(rows.group(2)), Integer.parseInt(rows.group(3))});
        }
        return counts;
    }

    @Test
    void refusesADoseBeyondTheCeilingAndSaysWhy() {
        String id = Patients.admit(browser, "Dose", "en", "12.03.1984");
        Patients.interview(browser, id);
        plan(id);
        browser.post("/patients/" + id + "/plan", "choose", "ibuprofen");
        String order = "/patients/" + id + "/plan/ibuprofen/order";
        browser.get(order);
        Browser.Answer tooMuch = browser.post(order, "amount", "800", "times", "3", "days", "60");
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.text())
                .contains("beyond what is allowed for this patient", "at most 400 mg", "value=\"800\"");
        Browser.Answer words = browser.post(order, "amount", "a lot");
        assertThat(words.text()).contains("type a number");
        Browser.Answer right = browser.post(order, "amount", "400", "times", "2", "days", "3", "needed", "yes");
        assertThat(right.text().replace('\u00a0', ' '))
                .contains("400 mg by mouth, 2 times a day, only if needed for pain, for 3 days (to 25 November 2026)");
    }

    private Browser.Answer lift(String id) {
        return browser.post(
                "/patients/" + id + "/emergency",
                "reason",
                "assessed",
                "text",
                "City Hospital, MRI, no compression",
                "confirm",
                "yes");
    }

    /** No decision takes back what stands in the record; a disease that is over is said to be so there. */
    @Test
    void liftsAnEmergencyOnRecordOnlyInTheRecord() {
        String id = Patients.admit(browser, "Recorded", "en", "12.03.1984");
        browser.get("/patients/" + id + "/diagnosis");
        browser.post(
                "/patients/" + id + "/diagnosis",
                "code",
                "other",
                "other",
                "G83.4",
                "onset",
                "20.11.2026",
                "certainty",
                "confirmed");
        assertThat(plan(id).text()).contains("What to tell the patient");
        browser.get("/patients/" + id + "/emergency");
        Browser.Answer lifted = lift(id);
        assertThat(lifted.status()).isEqualTo(422);
        assertThat(lifted.text()).contains("stands in the record");
        assertThat(entries(id, "overridden")).isEmpty();
        Browser.Answer record = browser.get("/patients/" + id + "/record");
        String disease = record.text().replaceAll("(?s).*name=\"stop\" value=\"(Condition/[^\"]+)\".*", "$1");
        assertThat(browser.post("/patients/" + id + "/record", "stop", disease).text())
                .contains(">over<");
        assertThat(plan(id).text()).doesNotContain("What to tell the patient");
    }

    @Test
    void liftsAnEmergencyOnlyWithAReasonAndASecondWord() {
        String id = Patients.admit(browser, "Emergency", "en", "12.03.1984");
        browser.get("/patients/" + id + "/interview");
        browser.post("/patients/" + id + "/interview", "q-rf-ces-saddle", "yes");
        assertThat(plan(id).text()).contains("What to tell the patient").doesNotContain("name=\"choose\"");
        Browser.Answer card = browser.get(card(id, "ibuprofen"));
        assertThat(card.text()).as("no single item passes an emergency").doesNotContain(CARD);
        browser.get("/patients/" + id + "/emergency");
        Browser.Answer bare = browser.post("/patients/" + id + "/emergency", "reason", "assessed", "confirm", "yes");
        assertThat(bare.status()).isEqualTo(422);
        Browser.Answer unsure = browser.post(
                "/patients/" + id + "/emergency", "reason", "assessed", "text", "City Hospital, MRI, no compression");
        assertThat(unsure.status()).isEqualTo(422);
        Browser.Answer lifted = lift(id);
        assertThat(lifted.path()).endsWith("/plan");
        assertThat(lifted.text()).doesNotContain("What to tell the patient");
        assertThat(entries(id, "overridden")).hasSize(1);
        browser.get("/patients/" + id + "/interview?again=rf-ces-saddle");
        browser.post("/patients/" + id + "/interview", "q-rf-ces-saddle", "yes");
        assertThat(plan(id).text()).as("a new sign stops it again").contains("What to tell the patient");
    }

    @Test
    void neverChangesWhatWasSigned() {
        String id = onWarfarin("Final");
        override(id, "diclofenac-oral");
        browser.get("/patients/" + id + "/sign");
        browser.post("/patients/" + id + "/sign", "password", RunningClinic.PASSWORD, "language", "en");
        String sheet = "/patients/" + id + "/plans/1/sheet.pdf";
        byte[] before = browser.get(sheet).response().body();
        String page = withoutToken(browser.get("/patients/" + id + "/plans/1"));
        takes(id, "Apixaban", "B01AF02");
        plan(id);
        browser.post("/patients/" + id + "/plan", "remove", "diclofenac-oral");
        assertThat(browser.get(sheet).response().body()).isEqualTo(before);
        assertThat(withoutToken(browser.get("/patients/" + id + "/plans/1"))).isEqualTo(page);
    }

    private static String withoutToken(Browser.Answer page) {
        return page.text().replaceAll("(_csrf\" value=|X-CSRF-TOKEN\":)\"[^\"]+\"", "");
    }
}
