package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.core.knowledge.Item;
import org.lumbar.knowledge.Problems.Problem;

/** The content comes through whole or not at all, and an editor learns everything at once. */
class KnowledgeReaderTest {

    @TempDir
    static Path folder;

    static ExampleContent example;

    @BeforeAll
    static void copy() {
        example = ExampleContent.copiedTo(folder);
    }

    @Test
    void findsNothingWrongWithTheContent() {
        assertThat(Knowledge.check(Path.of("")))
                .filteredOn(problem -> !problem.warning())
                .isEmpty();
    }

    @Test
    void findsNothingWrongWithTheExample() {
        assertThat(Knowledge.check(folder)).isEmpty();
    }

    @Test
    void reportsEverythingByFileAndLine() {
        assertThat(example.replace("gates.yaml", "effect: blocks", "effect: block")
                        .replace("gates.yaml", "finding: green-skin", "finding: grey-skin")
                        .replace("gates.yaml", ", ru: зеркало", "")
                        .replace("texts.yaml", "{en: watch, ru: наблюдать}", "watch")
                        .replace("choices.yaml", "at-most: 1", "at-most: one")
                        .problems())
                .extracting(Problem::toString)
                .containsExactly("""
                        choices.yaml:4: at-most is one, expected a number
                            Write digits with a point, without a unit.""", """
                        gates.yaml:2: name lacks ru
                            Every text exists in both languages.""", """
                        gates.yaml:4: no finding has the id grey-skin
                            Maybe green-skin?""", """
                        gates.yaml:5: effect is block, expected one of blocks, shows
                            Maybe blocks?""", """
                        texts.yaml:5: interaction.monitor should have both languages
                            Write {en: …, ru: …}.""");
    }

    @Test
    void refusesTheWholeAndNamesTheProblem() {
        ExampleContent.Change change = example.replace("gates.yaml", ", ru: зеркало", "");
        assertThatThrownBy(() -> change.look(Knowledge::of))
                .isInstanceOf(InvalidKnowledge.class)
                .hasMessage("gates.yaml:2: name lacks ru\n    Every text exists in both languages.");
    }

    @Test
    void warnsOfAnItemThatCitesNothingButAcceptsIt() {
        ExampleContent.Change change = example.replace(
                "items/medicine/examplol-oral.yaml", "\ncite: [EX-2026]\nverified: true", "\nverified: true");
        assertThat(change.problems())
                .containsExactly(new Problem(
                        "items/medicine/examplol-oral.yaml",
                        1,
                        "examplol-oral cites nothing",
                        "Add cite:, or say that no evidence was found.",
                        true));
        assertThat(change.look(Knowledge::of).items()).extracting(Item::id).contains("examplol-oral");
    }
}
