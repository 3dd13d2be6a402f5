package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.knowledge.Instrument.Question;
import org.lumbar.core.outcome.Answers;
import org.lumbar.core.text.Language;

/** Questionnaires and their scores, as people and programs read them. */
class InstrumentTextsTest {

    private static final int WIDTH = 92;
    private static final TextOptions OPTIONS = new TextOptions(WIDTH, false, true);

    static Stream<Instrument> everyInstrument() {
        return KNOWLEDGE.instruments().stream();
    }

    @ParameterizedTest
    @MethodSource("everyInstrument")
    void keepToTheirWidthAndFillEveryPlace(Instrument instrument) {
        for (Language language : Language.values()) {
            TextRules.hold(InstrumentPage.of(instrument, KNOWLEDGE, language, OPTIONS), WIDTH);
            TextRules.hold(InstrumentPage.list(KNOWLEDGE, language, OPTIONS), WIDTH);
            for (Answers answers : forms(instrument)) {
                TextRules.hold(ScoreText.of(answers, null, KNOWLEDGE, language, OPTIONS), WIDTH);
                for (Answers before : forms(instrument)) {
                    TextRules.hold(ScoreText.of(answers, before, KNOWLEDGE, language, OPTIONS), WIDTH);
                }
            }
        }
    }

    /** What is written as JSON is what was scored; nothing is left out because the rest has no score. */
    @ParameterizedTest
    @MethodSource("everyInstrument")
    void tellProgramsEveryScale(Instrument instrument) {
        for (Answers answers : forms(instrument)) {
            for (Answers before : forms(instrument)) {
                String json = new String(ScoreJson.of(answers, before, KNOWLEDGE, Language.EN), StandardCharsets.UTF_8);
                assertThat(json.split("\"scale\":", -1))
                        .hasSize(1 + 2 * instrument.scales().size());
                assertThat(json).endsWith("}\n").doesNotContain("NaN");
            }
        }
    }

    /** All blank, all lowest, all highest, and a blank among the highest. */
    private static List<Answers> forms(Instrument instrument) {
        List<Question> questions = instrument.questions();
        List<@Nullable Integer> gap =
                new ArrayList<>(questions.stream().map(Question::most).toList());
        gap.set(0, null);
        return List.of(
                Answers.of(instrument, new ArrayList<>(Collections.nCopies(questions.size(), null))),
                Answers.of(
                        instrument,
                        new ArrayList<>(questions.stream().map(Question::least).toList())),
                Answers.of(
                        instrument,
                        new ArrayList<>(questions.stream().map(Question::most).toList())),
                Answers.of(instrument, gap));
    }
}
