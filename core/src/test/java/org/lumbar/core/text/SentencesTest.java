package org.lumbar.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final Sentences SENTENCES = Sentences.beside(SentencesTest.class, "sentences");

    @Test
    void standInBothLanguages() {
        assertThat(SENTENCES.say("plain")).isEqualTo(new LocalizedText("nothing to fill", "заполнять нечего"));
    }

    @Test
    void areFilledInEachLanguage() {
        assertThat(SENTENCES.say("filled", Map.of("number", 2, "what", new LocalizedText("dates", "даты"))))
                .isEqualTo(new LocalizedText("2 of dates and dates", "даты: 2"));
    }

    @Test
    void takeValuesAsTheyAre() {
        assertThat(SENTENCES.say("filled", Map.of("number", "$1 {what} \\", "what", "{number}")))
                .isEqualTo(new LocalizedText("$1 {what} \\ of {number} and {number}", "{number}: $1 {what} \\"));
    }

    @Test
    void areEnglishWhateverTheComputerSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("ru", "RU"));
            assertThat(Sentences.beside(SentencesTest.class, "sentences")
                            .say("plain")
                            .en())
                    .isEqualTo("nothing to fill");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void knowOnlyWhatIsWritten() {
        assertThatThrownBy(() -> SENTENCES.say("nowhere")).isInstanceOf(MissingResourceException.class);
    }
}
