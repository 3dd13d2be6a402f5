package org.lumbar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static void replace(ClinicVisit visit, String file, String old, String fresh) {
        Locator area = visit.find("textarea[id='text-" + file + "']");
        String text = area.inputValue();
        assertThat(text.contains(old)).isTrue();
        area.fill(text.replace(old, fresh));
    }

    @ParameterizedTest
    @EnumSource
    void worksOnPagesThatEverybodyCanUse(Language language) {
        for (int width : new int[] {320, 1366}) {
            try (ClinicVisit visit = visit("first", language, width, true)) {
                for (String page : new String[] {"/publications", "/report"}) {
                    visit.open("/knowledge" + page);
                    visit.isAccessible();
                }
            }
        }
    }
}
