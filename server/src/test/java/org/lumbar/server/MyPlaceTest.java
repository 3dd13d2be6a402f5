package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Flag;
import org.lumbar.chart.Json;
import org.lumbar.chart.Kind;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.text.Language;
import org.lumbar.server.account.Role;
import org.lumbar.server.exercise.Course;
import org.lumbar.server.exercise.ExercisingPatient;
import org.lumbar.server.exercise.Programmes;
import org.lumbar.server.exercise.Results;
import org.lumbar.server.patient.Clinic;

/** The place of a patient with a signed plan, without scripts and as its scripts use it. */
class MyPlaceTest {

    private static final String ID = RunningClinic.PATIENT;

    private RunningClinic clinic;
    private Browser patient;
    private String session;

    @BeforeEach
    void begin(@TempDir Path folder) {
        clinic = new RunningClinic(folder);
        Clinic charts = clinic.bean(Clinic.class);
        ExercisingPatient.admit(charts, ID);
        ExercisingPatient.sign(charts, ID);
        patient = clinic.signedIn(Role.PATIENT);
        session = course().sessions(charts.today()).getFirst().id();
    }

    @AfterEach
    void end() {
        clinic.close();
    }

    private Course course() {
        return clinic.bean(Programmes.class).course(chart(), Language.EN).orElseThrow();
    }

    private PatientChart chart() {
        return clinic.bean(Clinic.class).chart(ID);
    }

    private List<String> openFlags() {
        return chart().openFlags().stream().map(Flag::reason).toList();
    }

    private long count(String kind) {
        return clinic.store().read("patient/" + ID).stream()
                .filter(entry -> entry.kind().equals(kind))
                .count();
    }

    /** Fields of a report without a warning sign. */
    private String[] report(String before, String worst, String leg) {
        Map<String, String> fields = new TreeMap<>();
        course().session(session)
                .map(one -> clinic.bean(Results.class)
                        .questions(one, course().now().programme().plan()))
                .orElseThrow()
                .keySet()
                .forEach(id -> fields.put(id, "no"));
        fields.putAll(Map.of(
                "pain-before", before,
                "pain-worst", worst,
                "pain-after", before,
                "effort", "4",
                "leg-symptoms", leg,
                "completion", "completed"));
        return fields.entrySet().stream()
                .flatMap(field -> List.of(field.getKey(), field.getValue()).stream())
                .toArray(String[]::new);
    }

    private String address() {
        return "/my/session/" + session;
    }

    private int send(String key, String body) {
        return patient.postJson(address(), key, body).status();
    }

    private String bundle(String of, Map<String, Object> answers) {
        return Json.canonical(Results.bundle(
                of, session, OffsetDateTime.ofInstant(RunningClinic.NOW, RunningClinic.ZONE), Map.of(), answers));
    }

    @Test
    void showsTodayAndTheDayAfterASession() {
        assertThat(patient.get("/my/today").text()).contains("Emily", address(), "Get help at once", "999");
        assertThat(patient.get(address()).text()).contains("href=\"/my/worse\"", "I feel worse");
        assertThat(patient.get("/my/session/2026-11-30-day-main").status()).isEqualTo(404);
        patient.get(address());
        Browser.Answer done = patient.post(address(), report("3", "4", "no"));
        assertThat(done.path()).startsWith("/my/sessions/");
        assertThat(done.text()).contains("Thank you");
        assertThat(patient.get("/my/today").text()).contains("✓ done");
        assertThat(openFlags()).isEmpty();
    }

    @Test
    void keepsWhatWasTypedAndNamesWhatIsMissing() {
        patient.get(address());
        Browser.Answer answer = patient.post(address(), "pain-before", "3", "completion", "stopped");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Choose how hard it was", "There is a problem");
        assertThat(answer.text()).containsPattern("id=\"pain-before-3\" value=\"3\" checked");
        assertThat(count(Kind.EXERCISED)).isZero();
    }

    @Test
    void takesAReportOnceHoweverOftenItIsSent() {
        patient.get(address());
        patient.post(address(), report("3", "4", "no"));
        patient.get(address());
        Map<String, Object> answers = Map.of("completion", "completed", "pain-before", 3, "pain-worst", 4);
        assertThat(send("one-key", bundle(ID, answers))).isEqualTo(200);
        assertThat(send("one-key", bundle(ID, Map.of("completion", "stopped")))).isEqualTo(200);
        assertThat(count(Kind.EXERCISED)).isEqualTo(2);
    }

