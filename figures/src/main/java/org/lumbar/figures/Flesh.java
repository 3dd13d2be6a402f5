package org.lumbar.figures;

import java.util.List;
import org.lumbar.figures.Body.Segment;
import org.lumbar.figures.Skeleton.Arm;
import org.lumbar.figures.Skeleton.Leg;
import org.lumbar.figures.Skeleton.Spine;

/**
 * The solids around the bones. Each method gives the solids whose common convex hull is one piece of the body. Radii are
 * statures, chosen by eye near the breadths and girths of an average adult; they matter for the picture and for what touches
 * the floor.
 */
final class Flesh {

    /** How much a full breath widens chest and belly. */
    private static final double BREATH_DEPTH = 0.16;

    private static final double BREATH_WIDTH = 0.05;

    private Flesh() {}

    /** The height of the lowest point of the body. */
    static double lowest(Skeleton skeleton, Body body) {
        return lowestPart(skeleton, body).height();
    }

    /** A part of the body and the height of its lowest point. */
    record Low(String part, double height) {}

    /** The part that reaches lowest. */
    static Low lowestPart(Skeleton skeleton, Body body) {
        Low lowest = low("pelvis", pelvis(skeleton));
        for (List<Ellipsoid> piece : torso(skeleton)) {
            lowest = lower(lowest, low("trunk", piece));
        }
        lowest = lower(lowest, low("head", skull(skeleton)));
        for (Side side : Side.values()) {
            Leg leg = skeleton.leg(side);
            Arm arm = skeleton.arm(side);
            lowest = lower(lowest, low("thigh." + side, thigh(leg)));
            lowest = lower(lowest, low("shank." + side, shank(leg)));
            lowest = lower(lowest, low("foot." + side, sole(leg, body)));
            for (List<Ellipsoid> piece : shoe(leg, body)) {
                lowest = lower(lowest, low("foot." + side, piece));
            }
            lowest = lower(lowest, low("upper arm." + side, upperArm(arm)));
            lowest = lower(lowest, low("forearm." + side, forearm(arm)));
            for (List<Ellipsoid> piece : hand(arm, side, body)) {
                lowest = lower(lowest, low("hand." + side, piece));
            }
        }
        return lowest;
    }

    private static Low low(String part, List<Ellipsoid> solids) {
        double height = Double.POSITIVE_INFINITY;
        for (Ellipsoid solid : solids) {
            height = Math.min(height, solid.lowest());
        }
        return new Low(part, height);
    }

    private static Low lower(Low a, Low b) {
        return a.height() <= b.height() ? a : b;
    }

    static List<Ellipsoid> pelvis(Skeleton skeleton) {
        Spine spine = skeleton.spine();
        Turn turn = spine.pelvisTurn();
        return List.of(
                Ellipsoid.of(spine.pelvis().plus(turn.apply(-0.010, -0.002, 0)), turn, 0.064, 0.052, 0.088),
                ring(spine.l5(), turn, 0.057, 0.075),
                Ellipsoid.of(skeleton.legR().hip(), turn, 0.047, 0.048, 0.042),
                Ellipsoid.of(skeleton.legL().hip(), turn, 0.047, 0.048, 0.042));
    }

    /** Trousers over a hip joint, to hide where the leg begins. */
    static List<Ellipsoid> lap(Skeleton skeleton, Side side) {
        Spine spine = skeleton.spine();
        Turn turn = spine.pelvisTurn();
        return List.of(
                Ellipsoid.of(skeleton.leg(side).hip(), turn, 0.042, 0.027, 0.036),
                Ellipsoid.of(spine.pelvis().plus(turn.apply(-0.008, -0.004, 0)), turn, 0.050, 0.030, 0.020));
    }

