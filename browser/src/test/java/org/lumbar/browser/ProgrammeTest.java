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
import org.lumbar.chart.Json;
import org.lumbar.core.text.Language;
import org.lumbar.server.RunningServer;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.Role;

/** A physician and an instructor put the exercises for home together, and the physician signs them. */
class ProgrammeTest {

    @TempDir
    private static Path folder;

    private static RunningServer clinic;

    @BeforeAll
    static void start() {
        clinic = ClinicVisit.clinic(
                folder, Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneId.of("Europe/Moscow")));
        clinic.part(Accounts.class)
                .create("therapist", "I. Belov", Role.THERAPIST, "", ClinicVisit.PASSWORD, false, Accounts.PROGRAM);
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    /** Somebody with chronic pain and bad knees. */
    private static String stiff(String family) {
        return ClinicVisit.admission(clinic).admit(Json.object("""
            {"family": "%s", "given": ["Olga"], "sex": "female", "language": "en", "country": "RU", "born": "1964-06-05",
             "icd10": "M54.5", "confirmed": true, "days": 400, "pain": 4, "visits": 0, "complete": true,
             "numbers": {"systolic": 126, "diastolic": 78}, "yes": ["knee-or-hip-osteoarthritis-severe"],
             "no": ["radicular-signs", "leg-pain", "in-remission"]}\
            """.formatted(family)));
    }

    @ParameterizedTest
    @CsvSource({"EN, true", "RU, true", "EN, false", "RU, false"})
    void isBuiltByTwoAndSignedInVersions(Language language, boolean scripts) {
        String address = "/patients/" + stiff("Set-" + language + scripts) + "/programme";
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), "therapist", language, 1366, scripts)) {
            visit.open(address);
            choose(visit);
            weigh(visit);
            String minutes = visit.find(".tally strong").textContent();
            String added = add(visit);
            assertThat(visit.find(".tally strong")).not().hasText(minutes);
            assertThat(visit.find("#chosen-" + added)).isVisible();
            assertThat(visit.find("#password")).hasCount(0);
            assertThat(visit.find("#sign")).containsText(visit.say("programme.sign.physician"));
        }
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, 1366, scripts)) {
            visit.open(address);
            sign(visit);
            assertThat(visit.find("#sign details")).hasCount(1);
            visit.find(".exercise [name=remove]").first().click();
            assertThat(visit.find("#sign .sheet li")).hasCount(1);
            sign(visit);
            assertThat(visit.find("#sign details")).hasCount(2);
            visit.find("#sign details summary").first().click();
            assertThat(visit.find("#sign details").first().locator("li")).hasCount(1);
        }
    }

    /** What is offered is sifted by words of the movements; what this person must not do is told with its reason. */
    private static void choose(ClinicVisit visit) {
        visit.press("#closed > summary");
        Locator closed = visit.find("#closed li");
        assertThat(closed.count()).isPositive();
        for (Locator one : closed.all().subList(0, Math.min(5, closed.count()))) {
            assertThat(one.locator(".reason")).not().isEmpty();
        }
        int all = visit.find("#add > .items > li").count();
        visit.find("#position").selectOption("supine");
        visit.find("#equipment").selectOption("none");
        visit.press("[name=filter]");
        int lying = visit.find("#add > .items > li").count();
        assertThat(lying).isPositive().isLessThan(all);
    }

    /** Doses outside their limits, and growth by several times, are refused with the limits named. */
    private static void weigh(ClinicVisit visit) {
        Locator dose = visit.find(".exercise .dose input").first();
        String usual = dose.inputValue();
        dose.fill("99");
        visit.fill("growth", "300");
        visit.press(".tally [value=save]");
        assertThat(visit.find("#problems li")).hasCount(2);
        assertThat(visit.find("#growth")).hasValue("300");
        visit.find(".exercise .dose input").first().fill(usual);
        visit.fill("growth", "10");
        visit.press(".tally [value=save]");
        assertThat(visit.find("#problems")).hasCount(0);
    }

    /** Adds exercises until the page warns of too many, and takes all but one out again; returns that one. */
    private static String add(ClinicVisit visit) {
        String first = visit.find("[name=add]").first().getAttribute("value");
        while (visit.find(".exercise").count() <= 4) {
            assertThat(visit.find("#programme > .notice.care")).hasCount(0);
            visit.find("[name=add]").first().click();
        }
        assertThat(visit.find("#programme > .notice.care")).isVisible();
        for (Locator more = others(visit, first); more.count() > 1; more = others(visit, first)) {
            more.first().click();
        }
        return first;
    }

    private static Locator others(ClinicVisit visit, String kept) {
        return visit.find(".exercise:not(#chosen-" + kept + ") [name=remove]");
    }

    private static void sign(ClinicVisit visit) {
        visit.fill("password", ClinicVisit.PASSWORD);
        visit.press("#sign button.main");
        assertThat(visit.find("#problems")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"EN", "RU"})
    void showsEachExerciseStillMovingAndMirrored(Language language) {
        String address = "/patients/" + stiff("Seen-" + language) + "/programme";
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, ClinicVisit.width(language), true)) {
            visit.open(address);
            visit.isAccessibleAtEveryWidth();
            Locator card = visit.find(".exercise:has(details.motion)").first();
            List<Locator> pictures = List.of(
                    card.locator("> img"), card.locator("details.motion > picture img"), card.locator("img.mirrored"));
            card.locator("details.motion > summary").click();
            card.locator("details.motion > details > summary").click();
            for (Locator picture : pictures) {
                picture.scrollIntoViewIfNeeded();
                visit.page.waitForCondition(() -> Boolean.TRUE.equals(picture.evaluate("one => one.naturalWidth > 0")));
            }
            assertThat(pictures.get(0).getAttribute("src")).endsWith("/poses.svg");
            String moving = visit.answer(pictures.get(1).getAttribute("src")).text();
            assertThat(moving).contains("<animate");
            assertThat(pictures.get(2)).hasCSS("transform", "matrix(-1, 0, 0, 1, 0, 0)");
        }
    }
}