    @Test
    void refusesResultsOfSomebodyElseAndWhatIsNone() {
        patient.get(address());
        assertThat(send("k1", bundle("someoneelse1", Map.of("completion", "completed"))))
                .isEqualTo(409);
        assertThat(send("k2", "no JSON")).isEqualTo(400);
        assertThat(send("k3", bundle(ID, Map.of("pain-worst", 4)))).isEqualTo(400);
        assertThat(send("k4", bundle(ID, Map.of("completion", "completed", "pain-worst", 40))))
                .isEqualTo(400);
        assertThat(send("", bundle(ID, Map.of("completion", "completed")))).isEqualTo(400);
        assertThat(count(Kind.EXERCISED)).isZero();
    }

    @Test
    void tellsTheClinicWhenPainRoseOrALegHurts() {
        patient.get(address());
        assertThat(patient.post(address(), report("3", "6", "no")).text()).contains("Do less next time");
        assertThat(openFlags()).containsExactly("pain");
        patient.get(address());
        assertThat(patient.post(address(), report("3", "3", "yes")).text()).contains("Pause and ask your doctor");
        assertThat(openFlags()).containsExactly("pain", "leg-symptoms");
    }

    @Test
    void holdsEverythingBackAfterAWarningSign() {
        patient.get(address());
        String[] fields = report("3", "3", "no");
        for (int i = 0; i < fields.length; i += 2) {
            fields[i + 1] = fields[i].equals("rf-ces-saddle") ? "yes" : fields[i + 1];
        }
        assertThat(patient.post(address(), fields).text())
                .contains("Do not exercise now", "999", "numb between the legs");
        assertThat(openFlags()).containsExactly("rf-ces-saddle");
        assertThat(chart().answers().get("rf-ces-saddle").value()).isEqualTo(true);
        assertThat(patient.get("/my/today").text())
                .contains("Please get help now")
                .doesNotContain("/my/session/");
    }

    @Test
    void asksForEveryWarningSignAndNeverReassuresOnDoubt() {
        String page = patient.get("/my/worse").text();
        Browser.Answer open = patient.post("/my/worse", "pain", "4", "leg", "no");
        assertThat(open.status()).isEqualTo(422);
        String problems = open.text().replaceAll("(?s).*id=\"problems-title\"(.*?)</ul>.*", "$1");
        assertThat(problems.split("<li>", -1))
                .as("the summary names every question")
                .hasSizeGreaterThan(5)
                .doesNotHaveDuplicates();
        assertThat(problems).contains("href=\"#rf-ces-saddle\">“");
        assertThat(count(Kind.REPORTED)).isZero();
        assertThat(worse(page, "no", "4").text()).contains("Carry on gently");
        assertThat(openFlags()).isEmpty();
        assertThat(patient.get("/my/today").text()).doesNotContain("no exercises today");
        assertThat(worse(page, "no", "9").text()).contains("Do less, and call your clinic");
        assertThat(patient.get("/my/today").text())
                .as("the day says what the advice said")
                .contains("no exercises today", "leave out the exercises today")
                .doesNotContain("/my/session/");
        assertThat(worse(page, "unknown", "4").text()).contains("Call your clinic today");
        assertThat(openFlags()).containsExactly("worse", "worse");
        assertThat(worse(page, "yes", "4").text()).contains("Get help now", "999");
        assertThat(openFlags()).hasSizeGreaterThan(5);
    }

    private Browser.Answer worse(String page, String sign, String pain) {
        Map<String, String> fields = new TreeMap<>(Map.of("pain", pain, "leg", "no"));
        java.util.regex.Matcher radio =
                java.util.regex.Pattern.compile("name=\"(t?rf-[a-z0-9-]+)\"").matcher(page);
        while (radio.find()) {
            fields.put(radio.group(1), sign);
        }
        assertThat(fields).hasSizeGreaterThan(8);
        patient.get("/my/worse");
        return patient.post(
                "/my/worse",
                fields.entrySet().stream()
                        .flatMap(field -> List.of(field.getKey(), field.getValue()).stream())
                        .toArray(String[]::new));
    }

    @Test
    void notesThePainOfTheDay() {
        patient.get("/my/diary");
        assertThat(patient.post("/my/diary", "pain", "11").status()).isEqualTo(422);
        assertThat(patient.post("/my/diary", "pain", "7").text()).contains("<circle", "<td>7</td>");
    }

