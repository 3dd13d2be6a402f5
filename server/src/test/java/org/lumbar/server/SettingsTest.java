package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.core.text.Language;
import picocli.CommandLine;

class SettingsTest {

    private static final Path REFERENCE = Path.of("..", "docs", "server.md");

    @TempDir
    private Path folder;

    private Settings read(String text) throws Exception {
        return Settings.read(Files.writeString(folder.resolve("settings.properties"), text));
    }

    @Test
    void areAllInTheReferenceWithTheirDefaults() throws Exception {
        String section = Files.readString(REFERENCE, StandardCharsets.UTF_8).split("\n## ", -1)[1];
        assertThat(section).startsWith("Settings");
        List<String> named = new ArrayList<>();
        Matcher lines = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\|.*\\| (?:`([^`]+)`|empty) \\|$")
                .matcher(section);
        while (lines.find()) {
            named.add(lines.group(1) + "=" + (lines.group(2) == null ? "" : lines.group(2)));
        }
        List<String> there = new ArrayList<>();
        for (Settings.Key key : Settings.Key.values()) {
            there.add(key.text() + "=" + key.standard());
        }
        assertThat(named).containsExactlyElementsOf(there);
    }

    @Test
    void leaveNoOptionOfTheCommandOutOfTheReference() throws Exception {
        String reference = Files.readString(REFERENCE, StandardCharsets.UTF_8);
        CommandLine serve = new CommandLine(new ServeCommand(CommandTexts.of(Language.EN)));
        assertThat(serve.getCommandSpec().options())
                .filteredOn(option -> !option.usageHelp() && !option.versionHelp())
                .allSatisfy(option -> assertThat(reference).contains("`" + option.longestName()));
    }

    @Test
    void areReadFromAFile() throws Exception {
        Settings settings = read("# a clinic\nsession-minutes = 10\nsecond-factor=required\n metrics.port = 9090 \n");
        assertThat(settings.idle()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.secondFactorRequired()).isTrue();
        assertThat(settings.metricsPort()).hasValue(9090);
        assertThat(settings.oidc()).isEmpty();
    }

    @Test
    void refuseWhatIsUnknownOrImpossible() {
        assertThatThrownBy(() -> read("session-minute = 10")).isInstanceOfSatisfying(Settings.Wrong.class, wrong -> {
            assertThat(wrong.line()).isEqualTo("session-minute");
            assertThat(wrong.known()).isFalse();
        });
        for (String line : List.of(
                "session-minutes = soon",
                "session-minutes = 0",
                "second-factor = maybe",
                "metrics.port = 99999",
                "oidc.issuer = ftp://x",
                "mail.host = smtp.example.org",
                "mail.tls = perhaps",
                "log =")) {
            assertThatThrownBy(() -> read(line))
                    .as(line)
                    .isInstanceOfSatisfying(
                            Settings.Wrong.class,
                            wrong -> assertThat(wrong.known()).isTrue());
        }
        assertThatThrownBy(() -> Settings.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }
}
