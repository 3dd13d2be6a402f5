package org.lumbar.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lumbar.core.text.Language;

class MessagesTest {

    private static final Pattern KEY = Pattern.compile("\"([a-z-]+)(\\.[a-z0-9-]+)+\"");

    private static final Messages RUSSIAN = new Messages(Language.RU, ZoneOffset.UTC);

    @Test
    void haveTheSameKeysAndPlacesInBothLanguages() {
        Set<String> english = new TreeSet<>(Messages.texts(Language.EN).stringPropertyNames());
        assertThat(Messages.texts(Language.RU).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english);
        for (String key : english) {
            assertThat(places(key, Language.RU)).as(key).isEqualTo(places(key, Language.EN));
        }
    }

    private static Set<String> places(String key, Language language) {
        return new HashSet<>(
                new MessageFormat(Messages.texts(language).getProperty(key), Locale.UK).getArgumentNames());
    }

    @Test
    void haveEveryKeyThatPagesAndControllersName() throws IOException {
        Set<String> keys = Messages.texts(Language.EN).stringPropertyNames();
        Set<String> rooms = keys.stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> missing = new ArrayList<>();
        for (String folder : List.of("src/main/jte", "src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().endsWith("Command.java"))
                        .toList()) {
                    Matcher named = KEY.matcher(Files.readString(file));
                    while (named.find()) {
                        String key = named.group().replace("\"", "");
                        if (rooms.contains(named.group(1)) && !keys.contains(key) && !key.endsWith(".json")) {
                            missing.add(file.getFileName() + ": " + key);
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void countInRussianAsRussiansDo() {
        assertThat(RUSSIAN.say("patients.count", "n", 1)).isEqualTo("1 пациент");
        assertThat(RUSSIAN.say("patients.count", "n", 3)).isEqualTo("3 пациента");
        assertThat(RUSSIAN.say("patients.count", "n", 11)).isEqualTo("11 пациентов");
        assertThat(RUSSIAN.say("patients.count", "n", 21)).isEqualTo("21 пациент");
        for (String key : Messages.texts(Language.RU).stringPropertyNames()) {
            String text = Messages.texts(Language.RU).getProperty(key);
            if (text.contains(", plural,")) {
                assertThat(text).as(key).contains("one {", "few {", "many {", "other {");
            }
        }
    }

    @Test
    void writeDatesAsTheirReadersDo() {
        assertThat(RUSSIAN.date(LocalDate.of(2026, 11, 23))).matches("23 ноября 2026\\hг\\.");
        assertThat(new Messages(Language.EN, ZoneOffset.UTC).date(LocalDate.of(2026, 11, 23)))
                .isEqualTo("23 November 2026");
    }
}
