package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.server.account.Role;
import org.lumbar.server.patient.Drafts;

/** What a physician signed in spite of a rule is given by therapists, until something new speaks against it. */
class UpheldTest {

    private static final String MASSAGE = "massage-course";
    private static final String DECIDED = "damaged-skin-at-site";
    private static final String NEW = "acute-infection-or-fever";
    private static final String HELD = "work held";

    private TherapyClinic clinic;
    private String id;

    @BeforeEach
    void admit(@TempDir Path folder) {
        clinic = new TherapyClinic(folder);
        id = clinic.admit("Lund", MASSAGE);
        clinic.write(id, Drafts.answered(DECIDED, true));
    }

    @AfterEach
    void end() {
        clinic.close();
    }

    private String treatments() {
        return clinic.signedIn(Role.THERAPIST)
                .get("/patients/" + id + "/treatments")
                .text();
    }

    private void decide(Browser physician) {
        String card = "/patients/" + id + "/plan/" + MASSAGE + "/override";
        Browser.Answer open = physician.get(card);
        List<String> fields = new ArrayList<>(List.of("confirm", "yes"));
        for (int i = 0; open.text().contains("name=\"reason-" + i + "\""); i++) {
            fields.addAll(List.of("reason-" + i, "other", "text-" + i, "The graze lies outside of what is massaged"));
        }
        assertThat(physician.post(card, fields.toArray(String[]::new)).path()).endsWith("/plan");
    }

    private void sign(Browser physician) {
        physician.get("/patients/" + id + "/sign");
        assertThat(physician
                        .post("/patients/" + id + "/sign", "password", RunningClinic.PASSWORD, "language", "en")
                        .path())
                .endsWith("/plans/2");
    }

    @Test
    void waitsForTheSignature() {
        assertThat(treatments()).contains(HELD);
        Browser physician = clinic.signedIn(Role.PHYSICIAN);
        decide(physician);
        assertThat(treatments()).as("decided, not signed").contains(HELD).doesNotContain("in spite of");
        sign(physician);
        assertThat(treatments()).contains("in spite of").doesNotContain(HELD);
        Browser therapist = clinic.signedIn(Role.THERAPIST);
        String address = "/patients/" + id + "/treatments/" + MASSAGE;
        therapist.get(address);
        assertThat(therapist.post(address, "result", "done").path()).isEqualTo("/day");
    }

    @Test
    void endsWhenSomethingElseSpeaksAgainstIt() {
        Browser physician = clinic.signedIn(Role.PHYSICIAN);
        decide(physician);
        sign(physician);
        clinic.write(id, Drafts.answered(NEW, true));
        assertThat(treatments())
                .contains(HELD, "Something new speaks against it")
                .doesNotContain("in spite of");
    }
}
