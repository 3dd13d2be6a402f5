package org.lumbar.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A browser that does not answer costs one test, not the run. */
class ChromiumTest {

    @Test
    void endsABrowserThatFallsSilentAndStartsAnother() {
        try (Chromium.Window silent = Chromium.window(new Browser.NewContextOptions(), Duration.ofSeconds(1))) {
            assertThatThrownBy(() -> silent.page().evaluate("new Promise(() => {})"))
                    .isInstanceOf(PlaywrightException.class);
        }
        try (Chromium.Window next = Chromium.window(new Browser.NewContextOptions())) {
            assertThat(next.page().evaluate("6 * 7")).isEqualTo(42);
        }
    }
}
