package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lumbar.core.text.Language;

class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("%[^%n ]*[a-z]");

    private final Messages english = new Messages(Language.EN);
    private final Messages russian = new Messages(Language.RU);

    @Test
    void existInBothLanguagesWithTheSamePlaces() {
        assertThat(russian.bundle().keySet()).isEqualTo(english.bundle().keySet());
        for (String key : english.bundle().keySet()) {
            assertThat(places(russian, key)).as(key).isEqualTo(places(english, key));
        }
    }

    private static List<String> places(Messages messages, String key) {
        return PLACE.matcher(messages.text(key))
                .results()
                .map(found -> found.group())
                .toList();
    }

    @Test
    void areInRussianWhereTheyHaveWords() {
        for (String key : russian.bundle().keySet()) {
            String words = PLACE.matcher(russian.text(key)).replaceAll("");
            if (words.matches("(?s).*[a-z]{3}.*") && !words.contains("lumbar")) {
                assertThat(words).as(key).containsPattern("[а-яё]");
            }
        }
    }

    @Test
    void followTheLanguageAskedFor() {
        assertThat(Messages.languageOf(List.of("plan", "x.json", "--lang", "ru")))
                .isEqualTo(Language.RU);
        assertThat(Messages.languageOf(List.of("plan", "--lang=RU", "x.json"))).isEqualTo(Language.RU);
        assertThat(Messages.languageOf(List.of("plan", "x.json"))).isEqualTo(Language.EN);
        assertThat(Messages.languageOf(List.of("plan", "x.json", "--lang"))).isEqualTo(Language.EN);
    }
}
