package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Cases;

/** How far the content is written. */
class CoverageTest {

    private static final int WIDTH = 92;

    private static final Map<String, List<String>> EXPECTATIONS = Cases.bundled().all().stream()
            .collect(Collectors.groupingBy(
                    Cases.Case::item, Collectors.mapping(one -> one.expected().status(), Collectors.toList())));

    @Test
    void findsASourceAndAGradeForEveryItem() {
        assertThat(report(EXPECTATIONS)).doesNotContain("no source", "no grade of evidence");
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
