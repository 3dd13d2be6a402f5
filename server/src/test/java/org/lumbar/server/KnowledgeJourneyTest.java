package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.server.account.Role;
import org.lumbar.server.governance.Reports;

/** The knowledge base as everybody reads it, and what readers and editors tell about it. */
class KnowledgeJourneyTest {

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

    private static Reports.Report saying(String words) {
        return clinic.bean(Reports.class).all().stream()
                .filter(report -> report.comment().contains(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isReadWithoutSigningIn() {
        Browser stranger = clinic.browser();
        assertThat(stranger.get("/knowledge").text())
                .contains("/knowledge?category=topical", "/knowledge?category=topic\"")
                .doesNotContain("/knowledge/diclofenac-gel");
        assertThat(stranger.get("/knowledge?q=диклофенак").text())
                .contains("/knowledge/diclofenac-oral")
                .doesNotContain("/knowledge/walking-programme");
        assertThat(stranger.get("/knowledge?q=diclofenac&category=topical").text())
                .contains("/knowledge/diclofenac-gel")
                .doesNotContain("/knowledge/diclofenac-oral");
        assertThat(stranger.get("/knowledge/vitamin-a").text())
                .contains("Not yet reviewed by a clinician", "id=\"A-vitamins-05\"", "Refused", "240 mg")
                .contains("/knowledge/report?page=/knowledge/vitamin-a");
        assertThat(stranger.get("/knowledge/diclofenac-oral").text()).contains("<ol class=\"literature\">", "http");
        assertThat(stranger.get("/knowledge/no-such-item").status()).isEqualTo(404);
        assertThat(stranger.reading("ru").get("/knowledge/vitamin-a").text()).contains("Клиницистом ещё не утверждено");
    }

    @Test
    void showsEveryStatementOfTheSourcesInItsChapterAndByVerdict() {
        Browser stranger = clinic.browser();
        assertThat(stranger.get("/knowledge/sources").text()).contains("chapter=A-spray", ">68<");
        assertThat(stranger.get("/knowledge/sources?chapter=A-exercise-therapy").text())
                .contains("id=\"A-exercise-therapy-29\"", "several times greater");
        String refused = stranger.get("/knowledge/sources?verdict=refuse").text();
        assertThat(refused).contains("68 statements", "1–50 / 68", "from=50");
        assertThat(stranger.get("/knowledge/sources?verdict=refuse&from=50").text())
                .contains("51–68 / 68");
    }

    @Test
    void takesAReportOfAnybodyAndGivesItToTheEditors() {
        Browser stranger = clinic.browser();
        String form = stranger.get("/knowledge/report?page=/knowledge/vitamin-a&quote=240%20mg")
                .text();
        assertThat(form).contains("240 mg</textarea>", "Vitamin A");
        Browser.Answer empty = stranger.post("/knowledge/report", "quote", "240 mg", "email", "no address");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("Say what is wrong", "name@example.org", "value=\"no address\"");
        Browser.Answer sent = stranger.post(
                "/knowledge/report", "quote", "240 mg", "comment", "<b>Is this a unit error?</b>", "email", "");
        assertThat(sent.path()).isEqualTo("/knowledge/report/thanks");
        Reports.Report report = saying("unit error");
        assertThat(report.named()).isFalse();
        assertThat(report.page()).isEqualTo("/knowledge/vitamin-a");

        Browser editor = clinic.signedIn(Role.EDITOR);
        assertThat(editor.get("/knowledge/reports").text()).contains(report.id(), "New");
        String one = "/knowledge/reports/" + report.id();
        assertThat(editor.get(one).text()).contains("&lt;b&gt;Is this a unit error?", "someone not signed in");
        editor.post(one, "assign", "me");
        assertThat(saying("unit error").assignee()).isEqualTo("editor");
        assertThat(editor.post(one, "status", "rejected", "reason", "").status())
                .isEqualTo(422);
        editor.get(one);
        Browser late = clinic.signedIn(Role.EDITOR);
        late.get(one);
        editor.post(one, "status", "rejected", "reason", "The page says why it is refused.");
        assertThat(saying("unit error").status()).isEqualTo(Reports.Status.REJECTED);
        Browser.Answer stale = late.post(one, "status", "accepted", "reason", "typed");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("Somebody else changed this", "typed</textarea>");
        assertThat(editor.get("/knowledge/reports?status=new").text()).doesNotContain(report.id());
        assertThat(clinic.store().verify().problems()).isEmpty();
    }

    @Test
    void takesOnlySoManyReportsFromOneAddressWithinAnHour(@TempDir Path other) {
        try (RunningClinic flooded = new RunningClinic(other)) {
            Browser stranger = flooded.browser();
            stranger.get("/knowledge/report");
            for (int i = 0; i < 10; i++) {
                assertThat(stranger.post("/knowledge/report", "comment", "flood")
                                .path())
                        .isEqualTo("/knowledge/report/thanks");
                stranger.get("/knowledge/report");
            }
            Browser.Answer refused = stranger.post("/knowledge/report", "comment", "one too many");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.text()).contains("many reports within the hour", "one too many</textarea>");
            assertThat(flooded.bean(Reports.class).all()).hasSize(10);
            Browser physician = flooded.signedIn(Role.PHYSICIAN);
            physician.get("/knowledge/report");
            assertThat(physician
                            .post("/knowledge/report", "comment", "signed in")
                            .path())
                    .isEqualTo("/knowledge/report/thanks");
        }
    }

    @Test
    void takesTheSameReportOnceAndNoAddressFromElsewhere() {
        Browser stranger = clinic.browser();
        stranger.get("/knowledge/report?page=https://elsewhere.example/x");
        int before = clinic.bean(Reports.class).all().size();
        for (int i = 0; i < 2; i++) {
            stranger.postOnly(
                    "/knowledge/report",
                    "request",
                    "abcdefghij23",
                    "page",
                    "//elsewhere.example",
                    "comment",
                    "sent twice");
        }
        assertThat(clinic.bean(Reports.class).all()).hasSize(before + 1);
        assertThat(clinic.bean(Reports.class).all())
                .filteredOn(report -> report.comment().equals("sent twice"))
                .singleElement()
                .satisfies(report -> assertThat(report.page()).isEmpty());
    }

    @Test
    void listsNewPublicationsThatEditorsEnter() {
        Browser editor = clinic.signedIn(Role.EDITOR);
        editor.get("/knowledge/publications");
        Browser.Answer wrong = editor.post(
                "/knowledge/publications",
                "title",
                "A trial of walking",
                "link",
                "javascript:alert(1)",
                "date",
                "01.01.2030",
                "items",
                "walking no-such");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("begins with https://", "cannot be in the future", "no-such");
        editor.post(
                "/knowledge/publications",
                "title",
                "A trial of walking",
                "link",
                "https://doi.example/1",
                "date",
                "01.11.2026",
                "items",
                "walking-programme");
        Browser stranger = clinic.browser();
        assertThat(stranger.get("/knowledge/publications").text())
                .contains("A trial of walking", "https://doi.example/1", "01.11.2026", "To be read")
                .doesNotContain("Enter a publication");
    }
}
