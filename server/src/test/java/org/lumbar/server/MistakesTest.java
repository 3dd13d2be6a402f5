package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.core.text.Language;
import picocli.CommandLine.ExitCode;

/** Whoever starts the server wrongly is told in one line, in their language, what to do. */
class MistakesTest {

    private static void isTold(Language language, int status, String line, String... arguments) {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--lang", language.code()))
                .toArray(String[]::new);
        assertThat(ChartCommandTest.run(all))
                .isEqualTo(new ChartCommandTest.Ended(status, "", "lumbar: " + line + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --bogus | unknown option --bogus; see “lumbar serve --help”"
                        + " | неизвестный параметр --bogus; справка: «lumbar serve --help»",
                "serve bogus | unexpected bogus; see “lumbar serve --help” | лишнее слово bogus; справка: «lumbar serve --help»",
                "serve --zone | --zone needs a value; see “lumbar serve --help”"
                        + " | --zone: нужно значение; справка: «lumbar serve --help»",
                "serve --port 1 --port 2 | --port is given twice; see “lumbar serve --help”"
                        + " | --port указано дважды; справка: «lumbar serve --help»",
                "serve --demo=perhaps | --demo cannot be perhaps; see “lumbar serve --help”"
                        + " | --demo не может быть perhaps; справка: «lumbar serve --help»",
                "chart backup | missing FILE; see “lumbar chart backup --help”"
                        + " | не указано: FILE; справка: «lumbar chart backup --help»",
            })
    void whoCallsACommandWrongly(String call, String english, String russian) {
        isTold(Language.EN, ExitCode.USAGE, english, call.split(" "));
        isTold(Language.RU, ExitCode.USAGE, russian, call.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port x | --port cannot be x; give a number from 0 to 65535"
                        + " | --port не может быть x; укажите число от 0 до 65535",
                "--port 65536 | --port cannot be 65536; give a number from 0 to 65535"
                        + " | --port не может быть 65536; укажите число от 0 до 65535",
                "--zone Nowhere/Land | Nowhere/Land is no time zone; give one such as Europe/Moscow"
                        + " | Nowhere/Land не является часовым поясом; укажите, например, Europe/Moscow",
                "--database jdbc:h2:x"
                        + " | --database takes an address that begins with jdbc:sqlite: or jdbc:postgresql:"
                        + " | для --database нужен адрес, который начинается с jdbc:sqlite: или jdbc:postgresql:",
            })
    void whoGivesAValueThatCannotBe(String options, String english, String russian, @TempDir Path folder) {
        String[] call = ("serve " + options + " --data " + folder).split(" ");
        isTold(Language.EN, Main.WRONG_INPUT, english, call);
        isTold(Language.RU, Main.WRONG_INPUT, russian, call);
    }

    @Test
    void whoseFilesAreNotThoseOfAClinic(@TempDir Path folder) throws IOException {
        Path key = Files.writeString(folder.resolve("secret.key"), "?");
        isTold(
                Language.EN,
                Main.WRONG_INPUT,
                key + " holds something else than the key of this clinic; put the right file there",
                "serve",
                "--data",
                folder.toString());
        isTold(
                Language.RU,
                Main.WRONG_INPUT,
                "в файле " + key + " не ключ этой клиники; положите туда правильный файл",
                "serve",
                "--data",
                folder.toString());
        Path file = Files.writeString(folder.resolve("file"), "");
        isTold(
                Language.RU,
                Main.WRONG_INPUT,
                file.resolve("clinic").resolve("settings.properties")
                        + " нельзя прочитать или записать; проверьте --data и права доступа",
                "serve",
                "--data",
                file.resolve("clinic").toString());
    }

    @Test
    void whoseDatabaseDoesNotAnswer(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("chart.sqlite"), "no database at all, but long enough to be taken for one");
        for (Language language : Language.values()) {
            String[] call = {"chart", "verify", "--data", folder.toString(), "--lang", language.code()};
            ChartCommandTest.Ended ended = ChartCommandTest.run(call);
            assertThat(ended.status()).isEqualTo(Main.WRONG_INPUT);
            assertThat(ended.err().lines()).hasSize(1);
            assertThat(ended.err())
                    .contains(
                            language == Language.EN
                                    ? "the database cannot be opened ("
                                    : "база данных не открывается (",
                            "--database-user");
        }
    }
}
