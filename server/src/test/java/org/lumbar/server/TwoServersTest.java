package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lumbar.knowledge.Edition;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.Role;
import org.lumbar.server.account.Vault;
import org.lumbar.server.patient.Clinic;

/** Two servers of one clinic on one PostgreSQL, behind a balancer that sends each request to either. */
class TwoServersTest {

    private static final MovingClock CLOCK = new MovingClock();
    private static RunningClinic one;
    private static RunningClinic other;

    @BeforeAll
    static void start() throws Exception {
        String address = Postgresql.newDatabase();
        Vault vault = Vault.ofThisProcess();
        one = new RunningClinic(Postgresql.open(address), Settings.standard(), CLOCK, vault);
        other = new RunningClinic(Postgresql.open(address), Settings.standard(), CLOCK, vault);
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @Test
    void knowEachOthersSessions() {
        Browser browser = one.signedIn(Role.PHYSICIAN);
        assertThat(browser.at(other.address()).get("/patients").status()).isEqualTo(200);
        Browser.Answer form = browser.at(one.address()).get("/patients/new");
        assertThat(form.status()).isEqualTo(200);
        Browser.Answer made = browser.at(other.address())
                .post(
                        "/patients/new",
                        "family",
                        "Novak",
                        "given",
                        "Jan",
                        "born",
                        "01.02.1970",
                        "sex",
                        "male",
                        "country",
                        "RU",
                        "language",
                        "en");
        assertThat(made.status()).isEqualTo(200);
        assertThat(browser.at(one.address()).get("/patients?q=Novak").text()).contains("Novak");
        browser.get("/patients");
        browser.at(other.address()).post("/sign-out");
        assertThat(browser.at(one.address()).get("/patients").path())
                .as("signed out everywhere")
                .isEqualTo("/sign-in");
    }

    @Test
    void endASessionThatWasNotUsedAndKeepOneThatWas() {
        Browser idle = one.signedIn(Role.SCHEDULER);
        Browser used = one.signedIn(Role.SCHEDULER);
        for (int i = 0; i < 4; i++) {
            CLOCK.pass(Duration.ofMinutes(10));
            assertThat((i % 2 == 0 ? used.at(other.address()) : used.at(one.address()))
                            .get("/session")
                            .status())
                    .isEqualTo(204);
        }
        assertThat(idle.at(other.address()).get("/patients").path()).isEqualTo("/sign-in");
        assertThat(used.at(other.address()).get("/patients").path()).isEqualTo("/patients");
    }

    @Test
    void lockAnAccountTogether() {
        for (int i = 0; i < 5; i++) {
            Browser browser = (i % 2 == 0 ? one : other).browser();
            browser.get("/sign-in");
            browser.post("/sign-in", "username", "editor", "password", "no");
        }
        Browser last = one.browser();
        last.get("/sign-in");
        assertThat(last.post("/sign-in", "username", "editor", "password", RunningClinic.PASSWORD)
                        .text())
                .contains("locked for 15 minutes");
    }

    @Test
    void refuseTheSecondOfTwoWritesFromTheSamePage() throws Exception {
        String path = "/patients/" + RunningClinic.PATIENT + "/diagnosis";
        List<Callable<Integer>> writes = new ArrayList<>();
        for (RunningClinic server : List.of(one, other)) {
            Browser browser = server.signedIn(Role.PHYSICIAN);
            browser.get(path);
            writes.add(() -> browser.post(path, "code", "M54.5", "onset", "20.11.2026", "certainty", "confirmed")
                    .status());
        }
        long before = one.store().last("patient/" + RunningClinic.PATIENT);
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> each : threads.invokeAll(writes)) {
                statuses.add(each.get());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(one.store().read("patient/" + RunningClinic.PATIENT).stream()
                        .filter(entry -> entry.sequence() > before)
                        .map(entry -> entry.request())
                        .distinct())
                .as("one of them was written")
                .hasSize(1);
        assertThat(one.store().verify().problems()).isEmpty();
    }

    @Test
    void useTheEditionThatOneOfThemPublished() {
        String item = "items/exercise/walking-programme.yaml";
        String cases = item.replace(".yaml", ".cases.yaml");
        one.bean(Accounts.class).create("second", "Dr Second", Role.EDITOR, "", RunningClinic.PASSWORD, false, "test");
        Browser second = other.browser();
        second.get("/sign-in");
        second.post("/sign-in", "username", "second", "password", RunningClinic.PASSWORD);
        one.bean(Accounts.class).unlock("editor", "test");
        Browser author = one.signedIn(Role.EDITOR);
        author.get("/knowledge/changes/new");
        String proposal = author.post(
                        "/knowledge/changes",
                        "do",
                        "propose",
                        "title",
                        "Walking is optional",
                        "reason",
                        "A trial of 2026.",
                        "file",
                        item,
                        "text",
                        shipped(item)
                                .replace(
                                        "{comprehensive: recommended, guideline: recommended}",
                                        "{comprehensive: optional, guideline: optional}"),
                        "file",
                        cases,
                        "text",
                        shipped(cases).replace("expect: recommended", "expect: optional"))
                .path();
        assertThat(second.get(proposal).text()).contains("value=\"approve\"");
        String today = DateTimeFormatter.ofPattern("dd.MM.yyyy").format(LocalDate.now(CLOCK));
        assertThat(second.post(proposal, "do", "approve", "effective", today).status())
                .isEqualTo(200);
        for (RunningClinic server : List.of(one, other)) {
            assertThat(server.bean(Clinic.class).knowledge().version()).endsWith("+1");
            assertThat(server.browser().get("/knowledge/walking-programme").text())
                    .contains("comprehensive: optional");
        }
        author.get("/knowledge/editions/1");
        author.post("/knowledge/editions/1", "reason", "The trial was withdrawn.");
        for (RunningClinic server : List.of(one, other)) {
            assertThat(server.bean(Clinic.class).knowledge()).isEqualTo(Knowledge.bundled());
        }
    }

    private static String shipped(String path) {
        return Edition.shipped().text(path).orElseThrow();
    }
}
