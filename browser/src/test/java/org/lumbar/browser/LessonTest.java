package org.lumbar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.text.Language;

/** An instructor teaches exercises, to one person or a group. */
class LessonTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void showsAFigureSlowStillAndTurnedRound(Language language) {
        try (Visit visit = Visit.to(Sessions.lesson("morning", language, "chronic-lumbalgia"), 1366)) {
            visit.pass(1_000);
            Locator figure = visit.find("#figure");
            visit.find("[data-teach=slow]").click();
            List<Double> steps = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                double before = moment(visit);
                visit.pass(200);
                steps.add(moment(visit) - before);
            }
            assertThat(steps.stream().filter(step -> step > 0.05 && step < 0.15))
                    .as("half of what passed, but where the clip begins anew: %s", steps)
                    .hasSizeGreaterThanOrEqualTo(2);
            visit.find("[data-teach=freeze]").click();
            double frozen = moment(visit);
            visit.pass(2_000);
            assertThat(moment(visit)).isEqualTo(frozen);
            visit.find("[data-teach=mirror]").click();
            visit.pass(50);
            assertThat(figure.getAttribute("class")).contains("mirrored");
        }
    }

    private static double moment(Visit visit) {
        return ((Number) visit.page.evaluate("document.querySelector('#figure svg').getCurrentTime()")).doubleValue();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void keepsWhatWasTaught(Language language) throws IOException {
        try (Visit visit = Visit.to(Sessions.lesson("breathing", language, "chronic-lumbalgia"), 768)) {
            visit.find(".cards > li.current [name=shown]").check();
            for (Locator point : visit.find(".cards > li.current [name=point]").all()) {
                point.check();
            }
            visit.find(".cards > li.current [name=why]").selectOption("easy");
            assertThat(visit.saved(visit.find("[data-teach=save]")).id())
                    .isEqualTo(Sessions.plan("chronic-lumbalgia", language).patientId());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void tellsWhoOfAGroupLeavesOutWhat(Language language) {
        String skipper = Sessions.plan("lumboischialgia-root-signs", language).patientId();
        try (Visit visit = Visit.to(
                Sessions.lesson("lesson", language, "chronic-lumbalgia", "lumboischialgia-root-signs"), 1366)) {
            visit.find(".group summary").click();
            assertThat(visit.find(".group tbody tr").count()).isPositive();
            assertThat(visit.find(".group").textContent()).contains(skipper);
        }
    }
}
