package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.knowledge.ExampleContent.error;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that would hold for the wrong people, or for nobody, is refused. */
class RuleProblemsTest {

    private static final String ITEM = "items/medicine/examplol-oral.yaml";
    private static final String FINDINGS = "findings/example.yaml";
    private static final String WRITE =
            "Write a finding, not and a finding, or a measure with <, <=, > or >= and a number.";

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
                "{every: [blue-skin]}     | unknown word every in an expression | Use all, any or none.",
                "{al: [blue-skin]}        | unknown word al in an expression | Maybe all?",
                "hue => 200               | cannot read \"hue => 200\" in an expression | " + WRITE,
                "hue = 200                | cannot read \"hue = 200\" in an expression | " + WRITE,
                "green-skin or blue-skin  | cannot read \"green-skin or blue-skin\" in an expression | " + WRITE,
                "{}                       | an expression is empty | Name a finding, or leave the key out.",
                "[]                       | an expression is empty | Name a finding, or leave the key out.",
                "{all: []}                | an expression is empty | Name a finding, or leave the key out.",
            })
    void isReportedWhenItCannotBeRead(String expression, String what, String advice) {
        assertThat(example.replace(ITEM, "{all: [blue-skin, hue >= 200]}", expression)
                        .problems())
                .containsExactly(error(ITEM, example.line(ITEM, "indicated-when:"), what, advice));
    }

    @Test
    void isReportedWhenAnItemHasMoreThanCanBeReviewed() {
        String many = IntStream.range(100, 160)
                .mapToObj(hue -> "hue > " + hue)
                .collect(Collectors.joining(", ", "when: [", "]"));
        assertThat(example.replace(ITEM, "when: [green-skin, {all: [blue-skin, age < 18]}]", many)
                        .problems())
                .contains(error(
                        ITEM,
                        example.line(ITEM, "exclude:"),
                        "has 61 rules with those of its classes, more than 60",
                        "Name some of them together as one finding."));
    }

    @Test
    void isReportedWhenItsListIsEmpty() {
        assertThat(example.replace(ITEM, "when: [green-skin, {all: [blue-skin, age < 18]}]", "when: []")
                        .problems())
                .containsExactly(error(
                        ITEM,
                        example.line(ITEM, "- when: [green-skin"),
                        "an expression is empty",
                        "Name a finding, or leave the key out."));
    }

    @Test
    void isReportedWhenItHasNoCondition() {
        assertThat(example.replace(ITEM, "  - when: blue-skin\n    why", "  - why")
                        .problems())
                .containsExactly(error(
                        ITEM,
                        example.line(ITEM, "- when: blue-skin"),
                        "needs when",
                        "Name the findings that trigger it."));
    }

    @Test
    void isReportedWhenItUnfoldsToMoreThanAnyoneCanReview() {
        String pair = "{any: [blue-skin, green-skin]}";
        String thirteen = (pair + ", ").repeat(12) + pair; // 2 to the 13th power is 8192, more than 4096
        assertThat(example.replace(ITEM, "{all: [blue-skin, hue >= 200]}", "{all: [" + thirteen + "]}")
                        .problems())
                .containsExactly(error(
                        ITEM,
                        example.line(ITEM, "indicated-when:"),
                        "an expression unfolds to more than 4096 alternatives",
                        "Name part of it as a finding of its own."));
    }

    @Test
    void mayUnfoldToAsManyAlternativesAsAreAllowed() {
        String pair = "{any: [blue-skin, green-skin]}";
        String twelve = (pair + ", ").repeat(11) + pair; // 2 to the 12th power is 4096
        assertThat(example.replace(ITEM, "{all: [blue-skin, hue >= 200]}", "{all: [" + twelve + "]}")
                        .problems())
                .isEmpty();
    }

    @Test
    void isReportedWhenEvidenceNamesNoKindOfEntry() {
        assertThat(example.replace(FINDINGS, "    - condition: {snomed: ['666']}\n", "    - status: ever\n")
                        .problems())
                .containsExactly(error(
                        FINDINGS,
                        example.line(FINDINGS, "['666']"),
                        "evidence names no kind of entry",
                        "Name exactly one of condition, allergy, medicine, procedure, observation."));
    }

    @Test
    void isReportedWhenEvidenceNamesTwoKindsOfEntries() {
        assertThat(example.replace(
                                FINDINGS,
                                "    - condition: {snomed: ['666']}\n",
                                "    - condition: {snomed: ['666']}\n      medicine: {atc: [Z05]}\n")
                        .problems())
                .containsExactly(error(
                        FINDINGS,
                        example.line(FINDINGS, "['666']"),
                        "evidence names condition and medicine",
                        "Name exactly one of condition, allergy, medicine, procedure, observation."));
    }

    @Test
    void isReportedWhenEvidenceNamesNoCode() {
        assertThat(example.replace(FINDINGS, "medicine: {atc: [Z02]}", "medicine: {atc: []}")
                        .problems())
                .containsExactly(error(
                        FINDINGS,
                        example.line(FINDINGS, "medicine:"),
                        "names no code",
                        "Add icd10, icd10cm, snomed, atc, rxnorm or loinc."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A00-B9  | A00-B9 is not a range of three-character categories | Write it as J00-J06.",
                "B99-A00 | B99-A00 goes down from B99 to A00 | Write the smaller category first.",
                "A0O     | A0O is no ICD-10 code | Write it as K25, K25.4 or J00-J06.",
                "a00     | a00 is no ICD-10 code | Write it as K25, K25.4 or J00-J06.",
                "A000    | A000 is no ICD-10 code | Write it as K25, K25.4 or J00-J06.",
                "A00.    | A00. is no ICD-10 code | Write it as K25, K25.4 or J00-J06.",
            })
    void isReportedWhenAnIcdCodeCannotBeOne(String code, String what, String advice) {
        assertThat(example.replace(FINDINGS, "'A00-B99'", "'" + code + "'").problems())
                .containsExactly(error(FINDINGS, example.line(FINDINGS, "A00-B99"), what, advice));
    }

    @Test
    void isReportedWhenAClinicalStatusIsUnknown() {
        assertThat(example.replace(FINDINGS, "[active, recurrence]", "[active, recurence]")
                        .problems())
                .containsExactly(error(
                        FINDINGS,
                        example.line(FINDINGS, "clinical-status"),
                        "clinical-status has recurence, expected some of active, recurrence, relapse, remission, inactive, resolved",
                        "Maybe recurrence?"));
    }
}
