package org.lumbar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.core.text.Language;
import org.lumbar.server.RunningServer;
import org.lumbar.server.patient.Clinic;

/** A physician meets warning signs and rules: what stops everything, what has to be decided, and what stays of the decision. */
class RiskTest {

    /** What the ISMP finds dangerous in an order: old short words, a missing or needless nought, a number that touches its unit. */
    private static final Pattern DANGEROUS = Pattern.compile(
            "(?iu)\\b(qd|qod|bid|tid|hs)\\b|\\d[.,]0+\\b|(^|[^\\d])[.,]\\d|µg|мкг|\\d(mg|ml|g|мг|мл|г)\\b");

    private static final int LONGEST_SUMMARY = 140;

    @TempDir
    private static Path folder;

    private static RunningServer clinic;

    @BeforeAll
    static void start() {
        clinic = ClinicVisit.clinic(
                folder, Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneId.of("Europe/Moscow")));
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    /** Somebody with three days of pain, at the beginning of the interview. */
    private static String acute(String family) {
        return ClinicVisit.admission(clinic).admit(Json.object("""
            {"family": "%s", "given": ["Emily"], "sex": "female", "language": "en", "country": "RU", "born": "1984-03-12",
             "icd10": "M54.5", "confirmed": true, "days": 3, "pain": 6, "visits": 0}\
            """.formatted(family)));
    }

    /** Somebody of 70 years who takes warfarin, all questions answered. */
    private static String onWarfarin(String family) {
        return ClinicVisit.admission(clinic).admit(Json.object("""
            {"family": "%s", "given": ["Vera"], "sex": "female", "language": "en", "country": "RU", "born": "1956-03-12",
             "icd10": "M54.5", "confirmed": true, "days": 3, "pain": 6, "visits": 0, "complete": true,
             "medicines": [{"name": "Warfarin", "atc": "B01AA03"}], "numbers": {"systolic": 126, "diastolic": 78}}\
            """.formatted(family)));
    }

    private static List<Entry> decisions(String id) {
        return clinic.part(Clinic.class).store().read("patient/" + id).stream()
                .filter(entry -> entry.kind().equals("overridden"))
                .toList();
    }

    /** Answers one question with yes, and tells what the page says of it at once, or without scripts when it was sent. */
    private static Locator yes(ClinicVisit visit, String id, String sign, boolean scripts) {
        visit.open("/patients/" + id + "/interview?again=" + sign);
        visit.find("#q-" + sign).check(new Locator.CheckOptions().setForce(true));
        if (!scripts) {
            visit.press("#interview button.main");
        }
        return visit.find((scripts ? "#side" : "main") + " .triage");
    }

