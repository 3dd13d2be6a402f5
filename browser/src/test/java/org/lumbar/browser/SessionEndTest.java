package org.lumbar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.text.Language;
import org.lumbar.server.RunningServer;

/** A session warns before it ends, goes on when that is wanted, and leaves nothing on the screen when it is over. */
class SessionEndTest {

    /** The clock of the server, moved together with that of the page. */
    private static final class Moving extends Clock {
        private volatile Instant now = Instant.parse("2026-11-23T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Moscow");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @TempDir
    private static Path folder;

    private static final Moving CLOCK = new Moving();
    private static RunningServer clinic;

    @BeforeAll
    static void start() {
        clinic = ClinicVisit.clinic(folder, CLOCK);
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    private static void pass(ClinicVisit visit, Duration time) {
        CLOCK.now = CLOCK.now.plus(time);
        visit.page.clock().fastForward(time.toMillis());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void warnsStaysAndEnds(Language language) {
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, 1366, true)) {
            visit.page.clock().install();
            visit.open("/patients");
            Locator warning = visit.find(".session");
            pass(visit, Duration.ofMinutes(27));
            assertThat(warning).hasCount(0);
            pass(visit, Duration.ofSeconds(70));
            assertThat(warning).isVisible();
            assertThat(warning.locator("button")).isFocused();
            visit.isAccessible();
            Response kept = visit.page.waitForResponse(
                    "**/session", () -> visit.page.keyboard().press("Enter"));
            assertThat(kept.status()).isEqualTo(204);
            assertThat(warning).hasCount(0);
            pass(visit, Duration.ofMinutes(27));
            visit.open("/patients");
            assertThat(visit.path()).as("kept at the server, too").isEqualTo("/patients");
            pass(visit, Duration.ofMinutes(29));
            assertThat(warning).isVisible();
            pass(visit, Duration.ofMinutes(4));
            visit.page.waitForURL("**/sign-in?problem=expired");
            assertThat(visit.find("#problems")).isVisible();
        }
    }

    /** What was typed and not sent comes back after signing in, and is not saved in between. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void keepsWhatWasTyped(Language language) {
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, ClinicVisit.width(language), true)) {
            visit.page.clock().install();
            visit.open("/patients/new");
            visit.fill("family", "Halfway-" + language.code());
            pass(visit, Duration.ofMinutes(29));
            pass(visit, Duration.ofMinutes(4));
            visit.page.waitForURL("**/sign-in?problem=kept");
            visit.signIn("physician");
            visit.page.waitForURL("**/kept-form");
            visit.isAccessible();
            visit.press("main button.main");
            visit.page.waitForURL("**/patients/new");
            assertThat(visit.find("#family")).hasValue("Halfway-" + language.code());
            visit.open("/patients?q=Halfway");
            assertThat(visit.find("table.list")).hasCount(0);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void offersASecondFactorThatEverybodyCanReach(Language language) {
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, ClinicVisit.width(language), true)) {
            visit.open("/second-factor");
            assertThat(visit.find(".scan svg")).isVisible();
            visit.isAccessibleAtEveryWidth();
            visit.fill("code", "000000");
            visit.press("#factor button.main");
            assertThat(visit.find("#problems")).isFocused();
            visit.isAccessibleAtEveryWidth();
        }
    }
}
