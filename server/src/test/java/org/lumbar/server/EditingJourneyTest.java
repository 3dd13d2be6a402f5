package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.knowledge.Edition;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.Role;
import org.lumbar.server.exercise.ExercisingPatient;
import org.lumbar.server.patient.Clinic;

/** Two editors change the knowledge base, a physician is told, and the change is undone. One story, in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EditingJourneyTest {

    private static final String WALKING = "items/exercise/walking-programme.yaml";
    private static final String CASES = "items/exercise/walking-programme.cases.yaml";

    private static final String WALKER = "walkingcarter";

    @TempDir
    private static Path folder;

    private static RunningClinic clinic;
    private static Browser author;
    private static Browser second;
    private static String proposal = "";

    @BeforeAll
    static void start() {
        clinic = new RunningClinic(folder);
        clinic.bean(Accounts.class)
                .create("second", "Dr Second", Role.EDITOR, "", RunningClinic.PASSWORD, false, "test");
        author = clinic.signedIn(Role.EDITOR);
        second = clinic.browser();
        second.get("/sign-in");
        second.post("/sign-in", "username", "second", "password", RunningClinic.PASSWORD);
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    private static String shipped(String path) {
        return Edition.shipped().text(path).orElseThrow();
    }

    /** Walking is optional instead of recommended, and its cases say so. */
    private static String walking() {
        return shipped(WALKING)
                .replace(
                        "{comprehensive: recommended, guideline: recommended}",
                        "{comprehensive: optional, guideline: optional}");
    }

    private static String cases() {
        return shipped(CASES).replace("expect: recommended", "expect: optional");
    }

    private static Item.Offer offered() {
        return clinic.bean(Clinic.class).knowledge().items().stream()
                .filter(item -> item.id().equals("walking-programme"))
                .findFirst()
                .orElseThrow()
                .offer()
                .get(Standard.COMPREHENSIVE);
    }

    private static Browser.Answer send(Browser browser, String pressed, String... more) {
        browser.get("/knowledge/changes/new");
        String[] all = new String[more.length + 6];
        String[] first = {"do", pressed, "title", "Walking is optional", "reason", "A trial of 2026."};
        System.arraycopy(first, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return browser.post("/knowledge/changes", all);
    }

    @Test
    @Order(1)
    void isToldEveryProblemAtItsLineAndKeepsWhatWasTyped() {
        String wrong = walking() + "no-such-key: 1\n";
        Browser.Answer answer = send(author, "propose", "file", WALKING, "text", wrong);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("unknown key no-such-key", WALKING + ":", "comprehensive: optional");
        Browser.Answer missing = send(author, "propose", "file", WALKING, "text", walking());
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text()).contains("walking from the first days", "expected recommended, but it is optional");
    }

    @Test
    @Order(2)
    void cannotAdoptWhatTheReleaseRefuses() {
        String vitamins = "claims/A-vitamins.yaml";
        String text = shipped(vitamins);
        int from = text.indexOf("- id: A-vitamins-05\n");
        String adopted =
                text.substring(0, from) + text.substring(from).replaceFirst("verdict: refuse", "verdict: adopt");
        Browser.Answer answer = send(author, "propose", "file", vitamins, "text", adopted);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("A-vitamins-05 is refused in the release");
    }

    @Test
    @Order(3)
    void proposesAndCannotApproveIt() {
        Browser.Answer answer =
                send(author, "propose", "file", WALKING, "text", walking(), "file", CASES, "text", cases());
        assertThat(answer.status()).isEqualTo(200);
        proposal = answer.path();
        assertThat(proposal).startsWith("/knowledge/changes/");
        assertThat(answer.text())
                .contains("another editor has to approve it", "comprehensive: optional", "Waits for a second editor")
                .doesNotContain("value=\"approve\"");
        Browser.Answer forced = author.post(proposal, "do", "approve", "effective", "23.11.2026");
        assertThat(forced.status()).isEqualTo(422);
        assertThat(offered()).isEqualTo(Item.Offer.RECOMMENDED);
    }

    @Test
    @Order(4)
    void isPublishedByASecondEditorWhoSeesTheEffect() {
        ExercisingPatient.admit(clinic.bean(Clinic.class), WALKER);
        ExercisingPatient.sign(clinic.bean(Clinic.class), WALKER);
        Browser.Answer review = second.get(proposal);
        assertThat(review.text())
                .contains("The plan of 1 of 2 patients changes.", "Walking programme", "value=\"approve\"");
        assertThat(review.text()).doesNotContain("Carter");
        assertThat(second.post(proposal, "do", "refuse", "reason", "").status()).isEqualTo(422);
        assertThat(second.post(proposal, "do", "approve", "effective", "01.01.2026")
                        .status())
                .isEqualTo(422);
        Browser.Answer published = second.post(proposal, "do", "approve", "effective", "23.11.2026");
        assertThat(published.status()).isEqualTo(200);
        assertThat(published.text()).contains("Published");
        assertThat(offered()).isEqualTo(Item.Offer.OPTIONAL);
        assertThat(clinic.bean(Clinic.class).knowledge().version()).endsWith("+1");
        assertThat(clinic.browser().get("/knowledge/walking-programme").text()).contains("comprehensive: optional");
        Browser.Answer again = second.post(proposal, "do", "approve", "effective", "23.11.2026");
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    @Order(5)
    void tellsThePhysicianUntilItIsSeenTo() {
        Browser physician = clinic.signedIn(Role.PHYSICIAN);
        assertThat(physician.get("/knowledge/notices").text()).contains("Carter", "Walking is optional", "Signed plan");
        String overview = "/patients/" + WALKER;
        assertThat(physician.get(overview).text()).contains("A change of the knowledge base changes this plan");
        physician.post(overview + "/notices", "edition", "1");
        assertThat(physician.get(overview).text()).doesNotContain("A change of the knowledge base changes this plan");
        assertThat(physician.get("/knowledge/notices").text()).doesNotContain("Carter");
    }

    @Test
    @Order(6)
    void isUndoneInOneStepByAnyEditor() {
        assertThat(author.get("/knowledge/changes").text()).contains("In force", "/knowledge/editions/1");
        author.get("/knowledge/editions/1");
        assertThat(author.post("/knowledge/editions/1", "reason", "").status()).isEqualTo(422);
        author.post("/knowledge/editions/1", "reason", "The trial was withdrawn.");
        assertThat(offered()).isEqualTo(Item.Offer.RECOMMENDED);
        assertThat(author.get("/knowledge/changes").text()).contains("Undone by edition 2");
        assertThat(clinic.signedIn(Role.PHYSICIAN).get("/patients/" + WALKER).text())
                .contains("A change of the knowledge base was undone");
        assertThat(clinic.store().verify().problems()).isEmpty();
    }

    @Test
    @Order(7)
    void speaksRussian() {
        assertThat(author.reading("ru").get(proposal).text()).contains("Опубликовано", "Изменится планов");
    }
}