    @ParameterizedTest
    @CsvSource({
        "rf-ces-bladder, EN, true",
        "rf-ces-bladder, RU, false",
        "rf-infection, RU, true",
        "rf-motor-prog, EN, false",
        "rf-motor-prog, RU, true"
    })
    void stopsAtAnEmergencyUntilSomebodyAnswersForLiftingIt(String sign, Language language, boolean scripts) {
        String id = acute("Stop-" + sign + language);
        String patient = "/patients/" + id;
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, 1366, scripts)) {
            Locator triage = yes(visit, id, sign, scripts);
            assertThat(triage).hasClass("triage alarm");
            assertThat(triage).hasAttribute("role", "alert");
            String suspected = triage.locator(".flag strong").first().textContent();

            visit.open(patient + "/plan");
            assertThat(visit.find("[name=choose]")).hasCount(0);
            assertThat(visit.find("main")).containsText(visit.say("emergency.closed.why"));
            Locator told = visit.find("section")
                    .filter(new Locator.FilterOptions().setHasText(visit.say("emergency.tell.why")));
            assertThat(told).not().containsText(suspected);
            visit.open(patient + "/programme");
            assertThat(visit.find("main .exercise")).hasCount(0);
            assertThat(visit.find("main .empty")).hasText(visit.say("programme.emergency"));

            visit.open(patient + "/letters/referral");
            assertThat(visit.find("main article")).containsText(suspected);
            assertThat(visit.answer(patient + "/letters/referral/letter.pdf").headers())
                    .containsEntry("content-type", "application/pdf");

            visit.open(patient + "/emergency");
            visit.press("#lift [type=submit]");
            assertThat(visit.find("#problems li")).hasCount(3);
            visit.find("#reason").selectOption("assessed");
            visit.fill("text", "City hospital, 14:20, nothing found");
            visit.press("#lift [type=submit]");
            assertThat(visit.find("#problems li")).hasCount(1);
            assertThat(decisions(id)).isEmpty();
            visit.find("#confirm [value=yes]").check();
            visit.press("#lift [type=submit]");
            assertThat(visit.path()).isEqualTo(patient + "/plan");
            assertThat(visit.find(".triage.alarm")).hasCount(0);
            assertThat(decisions(id)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rf-cancer-hx, EN, true",
        "rf-cancer-hx, RU, false",
        "rf-fracture-minor, EN, false",
        "rf-fracture-minor, RU, true"
    })
    void tellsOfWhatIsUrgentBesideThePlan(String sign, Language language, boolean scripts) {
        String id = onWarfarin("Urgent-" + sign + language);
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, 1366, scripts)) {
            assertThat(yes(visit, id, sign, scripts).locator(".flag")).isVisible();
            visit.open("/patients/" + id + "/plan");
            Locator flag = visit.find(".triage .flag").first();
            assertThat(flag).isVisible();
            String suspected = flag.locator("strong").textContent();
            visit.open(visit.find("#withheld .do a[href*='/override']").first().getAttribute("href"));
            assertThat(visit.find(".decision .objection").first()).isVisible();
            visit.open("/patients/" + id + "/letters/referral");
            assertThat(visit.find("main article")).containsText(suspected);
        }
    }

    @ParameterizedTest
    @CsvSource({"EN, true", "RU, true", "EN, false", "RU, false"})
    void asksForAReasonAgainstEachRuleAndNeverTwice(Language language, boolean scripts) {
        String id = onWarfarin("Risk-" + language + scripts);
        String plan = "/patients/" + id + "/plan";
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, 1366, scripts)) {
            open(visit, plan);
            Locator rules = visit.find("#open-diclofenac-oral .objection");
            for (Locator summary : rules.locator("strong").all()) {
                assertThat(summary.textContent().length()).isLessThanOrEqualTo(LONGEST_SUMMARY);
            }
            assertThat(visit.find("#open-diclofenac-oral .instead button").first())
                    .isVisible();
            if (scripts) {
                visit.isAccessible();
            }
            assertThat(reasons(rules.first())).isNotEqualTo(reasons(rules.last()));
            int count = rules.count();

            visit.press("#open-diclofenac-oral #decide [type=submit]");
            assertThat(visit.find("#problems li")).hasCount(count + 1);
            for (int i = 0; i < count; i++) {
                visit.find("#reason-" + i).selectOption("other");
                visit.fill("text-" + i, "Cardiology agreed on 22 November");
            }
            visit.find("#confirm [value=yes]").check();
            visit.press("#open-diclofenac-oral #decide [type=submit]");
            visit.find("#diclofenac-oral .decided").first().waitFor();
            assertThat(visit.find("#diclofenac-oral .decided").first()).containsText("Cardiology agreed");
            open(visit, plan);
            assertThat(rules).hasCount(0);

            visit.open(plan + "/diclofenac-oral/order");
            visit.fill("amount", "50");
            visit.fill("times", "2");
            visit.fill("days", "3");
            visit.press("#decide [type=submit]");
            String line = visit.find("#diclofenac-oral .how").textContent();
            assertThat(line).contains("50").doesNotContainPattern(DANGEROUS);
            visit.open("/patients/" + id + "/sign");
            visit.fill("password", ClinicVisit.PASSWORD);
            visit.press("#sign button.main");
            assertThat(visit.path()).endsWith("/plans/1");
            assertThat(visit.find("main")).containsText("Cardiology agreed");
        }
        assertThat(decisions(id)).hasSize(1);
    }

    /** Opens the card of the medicine beside its row. */
    private static void open(ClinicVisit visit, String plan) {
        visit.open(plan);
        Locator card = visit.find("#diclofenac-oral .do a[href*='/override']");
        if (card.count() == 0) {
            return;
        }
        Locator closed = visit.find("details:not([open]):has(#diclofenac-oral) > summary");
        if (closed.count() > 0) {
            closed.click();
        }
        card.click();
        visit.find("#open-diclofenac-oral .decision").waitFor();
    }

    private static List<String> reasons(Locator rule) {
        return rule.locator("option").allTextContents();
    }

    @ParameterizedTest
    @CsvSource({"EN, false", "RU, true"})
    void countsWhatBecomesOfEachRule(Language language, boolean scripts) {
        String id = onWarfarin("Counted-" + language);
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, 1366, scripts)) {
            List<Integer> before = counts(visit);
            open(visit, "/patients/" + id + "/plan");
            int rules = visit.find("#open-diclofenac-oral .objection").count();
            Locator instead =
                    visit.find("#open-diclofenac-oral .instead button").first();
            String other = instead.getAttribute("value").replaceFirst(".*>", "");
            instead.click();
            assertThat(visit.find("#" + other)).hasClass("in");
            List<Integer> after = counts(visit);
            assertThat(after.get(0) - before.get(0)).as("shown").isEqualTo(rules);
            assertThat(after.get(1) - before.get(1)).as("followed").isEqualTo(rules);
            assertThat(after.get(2) - before.get(2)).as("overridden").isZero();
        }
    }

    /** How often rules were shown, followed and overridden. */
    private static List<Integer> counts(ClinicVisit visit) {
        visit.open("/knowledge/rules");
        return List.of(2, 3, 4).stream()
                .map(column -> visit.find("tbody td:nth-child(" + column + ")").allTextContents().stream()
                        .mapToInt(text -> Integer.parseInt(text.strip()))
                        .sum())
                .toList();
    }
}
