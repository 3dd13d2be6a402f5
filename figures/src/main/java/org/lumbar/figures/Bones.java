package org.lumbar.figures;

import java.util.List;
import org.lumbar.figures.Skeleton.Arm;
import org.lumbar.figures.Skeleton.Leg;

/** The bones of a skeleton as lines. */
final class Bones {

    /** A bone from joint to joint. */
    record Bone(String name, Vec from, Vec to) {

        Vec direction() {
            return to.minus(from).unit();
        }

        double length() {
            return from.distance(to);
        }

        /** The bone as it is drawn half way to where it is next: points move straight. */
        Bone halfWay(Bone next) {
            return new Bone(name, from.towards(next.from, 0.5), to.towards(next.to, 0.5));
        }
    }

    private Bones() {}

    /** The same bones in the same order for every skeleton. */
    static List<Bone> of(Skeleton skeleton) {
        Skeleton.Spine spine = skeleton.spine();
        Leg r = skeleton.legR();
        Leg l = skeleton.legL();
        Arm right = skeleton.armR();
        Arm left = skeleton.armL();
        return List.of(
                new Bone("lumbar spine", spine.l5(), spine.t12()),
                new Bone("thoracic spine", spine.t12(), spine.t1()),
                new Bone("head", skeleton.skull(), skeleton.head()),
                new Bone("right thigh", r.hip(), r.knee()),
                new Bone("right shank", r.knee(), r.ankle()),
                new Bone("left thigh", l.hip(), l.knee()),
                new Bone("left shank", l.knee(), l.ankle()),
                new Bone("right upper arm", right.shoulder(), right.elbow()),
                new Bone("right forearm", right.elbow(), right.wrist()),
                new Bone("left upper arm", left.shoulder(), left.elbow()),
                new Bone("left forearm", left.elbow(), left.wrist()));
    }

    /** The largest turn of a bone, a foot, a hand, the pelvis or the head between two skeletons, in degrees. */
    static double farthest(Skeleton a, Skeleton b) {
        double least = 1;
        List<Bone> before = of(a);
        List<Bone> after = of(b);
        for (int i = 0; i < before.size(); i++) {
            least = Math.min(least, before.get(i).direction().dot(after.get(i).direction()));
        }
        for (Side side : Side.values()) {
            least = Math.min(least, alike(a.leg(side).foot(), b.leg(side).foot()));
            least = Math.min(least, alike(a.arm(side).hand(), b.arm(side).hand()));
        }
        least = Math.min(least, alike(a.headTurn(), b.headTurn()));
        least = Math.min(least, alike(a.spine().pelvisTurn(), b.spine().pelvisTurn()));
        return Math.toDegrees(Math.acos(Math.clamp(least, -1, 1)));
    }

    private static double alike(Turn a, Turn b) {
        return Math.min(a.x().dot(b.x()), Math.min(a.y().dot(b.y()), a.z().dot(b.z())));
    }
}
