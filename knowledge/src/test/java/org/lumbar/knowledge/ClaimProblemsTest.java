package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.knowledge.ExampleContent.error;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A claim whose limit lives nowhere, or where another number stands, is reported where it stands. */
class ClaimProblemsTest {

    private static final String FILE = "claims/example.yaml";

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
                "held-by: {advice: Wash    | held-by: {advice: Swim     | examplol-oral does not say \"Swim\" under advice",
                "dose.times-per-day: 2}]   | dose.times-per-day: 3}]    | examplol-oral does not say \"3\" under dose.times-per-day",
                "per-dose-mg: 50}          | per-dose-mg: 50.5}         | examplol-oral does not say \"50.5\" under dose.ingredients.per-dose-mg",
            })
    void whoseWordsOrNumberStandNowhereNamesWhatItLookedFor(String text, String by, String what) {
        ExampleContent.Change change = example.replace(FILE, text, by);
        assertThat(change.problems())
                .contains(error(
                        FILE,
                        change.line(),
                        what,
                        "Correct the words or the number here, or bring examplol-oral in line with the claim."));
    }

    @Test
    void takesNumbersThatAreWrittenDifferentlyForEqual() {
        assertThat(example.replace(FILE, "per-dose-mg: 50}", "per-dose-mg: 50.0}")
                        .problems())
                .isEmpty();
    }

    @Test
    void whoseFieldDoesNotExistNamesTheField() {
        ExampleContent.Change change = example.replace(FILE, "{monitor: Hands}", "{moniter: Hands}");
        assertThat(change.problems())
                .containsExactly(error(
                        FILE,
                        change.line(),
                        "examplol-oral has no moniter",
                        "Name a field that it has, or add the field there."));
    }

    @Test
    void thatLivesInAFileNobodyHasNamesTheNearestOne() {
        ExampleContent.Change change = example.replace(FILE, "{in: examplol-oral,", "{in: exampol-oral,");
        assertThat(change.problems())
                .containsExactly(error(
                        FILE, change.line(), "no item, topic or file is called exampol-oral", "Maybe examplol-oral?"));
    }

    @Test
    void canLiveInAnEntryOfAnotherFile() {
        assertThat(example.replace(
                                FILE, "{in: examplol-oral, dose.times-per-day: 2}", "{in: gates#mirror, name: mirror}")
                        .problems())
                .isEmpty();
    }

    @Test
    void thatHasTwoKindsOfLimitInOneNamesBoth() {
        ExampleContent.Change change = example.replace(FILE, "- age: 18", "- {age: 18, days: 14}");
        assertThat(change.problems())
                .anySatisfy(problem -> assertThat(problem.what()).isEqualTo("a limit has the kinds age, days"));
    }

    @Test
    void thatIsLikeAnotherLikeOneIsRefused() {
        ExampleContent.Change change = example.replace(FILE, "like: X-01", "like: X-02");
        assertThat(change.problems())
                .containsExactly(error(
                        FILE,
                        change.line(),
                        "X-02 is like X-02, which is itself like another or belongs to another item",
                        "Name the claim of the same item that states the limits."));
    }
}
