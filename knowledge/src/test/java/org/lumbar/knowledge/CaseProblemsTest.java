package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.knowledge.ExampleContent.error;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worked case that comes out otherwise is a problem of the content. */
class CaseProblemsTest {

    private static final String CASES = "items/medicine/examplol-oral.cases.yaml";

    @TempDir
    static Path folder;

    static ExampleContent example;

    @BeforeAll
    static void copy() {
        example = ExampleContent.copiedTo(folder);
    }

    @Test
    void tellWhatWasExpectedAndWhatCameOut() {
        assertThat(example.replace(CASES, "expect: refused", "expect: withheld").problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.file()).isEqualTo(CASES);
                    assertThat(problem.line()).isEqualTo(1);
                    assertThat(problem.what())
                            .startsWith("case \"it is refused\": expected withheld, but it is refused because of [");
                    assertThat(problem.advice()).isEqualTo("Correct the rule, or the case.");
                });
    }

    @Test
    void tellAReasonThatIsNotThere() {
        assertThat(example.replace(CASES, "because: []", "because: [green-skin]")
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(4);
                    assertThat(problem.what())
                            .startsWith("case \"with everything said\": expected the reason green-skin, but found [");
                });
    }

    @Test
    void areFoundBeforeAnyCaseRuns() {
        assertThat(example.replace(CASES, "expect: refused", "expect: refuse").problems())
                .containsExactly(error(
                        CASES,
                        3,
                        "expect is refuse, expected one of offered, recommended, optional, discretion, needs-information, withheld, not-indicated, refused",
                        "Maybe refused?"));
    }

    @Test
    void areReportedForACaseAboutNobody() {
        assertThat(example.replace(CASES, "  given: {person: somebody}\n", "").problems())
                .containsExactly(
                        error(CASES, 1, "needs given", "Add given: {person: …} with someone of personas.yaml."));
    }
}
