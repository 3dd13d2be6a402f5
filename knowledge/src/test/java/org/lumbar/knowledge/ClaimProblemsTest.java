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
                .containsExactly(error(
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
                .extracting(Problems.Problem::what)
                .containsExactly("a limit has the kinds age, days");
    }

    @Test
    void thatSparesAnItemItDoesNotLiveInNamesBoth() {
        ExampleContent.Change change =
                example.replace(FILE, "not-for: [{items: [examplol-oral]", "not-for: [{items: [thumb-rest]");
        assertThat(change.problems())
                .containsExactly(error(
                        FILE,
                        change.line(),
                        "X-01 does not live in thumb-rest",
                        "Take it away, or add X-01 to its claims."));
    }

    /** A limit in words names the places that hold it. */
    @Test
    void sparesNothingFromALimitInWords() {
        ExampleContent.Change change = example.replace(
                FILE,
                "- rule: \"wash first\"",
                "- rule: \"wash first\"\n      not-for: [{items: [examplol-oral], why: {en: No., ru: Нет.}}]");
        assertThat(change.problems()).extracting(Problems.Problem::what).containsExactly("unknown key not-for");
    }

    /** The second claim ends the file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record-only       | limits: [{days: 14}]                        | is only recorded, but has an effect",
                "refuse            | limits: [{days: 14}]                        | is refused, but nothing tries to get it",
                "adopt             | limits: [{days: 14}]                        | is adopted, but lives nowhere",
                "adopt-with-limits | held-by: {days-max: 14}                     | is adopted under limits, but has none",
                "discretion        | limits: []                                  | is adopted under limits, but has none",
                "adopt-with-limits | limits: [{rule: wash}]                      | is a limit in words that nothing holds",
                "adopt-with-limits | 'like: X-01, refuses: [{what: {en: a month, ru: месяц}}]' "
                        + "| is refused, but nothing holds it and nothing tries to get it",
            })
    void withoutTheEffectOfItsVerdictIsRefused(String verdict, String effect, String what) {
        String claim = "- {id: X-02, source: B, says: {en: It helps., ru: Помогает.}, verdict: " + verdict
                + ", why: {en: It does., ru: Это так.}, item: examplol-oral, "
                + effect.replace("days-max", "dose.days-max")
                + "}\n";
        assertThat(example.write(FILE, first() + claim).problems())
                .extracting(Problems.Problem::what)
                .containsExactly(what);
    }

    private static String first() {
        String text = example.look(FILE);
        return text.substring(0, text.indexOf("- id: X-02"));
    }

    /** What a claim says of an item whose file is wrong would only repeat the mistake. */
    @Test
    void isNotBlamedForTheMistakeOfItsItem() {
        ExampleContent.Change change =
                example.replace("items/medicine/examplol-oral.yaml", "days-max: 14", "days-max: fourteen");
        assertThat(change.problems())
                .extracting(Problems.Problem::file)
                .containsExactly("items/medicine/examplol-oral.yaml");
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
