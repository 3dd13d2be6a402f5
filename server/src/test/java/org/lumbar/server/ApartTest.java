package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.Performed;
import org.lumbar.server.account.Role;

/** Of two treatments that must not share a day, the second asks for another one; massage never follows massage of the day before. */
class ApartTest {

    private static final String MASSAGE = "massage-course";
    private static final String NEEDLES = "acupuncture";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

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

    private static Browser.Answer done(Browser browser, String id, String item) {
        String address = "/patients/" + id + "/treatments/" + item;
        browser.get(address);
        return browser.post(address, "result", "done");
    }

    private static String state(Browser browser, String id, String item) {
        return browser.get("/patients/" + id + "/treatments")
                .text()
                .replaceAll("(?s).*class=\"work ([a-z-]*)[^\"]*\" id=\"" + id + "-" + item + "\".*", "$1");
    }

    @Test
    void isAskedOfTheSecondAsLongAsNoneIsGiven() {
        String id = clinic.admit("Mason", MASSAGE, NEEDLES);
        Browser browser = clinic.signedIn(Role.THERAPIST);
        assertThat(java.util.List.of(state(browser, id, MASSAGE), state(browser, id, NEEDLES)))
                .containsExactlyInAnyOrder("open", "other-day");
        assertThat(browser.get("/day").text()).contains("The needled zone should be left in peace that day.");
    }

    @Test
    void isAskedOfTheOtherOnceOneWasGiven() {
        for (String first : java.util.List.of(MASSAGE, NEEDLES)) {
            String second = first.equals(MASSAGE) ? NEEDLES : MASSAGE;
            String id = clinic.admit("Nash", MASSAGE, NEEDLES);
            Browser browser = clinic.signedIn(Role.THERAPIST);
            assertThat(done(browser, id, first).path()).isEqualTo("/day");
            assertThat(state(browser, id, second)).isEqualTo("other-day");
            assertThat(done(browser, id, second).status()).isEqualTo(422);
            assertThat(clinic.chart(id).performed()).hasSize(1);
        }
    }

    @Test
    void keepsMassageOffTheDayAfterMassage() {
        String id = clinic.admit("Olsen", MASSAGE);
        String other = clinic.admit("Owen", MASSAGE);
        massaged(id, TODAY.minusDays(1));
        massaged(other, TODAY.minusDays(2));
        Browser browser = clinic.signedIn(Role.THERAPIST);
        assertThat(state(browser, id, MASSAGE)).isEqualTo("other-day");
        assertThat(browser.get("/patients/" + id + "/treatments").text()).contains("from 24.11.2026 on");
        assertThat(done(browser, id, MASSAGE).status()).isEqualTo(422);
        assertThat(state(browser, other, MASSAGE)).isEqualTo("open");
    }

    private static void massaged(String id, LocalDate day) {
        clinic.write(id, Performed.draft(MASSAGE, day, Performed.Result.DONE, "", Map.of(), "", null));
    }
}