    @Test
    void givesACalendarUntilItIsEnded() throws Exception {
        patient.get("/my/calendar");
        String address = patient.post("/my/calendar", "do", "open")
                .text()
                .replaceAll("(?s).*<code class=\"secret\">([^<]+)</code>.*", "$1");
        HttpResponse<String> feed = feed(address, "");
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.body())
                .startsWith("BEGIN:VCALENDAR")
                .contains("TZID", "BEGIN:VEVENT")
                .doesNotContain("1. ");
        String tag = feed.headers().firstValue("ETag").orElseThrow();
        assertThat(feed(address, tag).statusCode()).isEqualTo(304);
        patient.get("/my/calendar");
        String detailed = patient.post("/my/calendar", "do", "open", "details", "yes")
                .text()
                .replaceAll("(?s).*<code class=\"secret\">([^<]+)</code>.*", "$1");
        assertThat(feed(address, "").statusCode()).isEqualTo(404);
        assertThat(feed(detailed, "").body()).contains("1. ");
        patient.get("/my/calendar");
        patient.post("/my/calendar", "do", "close");
        assertThat(feed(detailed, "").statusCode()).isEqualTo(404);
        assertThat(detailed).hasSizeGreaterThan(clinic.address().length() + 26);
    }

    private static HttpResponse<String> feed(String address, String tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void printsTheSessionsOfTheWeek() {
        assertThat(patient.get("/my/programme.pdf").text()).startsWith("%PDF");
        assertThat(patient.get("/my/plans").text()).contains("large=true", "/my/plans/1/sheet.pdf");
        assertThat(patient.get("/my/plans/1/sheet.pdf").text()).startsWith("%PDF");
    }

    @Test
    void givesThePatientTheSheetForPatientsAndNotThatOfClinicians() {
        PatientChart.SignedPlan plan = chart().signed().getFirst();
        byte[] sheet = clinic.store()
                .document(Json.text(plan.content(), "patientSheet"))
                .orElseThrow();
        assertThat(patient.get("/my/plans/1/sheet.pdf").response().body()).isEqualTo(sheet);
        String page = patient.get("/my/plans").text();
        Json.maps(plan.content(), "items").forEach(item -> {
            String about = Json.text(item, "about").split("['’&]", 2)[0];
            assertThat(page).contains(about);
        });
    }

    @Test
    void tellsMedicinesInTheLanguageOfTheReader() {
        Clinic charts = clinic.bean(Clinic.class);
        Entry.Draft chosen = Entry.Draft.of(Kind.CHOSEN, Map.of("item", "ibuprofen", "note", ""));
        charts.write(ID, ChartStore.ANY, "", "test", List.of(chosen));
        ExercisingPatient.sign(charts, ID);
        assertThat(patient.get("/my/today").text()).containsPattern("Ibuprofen</strong> <span lang=\"en\">[^<]*mg");
        assertThat(patient.get("/my/today?lang=ru").text())
                .containsPattern("Ибупрофен</strong> <span lang=\"ru\">[^<]*мг");
        assertThat(patient.get("/my/plans").text()).contains("Ибупрофен</h3>");
    }

    /** A plan stays in the language in which it was signed, its headings too; when to get help is told once. */
    @Test
    void showsASignedPlanInOneLanguageAndTellsOnceWhenToGetHelp() {
        assertThat(patient.get("/my/plans").text()).doesNotContain("stays in the language");
        String page = patient.get("/my/plans?lang=ru").text();
        String sheet = page.replaceAll("(?s).*<div class=\"patient-lines\" lang=\"en\">(.*?)</section>.*", "$1");
        assertThat(sheet.replaceAll("(?s)<p class=\"actions\">.*", "")).doesNotContainPattern("[а-яё]{3}");
        assertThat(page)
                .contains("План остаётся на том языке")
                .doesNotContain("notice alarm")
                .containsOnlyOnce("help-now");
    }

    @Test
    void opensToAPatientWhoGotACardAndSetAPassword() {
        Browser desk = clinic.signedIn(Role.SCHEDULER);
        desk.get("/patients/" + ID + "/access");
        String card = desk.post("/patients/" + ID + "/access", "do", "make").text();
        String password = card.replaceAll("(?s).*<code class=\"secret\">([^<]+)</code>.*", "$1");
        Browser own = clinic.browser();
        own.get("/sign-in");
        own.post("/sign-in", "username", ID, "password", password);
        assertThat(own.get("/my/today").path()).isEqualTo("/password");
        own.post("/password", "old", password, "new", "quiet river stone", "repeat", "quiet river stone");
        assertThat(own.get("/my/today").text()).contains("Emily", address());
        desk.get("/patients/" + ID + "/access");
        desk.post("/patients/" + ID + "/access", "do", "make");
        Browser later = clinic.browser();
        later.get("/sign-in");
        later.post("/sign-in", "username", ID, "password", "quiet river stone");
        assertThat(later.get("/my/today").path()).isEqualTo("/sign-in");
    }
}
