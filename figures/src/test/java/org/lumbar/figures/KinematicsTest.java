package org.lumbar.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Positions worked out by hand from the lengths of {@link Bodies#ROUND}: thigh and shank 0.25, upper arm 0.20, forearm 0.15. */
class KinematicsTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    private static Skeleton of(Map<Dof, Double> pose) {
        return Kinematics.skeleton(Bodies.ROUND, Bodies.pose(pose));
    }

    private static void isAt(Vec actual, double x, double y, double z) {
        assertThat(actual.x()).as("forward").isCloseTo(x, EXACT);
        assertThat(actual.y()).as("up").isCloseTo(y, EXACT);
        assertThat(actual.z()).as("right").isCloseTo(z, EXACT);
    }

    @Test
    void standsStraightWithoutAngles() {
        Skeleton skeleton = of(Map.of());
        isAt(skeleton.legR().ankle(), 0, -0.50, 0.05);
        isAt(skeleton.legL().ankle(), 0, -0.50, -0.05);
        isAt(skeleton.spine().t1(), 0, 0.30, 0);
    }

    @Test
    void flexesTheHipForward() {
        Skeleton skeleton = of(Map.of(Dof.HIP_R_FLEXION, 90.0));
        isAt(skeleton.legR().knee(), 0.25, 0, 0.05);
        isAt(skeleton.legR().ankle(), 0.50, 0, 0.05);
    }

    @Test
    void bendsTheKneeBackward() {
        isAt(of(Map.of(Dof.KNEE_L_FLEXION, 90.0)).legL().ankle(), -0.25, -0.25, -0.05);
    }

    @Test
    void abductsEachLegToItsSide() {
        Skeleton skeleton = of(Map.of(Dof.HIP_R_ABDUCTION, 30.0, Dof.HIP_L_ABDUCTION, 30.0));
        isAt(skeleton.legR().knee(), 0, -0.25 * Math.cos(Math.PI / 6), 0.05 + 0.125);
        isAt(skeleton.legL().knee(), 0, -0.25 * Math.cos(Math.PI / 6), -0.05 - 0.125);
    }

    @Test
    void turnsTheThighInwardsAboutItsLength() {
        Skeleton skeleton = of(Map.of(Dof.HIP_R_INTERNAL, 90.0));
        isAt(skeleton.legR().foot().x(), 0, 0, -1);
        isAt(of(Map.of(Dof.HIP_L_INTERNAL, 90.0)).legL().foot().x(), 0, 0, 1);
    }

    @Test
    void appliesFlexionBeforeAbduction() {
        // The hip is flexed to the front; abduction then swings the thigh aside within the horizontal plane.
        isAt(
                of(Map.of(Dof.HIP_R_FLEXION, 90.0, Dof.HIP_R_ABDUCTION, 90.0))
                        .legR()
                        .knee(),
                0,
                0,
                0.30);
    }

    @Test
    void raisesTheToesInDorsiflexion() {
        assertThat(of(Map.of(Dof.ANKLE_R_DORSIFLEXION, 20.0)).legR().foot().x().y())
                .isPositive();
    }

    @Test
    void turnsTheSolesInwardsInInversion() {
        Skeleton skeleton = of(Map.of(Dof.ANKLE_R_INVERSION, 20.0, Dof.ANKLE_L_INVERSION, 20.0));
        assertThat(skeleton.legR().foot().apply(0, -1, 0).z()).isNegative();
        assertThat(skeleton.legL().foot().apply(0, -1, 0).z()).isPositive();
    }

    @Test
    void leansAndTurnsTheTrunkToTheRight() {
        isAt(of(Map.of(Dof.LUMBAR_LATERAL, 90.0)).spine().t12(), 0, 0.05, 0.10);
        isAt(of(Map.of(Dof.LUMBAR_ROTATION, 90.0)).spine().thoraxTurn().x(), 0, 0, 1);
        isAt(of(Map.of(Dof.LUMBAR_FLEXION, 90.0)).spine().t12(), 0.10, 0.05, 0);
    }

    @Test
    void liesOnTheBackFacingUp() {
        Skeleton skeleton = of(Map.of(Dof.ROOT_TILT, -90.0));
        isAt(skeleton.spine().t1(), -0.30, 0, 0);
        isAt(skeleton.headTurn().x(), 0, 1, 0);
    }

    @Test
    void sharesTheNeckBetweenItsEnds() {
        isAt(of(Map.of(Dof.NECK_ROTATION, 90.0)).headTurn().x(), 0, 0, 1);
        isAt(of(Map.of(Dof.NECK_ROTATION, 90.0)).neckTurn().x(), Math.sqrt(0.5), 0, Math.sqrt(0.5));
    }

    @Test
    void raisesTheArmForwardAndBendsTheElbow() {
        Skeleton skeleton = of(Map.of(Dof.SHOULDER_R_FLEXION, 90.0, Dof.ELBOW_R_FLEXION, 90.0));
        Vec shoulder = skeleton.armR().shoulder();
        Vec elbow = skeleton.armR().elbow().minus(shoulder);
        Vec wrist = skeleton.armR().wrist().minus(shoulder);
        isAt(elbow, 0.20, 0, 0);
        isAt(wrist, 0.20, 0.15, 0);
    }

    @Test
    void facesThePalmBackwardInPronation() {
        // Palms face the thighs at 0; the right palm is the side that the frame of the hand calls left.
        Vec palm = of(Map.of(Dof.FOREARM_R_PRONATION, 90.0)).armR().hand().z().times(-1);
        isAt(palm, -1, 0, 0);
        isAt(of(Map.of(Dof.FOREARM_L_PRONATION, 90.0)).armL().hand().z(), -1, 0, 0);
    }

    @Test
    void mirrorsEveryPose() {
        for (Dof dof : Dof.values()) {
            if (dof != Dof.BREATH) {
                Skeleton one = of(Map.of(dof, 25.0));
                Skeleton other = Kinematics.skeleton(
                        Bodies.ROUND, Bodies.pose(Map.of(dof, 25.0)).mirrored());
                for (Side side : Side.values()) {
                    Vec hand = one.arm(side)
                            .hand()
                            .apply(0.3, -1, 0.2 * side.sign())
                            .plus(one.arm(side).wrist());
                    Vec mirror = other.arm(side.other())
                            .hand()
                            .apply(0.3, -1, -0.2 * side.sign())
                            .plus(other.arm(side.other()).wrist());
                    isAt(mirror, hand.x(), hand.y(), -hand.z());
                    Vec foot = one.leg(side)
                            .foot()
                            .apply(1, 0.5, 0.2 * side.sign())
                            .plus(one.leg(side).ankle());
                    Vec opposite = other.leg(side.other())
                            .foot()
                            .apply(1, 0.5, -0.2 * side.sign())
                            .plus(other.leg(side.other()).ankle());
                    isAt(opposite, foot.x(), foot.y(), -foot.z());
                }
            }
        }
    }
}
