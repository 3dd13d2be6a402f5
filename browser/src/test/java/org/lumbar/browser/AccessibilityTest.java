package org.lumbar.browser;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.core.text.Language;

/** Every screen in every language, width and choice of colours. */
class AccessibilityTest {

    private static final List<String> THEMES = List.of("light", "dark", "contrast");

    static Stream<Arguments> everywhere() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(320, 1366).map(width -> Arguments.of(language, width)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void holdsOnEveryScreenOfASession(Language language, int width) {
        try (Visit visit = Visit.to(Sessions.file("morning", language), width)) {
            inEveryTheme(visit, "check");
            for (Locator question : visit.find("[data-screen=check] .yesno").all()) {
                question.locator("label").first().click();
            }
            visit.press("checked");
            visit.find("[data-screen=before] summary").first().click();
            inEveryTheme(visit, "before");
            visit.number("pain-before", 3);
            visit.press("start");
            inEveryTheme(visit, "get ready");
            visit.pass(12_000);
            visit.find(".cards > li.current summary").click();
            inEveryTheme(visit, "at work");
            visit.find("[data-open=settings]").click();
            inEveryTheme(visit, "settings");
            visit.find("[data-close=settings]").click();
            visit.find("[data-open=skip]").click();
            inEveryTheme(visit, "skip");
            visit.find("[data-reason=time]").click();
            inEveryTheme(visit, "an exercise without a figure");
            visit.press("end");
            inEveryTheme(visit, "after");
            visit.report(true, 6, 4, 5);
            inEveryTheme(visit, "summary");
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void holdsWhereASessionStops(Language language, int width) {
        try (Visit visit = Visit.to(Sessions.file("morning", language), width)) {
            for (Locator question : visit.find("[data-screen=check] .yesno").all()) {
                question.locator("label").last().click();
            }
            visit.press("checked");
            inEveryTheme(visit, "stop");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void holdsInALesson(Language language) {
        for (int width : List.of(320, 1366)) {
            try (Visit visit = Visit.to(
                    Sessions.lesson("lesson", language, "chronic-lumbalgia", "lumboischialgia-root-signs"), width)) {
                visit.find(".group summary").click();
                inEveryTheme(visit, "lesson");
            }
        }
    }

    /** In all choices of colours where that can make a difference: words and widths do not change colours. */
    private static void inEveryTheme(Visit visit, String where) {
        boolean once = visit.page.viewportSize().width > 320 || visit.language().equals("ru");
        for (String theme : once ? List.of("light") : THEMES) {
            visit.theme(theme);
            visit.isAccessible(where + ", " + theme);
        }
        visit.theme("auto");
    }
}
