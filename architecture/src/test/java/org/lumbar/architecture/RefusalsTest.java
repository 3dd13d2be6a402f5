package org.lumbar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Why an input cannot be used is said in both languages, with the same values, and every sentence has its use. */
class RefusalsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern KEY = Pattern.compile("\"((?:refused|word)\\.[a-z-]+)\"");

    /** What a parser says in English: Russian tells it in words of its own. */
    private static final String ENGLISH_ONLY = "parser";

    static Stream<Path> modules() {
        return Stream.of("core", "fhir", "documents", "chart").map(ROOT::resolve);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void existInBothLanguagesWithTheSamePlaces(Path module) {
        Properties english = texts(module, "refusals.properties");
        Properties russian = texts(module, "refusals_ru.properties");
        assertThat(russian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            Set<String> places = places(english.getProperty(key));
            places.remove(ENGLISH_ONLY);
            assertThat(places(russian.getProperty(key))).as(key).isEqualTo(places);
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void areRussianInRussian(Path module) {
        Properties russian = texts(module, "refusals_ru.properties");
        for (String key : russian.stringPropertyNames()) {
            String text = russian.getProperty(key);
            assertThat(text).as(key).doesNotContain("\"");
            if (!key.equals("word.null")) {
                assertThat(text).as(key).containsPattern("[а-яА-Я]");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void areThoseThatTheModuleSays(Path module) throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> tree = Files.walk(module.resolve("src/main/java"))) {
            for (Path file :
                    tree.filter(path -> path.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(key -> said.add(key.group(1)));
            }
        }
        assertThat(said)
                .isEqualTo(new TreeSet<>(texts(module, "refusals.properties").stringPropertyNames()));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(place -> place.substring(1, place.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(Path module, String name) {
        try (Stream<Path> tree = Files.walk(module.resolve("src/main/resources"))) {
            Path file = tree.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
            Properties texts = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                texts.load(in);
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
