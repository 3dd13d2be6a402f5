package org.lumbar.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MotionTest {

    @Test
    void easesAsMinimumJerk() {
        // 10t³ − 15t⁴ + 6t⁵ at a quarter: 0.15625 − 0.05859375 + 0.005859375.
        assertThat(Ease.quintic(0.25, 0, 0, 1, 0)).isCloseTo(0.103515625, within(1e-12));
        assertThat(Ease.quintic(0.5, 20, 0, 60, 0)).isCloseTo(40, within(1e-12));
    }

    @Test
    void neverLeavesTheWayBetweenTwoStops() {
        double before = 0;
        for (int i = 0; i <= 1000; i++) {
            double here = Ease.quintic(i / 1000.0, 0, 0, 1, 0);
            assertThat(here).isBetween(before - 1e-12, 1 + 1e-12);
            before = here;
        }
    }

    @Test
    void takesStepsOfTwelveDegreesAtMost() {
        Clip clip = Bodies.clip(
                Set.of(),
                Bodies.phase("up", 1500, Map.of(Dof.SHOULDER_R_ABDUCTION, 170.0)),
                Bodies.phase("down", 1500, Map.of()));
        List<Motion.Frame> frames = new Motion(Bodies.ROUND, clip).frames();
        for (int i = 1; i < frames.size(); i++) {
            assertThat(Bones.farthest(
                            frames.get(i - 1).skeleton(), frames.get(i).skeleton()))
                    .isLessThanOrEqualTo(Motion.STEP);
            assertThat(frames.get(i).time()).isGreaterThan(frames.get(i - 1).time());
        }
        assertThat(frames.getLast().time()).isEqualTo(1);
        assertThat(frames.getLast().pose()).isEqualTo(clip.base());
    }

    @Test
    void comesBackThroughTheSamePosesAsItWent() {
        Clip clip = Bodies.clip(
                Set.of(),
                Bodies.phase("up", 1000, Map.of(Dof.HIP_R_FLEXION, 70.0)),
                Bodies.phase("down", 2000, Map.of()));
        List<Motion.Frame> frames = new Motion(Bodies.ROUND, clip).frames();
        for (int i = 0; i < frames.size(); i++) {
            double there = frames.get(i).pose().get(Dof.HIP_R_FLEXION);
            double back = frames.get(frames.size() - 1 - i).pose().get(Dof.HIP_R_FLEXION);
            assertThat(back).isCloseTo(there, within(1e-6));
        }
    }

    @Test
    void goesThroughWithoutAStopWhereThePhaseSaysSo() {
        Phase through = new Phase(
                "half",
                1000,
                Optional.of(Map.of(Dof.HIP_R_FLEXION, 30.0)),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty());
        Clip clip = Bodies.clip(
                Set.of(),
                through,
                Bodies.phase("full", 1000, Map.of(Dof.HIP_R_FLEXION, 60.0)),
                Bodies.phase("back", 1000, Map.of()));
        Motion motion = new Motion(Bodies.ROUND, clip);
        int half = motion.frames().indexOf(motion.after(0));
        double before = speed(motion.frames().get(half - 1), motion.frames().get(half));
        double after = speed(motion.frames().get(half), motion.frames().get(half + 1));
        assertThat(before).isGreaterThan(50);
        assertThat(after).isCloseTo(before, within(0.15 * before));
    }

    /** Degrees per round of the clip. */
    private static double speed(Motion.Frame a, Motion.Frame b) {
        return (b.pose().get(Dof.HIP_R_FLEXION) - a.pose().get(Dof.HIP_R_FLEXION)) / (b.time() - a.time());
    }

    @Test
    void posesAreAbsoluteOverTheBase() {
        Clip clip = Bodies.clip(
                Set.of(),
                Bodies.phase("one", 500, Map.of(Dof.HIP_R_FLEXION, 30.0)),
                Bodies.phase("two", 500, Map.of(Dof.HIP_L_FLEXION, 30.0)));
        assertThat(clip.poseAfter(1).get(Dof.HIP_R_FLEXION)).isZero();
        assertThat(clip.poseAfter(1).get(Dof.HIP_L_FLEXION)).isEqualTo(30);
    }
}
