package org.lumbar.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hands of another person: on every zone, in every way. */
class HandsOnTest {

    static Stream<Stroke> strokes() {
        return Arrays.stream(Stroke.Zone.values())
                .flatMap(zone -> Arrays.stream(Stroke.Way.values()).map(way -> new Stroke(zone, way)));
    }

    private static Clip clip(Stroke stroke) {
        Phase phase = new Phase(
                "stroke", 2000, Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());
        Clip clip = Bodies.clip(Set.of(), phase);
        return new Clip(
                clip.id(),
                clip.base(),
                clip.anchor(),
                clip.contacts(),
                clip.camera(),
                clip.equipment(),
                clip.highlight(),
                clip.phases(),
                clip.keyPoses(),
                clip.mirror(),
                clip.arrows(),
                List.of(stroke));
    }

    @ParameterizedTest
    @MethodSource("strokes")
    void aStrokeEndsWhereItBegan(Stroke stroke) {
        Clip clip = clip(stroke);
        List<Motion.Frame> frames = new Motion(Bodies.ROUND, clip).frames();
        for (Side side : Side.values()) {
            Vec first = HandsOn.arm(clip, frames.getFirst(), side).wrist();
            Vec last = HandsOn.arm(clip, frames.getLast(), side).wrist();
            assertThat(first.distance(last)).isLessThan(1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("strokes")
    void noPalmLiesOnTheSpine(Stroke stroke) {
        Clip clip = clip(stroke);
        for (Motion.Frame frame : new Motion(Bodies.ROUND, clip).frames()) {
            for (Side side : Side.values()) {
                Skeleton.Arm arm = HandsOn.arm(clip, frame, side);
                Vec palm = arm.wrist().plus(arm.hand().apply(0, -0.05, 0));
                assertThat(side.sign() * palm.z()).isGreaterThan(0.01);
            }
        }
    }

    @Test
    void kneadingClosesAndOpensTheHandAgainAndAgain() {
        Clip clip = clip(new Stroke(Stroke.Zone.LUMBAR, Stroke.Way.KNEAD));
        int turns = 0;
        double before = 0;
        List<Motion.Frame> frames = new Motion(Bodies.ROUND, clip).frames();
        for (int i = 1; i < frames.size(); i++) {
            double way = HandsOn.arm(clip, frames.get(i), Side.R).wrist().z()
                    - HandsOn.arm(clip, frames.get(i - 1), Side.R).wrist().z();
            if (way * before < 0) {
                turns++;
            }
            before = way == 0 ? before : way;
        }
        assertThat(turns).isGreaterThanOrEqualTo(4);
    }
}
