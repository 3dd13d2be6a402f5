package org.lumbar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
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

/** Keys lead to pages, do nothing while somebody types, and can be switched off. */
class ShortcutsTest {

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

    @ParameterizedTest
    @EnumSource(Language.class)
    void leadToPagesUnlessSomebodyTypes(Language language) {
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, 1366, true)) {
            visit.open("/knowledge");
            Keyboard keys = visit.page.keyboard();
            keys.press("Slash");
            assertThat(visit.find("#q")).isFocused();
            keys.press("KeyG");
            keys.press("KeyP");
            assertThat(visit.find("#q")).hasValue("gp");
            visit.find("h1").click();
            keys.press("KeyG");
            keys.press("KeyP");
            visit.page.waitForURL("**/patients");
            keys.press("Shift+Slash");
            visit.page.waitForURL("**/help");
            visit.isAccessible();
            visit.press("button[name=keys]");
            keys.press("KeyG");
            keys.press("KeyP");
            visit.page.waitForTimeout(300);
            assertThat(visit.path()).isEqualTo("/help");
            visit.press("button[name=keys]");
            keys.press("KeyG");
            keys.press("KeyP");
            visit.page.waitForURL("**/patients");
        }
    }
}
