package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.knowledge.Problems.Problem;

/** What cannot be right about an exercise, or the script of a session, is told in one line where it stands. */
class MovementProblemsTest {

    private static final String TURN = "items/movement/thumb-turn.yaml";

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
                "thumb-turn  | easier: thumb-rest   | easier: examplol-oral | easier is examplol-oral, which is no movement",
                "thumb-turn  | easier: thumb-rest   | easier: thumb-crack   | easier is thumb-crack, which is closed",
                "thumb-turn  | easier: thumb-rest   | easier: thumb-turn    | easier leads back to thumb-turn",
                "thumb-turn  | harder: thumb-lift   | harder: thumb-rest    | harder is thumb-rest with load 1, but this has load 2",
                "thumb-turn  | load: 2              | load: 3               | no load has the id 3",
                "thumb-turn  | hold-seconds: 2      | hold-seconds: 7       | hold-seconds is longer than seconds",
                "thumb-turn  | reps: [8, 10]        | reps: [0, 10]         | reps should count from 1, in whole numbers",
                "thumb-turn  | physical: true       | physical: false       | is an exercise but not physical",
                "thumb-turn  | classes: [movement]  | classes: []           | lacks the class movement",
                "thumb-crack | substitute: [thumb-turn] | substitute: [thumb-crack] | substitute is thumb-crack, which is closed",
                "thumb-rest  | , {en: \"Let go.\", ru: \"Отпустите.\"} | '' | has 1 steps, expected 2 to 6",
            })
    void areTold(String movement, String text, String by, String what) {
        String file = "items/movement/" + movement + ".yaml";
        assertThat(example.replace(file, text, by).problems())
                .extracting(Problem::file, Problem::what)
                .contains(org.assertj.core.groups.Tuple.tuple(file, what));
    }

    @Test
    void countTheWordsOfAStep() {
        ExampleContent.Change change = example.replace(
                TURN, "Turn the thumb.", "Turn the thumb as far as it goes and then a little further still.");
        assertThat(change.problems())
                .extracting(Problem::what)
                .containsExactly("a step has 14 words, expected at most"
                        + " 12: Turn the thumb as far as it goes and then a little further still.");
    }

    @Test
    void followTheWayOverOthers() {
        ExampleContent.Change change =
                example.replace("items/movement/thumb-lift.yaml", "load: 2", "load: 2\n  harder: thumb-turn");
        assertThat(change.problems())
                .extracting(Problem::what)
                .contains("harder leads back to thumb-turn", "harder leads back to thumb-lift");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stretch | movement: thumb-lift     | movement: thumb-crack | movement is thumb-crack, which is closed",
                "stretch | movement: thumb-lift     | movement: examplol-oral | movement is examplol-oral, which is no movement",
                "stretch | , optional: true         | ''                    | movement is thumb-turn, which does not come by itself",
                "stretch | instead-of: thumb-crack  | instead-of: thumb-lift | thumb-turn does not stand in for thumb-lift",
                "stretch | minutes: [1, 9]          | minutes: [1, 2]       | 'minutes is 1.0 to 2.0, but the steps take 3.0 to 5.0'",
                "stretch | {section: warm, minutes: 1} | {section: warm, minutes: 8} | 'warm takes 3.7 minutes, less than the 8.0 that it needs'",
                "rub     | minutes: 5               | minutes: 6            | 'the steps add up to 5.0 minutes, not to 6.0'",
                "rub     | replaces-steps: [2]      | replaces-steps: [1]   | 'the steps add up to 3.0 minutes, not to 2.0 of those that they replace'",
                "rub     | half-minutes-of-steps: [1] | half-minutes-of-steps: [4] | no step has the id 4",
            })
    void ofAScriptAreTold(String session, String text, String by, String what) {
        String file = "sessions/" + session + ".yaml";
        assertThat(example.replace(file, text, by).problems())
                .extracting(Problem::file, Problem::what)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(file, what));
    }
}
