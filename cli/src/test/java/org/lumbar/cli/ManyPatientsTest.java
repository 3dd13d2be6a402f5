package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.cli.CommandFixtures.DAY;
import static org.lumbar.cli.CommandFixtures.EXAMPLES;
import static org.lumbar.cli.CommandFixtures.example;
import static org.lumbar.cli.CommandFixtures.examples;
import static org.lumbar.cli.CommandFixtures.lumbarReading;
import static org.lumbar.cli.CommandFixtures.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.cli.CommandFixtures.Answer;

/** A clinic's worth of patients in one run. */
class ManyPatientsTest {

    private static final Path CLINIC = EXAMPLES.resolve("clinic.ndjson");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"json", "brief", "fhir"})
    void areAnsweredInOrderOneALine(String format) {
        Answer clinic = plan(CLINIC, "--format", format);

        assertThat(clinic.exit()).isEqualTo(Exit.DONE);
        assertThat(clinic.err()).isEmpty();
        List<Json> alone = examples().stream()
                .map(name -> Json.of(plan(example(name), "--format", format).out()))
                .toList();
        assertThat(clinic.lines().stream().map(Json::of)).containsExactlyElementsOf(alone);
    }

    @Test
    void areAnsweredInJsonUnlessSaidOtherwise() {
        assertThat(plan(CLINIC)).isEqualTo(plan(CLINIC, "--format", "json"));
    }

    @Test
    void mayStandInAFolder() {
        assertThat(plan(EXAMPLES, "--format", "brief")).isEqualTo(plan(CLINIC, "--format", "brief"));
    }

    @Test
    void mayComeThroughStandardInput() {
        Answer answer = lumbarReading(
                CommandFixtures.text(CLINIC).getBytes(StandardCharsets.UTF_8),
                "plan",
                "-",
                "--date",
                DAY,
                "--format",
                "brief");

        assertThat(answer).isEqualTo(plan(CLINIC, "--format", "brief"));
    }

    @Test
    void stayInOrderWhenThereAreMoreThanFitAtOnce() throws IOException {
        Path many = Files.writeString(
                folder.resolve("many.ndjson"), CommandFixtures.text(CLINIC).repeat(40));

        assertThat(plan(many, "--format", "brief").out())
                .isEqualTo(plan(CLINIC, "--format", "brief").out().repeat(40));
    }

    @Test
    void leaveALineOfErrorWhereOneCannotBeRead() throws IOException {
        List<String> clinic = CommandFixtures.text(CLINIC).lines().toList();
        Path file = Files.writeString(
                folder.resolve("clinic.ndjson"),
                clinic.get(0) + "\n" + "{\"resourceType\": \"Bund" + "\n\n" + clinic.get(1) + "\r\n" + "[]");

        Answer answer = plan(file, "--format", "brief");

        assertThat(answer.exit()).isEqualTo(Exit.INPUT);
        List<Json> lines = answer.lines().stream().map(Json::of).toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).has("triage")).isTrue();
        assertThat(lines.get(1).at("line").number()).isEqualTo(2);
        assertThat(lines.get(1).at("error").text()).isNotBlank();
        assertThat(lines.get(2).has("triage")).isTrue();
        assertThat(lines.get(3).at("line").number()).isEqualTo(5);
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).contains("2 of 4");
    }

    @Test
    void leaveALineOfErrorWhereAFileCannotBeRead() throws IOException {
        Files.copy(example("child"), folder.resolve("a.json"));
        Files.writeString(folder.resolve("b.json"), "");
        Files.copy(example("remission"), folder.resolve("c.json"));
        Files.writeString(folder.resolve("notes.txt"), "not a bundle and not read");

        Answer answer = plan(folder, "--format", "brief");

        assertThat(answer.exit()).isEqualTo(Exit.INPUT);
        List<Json> lines = answer.lines().stream().map(Json::of).toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1).at("file").text()).isEqualTo("b.json");
        assertThat(lines.get(2).at("id").text()).isEqualTo("sergey-orlov");
    }

    @Test
    void areNotShownAsText() {
        Answer answer = plan(CLINIC, "--format", "text");

        assertThat(answer.exit()).isEqualTo(Exit.USAGE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).hasSize(1);
    }

    @Test
    void areWrittenToAFileThatAppearsWhole() throws IOException {
        Path output = folder.resolve("план клиники.ndjson");

        Answer answer = plan(CLINIC, "--format", "brief", "-o", output.toString());

        assertThat(answer.exit()).isEqualTo(Exit.DONE);
        assertThat(answer.out()).isEmpty();
        assertThat(output).hasContent(plan(CLINIC, "--format", "brief").out());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(output);
        }
    }

    @Test
    void endQuietlyWhenNobodyReadsOn() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        OutputStream err = new java.io.ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                closed,
                Terminal.writer(err),
                false,
                false,
                false,
                100,
                CommandFixtures.PROJECT);

        int exit = Lumbar.run(terminal, "plan", CLINIC.toString(), "--date", DAY);

        assertThat(exit).isEqualTo(Exit.DONE);
        assertThat(err).hasToString("");
    }
}
