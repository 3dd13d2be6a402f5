package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.plan.Reason.Word;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/** Reasons in words, in both languages. */
class WordingTest {

    private static final LocalizedText EGG = new LocalizedText("egg", "яйцо");
    private static final LocalizedText NUT = new LocalizedText("nut", "орех");

    private final Map<String, LocalizedText> patterns = Map.of(
            "pattern", new LocalizedText("because of {what}, {what} and {who}", "из-за: {what}, {who}"),
            "empty", new LocalizedText("{what}", "{what}"));

    @Test
    void fillsEveryPlaceAndBeginsWithACapital() {
        Reason reason = reason(null, null, new Word("what", List.of(EGG, NUT)), Word.of("who", "Ann"));
        assertThat(in(Language.EN).say(reason)).isEqualTo("Because of egg, nut, egg, nut and Ann");
        assertThat(in(Language.RU).say(reason)).isEqualTo("Из-за: яйцо, орех, Ann");
    }

    @Test
    void addsTheReasonBehindAndTheAdvice() {
        LocalizedText why = new LocalizedText("it cracks.", "бьётся.");
        LocalizedText advice = new LocalizedText("boil it.", "сварите.");
        Reason reason = reason(why, advice, Word.of("what", EGG), Word.of("who", NUT));
        assertThat(in(Language.EN).say(reason)).isEqualTo("Because of egg, egg and nut It cracks. Boil it.");
        assertThat(in(Language.RU).say(reason)).isEqualTo("Из-за: яйцо, орех Бьётся. Сварите.");
    }

    @Test
    void saysTextsByTheirKeys() {
        assertThat(in(Language.EN).say("empty")).isEqualTo("{what}");
        assertThat(in(Language.RU).say(EGG)).isEqualTo("яйцо");
        assertThat(in(Language.RU).language()).isEqualTo(Language.RU);
        assertThatThrownBy(() -> in(Language.EN).say("nowhere")).hasMessageContaining("nowhere");
    }

    @Test
    void copesWithNothingToSay() {
        Reason nothing =
                new Reason("r", "empty", List.of(new Word("what", List.of())), null, List.of(), null, Sources.NONE);
        assertThat(in(Language.EN).say(nothing)).isEmpty();
    }

    private Wording in(Language language) {
        return new Wording(KnowledgeFixture.knowledge().texts(patterns).build(), language);
    }

    private static Reason reason(@Nullable LocalizedText why, @Nullable LocalizedText advice, Word... words) {
        return new Reason("r", "pattern", List.of(words), why, List.of(), advice, Sources.NONE);
    }
}