    /** The shirt from the hem to the shoulders, in pieces that overlap. */
    static List<List<Ellipsoid>> torso(Skeleton skeleton) {
        Spine spine = skeleton.spine();
        double deep = BREATH_DEPTH * skeleton.breath();
        double wide = 1 + BREATH_WIDTH * skeleton.breath();
        Ellipsoid hem = ring(along(spine, 0.034), spine.pelvisTurn(), 0.0645, 0.0865);
        Ellipsoid belly = torsoRing(spine, 0.085, 0.003 + deep * 0.0585, (1 + deep) * 0.0585, 0.0745);
        Ellipsoid waist = torsoRing(spine, 0.125, 0.003 + deep * 0.0560, (1 + deep) * 0.0560, 0.0710);
        Ellipsoid ribs = torsoRing(spine, 0.170, 0.002 + deep * 0.0590, (1 + deep) * 0.0590, 0.0780 * wide);
        Ellipsoid chest = torsoRing(spine, 0.222, 0.000 + deep * 0.0650, (1 + deep) * 0.0650, 0.0900 * wide);
        Ellipsoid armpit = torsoRing(spine, 0.258, -0.004 + deep * 0.0570, (1 + deep) * 0.0570, 0.0890 * wide);
        return List.of(
                List.of(hem, belly),
                List.of(belly, waist),
                List.of(waist, ribs),
                List.of(ribs, chest),
                List.of(chest, armpit),
                yoke(skeleton, armpit));
    }

    private static List<Ellipsoid> yoke(Skeleton skeleton, Ellipsoid armpit) {
        Spine spine = skeleton.spine();
        Turn turn = spine.thoraxTurn();
        return List.of(
                armpit,
                Ellipsoid.of(spine.t1().plus(turn.apply(-0.006, 0.012, 0)), turn, 0.036, 0.010, 0.040),
                Ellipsoid.sphere(cap(skeleton.armR(), turn, Side.R), 0.026),
                Ellipsoid.sphere(cap(skeleton.armL(), turn, Side.L), 0.026));
    }

    private static Vec cap(Arm arm, Turn thorax, Side side) {
        return arm.shoulder().plus(thorax.apply(-0.002, 0.004, -side.sign() * 0.010));
    }

    /** Shirt over a shoulder joint, to hide where the sleeve begins. */
    static List<Ellipsoid> shoulderCap(Skeleton skeleton, Side side) {
        Spine spine = skeleton.spine();
        Vec inner = spine.t1().plus(spine.thoraxTurn().apply(-0.004, -0.036, side.sign() * 0.040));
        return List.of(
                Ellipsoid.sphere(cap(skeleton.arm(side), spine.thoraxTurn(), side), 0.022),
                Ellipsoid.sphere(skeleton.arm(side).shoulder(), 0.022),
                Ellipsoid.sphere(inner, 0.026));
    }

    static List<Ellipsoid> neck(Skeleton skeleton) {
        Spine spine = skeleton.spine();
        return List.of(
                Ellipsoid.of(
                        spine.t1().plus(spine.thoraxTurn().apply(-0.004, 0.012, 0)),
                        spine.thoraxTurn(),
                        0.031,
                        0.012,
                        0.034),
                Ellipsoid.of(skeleton.skull(), skeleton.headTurn(), 0.029, 0.014, 0.029));
    }

    static List<Ellipsoid> skull(Skeleton skeleton) {
        Turn turn = skeleton.headTurn();
        return List.of(
                cranium(skeleton),
                Ellipsoid.of(skeleton.head().plus(turn.apply(0.008, -0.014, 0)), turn, 0.046, 0.038, 0.0405),
                Ellipsoid.of(skeleton.head().plus(turn.apply(0.024, -0.048, 0)), turn, 0.024, 0.017, 0.023));
    }

    static Ellipsoid cranium(Skeleton skeleton) {
        Turn turn = skeleton.headTurn();
        return Ellipsoid.of(skeleton.head().plus(turn.apply(-0.004, 0.014, 0)), turn, 0.0565, 0.0510, 0.0460);
    }

    static List<Ellipsoid> nose(Skeleton skeleton) {
        Turn turn = skeleton.headTurn();
        Vec head = skeleton.head();
        return List.of(
                Ellipsoid.sphere(head.plus(turn.apply(0.050, 0.004, 0)), 0.006),
                Ellipsoid.sphere(head.plus(turn.apply(0.0615, -0.016, 0)), 0.0065),
                Ellipsoid.sphere(head.plus(turn.apply(0.048, -0.022, 0)), 0.007));
    }

    static List<Ellipsoid> upperArm(Arm arm) {
        return List.of(
                Ellipsoid.sphere(arm.shoulder(), 0.0300),
                Ellipsoid.of(arm.shoulder().towards(arm.elbow(), 0.45), arm.upper(), 0.0285, 0.04, 0.0255),
                Ellipsoid.sphere(arm.elbow(), 0.0205));
    }

