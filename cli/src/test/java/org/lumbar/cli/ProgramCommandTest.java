package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.cli.CommandFixtures.EXAMPLES;
import static org.lumbar.cli.CommandFixtures.example;
import static org.lumbar.cli.CommandFixtures.lumbar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.cli.CommandFixtures.Answer;

/** {@code lumbar program} and the exercises that it is made of. */
class ProgramCommandTest {

    private static final String PATIENT = example("chronic-lumbalgia").toString();

    private static Answer program(String file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("program", file, "--date", CommandFixtures.DAY));
        arguments.addAll(Arrays.asList(more));
        return lumbar(arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acute-lumbago",
                "cauda-equina",
                "child",
                "chronic-lumbalgia",
                "incomplete-interview",
                "pregnancy",
                "remission",
                "russian-hospital",
                "sanatorium-guest",
                "us-hospital"
            })
    void answersForEveryExample(String name) {
        for (String setting : List.of("home", "supervised", "sanatorium")) {
            for (String language : List.of("en", "ru")) {
                Answer answer =
                        program(example(name).toString(), "--setting", setting, "--lang", language, "--weeks", "1");
                assertThat(answer.err()).isEmpty();
                assertThat(answer.exit()).isEqualTo(Exit.DONE);
                assertThat(answer.out()).isNotBlank();
            }
        }
    }

    @Test
    void anEmergencyHasNoSessions() {
        Answer answer = program(example("cauda-equina").toString());
        assertThat(answer.exit()).isEqualTo(Exit.DONE);
        assertThat(answer.out())
                .contains("No exercise programme can be made now")
                .doesNotContain("12:00");
    }

    @Test
    void aHistoryGrowsTheLoad() {
        String history = EXAMPLES.resolve("exercise/history.json").toString();
        Answer answer = program(PATIENT, "--history", history, "--format", "json");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).contains("\"kind\": \"grew-minutes\"").contains("\"share\": 1.1");
    }

    @Test
    void theCalendarIsWrittenToItsFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sessions.ics");
        Answer answer = program(PATIENT, "--format", "ics", "--zone", "Europe/Moscow", "-o", file.toString());
        assertThat(answer.exit()).isEqualTo(Exit.DONE);
        assertThat(answer.out()).isEmpty();
        assertThat(Files.readString(file)).contains("DTSTART;TZID=Europe/Moscow:20261124T");
    }

    @Test
    void isAPageAndPaperForThePersonWhoExercises(@TempDir Path folder) throws IOException {
        assertThat(program(PATIENT, "--format", "html", "--lang", "ru").out())
                .startsWith("<!DOCTYPE html>")
                .contains("data-screen=\"days\"");
        Path file = folder.resolve("programme.pdf");
        assertThat(program(PATIENT, "--format", "pdf", "-o", file.toString()).exit())
                .isEqualTo(Exit.DONE);
        assertThat(Files.readAllBytes(file)).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void isNoPageInAnEmergency() {
        Answer answer = program(EXAMPLES.resolve("cauda-equina.json").toString(), "--format", "html");
        assertThat(answer.exit()).isEqualTo(Exit.INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("cauda-equina.json");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("home, supervised, sanatorium", new String[] {"--setting", "hospital"}),
                Arguments.of("from 1 to 52", new String[] {"--weeks", "0"}),
                Arguments.of("from 1 to 52", new String[] {"--weeks", "many"}),
                Arguments.of("from 1 to 7", new String[] {"--sessions", "9"}),
                Arguments.of("HH:MM", new String[] {"--rising", "7"}),
                Arguments.of("push-up", new String[] {"--without", "push-ups"}),
                Arguments.of("mat", new String[] {"--equipment", "mats"}),
                Arguments.of("YYYY-MM-DD", new String[] {"--start", "tomorrow"}),
                Arguments.of("Europe/Moscow", new String[] {"--zone", "Moscow"}),
                Arguments.of("text, html, pdf, ics, json", new String[] {"--format", "fhir"}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void isCorrectedInOneLine(String hint, String[] more) {
        Answer answer = program(PATIENT, more);
        assertThat(answer.exit()).isEqualTo(Exit.USAGE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).contains(hint);
    }

    @Test
    void aHistoryThatIsNoneIsNamed(@TempDir Path folder) throws IOException {
        Path history = Files.writeString(folder.resolve("history.json"), "{\"load\": {}}");
        Answer answer = program(PATIENT, "--history", history.toString());
        assertThat(answer.exit()).isEqualTo(Exit.INPUT);
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).contains("history.json").contains("share");
    }

    @Test
    void savedSessionsAreAHistory() {
        String session = EXAMPLES.resolve("exercise/session.json").toString();
        Answer red = program(PATIENT, "--format", "json", "--start", "2026-11-24", "--history", session);
        assertThat(red.err()).isEmpty();
        assertThat(red.out())
                .as("pain of 7: 30 % less")
                .contains("\"kind\": \"fell-red\"")
                .contains("\"share\": 0.7")
                .contains("\"changed\": \"2026-11-23\"");
        String history = EXAMPLES.resolve("exercise/history.json").toString();
        assertThat(program(PATIENT, "--format", "json", "--history", history, session)
                        .out())
                .contains("\"kind\": \"fell-red\"");
    }

    @Test
    void resultsThatDoNotFitAreNamed(@TempDir Path folder) throws IOException {
        String session = EXAMPLES.resolve("exercise/session.json").toString();
        Answer other = program(example("remission").toString(), "--history", session);
        assertThat(other.exit()).isEqualTo(Exit.INPUT);
        assertThat(other.err().lines()).hasSize(1);
        assertThat(other.err()).contains("session.json", "margaret-hill", "sergey-orlov");

        String history = EXAMPLES.resolve("exercise/history.json").toString();
        Answer two = program(PATIENT, "--history", history, history);
        assertThat(two.exit()).isEqualTo(Exit.INPUT);
        assertThat(two.err()).contains("a second history");

        Path alone = folder.resolve("alone.json");
        String text = Files.readString(Path.of(session));
        Files.writeString(alone, text.replace("\"linkId\": \"programme\"", "\"linkId\": \"other\""));
        Answer none = program(PATIENT, "--history", alone.toString());
        assertThat(none.exit()).isEqualTo(Exit.INPUT);
        assertThat(none.err()).contains("alone.json", "no result is part of a programme");
    }

    @Test
    void exercisesAreListedAndShown() {
        assertThat(lumbar("exercises", "list").out())
                .contains("WALKING WARM-UP")
                .contains("knee-drops");
        assertThat(lumbar("exercises", "list", "--lang", "ru").out()).contains("нагрузка 1 из 5");
        assertThat(lumbar("exercises", "show", "knee-drops").out()).contains("10 times");
        Answer wrong = lumbar("exercises", "show", "knee-drop");
        assertThat(wrong.exit()).isEqualTo(Exit.USAGE);
        assertThat(wrong.err()).contains("knee-drops");
    }

    @Test
    void exercisesAreChosenByPositionEquipmentAndPartOfTheBody() {
        String sitting = lumbar("exercises", "list", "--position", "sitting", "--equipment", "none")
                .out();
        assertThat(sitting).contains("neck-turns").doesNotContain("knee-drops", "supported-squat");
        assertThat(lumbar("exercises", "list", "--region", "lumbar").out())
                .contains("side-bends")
                .doesNotContain("wrist-circles");
        assertThat(lumbar("exercises", "list", "--equipment", "wall").out())
                .contains("walk-on-toes")
                .doesNotContain("knee-drops");
        Answer wrong = lumbar("exercises", "list", "--position", "sit");
        assertThat(wrong.exit()).isEqualTo(Exit.USAGE);
        assertThat(wrong.err()).contains("--position", "sitting");
    }

    @Test
    void exercisesThatAreClosedToAPatientAreListedWithTheirReasons() {
        String acute = lumbar("exercises", "list", PATIENT.replace("chronic-lumbalgia", "acute-lumbago"))
                .out();
        assertThat(acute).contains("not indicated", "refused: A sharp drop").contains("load 1 of 5");
        assertThat(lumbar("exercises", "list", "nobody.json").exit()).isEqualTo(Exit.INPUT);
    }
}
