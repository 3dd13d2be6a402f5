package org.lumbar.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is in contact stays in place, and no bone changes its length for it. */
class ContactsTest {

    @Test
    void twoBonesReachTheTargetWithTheirOwnLengths() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            Vec target = new Vec(random.nextDouble() - 0.5, random.nextDouble() - 0.5, random.nextDouble() - 0.5);
            Vec pole = new Vec(random.nextDouble() - 0.5, random.nextDouble() - 0.5, random.nextDouble() - 0.5);
            TwoBone.Reach reach = TwoBone.solve(Vec.ZERO, target, 0.25, 0.20, pole);
            assertThat(reach.middle().length()).isCloseTo(0.25, within(1e-9));
            assertThat(reach.middle().distance(reach.end())).isCloseTo(0.20, within(1e-9));
            if (target.length() > 0.06 && target.length() < 0.44) {
                assertThat(reach.end().distance(target)).isLessThan(1e-9);
            }
        }
    }

    @Test
    void twoBonesBendTowardsThePole() {
        // An isosceles triangle: the middle is half way and 0.15 aside, as 0.25² = 0.20² + 0.15².
        TwoBone.Reach reach = TwoBone.solve(Vec.ZERO, new Vec(0, -0.40, 0), 0.25, 0.25, new Vec(0.3, -0.1, 0));
        assertThat(reach.middle().distance(new Vec(0.15, -0.20, 0))).isLessThan(1e-9);
    }

    @Test
    void aTargetOutOfReachIsApproachedAlongTheLine() {
        TwoBone.Reach reach = TwoBone.solve(Vec.ZERO, new Vec(0, -2, 0), 0.25, 0.25, new Vec(1, 0, 0));
        assertThat(reach.end().distance(new Vec(0, -0.5, 0))).isLessThan(2e-4);
    }

    @Test
    void feetStayWhenThePelvisSinks() {
        Clip clip = Bodies.clip(Bodies.feet(), Bodies.phase("down", 1000, Map.of(Dof.ROOT_UP, -15.0)));
        Motion motion = new Motion(Bodies.ROUND, clip);
        Skeleton first = motion.frames().getFirst().skeleton();
        for (Motion.Frame frame : motion.frames()) {
            for (Side side : Side.values()) {
                Skeleton.Leg leg = frame.skeleton().leg(side);
                assertThat(leg.ankle().distance(first.leg(side).ankle())).isLessThan(2e-4);
                assertThat(leg.hip().distance(leg.knee())).isCloseTo(0.25, within(1e-9));
                assertThat(leg.knee().distance(leg.ankle())).isCloseTo(0.25, within(1e-9));
                assertThat(leg.foot().y().y()).as("the sole is flat").isCloseTo(1, within(1e-9));
            }
        }
        Skeleton last = motion.after(0).skeleton();
        assertThat(last.spine().pelvis().y()).isCloseTo(first.spine().pelvis().y() - 0.15, within(1e-3));
        assertThat(last.legR().knee().x()).as("knees bend forward").isGreaterThan(0.1);
    }

    @Test
    void withoutContactsTheLowestPointIsOnTheFloor() {
        Clip clip = Bodies.clip(
                Set.of(), Bodies.phase("swing", 1000, Map.of(Dof.HIP_R_FLEXION, 60.0, Dof.HIP_L_FLEXION, -20.0)));
        for (Motion.Frame frame : new Motion(Bodies.ROUND, clip).frames()) {
            assertThat(Flesh.lowest(frame.skeleton(), Bodies.ROUND)).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void aHandOnTheHipFollowsThePelvis() {
        Contact onHip = Contact.of("hand.R on hip").orElseThrow();
        Clip clip = Bodies.clip(Set.of(onHip), Bodies.phase("lean", 1000, Map.of(Dof.ROOT_TILT, 30.0)));
        for (Motion.Frame frame : new Motion(Bodies.ROUND, clip).frames()) {
            Vec wanted = Grip.on(Place.HIP, frame.skeleton(), Side.R, Side.R).wrist();
            assertThat(frame.skeleton().armR().wrist().distance(wanted)).isLessThan(1e-9);
        }
    }

    @Test
    void aHandLiesOnAWallInFrontOrAtTheSide() {
        double before = Placement.WRIST_HEIGHT;
        assertThat(onWall("hand.R on wall", new Prop(Prop.Kind.WALL, 25, 0, 0, 0))
                        .x())
                .isCloseTo(0.25 - before, within(1e-4));
        assertThat(onWall("hand.R on wall", new Prop(Prop.Kind.WALL, 0, 30, 90, 0))
                        .z())
                .isCloseTo(0.30 - before, within(1e-4));
        assertThat(onWall("hand.L on wall", new Prop(Prop.Kind.WALL, 0, -30, -90, 0))
                        .z())
                .isCloseTo(-0.30 + before, within(1e-4));
    }

    /** Where the wrist is of a hand that is lifted forward and aside and lies on a wall. */
    private static Vec onWall(String hand, Prop wall) {
        Contact contact = Contact.of(hand).orElseThrow();
        Pose lifted = Bodies.pose(Map.of(
                Dof.SHOULDER_R_FLEXION, 45.0,
                Dof.SHOULDER_L_FLEXION, 45.0,
                Dof.SHOULDER_R_ABDUCTION, 30.0,
                Dof.SHOULDER_L_ABDUCTION, 30.0,
                Dof.ELBOW_R_FLEXION, 60.0,
                Dof.ELBOW_L_FLEXION, 60.0));
        Clip clip = Bodies.clip(Set.of(contact), Bodies.phase("stay", 500, Map.of()));
        Clip there = new Clip(
                clip.id(),
                lifted,
                clip.anchor(),
                clip.contacts(),
                clip.camera(),
                List.of(wall),
                clip.highlight(),
                clip.phases(),
                clip.keyPoses(),
                false,
                clip.arrows(),
                clip.strokes());
        Skeleton skeleton = new Motion(Bodies.ROUND, there).frames().getFirst().skeleton();
        Skeleton.Arm arm = skeleton.arm(contact.side());
        return arm.wrist();
    }

    @Test
    void aHandGoesToItsNextPlaceWithinThePhaseAndStaysThere() {
        Contact onThigh = Contact.of("hand.R on thigh").orElseThrow();
        Contact onKnee = Contact.of("hand.R on knee").orElseThrow();
        Map<Dof, Double> bent = Map.of(Dof.LUMBAR_FLEXION, 50.0, Dof.HIP_R_FLEXION, 60.0);
        Phase hold =
                new Phase("hold", 500, Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());
        Phase reach = new Phase(
                "reach",
                1000,
                Optional.of(bent),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(Set.of(onKnee)));
        Clip clip = Bodies.clip(Set.of(onThigh), Bodies.phase("bend", 1000, bent), reach, hold);
        Motion motion = new Motion(Bodies.ROUND, clip);

        assertThat(awayFrom(Place.THIGH, motion.after(0))).isLessThan(1e-9);
        assertThat(awayFrom(Place.KNEE, motion.after(1))).isLessThan(1e-9);
        assertThat(awayFrom(Place.KNEE, motion.after(2))).as("a pause keeps it").isLessThan(1e-9);
        double most = 0;
        for (int i = 1; i < motion.frames().size(); i++) {
            Vec before = motion.frames().get(i - 1).skeleton().armR().wrist();
            Vec now = motion.frames().get(i).skeleton().armR().wrist();
            most = Math.max(most, before.distance(now));
        }
        assertThat(most).as("it never jumps").isLessThan(0.1);
    }

    private static double awayFrom(Place place, Motion.Frame frame) {
        Vec wanted = Grip.on(place, frame.skeleton(), Side.R, Side.R).wrist();
        return frame.skeleton().armR().wrist().distance(wanted);
    }

    @Test
    void handsHoldAThighFromBothSides() {
        Skeleton standing = Kinematics.skeleton(Bodies.ROUND, Pose.NEUTRAL);
        Vec outer = Grip.on(Place.HAMSTRINGS, standing, Side.R, Side.R).wrist();
        Vec inner = Grip.on(Place.HAMSTRINGS, standing, Side.L, Side.R).wrist();
        Vec thigh = standing.legR().hip().towards(standing.legR().knee(), 0.7);
        assertThat(outer.z()).isGreaterThan(thigh.z());
        assertThat(inner.z()).isLessThan(thigh.z());
        assertThat(outer.x()).as("behind it").isLessThan(thigh.x());
    }

    @Test
    void textsNameContacts() {
        assertThat(Contact.of("foot.R")).contains(new Contact(Spot.FOOT, Side.R, Place.FLOOR, Side.R));
        assertThat(Contact.of("hand.L on shoulder.R")).contains(new Contact(Spot.HAND, Side.L, Place.SHOULDER, Side.R));
        assertThat(Contact.of("hand.L on shoulder")).contains(new Contact(Spot.HAND, Side.L, Place.SHOULDER, Side.L));
        assertThat(Contact.of("foot.R on hip")).isEmpty();
        assertThat(Contact.of("head")).isEmpty();
        assertThat(Contact.of("hand.R on floor.L")).isEmpty();
    }
}
