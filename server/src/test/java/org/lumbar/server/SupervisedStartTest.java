package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.Practised;
import org.lumbar.server.account.Role;
import org.lumbar.server.patient.Drafts;

/** From supervised exercise to exercising at home, without scripts. */
class SupervisedStartTest {

    private static final Pattern ALL = Pattern.compile("name=\"all-([a-z-]+)\"");

    @TempDir
    private static Path folder;

    private static TherapyClinic clinic;

    @BeforeAll
    static void start() {
        clinic = new TherapyClinic(folder);
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    private static String address(String id) {
        return "/patients/" + id + "/technique";
    }

    private static List<String> movements(Browser.Answer page) {
        List<String> movements = new ArrayList<>();
        Matcher all = ALL.matcher(page.text());
        while (all.find()) {
            movements.add(all.group(1));
        }
        assertThat(movements).isNotEmpty();
        return movements;
    }

    private static Browser.Answer session(Browser browser, String id, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        for (String movement : movements(browser.get(address(id)))) {
            if (!all.contains("skip-" + movement)) {
                all.addAll(List.of("all-" + movement, "yes"));
            }
        }
        return browser.post(address(id), all.toArray(String[]::new));
    }

    @Test
    void opensTheWayHomeAfterThreeSessionsThatWereRight() {
        String id = clinic.admit("Aalto");
        Browser browser = clinic.signedIn(Role.THERAPIST);
        assertThat(session(browser, id).text()).contains("1 of 3 sessions");
        String first = movements(browser.get(address(id))).getFirst();
        assertThat(browser.post(address(id), "point-" + first + "-0", "yes").text())
                .as("a session with mistakes does not count")
                .contains("1 of 3 sessions", "not yet all right");
        session(browser, id);
        assertThat(clinic.chart(id).answers()).doesNotContainKey("supervised-start-done");
        assertThat(session(browser, id).text()).contains("may exercise alone");
        assertThat(clinic.chart(id).answers().get("supervised-start-done").value())
                .isEqualTo(true);
        assertThat(clinic.chart(id).practised()).extracting(Practised::right).containsExactly(true, false, true, true);
        assertThat(clinic.signedIn(Role.PHYSICIAN)
                        .get("/patients/" + id + "/treatments")
                        .text())
                .contains("may exercise alone");
    }

    @Test
    void changesOneStepWithAReasonAndNeverGrowsWhatWasWrong() {
        String id = clinic.admit("Berg");
        Browser browser = clinic.signedIn(Role.THERAPIST);
        Browser.Answer page = browser.get(address(id));
        Matcher easier =
                Pattern.compile("name=\"change-([a-z-]+)\" value=\"easier\"").matcher(page.text());
        Matcher harder =
                Pattern.compile("name=\"change-([a-z-]+)\" value=\"harder\"").matcher(page.text());
        assertThat(easier.find()).isTrue();
        assertThat(harder.find()).isTrue();
        String down = easier.group(1);
        String up = harder.group(1);
        assertThat(browser.post(address(id), "change-" + down, "easier").status())
                .as("without a reason")
                .isEqualTo(422);
        browser.get(address(id));
        assertThat(browser.post(address(id), "change-" + up, "harder", "why-" + up, "easy")
                        .status())
                .as("it was not right")
                .isEqualTo(422);
        assertThat(clinic.chart(id).practised()).isEmpty();
        browser.get(address(id));
        Browser.Answer changed = browser.post(address(id), "change-" + down, "easier", "why-" + down, "pain");
        assertThat(changed.text()).contains("Easier (pain)");
        assertThat(movements(browser.get(address(id)))).isNotEmpty();
    }

    @Test
    void waitsWhileAPhysicianHasToLookFirst() {
        String id = clinic.admit("Cole");
        clinic.write(id, org.lumbar.chart.Flag.draft("leg-symptoms", "home", "", ""));
        Browser browser = clinic.signedIn(Role.THERAPIST);
        assertThat(browser.get(address(id)).text()).contains("Not now.").doesNotContain("name=\"all-");
        assertThat(browser.post(address(id), "x", "y").status()).isEqualTo(422);
        assertThat(browser.get("/patients/" + id + "/lesson").path()).isEqualTo(address(id));
        assertThat(browser.get("/group/lesson?with=" + id).status()).isEqualTo(422);
    }

    @Test
    void showsALessonAndWhoOfAGroupLeavesOutWhat() {
        String one = clinic.admit("Dahl");
        String other = clinic.admit("Eich");
        clinic.write(other, Drafts.answered("cervical-spine-disease", true));
        Browser browser = clinic.signedIn(Role.THERAPIST);
        assertThat(browser.get("/patients/" + one + "/lesson").text()).contains("class=\"teach\"");
        assertThat(browser.get("/group").text()).contains("value=\"" + one + "\"");
        assertThat(browser.get("/group/lesson").status()).isEqualTo(422);
        assertThat(browser.get("/group/lesson?with=" + one + "&with=" + other).text())
                .contains("Eich Olga");
        assertThat(clinic.store().newest("access/" + other, 1).getFirst().payload())
                .contains("/group/lesson");
    }

    @Test
    void fitsTheMassageToThePatient() {
        String id = clinic.admit("Frey", "massage-course");
        Browser browser = clinic.signedIn(Role.THERAPIST);
        Browser.Answer first = browser.get("/patients/" + id + "/massage");
        assertThat(first.text()).contains("Massage, session 1", "First two sessions", "data-seconds=\"120\"");
        assertThat(browser.get("/patients/" + id + "/massage?session=5").text()).doesNotContain("First two sessions");
        clinic.write(id, Drafts.answered("on-anticoagulant", true));
        assertThat(browser.get("/patients/" + id + "/massage?session=5").text())
                .contains("Strokes instead of the techniques", "Left out");
        clinic.write(id, Drafts.answered("acute-infection-or-fever", true));
        assertThat(browser.get("/patients/" + id + "/massage").text())
                .contains("Not now.")
                .doesNotContain("id=\"steps\"");
        assertThat(browser.get("/patients/" + clinic.admit("Gray") + "/massage").status())
                .isEqualTo(404);
        assertThat(browser.get("/figures/massage-lumbar").text()).contains("<svg");
        assertThat(browser.get("/figures/nothing").status()).isEqualTo(404);
    }
}
