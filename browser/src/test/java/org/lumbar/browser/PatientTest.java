package org.lumbar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Flag;
import org.lumbar.chart.Kind;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.plan.Question;
import org.lumbar.core.text.Language;
import org.lumbar.server.RunningServer;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.Role;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;

/** A patient on a phone: the session of the day, the diary, help when it is worse, the calendar. */
class PatientTest {

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static Clinic clinic;

    @BeforeAll
    static void open() {
        server = ClinicVisit.clinic(folder, Clock.system(ZoneId.of("Europe/Moscow")));
        clinic = server.part(Clinic.class);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** Somebody with chronic pain, no warning sign and a signed plan with exercise at home; the id names the account, too. */
    private static String patient() {
        String id = Drafts.newId();
        write(
                id,
                Drafts.registered(id, "Carter", List.of("Emily"), "female", "1984-03-12", "GB", "en"),
                Drafts.diagnosed(id, "lumbalgia", "M54.5", "", true, "2025-06-01", clinic.today()));
        for (List<Entry.Draft> answers = answers(id); !answers.isEmpty(); answers = answers(id)) {
            write(id, answers.toArray(Entry.Draft[]::new));
        }
        write(
                id,
                Entry.Draft.of(
                        Kind.SIGNED,
                        Map.of(
                                "version",
                                1,
                                "date",
                                clinic.today().toString(),
                                "language",
                                "en",
                                "signer",
                                "Dr Hart",
                                "sheet",
                                "",
                                "items",
                                List.of(Map.of("id", "home-exercise", "name", "Home exercise", "how", "")))));
        server.part(Accounts.class).create(id, "Carter Emily", Role.PATIENT, id, ClinicVisit.PASSWORD, false, "test");
        return id;
    }

    /** "No" to every question that is open. */
    private static List<Entry.Draft> answers(String id) {
        List<Entry.Draft> answers = new ArrayList<>();
        for (Question question : clinic.questions(clinic.plan(chart(id), Language.EN))) {
            if (clinic.knowledge().measures().stream().noneMatch(one -> one.id().equals(question.finding()))) {
                answers.add(Drafts.answered(question.finding(), false));
            }
        }
        return answers;
    }

    private static void write(String id, Entry.Draft... drafts) {
        clinic.write(id, ChartStore.ANY, "", "test", List.of(drafts));
    }

    private static PatientChart chart(String id) {
        return clinic.chart(id);
    }

    private static long sessions(String id) {
        return clinic.store().read("patient/" + id).stream()
                .filter(entry -> entry.kind().equals(Kind.EXERCISED))
                .count();
    }

    private static ClinicVisit visit(String id, Language language, int width, boolean scripts) {
        return new ClinicVisit(server.address(), id, language, width, scripts);
    }

    @Test
    void asksAgainWhatWasAnsweredBeforeTheScriptsCame() {
        String id = patient();
        try (ClinicVisit visit = visit(id, Language.EN, 390, true)) {
            List<Route> held = new ArrayList<>();
            visit.page.route("**/player/page.js", held::add);
            String session = visit.find(".due a.main").getAttribute("href");
            visit.page.navigate(
                    server.address() + session, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            Locator answers = visit.find("[data-screen=check] .yesno input[value=no]");
            answers.last().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            answers.all().forEach(no -> no.evaluate("input => { input.checked = true; }"));
            visit.page.waitForCondition(() -> !held.isEmpty());
            visit.page.unroute("**/player/page.js");
            held.forEach(Route::resume);
            Locator next = visit.find(".screen.on [data-do=checked]");
            next.waitFor();
            assertThat(next.isDisabled()).isTrue();
            assertThat(visit.find("[data-screen=check] .yesno input:checked").count())
                    .isZero();
        }
    }

    private static void press(ClinicVisit visit, String action) {
        visit.find(".screen.on [data-do=" + action + "]").click();
    }

    private static void number(ClinicVisit visit, String scale, int value) {
        visit.find("[data-scale=" + scale + "] label").nth(value).click();
    }

    private static void begin(ClinicVisit visit) {
        visit.press(".due a.main");
        visit.page.waitForLoadState();
        for (Locator question : visit.find("[data-screen=check] .yesno").all()) {
            question.locator("label").first().click();
        }
        press(visit, "checked");
        number(visit, "pain-before", 3);
        press(visit, "start");
    }

    private static void report(ClinicVisit visit, int worst) {
        press(visit, "end");
        visit.find("[data-question=leg-symptoms] label").first().click();
        number(visit, "pain-worst", worst);
        number(visit, "pain-after", 3);
        number(visit, "effort", 3);
        press(visit, "reported");
    }

    @ParameterizedTest
    @CsvSource({"EN, 390, false", "RU, 320, true"})
    void doesTheSessionOfTheDay(Language language, int width, boolean still) {
        String id = patient();
        try (ClinicVisit visit = visit(id, language, width, true)) {
            if (still) {
                visit.page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            }
            assertThat(visit.path()).isEqualTo("/my/today");
            assertThat(visit.find(".due a.main").count()).isEqualTo(1);
            assertThat(visit.find(".help-now li").count()).isGreaterThan(4);
            visit.isAccessible();
            begin(visit);
            visit.isAccessible();
            report(visit, 4);
            visit.find("[data-screen=summary] .sent:not(:empty)").waitFor();
            visit.page.waitForCondition(() -> sessions(id) == 1);
            visit.page.reload();
            assertThat(visit.find("body").getAttribute("data-now")).isEqualTo("summary");
            assertThat(sessions(id)).isEqualTo(1);
            visit.press("[data-screen=summary] a.primary");
            assertThat(visit.path()).isEqualTo("/my/today");
            visit.open("/my/diary");
            assertThat(visit.find(".chart .after").count()).isEqualTo(1);
            visit.isAccessible();
        }
        assertThat(chart(id).openFlags()).isEmpty();
        try (ClinicVisit visit = new ClinicVisit(server.address(), language, width, true)) {
            visit.open("/patients/" + id + "/treatments");
            assertThat(visit.find("#at-home tbody tr").allTextContents())
                    .singleElement()
                    .asString()
                    .contains("3", "4");
            visit.isAccessible();
        }
    }

    @Test
    void keepsAResultWhileThereIsNoConnection() {
        String id = patient();
        try (ClinicVisit visit = visit(id, Language.EN, 390, true)) {
            begin(visit);
            visit.page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('offline')); }");
            report(visit, 7);
            visit.find("#send-again:visible").waitFor();
            assertThat(sessions(id)).isZero();
            visit.press("[data-screen=summary] a.primary");
            visit.page.waitForCondition(() -> sessions(id) == 1);
        }
        assertThat(chart(id).openFlags()).extracting(Flag::reason).containsExactly("pain");
    }

