package org.lumbar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What byte code cannot show: no medicine and no sentence in Java. */
class SourcesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES =
            List.of("core", "figures", "knowledge", "fhir", "documents", "cli", "chart", "server");
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    @Test
    void holdNoClinicalWord() throws IOException {
        Pattern medicine = Pattern.compile(
                "(?i)diclofenac|ibuprofen|naproxen|metamizole|tramadol|paracetamol|warfarin|ulcer|pregnan|leech");
        assertThat(stringsMatching(medicine, "core", "figures", "fhir", "documents", "cli", "chart", "server"))
                .isEmpty();
        // Giving a massage is work of its own in core and at the server, as exercise is.
        assertThat(stringsMatching(Pattern.compile("(?i)massage"), "figures", "fhir", "documents", "cli", "chart"))
                .isEmpty();
    }

    @Test
    void holdNoRussianOutsideBundles() throws IOException {
        assertThat(stringsMatching(
                        Pattern.compile("[а-яё]{3,}"),
                        "core",
                        "figures",
                        "knowledge",
                        "documents",
                        "cli",
                        "chart",
                        "server"))
                .isEmpty();
    }

    @Test
    void holdNoUnitOfDoseInCore() throws IOException {
        assertThat(stringsMatching(Pattern.compile("\\d+ ?(mg|days|minutes)"), "core", "knowledge"))
                .isEmpty();
    }

    /** A reason or a note without its text would only fail when a patient has it. */
    @Test
    void nameOnlyReasonsAndNotesThatHaveATextInBothLanguages() throws IOException {
        String texts = Files.readString(ROOT.resolve("knowledge/texts.yaml"));
        List<String> lost = new ArrayList<>();
        for (Path file : sources("core", "fhir")) {
            Matcher key = Pattern.compile("\"((?:note|reason)\\.[a-z-]+)\"").matcher(Files.readString(file));
            while (key.find()) {
                if (!texts.contains("\n" + key.group(1) + ":")) {
                    lost.add(file.getFileName() + ": " + key.group(1));
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void stayShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources(MODULES.toArray(String[]::new))) {
            long lines = Files.readAllLines(file).size();
            if (lines > 480) {
                tooLong.add(ROOT.relativize(file) + " has " + lines + " lines: two ideas in one?");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static List<String> stringsMatching(Pattern pattern, String... modules) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources(modules)) {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (line.strip().startsWith("*")
                        || line.strip().startsWith("//")
                        || line.strip().startsWith("/**")) {
                    continue;
                }
                Matcher strings = STRING.matcher(line);
                while (strings.find()) {
                    if (pattern.matcher(strings.group(1)).find()) {
                        found.add(ROOT.relativize(file) + ":" + number + ": " + strings.group(1));
                    }
                }
            }
        }
        return found;
    }

    private static List<Path> sources(String... modules) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : modules) {
            try (Stream<Path> tree = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                tree.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files;
    }
}
