package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.knowledge.Outcome;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Cases;

/** How far the content is written. */
class CoverageTest {

    private static final int WIDTH = 92;

    private static final Map<String, List<String>> EXPECTATIONS = Cases.bundled().all().stream()
            .collect(Collectors.groupingBy(
                    Cases.Case::item, Collectors.mapping(one -> one.expected().status(), Collectors.toList())));

    @Test
    void findsNoGapInAnyItem() {
        assertThat(report(EXPECTATIONS))
                .contains("Every item has evidence, a source and the worked cases that it needs.")
                .doesNotContain("no source", "no grade of evidence", "worked cases do not show");
    }

    @Test
    void saysWhichOutcomesCannotOccur() {
        String report = report(EXPECTATIONS).replaceAll("\\s+", " ");
        assertThat(report)
                .containsPattern("refused whoever asks: [^:]*vitamin-a")
                .containsPattern("never offered, so nothing is asked about them: [^:]*gabapentinoids")
                .containsPattern("only in an emergency, which stops the plan: surgery-cauda-equina, surgery-haematoma");
    }

    /** An outcome that is said to be impossible occurs in no worked case. */
    @Test
    void callsNoOutcomeImpossibleThatACaseShows() {
        assertThat(KNOWLEDGE.items())
                .allSatisfy(item -> assertThat(EnumSet.complementOf(EnumSet.copyOf(Outcome.possible(item, KNOWLEDGE))))
                        .as(item.id())
                        .noneMatch(outcome -> outcome.shownBy(EXPECTATIONS.getOrDefault(item.id(), List.of()))));
    }

    @Test
    void namesTheItemsThatLackCases() {
        String item = "ibuprofen";
        String gap = item + ": worked cases do not show every outcome";
        Map<String, List<String>> fewer = EXPECTATIONS.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(item))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(report(EXPECTATIONS)).doesNotContain(gap);
        assertThat(report(fewer)).contains(gap);
    }

    private static String report(Map<String, List<String>> expectations) {
        return Coverage.of(KNOWLEDGE, expectations, Language.EN, new TextOptions(WIDTH, false, true));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void keepsToItsWidthAndFillsEveryPlace(Language language) {
        TextRules.hold(Coverage.of(KNOWLEDGE, EXPECTATIONS, language, new TextOptions(WIDTH, false, true)), WIDTH);
    }
}
