package org.lumbar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.chart.ChartStore;
import org.lumbar.core.text.Language;
import org.lumbar.server.RunningServer;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.Role;
import org.lumbar.server.patient.Drafts;

/** An instructor puts exercises for somebody with long-standing pain and a worn knee together; a physician signs them. */
class ProgrammeTest {

    @TempDir
    private static Path folder;

    private static RunningServer clinic;

    @BeforeAll
    static void start() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneId.of("Europe/Moscow"));
        clinic = ClinicVisit.clinic(folder, clock);
        clinic.part(Accounts.class)
                .create("therapist", "Emma Reed", Role.THERAPIST, "", ClinicVisit.PASSWORD, false, Accounts.PROGRAM);
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    static Stream<Arguments> everyone() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(true, false).map(scripts -> Arguments.of(language, scripts)));
    }

    private static String admit(ClinicVisit visit) {
        String id = Drafts.newId();
        LocalDate today = LocalDate.of(2026, 11, 23);
        clinic.part(ChartStore.class)
                .append(
                        "patient/" + id,
                        0,
                        null,
                        "physician",
                        List.of(
                                Drafts.registered(id, "Carter", List.of("Emily"), "female", "1968-03-12", "GB", "en"),
                                Drafts.diagnosed(id, "back", "M54.5", "", true, "2025-06-01", today),
                                Drafts.answered("knee-or-hip-osteoarthritis-severe", true)));
        visit.open("/patients/" + id + "/interview");
        for (int round = 0; round < 20 && visit.path().endsWith("/interview"); round++) {
            visit.find("input.number").all().forEach(number -> {
                String name = String.valueOf(number.getAttribute("name"));
                number.fill(name.contains("pain") ? "4" : name.contains("dia") ? "78" : "126");
            });
            visit.press("button[name=rest]");
        }
        return "/patients/" + id + "/programme";
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void isPutTogetherByAnInstructorAndSignedByAPhysician(Language language, boolean scripts) {
        String page;
        try (ClinicVisit physician = new ClinicVisit(clinic.address(), language, 1366, scripts)) {
            page = admit(physician);
        }
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), 1366, scripts)) {
            visit.open("/sign-in?lang=" + language.code());
            visit.signIn("therapist");
            visit.open(page);
            int before = visit.find(".exercise").count();
            visit.find(".exercise .motion > summary").first().click();
            visit.find(".exercise .motion details > summary").first().click();
            Locator mirrored = visit.find(".exercise .mirrored").first();
            mirrored.scrollIntoViewIfNeeded();
            visit.page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat((Integer) mirrored.evaluate("picture => picture.naturalWidth")).isPositive();
            visit.find("#position").selectOption("sitting");
            visit.press("button[name=filter]");
            int sitting = visit.find("button[name=add]").count();
            visit.find("button[name=add]").first().click();
            assertThat(visit.find(".exercise")).hasCount(before + 1);
            assertThat(visit.find("#position")).hasValue("sitting");
            assertThat(visit.find("button[name=add]")).hasCount(sitting - 1);
            visit.press("#closed > summary");
            assertThat(visit.find("#closed .reason").first()).not().isEmpty();
            visit.fill("growth", language == Language.RU ? "в несколько раз" : "several times");
            visit.find("button[value=save]").last().click();
            assertThat(visit.find("#growth-error")).containsText("10");
            if (scripts) {
                assertThat(visit.find("#problems")).isFocused();
            }
            visit.fill("growth", "5");
            visit.find("button[value=save]").last().click();
            assertThat(visit.find("#sign li").first()).isVisible();
            assertThat(visit.find("#sign input[type=password]")).hasCount(0);
        }
        try (ClinicVisit physician = new ClinicVisit(clinic.address(), language, 1366, scripts)) {
            physician.open(page);
            physician.fill("password", ClinicVisit.PASSWORD);
            physician.press("#sign form button.main");
            assertThat(physician.find(".tally .tag.good")).isVisible();
            if (scripts) {
                for (int width : List.of(1366, 320)) {
                    physician.page.setViewportSize(width, 800);
                    physician.isAccessible();
                }
            }
        }
    }
}