    /** A short sleeve with an open end. */
    static List<Ellipsoid> sleeve(Arm arm) {
        return List.of(
                Ellipsoid.sphere(arm.shoulder(), 0.0325),
                ring(arm.shoulder().towards(arm.elbow(), 0.30), arm.upper(), 0.0335, 0.0320),
                ring(arm.shoulder().towards(arm.elbow(), 0.60), arm.upper(), 0.0330, 0.0315));
    }

    static List<Ellipsoid> forearm(Arm arm) {
        return List.of(
                Ellipsoid.sphere(arm.elbow(), 0.0200),
                Ellipsoid.of(arm.elbow().towards(arm.wrist(), 0.28), arm.fore(), 0.0220, 0.03, 0.0210),
                Ellipsoid.of(arm.wrist(), arm.fore(), 0.0142, 0.011, 0.0125));
    }

    /** Palm, fingers and thumb. */
    static List<List<Ellipsoid>> hand(Arm arm, Side side, Body body) {
        Turn turn = arm.hand();
        double length = body.length(Segment.HAND);
        Vec wrist = arm.wrist();
        Vec knuckle = wrist.plus(turn.apply(0, -0.50 * length, 0));
        Turn bent = turn.then(Turn.aboutX(side.sign() * arm.fingers()));
        Vec tip = knuckle.plus(bent.apply(-0.001, -0.46 * length, 0));
        Ellipsoid knuckles = Ellipsoid.of(knuckle, turn, 0.0215, 0.012, 0.0085);
        Vec thumb = wrist.plus(turn.apply(0.015, -0.20 * length, -side.sign() * 0.003));
        Vec thumbTip = wrist.plus(turn.apply(0.033, -0.52 * length, -side.sign() * 0.004));
        return List.of(
                List.of(Ellipsoid.of(wrist, turn, 0.0150, 0.013, 0.0105), knuckles),
                List.of(knuckles, Ellipsoid.of(tip, bent, 0.0150, 0.012, 0.0065)),
                List.of(Ellipsoid.sphere(thumb, 0.0085), Ellipsoid.sphere(thumbTip, 0.0065)));
    }

    static List<Ellipsoid> thigh(Leg leg) {
        return List.of(
                Ellipsoid.of(leg.hip(), leg.thigh(), 0.0510, 0.030, 0.0450),
                Ellipsoid.of(leg.hip().towards(leg.knee(), 0.35), leg.thigh(), 0.0490, 0.06, 0.0465),
                Ellipsoid.of(leg.knee(), leg.thigh(), 0.0345, 0.034, 0.0325));
    }

    /** The lower trouser leg with an open end. */
    static List<Ellipsoid> shank(Leg leg) {
        Vec calf = leg.knee().towards(leg.ankle(), 0.30).plus(leg.shank().apply(-0.005, 0, 0));
        return List.of(
                Ellipsoid.of(leg.knee(), leg.shank(), 0.0350, 0.034, 0.0330),
                Ellipsoid.of(calf, leg.shank(), 0.0355, 0.05, 0.0335),
                ring(leg.knee().towards(leg.ankle(), 0.88), leg.shank(), 0.0270, 0.0255));
    }

    static List<Ellipsoid> ankle(Leg leg) {
        return List.of(
                ring(leg.knee().towards(leg.ankle(), 0.86), leg.shank(), 0.0195, 0.0180),
                Ellipsoid.sphere(leg.ankle().plus(leg.foot().apply(0, -0.006, 0)), 0.0190));
    }

    /** The upper of the shoe, behind and before the ball of the foot. */
    static List<List<Ellipsoid>> shoe(Leg leg, Body body) {
        Turn foot = leg.foot();
        double h = body.length(Segment.ANKLE_HEIGHT);
        double ball = Placement.BALL * body.length(Segment.FOOT);
        Vec ankle = leg.ankle();
        Ellipsoid middle = Ellipsoid.of(ankle.plus(foot.apply(ball, 0.0140 - h, 0)), foot, 0.016, 0.0130, 0.0245);
        return List.of(
                List.of(
                        Ellipsoid.of(ankle.plus(foot.apply(-0.017, 0.0215 - h, 0)), foot, 0.021, 0.0200, 0.0200),
                        Ellipsoid.of(ankle.plus(foot.apply(0.006, -0.004, 0)), foot, 0.024, 0.010, 0.0205),
                        Ellipsoid.of(ankle.plus(foot.apply(0.040, 0.0200 - h, 0)), foot, 0.022, 0.0160, 0.0215),
                        middle),
                List.of(middle, toes(leg, body, 0.0115, 0.0105)));
    }

