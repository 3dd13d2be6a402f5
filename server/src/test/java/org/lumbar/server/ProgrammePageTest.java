package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.ChartStore;
import org.lumbar.server.account.Role;
import org.lumbar.server.patient.Drafts;

/** The page on which a physician and an instructor put the exercises for home together, without scripts. */
class ProgrammePageTest {

    private static final String PAGE = "/patients/" + RunningClinic.PATIENT + "/programme";

    private RunningClinic clinic;
    private Browser physician;

    @BeforeEach
    void admit(@TempDir Path folder) {
        clinic = new RunningClinic(folder);
        clinic.store()
                .append(
                        "patient/" + RunningClinic.PATIENT,
                        ChartStore.ANY,
                        null,
                        "physician",
                        List.of(Drafts.diagnosed(
                                RunningClinic.PATIENT,
                                "lumbalgia",
                                "M54.5",
                                "",
                                true,
                                "2025-06-01",
                                java.time.LocalDate.of(2026, 11, 23))));
        physician = clinic.signedIn(Role.PHYSICIAN);
        String interview = "/patients/" + RunningClinic.PATIENT + "/interview";
        Browser.Answer page = physician.get(interview);
        for (int round = 0; round < 30 && page.path().endsWith("/interview"); round++) {
            page = physician.post(interview, "rest", "no", "q-pain-nrs", "4", "q-systolic", "126", "q-diastolic", "78");
        }
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> chosen(String text) {
        return all(text, "id=\"chosen-([^\"]+)\"");
    }

    private static List<String> offered(String text) {
        return all(text, "name=\"add\" value=\"([^\"]+)\"");
    }

    @Test
    void beginsWithWhatTheProgrammeChoosesAndAddsReplacesAndRemoves() {
        String page = physician.get(PAGE).text();
        List<String> first = chosen(page);
        assertThat(first).hasSizeBetween(2, 4);
        assertThat(page).contains("As the programme chooses", "/figures/" + first.getFirst() + "/moving.svg");
        String fresh = offered(page).getFirst();
        page = physician.post(PAGE, "add", fresh).text();
        assertThat(chosen(page)).contains(fresh).containsAll(first);
        assertThat(page).contains("Draft, not signed", "is added");
        page = physician.post(PAGE, "remove", first.getFirst()).text();
        assertThat(chosen(page)).contains(fresh).doesNotContain(first.getFirst());
        String other = all(page, "(?s)id=\"with-" + fresh + "\".*?<option value=\"([^\"]+)\"")
                .getFirst();
        page = physician.post(PAGE, "replace", fresh, "with-" + fresh, other).text();
        assertThat(chosen(page)).contains(other).doesNotContain(fresh);
    }

    @Test
    void keepsDosesWithinTheBoundsOfTheMovement() {
        String page = physician.get(PAGE).text();
        MatchResult field = Pattern.compile("name=\"(repetitions-[^\"]+)\" value=\"([0-9]+)\"")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow();
        Browser.Answer wrong = physician.post(PAGE, field.group(1), "400", "do", "save");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Enter a whole number from 1 to", "value=\"400\"");
        String less = Integer.toString(Integer.parseInt(field.group(2)) - 1);
        page = physician.post(PAGE, field.group(1), less, "do", "save").text();
        assertThat(page).contains("name=\"" + field.group(1) + "\" value=\"" + less + "\"", "→");
    }

    @Test
    void refusesGrowthSeveralTimesAndSaysWhy() {
        physician.get(PAGE);
        for (String growth : List.of("several times", "300", "10.5", "-5", "3x")) {
            Browser.Answer refused = physician.post(PAGE, "growth", growth, "do", "save");
            assertThat(refused.status()).as(growth).isEqualTo(422);
            assertThat(refused.text())
                    .contains("Load grows one variable at a time by about 10% at most", "value=\"" + growth + "\"");
        }
        assertThat(physician.post(PAGE, "growth", "5 %", "do", "save").text())
                .contains("Growth in one step: 10 % → 5 %");
    }

    @Test
    void warnsOfMoreThanFourAndAsksBeforeMoreThanEight() {
        String page = physician.get(PAGE).text();
        while (chosen(page).size() < 5) {
            page = physician.post(PAGE, "add", offered(page).getFirst()).text();
        }
        assertThat(page).contains("is this wanted?");
        Browser.Answer answer = physician.get(PAGE);
        while (answer.status() == 200 && chosen(answer.text()).size() < 9) {
            answer = physician.post(PAGE, "add", offered(answer.text()).getFirst());
        }
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("id=\"confirmed\"");
        assertThat(chosen(physician.get(PAGE).text())).hasSize(8);
    }

    @Test
    void listsWhatIsNotForThisPatientWithItsReasonAndNeverTakesIt() {
        String page = physician.get(PAGE).text();
        String closed = page.replaceAll("(?s).*id=\"closed\"(.*?)</details>.*", "$1");
        assertThat(all(closed, "<p class=\"reason\">([^<]+)</p>")).isNotEmpty().noneMatch(String::isBlank);
        assertThat(offered(page)).doesNotContain("jumping", "running");
        assertThat(physician.post(PAGE, "add", "jumping").status()).isEqualTo(404);
        String sitting = physician.get(PAGE + "?position=sitting").text();
        assertThat(offered(sitting)).isNotEmpty().hasSizeLessThan(offered(page).size());
    }

    @Test
    void isSignedByAPhysicianAndOnlyDraftedByAnInstructor() {
        Browser therapist = clinic.signedIn(Role.THERAPIST);
        String page = therapist.get(PAGE).text();
        page = therapist.post(PAGE, "add", offered(page).getFirst()).text();
        assertThat(page).contains("A physician signs it.");
        assertThat(therapist
                        .post(PAGE + "/sign", "password", RunningClinic.PASSWORD)
                        .status())
                .isEqualTo(422);
        physician.get(PAGE);
        assertThat(physician.post(PAGE + "/sign", "password", "wrong").status()).isEqualTo(422);
        page = physician
                .post(PAGE + "/sign", "password", RunningClinic.PASSWORD)
                .text();
        assertThat(page).contains("Version 1", "Everything is signed.");
        assertThat(physician.post(PAGE, "add", offered(page).getFirst()).text()).contains("Draft, not signed");
    }

    @Test
    void tellsWhoeverComesTooLate() {
        Browser therapist = clinic.signedIn(Role.THERAPIST);
        String page = therapist.get(PAGE).text();
        physician.get(PAGE);
        physician.post(PAGE, "remove", chosen(page).getFirst());
        assertThat(therapist.post(PAGE, "remove", chosen(page).getLast()).status())
                .isEqualTo(409);
    }
}
