package org.lumbar.server.my;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.server.page.Messages;

/** What the knowledge base words for clinicians is said to patients in words of their own. */
class PatientWordsTest {

    private static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();

    @ParameterizedTest
    @EnumSource(Language.class)
    void areThereForAllThatComesNext(Language language) {
        Messages messages = new Messages(language, ZoneOffset.UTC);
        assertThat(KNOWLEDGE.pathway().followUps()).allSatisfy(due -> {
            assertThat(messages.has(PatientWords.key(due))).as(due.id()).isTrue();
            assertThat(PatientWords.of(due, messages)).isNotBlank().isNotEqualTo(messages.say(due.text()));
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void areThereForEveryQuestionnaire(Language language) {
        Messages messages = new Messages(language, ZoneOffset.UTC);
        assertThat(KNOWLEDGE.instruments()).allSatisfy(instrument -> {
            assertThat(messages.has(PatientWords.key(instrument)))
                    .as(instrument.id())
                    .isTrue();
            assertThat(PatientWords.of(instrument, messages)).isNotEqualTo(messages.say(instrument.about()));
        });
    }
}
