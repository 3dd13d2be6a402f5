package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.server.account.Role;

class SignInTest {

    @TempDir
    private static Path folder;

    private static RunningClinic clinic;

    @BeforeAll
    static void start() {
        clinic = new RunningClinic(folder);
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    @Test
    void leadsEachRoleToItsOwnStart() {
        assertThat(clinic.signedIn(Role.PHYSICIAN).get("/").path()).isEqualTo("/patients");
        assertThat(clinic.signedIn(Role.PATIENT).get("/").path()).isEqualTo("/my/today");
        assertThat(clinic.signedIn(Role.EDITOR).get("/").path()).isEqualTo("/knowledge");
        assertThat(clinic.signedIn(Role.ADMINISTRATOR).get("/").path()).isEqualTo("/accounts");
    }

    @Test
    void saysTheSameOfAWrongNameAndAWrongPassword() {
        Browser browser = clinic.browser();
        browser.get("/sign-in");
        Browser.Answer nobody = browser.post("/sign-in", "username", "nobody", "password", "x");
        Browser.Answer wrong = browser.post("/sign-in", "username", "editor", "password", "x");
        assertThat(nobody.text())
                .contains("not right")
                .contains("There is a problem")
                .contains("Error:");
        assertThat(wrong.text().replaceAll("[-_A-Za-z0-9]{80,}", ""))
                .isEqualTo(nobody.text().replaceAll("[-_A-Za-z0-9]{80,}", ""));
    }

    @Test
    void locksAnAccountAfterFiveWrongPasswordsUntilAnAdministratorOpensIt() {
        Browser browser = clinic.browser();
        browser.get("/sign-in");
        for (int i = 0; i < 5; i++) {
            assertThat(browser.post("/sign-in", "username", "therapist", "password", "no")
                            .text())
                    .doesNotContain("locked for");
        }
        long entries = clinic.store().last("account/therapist");
        assertThat(browser.post("/sign-in", "username", "therapist", "password", RunningClinic.PASSWORD)
                        .text())
                .contains("locked for 15 minutes");
        assertThat(clinic.store().last("account/therapist"))
                .as("a locked account is not written to")
                .isEqualTo(entries);
        Browser administrator = clinic.signedIn(Role.ADMINISTRATOR);
        assertThat(administrator.get("/accounts").text()).contains(">locked<");
        administrator.post("/accounts/therapist/unlock");
        assertThat(clinic.signedIn(Role.THERAPIST).get("/").path()).isEqualTo("/day");
    }

    @Test
    void answersForANameThatNobodyHasAsForOneThatIsLocked() {
        Browser browser = clinic.browser();
        browser.get("/sign-in");
        for (int i = 0; i < 5; i++) {
            assertThat(browser.post("/sign-in", "username", "Somebody", "password", "no")
                            .text())
                    .contains("not right");
        }
        assertThat(browser.post("/sign-in", "username", "somebody", "password", "no")
                        .text())
                .contains("locked for 15 minutes");
    }

    @Test
    void protectsEveryPageAndItsCookie() {
        Browser.Answer answer = clinic.browser().get("/sign-in");
        assertThat(answer.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.response().headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
        assertThat(answer.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .anyMatch(cookie ->
                        cookie.startsWith("lumbar=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        assertThat(answer.text()).doesNotContain(" style=", "<style", "onclick", "http://", "https://");
    }

    @Test
    void refusesAFormWithoutItsToken() {
        Browser physician = clinic.signedIn(Role.PHYSICIAN);
        assertThat(physician.postOnly("/patients/new", "family", "X").status()).isEqualTo(403);
    }

    @Test
    void asksToSignInAgainWhenTheSessionOfAFormIsOver() {
        Browser browser = clinic.browser();
        Browser.Answer answer = browser.postOnly("/patients/new", "family", "X", "_csrf", "old");
        assertThat(answer.path()).isEqualTo("/sign-in");
        assertThat(answer.text()).contains("Your session has ended");
    }

    @Test
    void isWrittenDownByNameAndInWords() {
        clinic.signedIn(Role.EDITOR).get("/accounts");
        Browser administrator = clinic.signedIn(Role.ADMINISTRATOR);
        administrator.get("/accounts");
        assertThat(administrator.get("/journal").text())
                .contains(">Dr administrator<", ">accounts<", ">Dr editor<", ">a page<")
                .doesNotContain(">administrator<", ">/accounts<", ">GET<");
        assertThat(administrator.get("/journal?lang=ru").text()).contains(">учётные записи<");
    }

    /** Who follows a link to a page in Russian and has yet to sign in does so in Russian, and reads on in it. */
    @Test
    void keepsTheLanguageThatALinkAsksFor() {
        Browser browser = clinic.browser();
        Browser.Answer door = browser.get("/patients?lang=ru");
        assertThat(door.path()).isEqualTo("/sign-in");
        assertThat(door.text()).contains("<html lang=\"ru\"", "Имя пользователя");
        Browser.Answer inside =
                browser.post("/sign-in", "username", Role.SCHEDULER.id(), "password", RunningClinic.PASSWORD);
        assertThat(inside.path()).isEqualTo("/patients");
        assertThat(inside.text()).contains("<html lang=\"ru\"");
        assertThat(clinic.browser()
                        .postOnly("/patients/new", "family", "X", "lang", "ru", "_csrf", "old")
                        .text())
                .contains("Сеанс завершён");
    }

    @Test
    void makesAnAccountWhosePasswordMustBeChanged() {
        Browser administrator = clinic.signedIn(Role.ADMINISTRATOR);
        administrator.get("/accounts");
        assertThat(administrator
                        .post("/accounts", "username", "No Spaces", "name", "X", "role", "editor")
                        .status())
                .isEqualTo(422);
        String made = administrator
                .post("/accounts", "username", "new.doctor", "name", "Dr New", "role", "physician")
                .text();
        String password = made.replaceAll("(?s).*<code class=\"secret\">([^<]+)</code>.*", "$1");
        assertThat(administrator
                        .post("/accounts", "username", "new.doctor", "name", "Dr New", "role", "physician")
                        .status())
                .isEqualTo(409);
        Browser fresh = clinic.browser();
        fresh.get("/sign-in");
        assertThat(fresh.post("/sign-in", "username", "new.doctor", "password", password)
                        .path())
                .isEqualTo("/password");
        assertThat(fresh.post("/password", "old", password, "new", "short", "repeat", "short")
                        .status())
                .isEqualTo(422);
        assertThat(fresh.post("/password", "old", password, "new", "long enough now", "repeat", "long enough now")
                        .text())
                .contains("The password is changed");
        assertThat(fresh.get("/").path()).isEqualTo("/patients");
    }
}
