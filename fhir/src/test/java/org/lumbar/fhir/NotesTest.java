package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.knowledge.Knowledge;

class NotesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                Notes.COUNTRY,
                Notes.ONSET,
                Notes.MODIFIED,
                Notes.ACTIVE_AGAIN,
                Notes.STATUS,
                Notes.STOPPED_UNDATED,
                Notes.UNCODED,
                Notes.QUESTIONNAIRE,
                Notes.SUBJECT,
                Notes.MORE_PAGES
            })
    void haveATextThatNamesTheEntry(String key) {
        LocalizedText text = Knowledge.bundled().text(key);
        assertThat(text.en()).contains("{where}");
        assertThat(text.ru()).contains("{where}");
    }
}
