package org.lumbar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.text.Language;
import org.lumbar.server.RunningServer;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.Role;
import org.lumbar.server.governance.Reports;

/** Readers of the knowledge base report what is wrong, and two editors change it. */
class GovernanceTest {

    private static final String WALKING = "items/exercise/walking-programme.yaml";
    private static final String CASES = "items/exercise/walking-programme.cases.yaml";

    private static final int PATIENCE = 120_000;

    @TempDir
    private static Path folder;

    private static RunningServer clinic;

    @BeforeAll
    static void start() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneId.of("Europe/Moscow"));
        clinic = ClinicVisit.clinic(folder, clock);
        Accounts accounts = clinic.part(Accounts.class);
        for (String editor : new String[] {"first", "second"}) {
            accounts.create(editor, "Dr " + editor, Role.EDITOR, "", ClinicVisit.PASSWORD, false, Accounts.PROGRAM);
        }
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    private static ClinicVisit visit(String username, Language language, int width, boolean scripts) {
        ClinicVisit visit = new ClinicVisit(clinic.address(), username, language, width, scripts);
        // Checking the whole content takes a while on a busy machine.
        visit.page.setDefaultTimeout(PATIENCE);
        return visit;
    }

    private static Reports.Report newest(String comment) {
        return clinic.part(Reports.class).all().stream()
                .filter(report -> report.comment().equals(comment))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void reportsSelectedTextWithTheKeyboard(Language language) {
        try (ClinicVisit visit = visit("", language, 1366, true)) {
            visit.open("/knowledge/vitamin-a");
            visit.find("h1").click(new Locator.ClickOptions().setClickCount(3));
            assertThat(visit.find("[data-report-this]")).isVisible();
            visit.page.keyboard().press("Control+Enter");
            visit.page.waitForURL("**/knowledge/report?**");
            assertThat(visit.find("#quote")).hasValue(java.util.regex.Pattern.compile("240"));
            visit.isAccessible();
            visit.fill("comment", "By keyboard " + language);
            visit.press("#report button.main");
            assertThat(visit.path()).isEqualTo("/knowledge/report/thanks");
            assertThat(newest("By keyboard " + language).page()).isEqualTo("/knowledge/vitamin-a");
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsWithoutScripts(Language language) {
        try (ClinicVisit visit = visit("", language, 320, false)) {
            visit.open("/knowledge/vitamin-a");
            visit.press("[data-report]");
            visit.press("#report button.main");
            assertThat(visit.find("#comment-error")).isVisible();
            visit.fill("comment", "By form " + language);
            visit.press("#report button.main");
            assertThat(newest("By form " + language).named()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsTwoEditorsChangeItAndUndoIt(Language language) {
        String proposal;
        try (ClinicVisit visit = visit("first", language, 1366, true)) {
            visit.open("/knowledge/walking-programme");
            visit.press("main a[href*='changes/new']");
            visit.fill("title", "Walking " + language);
            visit.fill("reason", "A trial.");
            replace(
                    visit,
                    WALKING,
                    "{comprehensive: recommended, guideline: recommended}",
                    "{comprehensive: optional, guideline: optional}");
            visit.press("button[value=propose]");
            assertThat(visit.find(".found .error")).hasCount(0);
            assertThat(visit.find("#found")).isVisible();
            visit.fill("add", CASES);
            visit.press("button[value=add]");
            replace(visit, CASES, "expect: recommended", "expect: optional");
            visit.press("button[value=propose]");
            proposal = visit.path();
            assertThat(visit.find("button[value=approve]")).hasCount(0);
            assertThat(visit.find(".diff .plus").first()).isVisible();
        }
        try (ClinicVisit visit = visit("second", language, 1366, true)) {
            visit.open(proposal);
            visit.isAccessibleAtEveryWidth();
            visit.press("button[value=approve]");
            visit.open("/knowledge/changes");
            assertThat(visit.find("a[href^='/knowledge/editions/']")).hasCount(1);
            visit.press("a[href^='/knowledge/editions/']");
            visit.fill("reason", "The trial was withdrawn.");
            visit.press("#undo button.main");
            assertThat(visit.path()).isEqualTo("/knowledge/changes");
            assertThat(visit.find("a[href^='/knowledge/editions/']")).hasCount(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"EN, true", "RU, true", "EN, false"})
    void classifiesAStatementButNeverAdoptsWhatIsRefused(Language language, boolean scripts) {
        try (ClinicVisit visit = visit("first", language, 1366, scripts)) {
            for (String refused : List.of("A-vitamins-05", "A-exercise-therapy-29")) {
                visit.open("/knowledge/sources/" + refused);
                assertThat(visit.find("[name=verdict]:enabled")).hasCount(1);
                assertThat(visit.find("[name=verdict][value=refuse]")).isChecked();
            }
            visit.open("/knowledge/sources?chapter=A-vitamins");
            visit.press("a[href='/knowledge/sources/A-vitamins-04']");
            if (scripts) {
                visit.isAccessibleAtEveryWidth();
            }
            visit.fill("why-ru", "");
            visit.fill("limits", "- age: [");
            visit.press("#classify button.main");
            assertThat(visit.find("#problems li")).hasCount(2);
            visit.fill("why-ru", "Пробное изменение: польза не показана.");
            visit.fill("limits", "- age: 21\n- evidence: none");
            visit.find("[name=verdict][value=record-only]").check();
            visit.press("#classify button.main");
            Locator file = visit.find("textarea[id='text-claims/A-vitamins.yaml']");
            String text = file.inputValue();
            String statement = text.substring(text.indexOf("A-vitamins-04"), text.indexOf("A-vitamins-05"));
            assertThat(statement)
                    .contains("verdict: record-only", "    - age: 21\n", "Пробное изменение: польза не показана.")
                    .doesNotContain("max 35 mg/day");
            visit.press("button[value=check]");
            assertThat(visit.find("#found .alarm, #found.alarm")).isVisible();
            assertThat(visit.find("#found")).containsText("is only recorded, but has an effect");
        }
    }

    @ParameterizedTest
    @CsvSource({"EN, true", "RU, true", "RU, false"})
    void changesAFigureAndSeesItDrawnAgain(Language language, boolean scripts) {
        String knee = "[id='angle-2-knee.R.flexion']";
        try (ClinicVisit visit = visit("first", language, 1366, scripts)) {
            visit.open("/knowledge/bent-knee-hip-circles");
            visit.press("a[href$='/pose']");
            if (scripts) {
                visit.isAccessibleAtEveryWidth();
            }
            Locator picture = visit.find("#drawn img").first();
            String before = picture.getAttribute("src");
            draw(visit, knee, "75", scripts);
            assertThat(picture).not().hasAttribute("src", before);
            assertThat(visit.find("#drawn .alarm")).hasCount(0);
            draw(visit, knee, "220", scripts);
            assertThat(visit.find("#drawn .alarm li").first()).containsText("a joint goes from");
            draw(visit, knee, "much", scripts);
            assertThat(visit.find("#problems a")).hasAttribute("href", "#angle-2-knee.R.flexion");
            visit.find(knee).fill("75,5");
            visit.find("#new-angle").selectOption("neck.flexion");
            visit.fill("new-value", "8");
            visit.press("button[value=draw]");
            assertThat(visit.find("[id='angle-0-neck.flexion']")).hasValue("8");
            visit.press("button[value=take]");
            Locator file = visit.find("textarea[id='text-figures/bent-knee-hip-circles.yaml']");
            assertThat(file.inputValue())
                    .contains("knee.R.flexion: 75.5}", "neck.flexion: 8", "key-poses: [ready, lift");
            visit.fill("title", "Knee " + language + scripts);
            visit.fill("reason", "A trial.");
            visit.press("button[value=propose]");
            assertThat(visit.find(".diff .plus")).hasCount(2);
            visit.press("button[value=withdraw]");
            assertThat(visit.find("button[value=withdraw]")).hasCount(0);
        }
    }

    /** Types an angle; with scripts that alone draws the figure again. */
    private static void draw(ClinicVisit visit, String field, String value, boolean scripts) {
        visit.find(field).fill(value);
        if (scripts) {
            visit.page.waitForResponse("**/pose", () -> visit.find(field).press("Tab"));
        } else {
            visit.press("button[value=draw]");
        }
    }

    private static void replace(ClinicVisit visit, String file, String old, String fresh) {
        Locator area = visit.find("textarea[id='text-" + file + "']");
        String text = area.inputValue();
        assertThat(text.contains(old)).isTrue();
        area.fill(text.replace(old, fresh));
    }

    @ParameterizedTest
    @EnumSource
    void worksOnPagesThatEverybodyCanUse(Language language) {
        try (ClinicVisit visit = visit("first", language, ClinicVisit.width(language), true)) {
            for (String page : List.of(
                    "",
                    "?category=movement",
                    "?q=gel",
                    "/diclofenac-oral",
                    "/sources",
                    "/sources?chapter=A-spray",
                    "/sources?verdict=refuse",
                    "/publications",
                    "/report",
                    "/reports",
                    "/changes",
                    "/changes/new?file=" + CASES)) {
                visit.open("/knowledge" + page);
                visit.isAccessibleAtEveryWidth();
            }
        }
    }
}
