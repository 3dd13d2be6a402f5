package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.knowledge.Knowledge;

class MeasureUnitsTest {

    /** Their measures have the unit in the name. */
    private static final Set<String> SAID_BY_THE_NAME = Set.of("days", "years", "wk");

    private static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();

    @Test
    void writesEveryUnitThatIsNoCount() {
        for (Measure measure : KNOWLEDGE.measures()) {
            boolean silent = measure.unit().startsWith("{") || SAID_BY_THE_NAME.contains(measure.unit());
            assertThat(MeasureUnits.of(measure, KNOWLEDGE) == null)
                    .as(measure.id())
                    .isEqualTo(silent);
        }
    }

    @Test
    void writesPressureAsEachLanguageDoes() {
        Measure pressure = KNOWLEDGE.measures().stream()
                .filter(measure -> measure.unit().equals("mm[Hg]"))
                .findFirst()
                .orElseThrow();
        assertThat(MeasureUnits.of(pressure, KNOWLEDGE)).isEqualTo(new LocalizedText("mm Hg", "мм рт. ст."));
    }
}
