package org.lumbar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.chart.ChartStore;
import org.lumbar.core.text.Language;
import org.lumbar.server.RunningServer;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;

/** A physician plans a course of treatment and signs it, or is stopped by a warning sign. */
class PhysicianTest {

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

    static Stream<Arguments> everyone() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(true, false).map(scripts -> Arguments.of(language, scripts)));
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void plansAcuteBackPainAndSignsIt(Language language, boolean scripts) {
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, 1366, scripts)) {
            visit.admit("Plan-" + language + scripts, language);
            String patient = visit.path().replace("/interview", "");
            visit.open(patient + "/plan");
            assertThat(visit.find("#needs-information #ibuprofen")).hasCount(1);
            assertThat(visit.find("#ibuprofen [name=choose]")).hasCount(0);
            visit.open(patient + "/interview");
            for (int round = 0; round < 20 && visit.path().endsWith("/interview"); round++) {
                visit.find("input.number").all().forEach(number -> {
                    String name = String.valueOf(number.getAttribute("name"));
                    number.fill(name.contains("pain") ? "6" : name.contains("dia") ? "78" : "126");
                });
                visit.press("button[name=rest]");
            }
            assertThat(visit.path()).endsWith("/plan");
            visit.press("#ibuprofen button[name=choose]");
            assertThat(visit.find("#ibuprofen .tag.good")).isVisible();
            visit.press("#ibuprofen .do a[href$='/plan/ibuprofen']");
            assertThat(visit.find(scripts ? "#why-ibuprofen .why" : "main > .why"))
                    .isVisible();
            if (!scripts) {
                visit.page.goBack();
            }
            visit.press(".tally a.main");
            visit.fill("password", ClinicVisit.PASSWORD);
            visit.press("#sign button.main");
            assertThat(visit.path()).endsWith("/plans/1");
            assertThat(visit.answer(patient + "/plans/1/sheet.pdf").headers())
                    .containsEntry("content-type", "application/pdf");
            assertThat(visit.find("html")).hasAttribute("lang", language.code());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void isStoppedAtTheAnswerByAWarningSign(Language language) {
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, 1366, true)) {
            visit.admit("Stop-" + language, language);
            Locator triage = visit.find("#side .triage");
            assertThat(triage).hasClass("triage care");
            visit.press("#q-rf-ces-saddle");
            assertThat(triage).hasClass("triage alarm");
            assertThat(triage).hasAttribute("role", "alert");
            visit.press("#side a[href$='/plan']");
            assertThat(visit.find("[name=choose]")).hasCount(0);
            assertThat(visit.find("main a[href$='/draft.pdf']")).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void isToldAtOnceWhatSomebodyElseAnsweredMeanwhile(Language language) {
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, 1366, true)) {
            visit.admit("Late-" + language, language);
            String id = visit.path().replaceAll("/patients/|/interview", "");
            clinic.part(Clinic.class)
                    .write(id, ChartStore.ANY, "", "physician", List.of(Drafts.answered("rf-ces-saddle", false)));
            visit.find("#q-rf-ces-bladder-no").check(new Locator.CheckOptions().setForce(true));
            assertThat(visit.find("#problems")).isFocused();
            assertThat(visit.find("#q-rf-ces-bladder-no")).isChecked();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sendsAFormWithEnterAndNotToAnotherLanguage(Language language) {
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, 1366, true)) {
            visit.open("/patients/new");
            visit.find("#family").press("Enter");
            assertThat(visit.find("#problems")).isFocused();
            assertThat(visit.find("html")).hasAttribute("lang", language.code());
            visit.fill("family", "Kept");
            visit.press("button.lang");
            assertThat(visit.find("#family")).hasValue("Kept");
            assertThat(visit.find("#problems")).hasCount(0);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void worksOnPagesThatEverybodyCanUse(Language language) {
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, ClinicVisit.width(language), true)) {
            visit.isAccessibleAtEveryWidth();
            visit.open("/patients/new");
            visit.isAccessibleAtEveryWidth();
            visit.admit("Wide-" + language, language);
            visit.isAccessibleAtEveryWidth();
            String patient = visit.path().replace("/interview", "");
            for (String page : List.of("", "/diagnosis", "/record", "/plan", "/plan/ibuprofen", "/sign", "/history")) {
                visit.open(patient + page);
                visit.isAccessibleAtEveryWidth();
            }
            visit.open("/password");
            visit.isAccessibleAtEveryWidth();
        }
    }
}