    @Test
    void stopsAtAWarningSign() {
        String id = patient();
        try (ClinicVisit visit = visit(id, Language.RU, 390, true)) {
            visit.press(".due a.main");
            visit.page.waitForLoadState();
            for (Locator question : visit.find("[data-screen=check] .yesno").all()) {
                question.locator("label").last().click();
            }
            press(visit, "checked");
            visit.find("[data-screen=stop] .help li").first().waitFor();
            visit.page.waitForCondition(() -> sessions(id) == 1);
            visit.press("[data-screen=stop] a.button");
            assertThat(visit.find(".notice.alarm").isVisible()).isTrue();
            assertThat(visit.find(".due").count()).isZero();
            visit.isAccessible();
        }
        assertThat(clinic.plan(chart(id), Language.EN).triage().level().emergency())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"EN, 320", "RU, 390"})
    void reportsWithoutScripts(Language language, int width) {
        String id = patient();
        try (ClinicVisit visit = visit(id, language, width, false)) {
            visit.press(".due a.main");
            assertThat(visit.find(".card").first().isVisible()).isTrue();
            number(visit, "pain-before", 3);
            visit.find(".act.plain button").click();
            assertThat(visit.find("#problems").isVisible()).isTrue();
            assertThat(visit.find("#pain-before-3").isChecked()).isTrue();
            for (Locator no : visit.find("main .ask input[value=no]").all()) {
                no.check(new Locator.CheckOptions().setForce(true));
            }
            for (String scale : List.of("pain-worst", "pain-after", "effort")) {
                visit.find("#" + scale + "-3").check(new Locator.CheckOptions().setForce(true));
            }
            visit.find("#completion").check(new Locator.CheckOptions().setForce(true));
            visit.press("#report button.main");
            assertThat(visit.path()).startsWith("/my/sessions/");
        }
        assertThat(sessions(id)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"EN, 390, true", "RU, 320, false"})
    void findsOutWhatToDoWhenItIsWorse(Language language, int width, boolean scripts) {
        String id = patient();
        try (ClinicVisit visit = visit(id, language, width, scripts)) {
            visit.press(".worse a[href$=worse]");
            if (scripts) {
                visit.isAccessible();
            }
            for (Locator no : visit.find("main .ask input[value=no]").all()) {
                no.check(new Locator.CheckOptions().setForce(true));
            }
            visit.find("#rf-ces-bladder-unknown").check(new Locator.CheckOptions().setForce(true));
            visit.find("#pain-4").check(new Locator.CheckOptions().setForce(true));
            visit.press("#worse button.main");
            assertThat(visit.find(".verdict.care h1").isVisible()).isTrue();
        }
        assertThat(chart(id).openFlags()).extracting(Flag::reason).containsExactly("worse");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fillsInAQuestionnaireThatTheDiaryDraws(Language language) {
        try (ClinicVisit visit = visit(patient(), language, 320, true)) {
            for (String path :
                    List.of("/help", "/newsletter", "/my/plans", "/my/questionnaires", "/my/questionnaires/rmdq")) {
                visit.open(path);
                visit.isAccessible();
            }
            visit.find("input[name=answer-3]").check();
            visit.press("#questionnaire button.main");
            assertThat(visit.path()).isEqualTo("/my/questionnaires");
            visit.open("/my/diary");
            visit.isAccessible();
            assertThat(visit.find("#function-rmdq").count()).isEqualTo(1);
        }
    }

    @Test
    void hasSessionsInTheCalendarUntilItIsEnded() throws Exception {
        String id = patient();
        try (ClinicVisit visit = visit(id, Language.EN, 390, true)) {
            visit.open("/my/calendar");
            visit.isAccessible();
            visit.press("button[value=open]");
            String address = visit.find("code.secret").textContent();
            assertThat(fetched(address).body()).contains("BEGIN:VEVENT", "SUMMARY:Session");
            visit.press("button[value=close]");
            assertThat(fetched(address).statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> fetched(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
