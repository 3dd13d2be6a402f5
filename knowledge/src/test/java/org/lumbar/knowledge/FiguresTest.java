package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.knowledge.ExampleContent.error;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.figures.Dof;

/** A pose author learns where a figure is wrong, in words and in geometry. */
class FiguresTest {

    private static final String BOW = "figures/example-bow.yaml";

    @TempDir
    static Path folder;

    static ExampleContent example;

    @BeforeAll
    static void copy() {
        example = ExampleContent.copiedTo(folder);
    }

    @Test
    void readsPosesOverTheirBase() {
        Figures figures = Knowledge.figures(folder);
        var clip = figures.clip("example-bow").orElseThrow();
        assertThat(clip.base().get(Dof.HIP_R_ABDUCTION)).as("from stand").isEqualTo(4);
        assertThat(clip.base().get(Dof.NECK_FLEXION)).as("from stand-tall").isEqualTo(-2);
        assertThat(clip.base().get(Dof.SHOULDER_R_FLEXION)).as("of the figure").isEqualTo(30);
        assertThat(clip.milliseconds()).isEqualTo(3500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base: stand-tall | base: stand-tal | no base has the id stand-tal | Maybe stand-tall?",
                "shoulder.R.flexion: 30 | shoulder.R.flexon: 30 | no angle has the name shoulder.R.flexon | Maybe shoulder.R.flexion?",
                "hand.L on hip, hand.R | hand.L on hop, hand.R | hand.L on hop is no contact | Write a spot, or hand.R on and a place; knowledge/README.md lists them.",
                "anchor: foot.R | anchor: foot.Z | anchor is foot.Z, no spot of the body | Maybe foot.L?",
                "[ready, bow] | [ready, bough] | no phase has the id bough | Name a phase.",
                "zone: lumbar | zone: lumber | zone is lumber, expected one of cervical, thoracic, lumbar, sacral, pelvis, lower-back, whole-back, long-muscles, legs, arms | Maybe lumbar?",
            })
    void tellsWhatIsMisspelt(String text, String by, String what, String advice) {
        ExampleContent.Change change = example.replace(BOW, text, by);
        assertThat(change.problems()).contains(error(BOW, change.line(), what, advice));
    }

    @Test
    void tellsWhatNoBodyCanDo() {
        ExampleContent.Change change = example.replace(BOW, "thorax.flexion: 4", "hip.R.flexion: 150");
        assertThat(change.problems())
                .contains(error(
                        BOW,
                        change.line(),
                        "bow: hip.R.flexion is 150, a joint goes from -30 to 130",
                        "Stay within the limit of figures/body.yaml."));
    }
}
