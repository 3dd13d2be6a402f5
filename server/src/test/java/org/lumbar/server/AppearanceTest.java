package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.server.account.Role;

/** The version for the visually impaired, without scripts. */
class AppearanceTest {

    private static final String[] LARGE_AND_BLUE = {"look", "apply", "look-size", "200", "look-colours", "blue"};

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

    private static void choose(Browser browser, String... fields) {
        browser.post("/appearance", fields);
    }

    private static String look(Browser browser, String path) {
        String text = browser.get(path).text();
        return text.contains("data-look=") ? text.replaceAll("(?s).*<html [^>]*data-look=\"([^\"]*)\".*", "$1") : "";
    }

    private static Browser atTheDoor() {
        Browser browser = clinic.browser();
        browser.get("/sign-in");
        return browser;
    }

    private static void signIn(Browser browser, Role role) {
        browser.get("/sign-in");
        browser.post("/sign-in", "username", role.id(), "password", RunningClinic.PASSWORD);
    }

    private static void signOut(Browser browser) {
        browser.get("/");
        browser.post("/sign-out");
    }

    @Test
    void isOnlyThereForWhoChoseIt() {
        Browser browser = atTheDoor();
        assertThat(look(browser, "/sign-in")).isEmpty();
        choose(browser, LARGE_AND_BLUE);
        assertThat(look(browser, "/sign-in")).isEqualTo("on size-200 colours-blue");
        choose(browser, "look", "reset");
        assertThat(look(browser, "/sign-in")).isEmpty();
    }

    @Test
    void leadsBackToThePageAndNeverElsewhere() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        browser.get("/patients?q=x");
        assertThat(browser.post("/appearance", LARGE_AND_BLUE).response().uri())
                .hasPath("/patients")
                .hasQuery("q=x");
        for (String back : List.of(
                "https://example.org/",
                "//example.org/",
                "/\\example.org/",
                "\\\\example.org",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "")) {
            browser.get("/patients");
            assertThat(browser.post("/appearance", "look", "reset", "back", back)
                            .response()
                            .uri())
                    .as(back)
                    .hasHost("localhost")
                    .hasPath("/patients");
        }
    }

    @Test
    void takesOnlyWhatItOffers() {
        Browser browser = atTheDoor();
        choose(browser, "look", "apply", "look-size", "9000\"><script>", "look-colours", "usual", "look-images", "off");
        assertThat(look(browser, "/sign-in")).isEqualTo("on images-off");
    }

    @Test
    void goesInWithWhoChoseItAtTheDoorAndStaysWithTheAccount() {
        Browser browser = atTheDoor();
        choose(browser, LARGE_AND_BLUE);
        signIn(browser, Role.SCHEDULER);
        assertThat(look(browser, "/patients")).isEqualTo("on size-200 colours-blue");
        Browser elsewhere = clinic.signedIn(Role.SCHEDULER);
        assertThat(look(elsewhere, "/patients")).isEqualTo("on size-200 colours-blue");
        choose(elsewhere, "look", "reset");
        assertThat(look(clinic.signedIn(Role.SCHEDULER), "/patients")).isEmpty();
    }

    @Test
    void isNotInheritedOnASharedComputer() {
        Browser shared = clinic.signedIn(Role.EDITOR);
        shared.get("/knowledge");
        choose(shared, LARGE_AND_BLUE);
        signOut(shared);
        assertThat(look(shared, "/sign-in")).as("the door stays readable").isEqualTo("on size-200 colours-blue");
        signIn(shared, Role.ADMINISTRATOR);
        assertThat(look(shared, "/accounts")).isEmpty();
    }

    @Test
    void keepsWhatWasTypedIntoAForm() {
        Browser physician = clinic.signedIn(Role.PHYSICIAN);
        physician.get("/patients/new");
        String text = physician
                .post("/patients/new", "family", "Half-typed", "look", "apply", "look-size", "150")
                .text();
        assertThat(text)
                .contains("value=\"Half-typed\"", "data-look=\"on size-150\"")
                .doesNotContain("id=\"problems\"");
        assertThat(physician.get("/patients?q=Half").text()).doesNotContain("Half-typed</a>");
        choose(physician, "look", "reset");
    }

    @Test
    void isReachedFirstOnEveryPageAndFromItsFoot() {
        for (Browser browser : List.of(clinic.browser(), clinic.signedIn(Role.PATIENT))) {
            for (String path : List.of("/", "/appearance", "/nowhere", "/my")) {
                String body = browser.get(path).text().replaceAll("(?s).*<body", "");
                String first = body.replaceAll("(?s).*?<a class=\"skip\".*?</a>(.*?)</summary>.*", "$1");
                assertThat(first)
                        .as(path)
                        .contains("Version for the visually impaired")
                        .doesNotContain("<a ", "<button");
                assertThat(body).contains("<a href=\"#look-panel\">Version for the visually impaired</a>");
            }
        }
    }

    @Test
    void answersAScriptWithoutAPage() {
        Browser browser = atTheDoor();
        assertThat(browser.fragment("/appearance", LARGE_AND_BLUE).status()).isEqualTo(204);
        assertThat(look(browser, "/sign-in")).isEqualTo("on size-200 colours-blue");
    }
}
