package org.lumbar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.core.text.Language;
import org.lumbar.server.RunningServer;

/** Somebody of 70 years on a blood thinner wants diclofenac; others have a warning sign. */
class DecisionTest {

    private static final String ITEM = "#diclofenac-oral ";

    @TempDir
    private static Path folder;

    private static RunningServer clinic;

    @BeforeAll
    static void start() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneId.of("Europe/Moscow"));
        clinic = ClinicVisit.clinic(folder, clock);
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    static Stream<Arguments> everyone() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(true, false).map(scripts -> Arguments.of(language, scripts)));
    }

    /** Admits somebody who takes warfarin and opens the card of diclofenac. */
    private static void open(ClinicVisit visit, String family, Language language) {
        visit.admit(family, language, "12.03.1956");
        String patient = visit.path().replace("/interview", "");
        visit.open(patient + "/record");
        visit.find("input[name=kind][value=medicine]").check();
        visit.fill("name", "Warfarin");
        visit.fill("atc", "B01AA03");
        visit.press("#record button.main");
        visit.open(patient + "/interview");
        visit.interview();
        visit.press("#withheld > details > summary");
        visit.press(ITEM + ".do a[href*='/override']");
        assertThat(visit.find(ITEM + ".decision")).isVisible();
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void isGivenAgainstTheRulesWithReasons(Language language, boolean scripts) {
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, 1366, scripts)) {
            open(visit, "Against-" + language + scripts, language);
            visit.isAccessible();
            for (Locator summary : visit.find(ITEM + ".ask > p > strong").all()) {
                assertThat(summary.innerText().length()).isBetween(5, 140);
            }
            visit.press(ITEM + "#decide button[type=submit]");
            assertThat(visit.find("#problems li").first()).isVisible();
            visit.find("#decide select").all().forEach(reason -> reason.selectOption("other"));
            visit.find("#decide input[type=text]").all().forEach(text -> text.fill("Cardiologist agreed today"));
            visit.find("#decide input[name=confirm][value=yes]").check();
            visit.press(ITEM + "#decide button[type=submit]");
            assertThat(visit.find(ITEM + ".tag.care")).isVisible();
            assertThat(visit.find(ITEM + ".decided").first()).containsText("Cardiologist agreed today");

            visit.press(ITEM + ".do a[href*='/order']");
            visit.fill("amount", "5000");
            visit.press("#decide button.main");
            assertThat(visit.find("#amount")).hasAttribute("aria-invalid", "true");
            visit.fill("amount", "50");
            visit.fill("times", "2");
            visit.fill("days", "3");
            visit.press("#decide button.main");
            String line = visit.find(ITEM + ".how").innerText();
            assertThat(line)
                    .containsPattern(
                            language == Language.EN
                                    ? "50\\h?mg by mouth, 2 times a day"
                                    : "по 50\\h?мг, 2 раза в день");
            assertThat(line).doesNotContainPattern("[.,]0(?!\\d)").doesNotContainPattern("\\d(mg|мг)");

            visit.press(".tally a.main");
            visit.isAccessible();
            visit.fill("password", ClinicVisit.PASSWORD);
            visit.press("#sign button.main");
            assertThat(visit.path()).endsWith("/plans/1");
            assertThat(visit.find("main")).containsText("Cardiologist agreed today");
            visit.press("main a[href$='/plans/1/patient']");
            visit.isAccessible();
        }
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void isReplacedWithOneClick(Language language, boolean scripts) {
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, 320, scripts)) {
            open(visit, "Instead-" + language + scripts, language);
            visit.isAccessible();
            Locator instead = visit.find(ITEM + ".decision .instead button").first();
            String chosen = String.valueOf(instead.getAttribute("value")).replaceAll(".*>", "");
            instead.click();
            assertThat(visit.path()).endsWith("/plan");
            assertThat(visit.find("#" + chosen + " .tag.good")).isVisible();
            assertThat(visit.find(ITEM + ".tag.good")).hasCount(0);
            visit.open("/knowledge/rules");
            assertThat(visit.find("tbody tr").first()).isVisible();
            visit.isAccessible();
        }
    }

    static Stream<Arguments> signs() {
        return Stream.of("rf-cancer-hx", "rf-infection", "rf-fracture-minor", "rf-motor-prog")
                .flatMap(sign -> Stream.of(Language.values()).map(language -> Arguments.of(sign, language)));
    }

    /** History of cancer, fever or injected drugs, a fall with brittle bones, growing weakness. */
    @ParameterizedTest
    @MethodSource("signs")
    void writesTheReferralThatAWarningSignCallsFor(String sign, Language language) {
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, 1366, false)) {
            visit.admit("Sign-" + sign + language, language);
            String patient = visit.path().replace("/interview", "");
            visit.open(patient + "/interview?again=" + sign);
            visit.find("input[name=q-" + sign + "][value=yes]").check();
            visit.press("#interview button.main");
            visit.open(patient + "/plan");
            assertThat(visit.find(".triage.alarm")).isVisible();
            visit.find("main a[href$='/letters/referral']").first().click();
            assertThat(visit.find(".notice.alarm")).isVisible();
            assertThat(visit.find("main a[href$='/letters/referral/letter.pdf']"))
                    .isVisible();
            visit.isAccessible();
        }
    }
}
