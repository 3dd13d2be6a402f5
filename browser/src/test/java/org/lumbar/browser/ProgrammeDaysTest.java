package org.lumbar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.text.Language;

/** A patient opens the page of a programme and does a session of its days. */
class ProgrammeDaysTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void leadsFromTheDaysIntoASession(Language language) {
        try (Visit visit = Visit.to(Sessions.programme(language), 390)) {
            assertThat(visit.screen()).isEqualTo("days");
            assertThat(visit.find("[aria-current=date]").getAttribute("data-day"))
                    .isEqualTo(Sessions.DAY.toString());
            visit.isAccessible("days");
            Locator session = visit.find("[aria-current=date] [data-session]").first();
            String exercises = session.locator(".size").textContent();
            session.click();
            assertThat(visit.screen()).isEqualTo("check");
            visit.begin(2);
            assertThat(visit.find(".top .size").textContent()).isEqualTo(exercises);
            int cards = visit.find(".cards > li").count();
            assertThat(exercises).startsWith(cards + " ");
            assertThat(visit.find(".steps > i").count()).isEqualTo(cards);
            visit.press("end");
            visit.report(false, 2, 2, 3);
            visit.find("[data-screen=summary] [data-do=again]").click();
            visit.find("[data-screen=days].on").waitFor();
            assertThat(visit.find("[aria-current=date] .state").first().textContent())
                    .isEqualTo("✓");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void isAListOfDaysWithoutScripts(Language language) {
        try (Visit visit = Visit.withoutScripts(Sessions.programme(language), 390)) {
            Locator link = visit.find(".day a").first();
            assertThat(link.isVisible()).isTrue();
            assertThat(visit.find(link.getAttribute("href")).isVisible()).isTrue();
        }
    }
}
