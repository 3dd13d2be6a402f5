package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of an instrument that do not fit together are refused where they stand. */
class InstrumentProblemsTest {

    private static final String FILE = "instruments/example-scale.yaml";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "range: [-1, 6] | range: [0, 6] | range 0.0 to 6.0 does not fit the points, which give -1.0 to 6.0",
                "points: [-1, 0, 2] | points: [-1, 0] | points holds 2 numbers, which does not fit answers from 1 to 3",
                "of: [a, b] | of: [a, c] | the question c does not fit: this instrument has none of this id",
                "form: sum | form: percent | percent does not fit questions that do not begin at 0",
                "answers-needed: 1 | answers-needed: 3 | answers-needed 3 does not fit 2 questions",
                "fewest-answers: 1 | fewest-answers: 0 | fewest-answers 0 does not fit 2 questions",
                "of: total | of: totals | the scale totals does not fit: this instrument has none of this id",
                "at-least: -1, at-most: 1, | '' | a band without limit before the last does not fit: the first band that holds is the one",
                "freedom: open | freedom: restricted | asks-itself does not fit freedom restricted",
                "answers: \"1,?\" | answers: \"1,5\" | answers 1,5 does not fit the instrument (RANGE 5)",
                "score: -1 | score: 2 | score does not fit: expected 2.0, but it is -1.0",
                "band: low | band: high | band does not fit: expected high, but it is low",
                "change: improved | change: worse | change does not fit: expected worse, but it is improved",
                "      low-points: 1 | '' | low-at-most without low-points, or the reverse, does not fit",
            })
    void areRefused(String text, String by, String what) {
        ExampleContent example = ExampleContent.copiedTo(folder);
        assertThat(example.replace(FILE, text, by).problems())
                .filteredOn(problem -> problem.file().equals(FILE))
                .extracting(Problems.Problem::what)
                .contains(what);
    }

    @Test
    void theExampleItselfIsWhole() {
        assertThat(ExampleContent.copiedTo(folder).append(FILE, "\n").problems())
                .isEmpty();
    }
}
