package org.lumbar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
import org.lumbar.chart.Json;
import org.lumbar.core.text.Language;
import org.lumbar.server.RunningServer;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.Role;
import org.lumbar.server.demo.DemoClinic;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;

/** Therapists at work: the list of the day and its records, a massage by the clock, the supervised start. */
class TherapistTest {

    @TempDir
    private static Path folder;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneId.of("Europe/Moscow"));

    private static RunningServer clinic;
    private static DemoClinic admission;

    @BeforeAll
    static void start() {
        clinic = ClinicVisit.clinic(folder, CLOCK);
        Accounts accounts = clinic.part(Accounts.class);
        accounts.create("therapist", "I. Belov", Role.THERAPIST, "", ClinicVisit.PASSWORD, false, Accounts.PROGRAM);
        admission = ClinicVisit.admission(clinic);
    }

    /** Somebody with chronic pain whose plan, signed a week ago, holds a massage; returns the id. */
    private static String treated(String family) {
        return admission.admit(Json.object("""
            {"family": "%s", "given": ["Olga"], "sex": "female", "language": "en", "country": "RU", "born": "1984-06-05",
             "icd10": "M54.5", "confirmed": true, "days": 400, "pain": 5, "visits": 1, "ago": 7, "complete": true,
             "numbers": {"systolic": 126, "diastolic": 78}, "no": ["radicular-signs", "leg-pain", "in-remission"],
             "chosen": ["massage-course"]}\
            """.formatted(family)));
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    static Stream<Arguments> everyone() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(true, false).map(scripts -> Arguments.of(language, scripts)));
    }

    private static ClinicVisit therapist(Language language, int width, boolean scripts) {
        return new ClinicVisit(clinic.address(), "therapist", language, width, scripts);
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void recordsATreatmentInTwoStepsAndIsStoppedByASign(Language language, boolean scripts) {
        String id = treated("List-" + language + scripts);
        try (ClinicVisit visit = therapist(language, 1024, scripts)) {
            assertThat(visit.path()).isEqualTo("/day");
            Locator work = visit.find("[id='" + id + "-massage-course']");
            work.locator("a.button").click();
            visit.press("#result");
            assertThat(visit.path()).isEqualTo("/day");
            assertThat(work).hasClass(java.util.regex.Pattern.compile("\\bdone\\b"));

            visit.find("[id='" + id + "-supervised-start'] a.button").click();
            visit.find("[name=sign-session-leg]").check();
            visit.press("#result");
            assertThat(visit.find("main [role=alert]")).isVisible();
            visit.open("/day");
            assertThat(visit.find("[id='" + id + "'] > .notice.alarm")).isVisible();
        }
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), language, 1366, scripts)) {
            visit.open("/patients");
            visit.press("section[aria-labelledby=flagged] a[href$='" + id + "']");
            visit.press(".flagged a.button");
            visit.fill("note", "Examined, no deficit");
            visit.press("#flags button.main");
            assertThat(visit.find(".flag-list")).hasCount(0);
            visit.open("/patients/" + id);
            assertThat(visit.find(".flagged")).hasCount(0);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void followsAMassageByTheClockThoughThePageSlept(Language language) {
        String id = treated("Massage-" + language);
        try (ClinicVisit visit = therapist(language, 1366, true)) {
            Page page = visit.page;
            page.clock().install();
            visit.open("/patients/" + id + "/massage?session=5");
            List<Integer> lengths = visit.find("#steps > li").all().stream()
                    .map(step -> Integer.valueOf(step.getAttribute("data-seconds")))
                    .toList();
            assertThat(lengths).hasSizeGreaterThan(3);
            visit.press("#run");
            page.clock().fastForward((lengths.get(0) + lengths.get(1) + 10) * 1_000L);
            page.clock().runFor(500);
            assertThat(visit.find("#steps > li.current")).hasCount(1);
            assertThat(visit.find("#steps > li").nth(2)).hasClass("current");
            visit.press("#run");
            String paused = visit.find("#clock").textContent();
            page.clock().fastForward(60_000);
            page.clock().runFor(500);
            assertThat(visit.find("#clock")).hasText(paused);
            visit.press("[data-timer=next]");
            assertThat(visit.find("#steps > li").nth(3)).hasClass("current");
        }
        try (ClinicVisit visit = therapist(language, 1366, false)) {
            visit.open("/patients/" + id + "/massage");
            assertThat(visit.find("#timer")).isHidden();
            assertThat(visit.find("#steps > li").first()).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void opensTheWayHomeAfterEnoughCorrectSessions(Language language) {
        String id = treated("Start-" + language);
        try (ClinicVisit visit = therapist(language, 1366, true)) {
            String technique = "/patients/" + id + "/technique";
            visit.open(technique);
            String easier = "input[type=radio][value=easier]";
            Locator card = visit.find(".techniques > li")
                    .filter(new Locator.FilterOptions().setHas(visit.find(easier)))
                    .first();
            card.locator("summary").click();
            card.locator(easier).check();
            visit.press("#technique button.main");
            assertThat(visit.find("#problems")).isVisible();
            for (int session = 0; session < 3; session++) {
                visit.open(technique);
                assertThat(visit.find(".home-status .tag")).hasClass("tag care");
                visit.find(".techniques .all input").all().forEach(Locator::check);
                visit.press("#technique button.main");
            }
            assertThat(visit.find(".home-status .tag")).hasClass("tag good");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void explainsOnALargeScreenAndTellsAGroupWhoLeavesOutWhat(Language language) {
        String one = treated("One-" + language);
        String other = treated("Other-" + language);
        clinic.part(Clinic.class)
                .write(
                        other,
                        ChartStore.ANY,
                        "",
                        "physician",
                        List.of(Drafts.answered("cervical-spine-disease", true)));
        try (ClinicVisit visit = therapist(language, 1366, true)) {
            visit.open("/patients/" + one + "/lesson");
            assertThat(visit.find("#figure svg")).isVisible();
            visit.press("[data-teach=slow]");
            assertThat(visit.find("[data-teach=slow]")).hasAttribute("aria-pressed", "true");
            visit.press("[data-teach=freeze]");
            visit.press("[data-teach=mirror]");
            assertThat(visit.find("#figure")).hasClass(java.util.regex.Pattern.compile("mirrored"));
            visit.isAccessible();
            visit.open("/group");
            visit.isAccessible();
            visit.press("main button.main");
            assertThat(visit.find("#problems")).isVisible();
            visit.find("[name=with][value='" + one + "']").check();
            visit.find("[name=with][value='" + other + "']").check();
            visit.press("main button.main");
            visit.press(".group summary");
            assertThat(visit.find(".group tbody")).containsText("Other-" + language);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void worksOnPagesThatEverybodyCanUse(Language language) {
        String id = treated("Wide-" + language);
        try (ClinicVisit visit = therapist(language, ClinicVisit.width(language), true)) {
            visit.isAccessibleAtEveryWidth();
            for (String page :
                    List.of("", "/treatments", "/treatments/massage-course", "/massage", "/technique", "/flags")) {
                visit.open("/patients/" + id + page);
                visit.isAccessibleAtEveryWidth();
            }
        }
    }
}
