package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.knowledge.ExampleContent.error;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No field may be invented, at any depth of any file. */
class UnknownKeyTest {

    @TempDir
    static Path folder;

    static ExampleContent example;

    @BeforeAll
    static void copy() {
        example = ExampleContent.copiedTo(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "items/medicine/examplol-oral.yaml | days-max: 14    | days-mx: 14             | days-mx  | days-max",
                "items/medicine/examplol-oral.yaml | unverified: [blue] | unverifed: [blue]    | unverifed | unverified",
                "items/medicine/examplol-oral.yaml | sessions-max: 12 | session-max: 12        | session-max | sessions-max",
                "findings/example.yaml             | older: question | oldest: question        | oldest   | older",
                "findings/example.yaml             | never-by: {icd10: | never-by: {icd: [D1], icd10: | icd | icd10",
                "red-flags.yaml                    | claims: [X-01]  | claim: [X-01]           | claim    | claims",
                "measures.yaml                     | factor: 57.3    | facter: 57.3            | facter   | factor",
                "measures.yaml                     | formulas:       | formula:                | formula  | formulas",
                "choices.yaml                      | ladders:        | ladder:                 | ladder   | ladders",
                "pathway.yaml                      | imaging:        | imagine:                | imagine  | imaging",
                "knowledge.yaml                    | title:          | titel:                  | titel    | title",
                "diagnosis.yaml                    | definitions:    | definition:             | definition | definitions",
                "guidelines.yaml                   | position-words: | position-word:          | position-word | position-words",
                "personas.yaml                     | confirmed: true | confirm: true           | confirm  | confirmed",
                "items/medicine/examplol-oral.cases.yaml | standard: guideline | standards: guideline | standards | standard",
                "items/medicine/examplol-oral.cases.yaml | snomed: '333'   | snomd: '333'         | snomd    | snomed",
            })
    void isReportedWithTheNearestOne(String file, String text, String by, String key, String near) {
        ExampleContent.Change change = example.replace(file, text, by);
        assertThat(change.problems())
                .containsExactly(error(file, change.line(), "unknown key " + key, "Maybe " + near + "?"));
    }

    @Test
    void isReportedWithAPointerToTheReadmeWhenNothingIsNear() {
        assertThat(example.append("gates.yaml", "  colour-of-the-frame:\n    - red\n")
                        .problems())
                .containsExactly(error(
                        "gates.yaml",
                        6,
                        "unknown key colour-of-the-frame",
                        "knowledge/README.md lists the keys of each kind of entry."));
    }

    @Test
    void isReportedWhenItStandsTwice() {
        assertThat(example.append("gates.yaml", "  finding: green-skin\n").problems())
                .containsExactly(error("gates.yaml", 6, "has the key finding twice", "Keep one of them."));
    }
}
