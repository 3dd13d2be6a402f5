package org.lumbar.server.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.server.page.Messages;

class RuleNamesTest {

    private static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();

    @ParameterizedTest
    @EnumSource(Language.class)
    void areWordsForEveryRule(Language language) {
        Messages messages = new Messages(language, ZoneOffset.UTC);
        RuleNames names = new RuleNames(KNOWLEDGE, messages);
        for (Item item : KNOWLEDGE.items()) {
            for (Item.Rule rule : item.exclusions()) {
                assertThat(names.of(rule.id()))
                        .startsWith(messages.capital(messages.say(item.name())) + ": ")
                        .doesNotContain(rule.id());
            }
            assertThat(names.of(item.id() + "/allergy")).contains(messages.say("rules.kind.allergy"));
        }
        for (Interaction interaction : KNOWLEDGE.interactions()) {
            assertThat(names.of(interaction.id())).endsWith(messages.say(interaction.effect()));
        }
        String sign = KNOWLEDGE.redFlags().getFirst().id();
        assertThat(names.of("triage/" + sign)).doesNotContain(sign).contains(": ");
        String gate = KNOWLEDGE.gates().getFirst().id();
        assertThat(names.of("ibuprofen/gate/" + gate)).doesNotContain("/");
        assertThat(names.of("of-another-version")).isEqualTo("of-another-version");
    }
}
