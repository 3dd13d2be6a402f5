package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.cli.CommandFixtures.PROJECT;
import static org.lumbar.cli.CommandFixtures.lumbar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.cli.CommandFixtures.Answer;

class KnowledgeCommandTest {

    private static final Path KNOWLEDGE = PROJECT.resolve("knowledge");

    @TempDir
    private Path folder;

    /** A folder with the content, to be edited. */
    private Path copy() throws IOException {
        try (Stream<Path> files = Files.walk(KNOWLEDGE)) {
            files.filter(file -> Files.isRegularFile(file)
                            && !KNOWLEDGE.relativize(file).startsWith("target")
                            && !KNOWLEDGE.relativize(file).startsWith("src"))
                    .forEach(this::copy);
        }
        return folder;
    }

    private void copy(Path file) {
        try {
            Path target = folder.resolve(KNOWLEDGE.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static int line(Path file, String part) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(part)) {
                return i + 1;
            }
        }
        throw new AssertionError(file + " does not hold " + part);
    }

    @Test
    void checkFindsTheContentWhole() {
        Answer answer = lumbar("knowledge", "check", KNOWLEDGE.toString());

        assertThat(answer.exit()).isEqualTo(Exit.DONE);
        assertThat(lumbar("knowledge", "check")).isEqualTo(answer);
    }

    @Test
    void checkTellsEveryProblemWithItsLineAndAdvice() throws IOException {
        Path content = copy();
        Path item = content.resolve("items/medicine/ibuprofen.yaml");
        Path flags = content.resolve("red-flags.yaml");
        edit(item, "category: medicine", "categoryy: medicine");
        edit(flags, "urgency: urgent-2wk", "urgency: some-day");

        Answer answer = lumbar("knowledge", "check", content.toString());

        assertThat(answer.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(answer.out())
                .contains(item + ":" + line(item, "categoryy") + ": ")
                .contains(flags + ":" + line(flags, "some-day") + ": ");
        assertThat(answer.out().lines().filter(line -> line.startsWith("    "))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void checkRunsTheWorkedCases() throws IOException {
        Path content = copy();
        Path cases = content.resolve("items/medicine/ibuprofen.cases.yaml");
        edit(cases, "expect: withheld", "expect: recommended");

        Answer answer = lumbar("knowledge", "check", content.toString());

        assertThat(answer.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(answer.out()).contains(cases.toString()).contains("expected recommended");
    }

    @Test
    void planRefusesKnowledgeWithProblems() throws IOException {
        Path content = copy();
        edit(content.resolve("items/medicine/ibuprofen.yaml"), "category: medicine", "categoryy: medicine");

        Answer answer = CommandFixtures.plan(CommandFixtures.example("child"), "--knowledge", content.toString());

        assertThat(answer.exit()).isEqualTo(Exit.INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).contains("ibuprofen.yaml:");
    }

    @Test
    void listNamesEveryItem() {
        Answer all = lumbar("knowledge", "list");
        Answer medicines = lumbar("knowledge", "list", "--category", "medicine", "--lang", "ru");

        assertThat(all.exit()).isEqualTo(Exit.DONE);
        assertThat(all.out()).contains("ibuprofen").contains("stay-active");
        assertThat(medicines.out()).contains("ибупрофен").doesNotContain("stay-active");
    }

    @Test
    void listKnowsWhatAStandardMayOffer() {
        Answer guideline = lumbar("knowledge", "list", "--standard", "guideline");

        assertThat(guideline.exit()).isEqualTo(Exit.DONE);
        assertThat(guideline.out()).contains("stay-active").doesNotContain("bee-venom-therapy");
    }

    @Test
    void listNamesTheCategoriesForAWrongOne() {
        Answer answer = lumbar("knowledge", "list", "--category", "pills");

        assertThat(answer.exit()).isEqualTo(Exit.USAGE);
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).contains("medicine");
    }

    @Test
    void showTellsAllOfAnItem() {
        Answer answer = lumbar("knowledge", "show", "ibuprofen");

        assertThat(answer.exit()).isEqualTo(Exit.DONE);
        assertThat(answer.out()).containsIgnoringCase("ibuprofen");
        assertThat(lumbar("knowledge", "show", "ibuprofen", "--lang", "ru").out())
                .containsIgnoringCase("ибупрофен");
    }

    @Test
    void showSuggestsWhatWasMeant() {
        assertThat(lumbar("knowledge", "show", "ibuprofeen").err()).contains("ibuprofen");
        Answer several = lumbar("knowledge", "show", "diclofenac");
        assertThat(several.exit()).isEqualTo(Exit.USAGE);
        assertThat(several.err()).contains("diclofenac-oral", "diclofenac-im", "diclofenac-gel");
        assertThat(lumbar("knowledge", "show", "xyzzy").err()).contains("lumbar knowledge list");
    }

    @Test
    void claimsTellWhatBecameOfTheSources() {
        Answer all = lumbar("knowledge", "claims");
        Answer refused = lumbar("knowledge", "claims", "--verdict", "refuse", "--source", "B", "--lang", "ru");

        assertThat(all.exit()).isEqualTo(Exit.DONE);
        assertThat(all.out()).contains("A-spray-10").contains("442 statements");
        assertThat(refused.exit()).isEqualTo(Exit.DONE);
        assertThat(refused.out()).contains("B-site-04").contains("отклонено").doesNotContain("A-spray-05");
    }

    @Test
    void claimsComeInOtherFormsToo() {
        assertThat(lumbar("knowledge", "claims", "--item", "vitamin-a", "--format", "json")
                        .out())
                .startsWith("[")
                .contains("\"verdict\": \"refuse\"");
        assertThat(lumbar("knowledge", "claims", "--item", "vitamin-a", "--format", "markdown")
                        .out())
                .startsWith("# ")
                .contains("| A-vitamins-05. ");
    }

    @Test
    void claimsNameWhatTheyCanBeChosenBy() {
        assertThat(lumbar("knowledge", "claims", "--verdict", "refused").err()).contains("record-only, refuse");
        assertThat(lumbar("knowledge", "claims", "--source", "C").err()).contains("A, B");
        assertThat(lumbar("knowledge", "claims", "--format", "pdf").err()).contains("text, json, markdown");
        Answer wrong = lumbar("knowledge", "claims", "--item", "metamizol");
        assertThat(wrong.exit()).isEqualTo(Exit.USAGE);
        assertThat(wrong.err().lines()).hasSize(1);
        assertThat(wrong.err()).contains("metamizole");
    }
}
