package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.server.account.Access;
import org.lumbar.server.account.Role;

/** Help stands in the same place of every page, speaks to the role of who asks, and switches the keys off. */
class GuideTest {

    private static final Pattern BEFORE_HELP = Pattern.compile("<div class=\"who\">\\s*<a href=\"/help\"");
    private static final String KEYS = "/assets/shortcuts.js";

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

    @ParameterizedTest
    @EnumSource(Role.class)
    void speaksToEachRoleInBothLanguages(Role role) {
        Browser browser = clinic.signedIn(role);
        String home = browser.get(Access.start(role)).text();
        assertThat(BEFORE_HELP.matcher(home).find()).isTrue();
        String help = browser.get("/help").text();
        assertThat(BEFORE_HELP.matcher(help).find()).isTrue();
        assertThat(help).contains("What you can do here", "Not for this person now.");
        assertThat(steps(help)).isGreaterThanOrEqualTo(3);
        String russian = browser.get("/help?lang=ru").text();
        assertThat(russian).contains("Что вы здесь можете делать", "Этому пациенту сейчас нельзя.");
        assertThat(steps(russian)).isEqualTo(steps(help));
        browser.get("/help?lang=en");
    }

    private static long steps(String help) {
        Matcher list =
                Pattern.compile("(?s)<ol class=\"guide-steps\">(.*?)</ol>").matcher(help);
        assertThat(list.find()).isTrue();
        return list.group(1).split("<li>", -1).length - 1L;
    }

    @Test
    void isOpenToStrangersAndListsOnlyKeysThatTheyMayUse() {
        Browser stranger = clinic.browser();
        assertThat(BEFORE_HELP.matcher(stranger.get("/sign-in").text()).find()).isTrue();
        String help = stranger.get("/help").text();
        assertThat(help).contains("<kbd>g</kbd> <kbd>k</kbd>").doesNotContain("<kbd>g</kbd> <kbd>j</kbd>");
        assertThat(clinic.signedIn(Role.ADMINISTRATOR).get("/help").text()).contains("<kbd>g</kbd> <kbd>j</kbd>");
    }

    @Test
    void switchesTheKeysOffOnEveryPageUntilTheyAreWantedAgain() {
        Browser physician = clinic.signedIn(Role.PHYSICIAN);
        assertThat(physician.get("/patients").text()).contains(KEYS);
        physician.get("/help");
        assertThat(physician.post("/help", "keys", "off").text()).contains("Switch the keys on");
        assertThat(physician.get("/patients").text()).doesNotContain(KEYS);
        physician.get("/help");
        physician.post("/help", "keys", "on");
        assertThat(physician.get("/patients").text()).contains(KEYS);
    }
}