    /** The sole, behind and before the ball of the foot; it reaches the floor. */
    static List<Ellipsoid> sole(Leg leg, Body body) {
        Turn foot = leg.foot();
        double h = body.length(Segment.ANKLE_HEIGHT);
        double ball = Placement.BALL * body.length(Segment.FOOT);
        Ellipsoid middle = Ellipsoid.of(leg.ankle().plus(foot.apply(ball, 0.0035 - h, 0)), foot, 0.008, 0.0035, 0.0265);
        Ellipsoid heel =
                Ellipsoid.of(leg.ankle().plus(foot.apply(-0.018, 0.0035 - h, 0)), foot, 0.0235, 0.0035, 0.0215);
        return List.of(heel, middle, toes(leg, body, 0.0035, 0.0035));
    }

    private static Ellipsoid toes(Leg leg, Body body, double high, double thick) {
        double h = body.length(Segment.ANKLE_HEIGHT);
        double ball = Placement.BALL * body.length(Segment.FOOT);
        Turn bent = leg.foot().then(Turn.aboutZ(leg.toes()));
        Vec joint = leg.ankle().plus(leg.foot().apply(ball, Placement.BALL_HEIGHT - h, 0));
        return Ellipsoid.of(joint.plus(bent.apply(0.024, high - Placement.BALL_HEIGHT, 0)), bent, 0.021, thick, 0.0215);
    }

    /** A flat ring across a segment, whose outline is that of an open end. */
    static Ellipsoid ring(Vec centre, Turn turn, double deep, double wide) {
        return Ellipsoid.of(centre, turn, deep, 0.003, wide);
    }

    private static Ellipsoid torsoRing(Spine spine, double height, double forward, double deep, double wide) {
        Turn turn = turnAt(spine, height);
        return Ellipsoid.of(along(spine, height).plus(turn.apply(forward, 0, 0)), turn, deep, 0.016, wide);
    }

    /** A point of the smooth curve of the spine, by its height in the upright body above the hip joints. */
    static Vec along(Spine spine, double height) {
        double pelvis = spine.pelvis().distance(spine.l5());
        double lumbar = spine.l5().distance(spine.t12());
        double thorax = spine.t12().distance(spine.t1());
        if (height <= pelvis) {
            return spine.pelvis().towards(spine.l5(), height / pelvis);
        }
        Vec low = bisector(spine.pelvisTurn(), spine.lumbarTurn());
        Vec middle = bisector(spine.lumbarTurn(), spine.thoraxTurn());
        return height <= pelvis + lumbar
                ? curve(spine.l5(), low, spine.t12(), middle, lumbar, (height - pelvis) / lumbar)
                : curve(
                        spine.t12(),
                        middle,
                        spine.t1(),
                        spine.thoraxTurn().y(),
                        thorax,
                        (height - pelvis - lumbar) / thorax);
    }

    private static Vec bisector(Turn lower, Turn upper) {
        return lower.y().plus(upper.y()).unit();
    }

    /** Cubic Hermite curve between two points with the given directions. */
    private static Vec curve(Vec from, Vec start, Vec to, Vec end, double length, double t) {
        double t2 = t * t;
        double t3 = t2 * t;
        return from.times(2 * t3 - 3 * t2 + 1)
                .plus(start.times((t3 - 2 * t2 + t) * length))
                .plus(to.times(3 * t2 - 2 * t3))
                .plus(end.times((t3 - t2) * length));
    }

    /** How the trunk is turned at a height, from pelvis over lumbar spine to thorax without a step. */
    static Turn turnAt(Spine spine, double height) {
        double pelvis = spine.pelvis().distance(spine.l5());
        double lumbar = spine.l5().distance(spine.t12());
        double middle = pelvis + lumbar / 2;
        if (height <= middle) {
            return spine.pelvisTurn().towards(spine.lumbarTurn(), Math.clamp(height / middle, 0, 1));
        }
        return spine.lumbarTurn().towards(spine.thoraxTurn(), Math.clamp((height - middle) / lumbar, 0, 1));
    }
}
