package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.Database;
import org.lumbar.server.account.Role;
import org.lumbar.server.account.Vault;

/** What was typed is not lost with the session, is saved by nobody but its author, and is shown to nobody else. */
class KeptFormTest {

    private static final String DIAGNOSIS = "/patients/" + RunningClinic.PATIENT + "/diagnosis";

    @TempDir
    private Path folder;

    private final MovingClock clock = new MovingClock(RunningClinic.NOW, RunningClinic.ZONE);
    private RunningClinic clinic;
    private Browser browser;

    @BeforeEach
    void start() {
        Database database = Database.file(folder.resolve("chart.sqlite"));
        clinic = new RunningClinic(database, Settings.standard(), clock, Vault.ofThisProcess());
        browser = clinic.signedIn(Role.PHYSICIAN);
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    /** The server may still be writing down that the session was used when its page has come: that is let pass, too. */
    private void endSession() {
        clock.pass(Duration.ofMinutes(40));
        clinic.browser().get("/sign-in");
        clock.pass(Duration.ofMinutes(40));
    }

    private Browser.Answer sendTooLate() {
        browser.get(DIAGNOSIS);
        endSession();
        return browser.post(DIAGNOSIS, "code", "M54.5", "onset", "20.11.2026", "password", "secret words");
    }

    private Browser.Answer signIn(Role role) {
        return browser.post("/sign-in", "username", role.id(), "password", RunningClinic.PASSWORD);
    }

    @Test
    void isGivenBackToItsAuthorAndNotSaved() {
        long before = clinic.store().last("patient/" + RunningClinic.PATIENT);
        Browser.Answer door = sendTooLate();
        assertThat(door.path()).isEqualTo("/sign-in");
        assertThat(door.text()).contains("kept for you for 30 minutes").doesNotContain("20.11.2026");
        Browser.Answer offered = signIn(Role.PHYSICIAN);
        assertThat(offered.path()).isEqualTo("/kept-form");
        assertThat(offered.text())
                .contains("action=\"" + DIAGNOSIS + "\"", "value=\"20.11.2026\"")
                .doesNotContain("secret words");
        Browser.Answer shown = browser.post(DIAGNOSIS);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).contains("value=\"20.11.2026\"").containsPattern("value=\"M54.5\"[^>]*checked");
        assertThat(clinic.store().last("patient/" + RunningClinic.PATIENT))
                .as("nothing is saved before it is sent again")
                .isEqualTo(before);
        assertThat(browser.get("/").path()).as("offered once").isEqualTo("/patients");
        assertThat(browser.get("/kept-form").text()).contains("20.11.2026");
        browser.post("/kept-form");
        assertThat(browser.get("/kept-form").path()).isEqualTo("/patients");
    }

    @Test
    void isShownToNobodyElseAndForAShortTime() {
        sendTooLate();
        assertThat(signIn(Role.SCHEDULER).path()).isEqualTo("/patients");
        assertThat(browser.get("/kept-form").path()).isEqualTo("/patients");
        clock.pass(Duration.ofMinutes(31));
        browser.get("/sign-in");
        assertThat(signIn(Role.PHYSICIAN).path()).isEqualTo("/patients");
    }

    /** A page that leaves on its own sends its form where nothing is saved, even if the session still lasts. */
    @Test
    void isKeptWhenThePageLeavesOnItsOwn() {
        browser.get(DIAGNOSIS);
        Browser.Answer kept = browser.post("/kept-form", "meant-for", DIAGNOSIS, "onset", "19.11.2026");
        assertThat(kept.path()).isEqualTo("/kept-form");
        assertThat(kept.text()).contains("action=\"" + DIAGNOSIS + "\"", "value=\"19.11.2026\"");
        browser.get(DIAGNOSIS);
        endSession();
        assertThat(browser.post("/kept-form", "meant-for", DIAGNOSIS, "onset", "18.11.2026")
                        .path())
                .isEqualTo("/sign-in");
        assertThat(signIn(Role.PHYSICIAN).text()).contains("value=\"18.11.2026\"");
    }

    @Test
    void isNotKeptWhenItSaysNotWhomItWasShownToOrWouldLeadAway() {
        Browser stranger = clinic.browser();
        assertThat(stranger.postOnly(DIAGNOSIS, "onset", "x", "shown-to", "physician", "_csrf", "old")
                        .text())
                .contains("was not saved.");
        browser.get(DIAGNOSIS);
        assertThat(browser.post("/kept-form", "meant-for", "//elsewhere.example/x", "onset", "x")
                        .path())
                .isEqualTo("/patients");
    }
}
