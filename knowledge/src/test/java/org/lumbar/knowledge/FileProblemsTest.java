package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.knowledge.ExampleContent.error;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be read, or stand in the wrong place, are reported before anything that would follow from them. */
class FileProblemsTest {

    private static final String ITEM = "items/medicine/examplol-oral.yaml";
    private static final String CASES = "items/medicine/examplol-oral.cases.yaml";

    @TempDir
    static Path folder;

    static ExampleContent example;

    @BeforeAll
    static void copy() {
        example = ExampleContent.copiedTo(folder);
    }

    @Test
    void areReportedForATab() {
        assertThat(example.replace("gates.yaml", "  means:", "\tmeans:").problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.file()).isEqualTo("gates.yaml");
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.what()).startsWith("is not valid YAML: ").contains("TAB");
                    assertThat(problem.advice()).isEqualTo("Check quotes, brackets and indentation here.");
                });
    }

    @Test
    void areReportedForAQuoteThatIsNeverClosedWhereItOpens() {
        assertThat(example.replace("choices.yaml", "\"Colours mix.\"", "\"Colours mix.")
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.file()).isEqualTo("choices.yaml");
                    assertThat(problem.line()).isEqualTo(7);
                    assertThat(problem.what()).startsWith("is not valid YAML: ");
                });
    }

    @Test
    void areReportedForABracketThatIsNeverClosed() {
        assertThat(example.replace("personas.yaml", "medicines: [{atc: Z07}]", "medicines: [{atc: Z07}")
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.file()).isEqualTo("personas.yaml");
                    assertThat(problem.line()).isEqualTo(11);
                    assertThat(problem.what()).startsWith("is not valid YAML: ");
                });
    }

    @Test
    void areReportedForACharacterThatYamlDoesNotAllow() {
        assertThat(example.replace("gates.yaml", "mirror hangs", "mirror\u0007hangs")
                        .problems())
                .containsExactly(
                        error("gates.yaml", 3, "holds the character U+0007, which YAML does not allow", "Delete it."));
    }

    @Test
    void areReportedForAnAlias() {
        assertThat(example.replace("gates.yaml", "finding: green-skin", "finding: *skin")
                        .problems())
                .containsExactly(error("gates.yaml", 4, "repeats the anchor skin", "Write the value out."));
    }

    @Test
    void areReportedForASecondDocument() {
        assertThat(example.append("gates.yaml", "---\n- id: window\n").problems())
                .containsExactly(
                        error("gates.yaml", 6, "holds a second document", "Delete the line ---, or make it a file."));
    }

    @Test
    void areReportedWhenEmpty() {
        assertThat(example.write("findings/more.yaml", "# nothing yet\n").problems())
                .containsExactly(error("findings/more.yaml", 1, "is empty", "Fill it, or delete it."));
    }

    @Test
    void areReportedForTheWrongForm() {
        assertThat(example.write("findings/more.yaml", "# one\nid: pink-skin\n").problems())
                .containsExactly(error(
                        "findings/more.yaml",
                        2,
                        "should be one list",
                        "Begin each entry with a dash at the start of the line."));
    }

    @Test
    void areReportedWhenMissing() {
        assertThat(example.delete("texts.yaml").problems())
                .containsExactly(error("texts.yaml", 1, "is missing", "knowledge/README.md says what it holds."));
    }

    @Test
    void areReportedInAFolderThatNobodyReads() {
        assertThat(example.write("finding/more.yaml", "- id: pink-skin\n").problems())
                .containsExactly(
                        error("finding/more.yaml", 1, "stands where nobody reads it", "Maybe findings/more.yaml?"));
    }

    @Test
    void areReportedUnderANameThatNobodyReads() {
        assertThat(example.write("formulary.yaml", "a: b\n").problems())
                .containsExactly(error(
                        "formulary.yaml", 1, "stands where nobody reads it", "knowledge/README.md lists the places."));
    }

    @Test
    void areReportedWhenAnItemSaysThatItBelongsElsewhere() {
        assertThat(example.replace(ITEM, "category: medicine", "category: topical")
                        .problems())
                .containsExactly(error(
                        ITEM,
                        1,
                        "stands in " + ITEM + ", expected items/topical/examplol-oral.yaml",
                        "Move the file, or correct what it says of itself."));
    }

    @Test
    void areReportedWhenACategoryIsUnknown() {
        assertThat(example.replace(ITEM, "category: medicine", "category: medicines")
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.what())
                            .startsWith("category is medicines, expected one of self-care, exercise,");
                    assertThat(problem.advice()).isEqualTo("Maybe medicine?");
                });
    }

    @Test
    void areReportedWhenAFormularyHasTheNameOfAnotherCountry() {
        assertThat(example.replace("formularies/XA.yaml", "country: XA", "country: XB")
                        .problems())
                .containsExactly(error(
                        "formularies/XA.yaml",
                        1,
                        "stands in formularies/XA.yaml, expected formularies/XB.yaml",
                        "Move the file, or correct country."));
    }

    @Test
    void areReportedForAnItemWithoutCases() {
        assertThat(example.delete(CASES).problems())
                .containsExactly(error(ITEM, 1, "has no worked cases", "Write " + CASES + " beside it."));
    }

    @Test
    void areReportedForCasesWithoutAnItem() {
        assertThat(example.write(
                                "items/medicine/other.cases.yaml",
                                "- {name: a, given: {person: somebody}, expect: refused}\n")
                        .problems())
                .containsExactly(error(
                        "items/medicine/other.cases.yaml",
                        1,
                        "stands beside no item",
                        "Give it the name of an item in this folder."));
    }

    @Test
    void areReportedForAnIdThatAnotherFileHas() {
        String again = "- id: green-skin\n  name: {en: a, ru: б}\n  means: {en: a, ru: б}\n  if-unknown: must-ask\n";
        assertThat(example.write("findings/more.yaml", again).problems())
                .containsExactly(error(
                        "findings/more.yaml",
                        1,
                        "the finding green-skin exists twice, first in findings/example.yaml:13",
                        "Keep one of them, or rename it."));
    }
}
