package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.fhir.BundleReader;

class ChartCommandTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "acute-lumbago.json");

    @TempDir
    private Path folder;

    /** What a command printed, and how it ended. */
    record Ended(int status, String out, String err) {}

    static Ended run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int status = Main.run(arguments);
            return new Ended(
                    status, printed.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static Ended chart(Path data, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "chart";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--data";
        all[arguments.length + 2] = data.toString();
        return run(all);
    }

    @Test
    void takesAPatientInAndOutAndMovesToAnotherChart() throws IOException {
        Path here = folder.resolve("here");
        String id = chart(here, "import", EXAMPLE.toString()).out().strip();
        assertThat(id).matches("[a-z0-9]{12}");
        PatientRecord exported =
                BundleReader.read(chart(here, "export", id).out().getBytes(StandardCharsets.UTF_8));
        assertThat(exported.entries())
                .containsExactlyInAnyOrderElementsOf(
                        BundleReader.read(Files.readAllBytes(EXAMPLE)).entries());

        Ended verified = chart(here, "verify");
        assertThat(verified.status()).isZero();
        String digest = verified.out().replaceAll("(?s).*sha256 ([0-9a-f]{64}).*", "$1");
        String file = folder.resolve("backup.ndjson").toString();
        assertThat(chart(here, "backup", file).out()).contains(digest);
        Path there = folder.resolve("there");
        assertThat(chart(there, "restore", file).out()).contains(digest);
        assertThat(chart(there, "verify", "--expect", digest).status()).isZero();
        assertThat(chart(there, "verify", "--expect", "0".repeat(64)).status()).isEqualTo(1);
    }

    @Test
    void tellsInOneLineWhatIsWrong() throws IOException {
        Path none = folder.resolve("none");
        assertThat(chart(none, "verify"))
                .isEqualTo(new Ended(
                        Main.WRONG_INPUT,
                        "",
                        "lumbar: " + none + ": there is no chart in this folder; check --data\n"));
        assertThat(chart(none, "import", "missing.json").err()).contains("there is no such file");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");
        Ended refused = chart(none, "import", broken.toString());
        assertThat(refused.status()).isEqualTo(Main.WRONG_INPUT);
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(chart(none, "restore", broken.toString()).err()).contains("damaged in line 1");
        assertThat(chart(none, "export", "nobody").err()).contains("there is no such patient");
        assertThat(run("serve", "--zone", "Nowhere/Land").err()).contains("is no time zone");
    }

    @Test
    void tellsInRussianWhatIsWrong() throws IOException {
        Path none = folder.resolve("none");
        Path broken = Files.writeString(
                folder.resolve("broken.json"), "{\"resourceType\": \"Bundle\", \"type\": \"document\"}");
        assertThat(chart(none, "import", broken.toString(), "--lang", "ru"))
                .isEqualTo(new Ended(
                        Main.WRONG_INPUT,
                        "",
                        "lumbar: " + broken + ": Bundle.type: тип пакета – document;"
                                + " нужен collection, transaction, batch или searchset\n"));
        assertThat(chart(none, "import", broken.toString(), "--lang=ru").err()).contains("тип пакета");
        assertThat(chart(none, "restore", broken.toString(), "--lang", "ru").err())
                .isEqualTo("lumbar: Резервная копия обрывается после строки 1; скопируйте её заново\n");
        Path cut = Files.writeString(folder.resolve("cut.ndjson"), "{");
        assertThat(chart(none, "restore", cut.toString(), "--lang", "ru").err())
                .isEqualTo("lumbar: Резервная копия повреждена в строке 1; скопируйте её заново\n");
    }
}
