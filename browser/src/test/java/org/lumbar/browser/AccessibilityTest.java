package org.lumbar.browser;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.text.Language;

/** Every screen in every language, width and choice of colours. */
class AccessibilityTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void holdsOnEveryScreenOfASession(Language language) {
        try (Visit visit = Visit.to(Sessions.file("morning", language), Visit.NARROW)) {
            everywhere(visit, "check");
            for (Locator question : visit.find("[data-screen=check] .yesno").all()) {
                question.locator("label").first().click();
            }
            visit.press("checked");
            visit.find("[data-screen=before] summary").first().click();
            everywhere(visit, "before");
            visit.number("pain-before", 3);
            visit.press("start");
            everywhere(visit, "get ready");
            visit.pass(12_000);
            visit.find(".cards > li.current summary").click();
            everywhere(visit, "at work");
            visit.find("[data-open=settings]").click();
            everywhere(visit, "settings");
            visit.find("[data-close=settings]").click();
            visit.find("[data-open=skip]").click();
            everywhere(visit, "skip");
            visit.find("[data-reason=time]").click();
            everywhere(visit, "an exercise without a figure");
            visit.press("end");
            everywhere(visit, "after");
            visit.report(true, 6, 4, 5);
            everywhere(visit, "summary");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void holdsWhereASessionStops(Language language) {
        try (Visit visit = Visit.to(Sessions.file("morning", language), Visit.NARROW)) {
            for (Locator question : visit.find("[data-screen=check] .yesno").all()) {
                question.locator("label").last().click();
            }
            visit.press("checked");
            everywhere(visit, "stop");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void holdsInALesson(Language language) {
        try (Visit visit = Visit.to(
                Sessions.lesson("lesson", language, "chronic-lumbalgia", "lumboischialgia-root-signs"), Visit.NARROW)) {
            visit.find(".group summary").click();
            everywhere(visit, "lesson");
        }
    }

    /** Narrow and wide, and in the other choices of colours where these can make a difference: words do not change colours. */
    private static void everywhere(Visit visit, String where) {
        visit.theme("light");
        visit.isAccessible(where);
        visit.fits(where, Visit.WIDE);
        if (visit.language().equals("en")) {
            for (String theme : List.of("dark", "contrast")) {
                visit.theme(theme);
                visit.hasContrast(where + ", " + theme);
            }
        }
        visit.theme("auto");
    }
}
