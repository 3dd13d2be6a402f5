package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.cli.CommandFixtures.DAY;
import static org.lumbar.cli.CommandFixtures.EXAMPLES;
import static org.lumbar.cli.CommandFixtures.lumbar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.cli.CommandFixtures.Answer;

class SessionCommandTest {

    private static final String PATIENT =
            EXAMPLES.resolve("chronic-lumbalgia.json").toString();
    private static final String OTHER =
            EXAMPLES.resolve("lumboischialgia-root-signs.json").toString();

    @TempDir
    private Path folder;

    private Answer session(String... more) {
        return lumbar(Stream.concat(Stream.of("session", PATIENT, "--date", DAY), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void writesOneFileWithEverythingInIt() {
        Answer answer = session("--lang", "ru");
        assertThat(answer.exit()).isZero();
        assertThat(answer.out())
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"ru\"")
                .contains("Утренняя гимнастика")
                .doesNotContain("src=\"http");
    }

    @Test
    void writesPaper() throws IOException {
        Path file = folder.resolve("a.pdf");
        assertThat(session("--session", "breathing", "--format", "pdf", "--large-print", "-o", file.toString())
                        .exit())
                .isZero();
        assertThat(Files.readAllBytes(file)).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void tellsAnInstructorWhoLeavesOutWhat() {
        Answer answer = lumbar("session", PATIENT, OTHER, "--date", DAY, "--session", "lesson", "--instructor");
        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("data-mode=\"instructor\"", "Left out by");
    }

    @Test
    void writesNothingInAnEmergency() {
        Path file = folder.resolve("a.html");
        Answer answer = lumbar(
                "session", EXAMPLES.resolve("cauda-equina.json").toString(), "--date", DAY, "-o", file.toString());
        assertThat(answer.exit()).isEqualTo(Exit.INPUT);
        assertThat(answer.err()).contains("cauda-equina.json", "emergency department now");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "--session, mornin, morning",
        "--format, docx, html",
        "--date, tomorrow, YYYY-MM-DD",
    })
    void saysWhatToDoAboutAWrongValue(String option, String value, String advice) {
        Answer answer = lumbar("session", PATIENT, option, value);
        assertThat(answer.exit()).isEqualTo(Exit.USAGE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains(value, advice);
    }

    @Test
    void refusesLargePrintOnAScreenAndAGroupWithoutAnInstructor() {
        assertThat(session("--large-print").err()).contains("--format pdf");
        assertThat(lumbar("session", PATIENT, OTHER).err()).contains("--instructor");
    }
}
