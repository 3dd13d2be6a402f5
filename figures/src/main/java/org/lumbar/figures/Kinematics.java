package org.lumbar.figures;

import org.lumbar.figures.Body.Segment;
import org.lumbar.figures.Skeleton.Arm;
import org.lumbar.figures.Skeleton.Leg;
import org.lumbar.figures.Skeleton.Spine;

/**
 * Forward kinematics: from the angles of a pose to the places of the joints, with the middle between the hip joints at the
 * root shift of the pose.
 *
 * <p>Matrix order flexion · abduction · axial rotation (Z·X·Y, Wu 2002 and 2005). Neck angles are shared equally between the
 * base of the neck and the skull. The collar bone rises with the arm by one degree for every {@value #RHYTHM} degrees of arm
 * elevation above {@value #RHYTHM_FROM}, so that raised arms look right without further angles; our choice for drawing, in the
 * spirit of scapulohumeral rhythm.
 */
final class Kinematics {

    private static final double RHYTHM = 6;
    private static final double RHYTHM_FROM = 30;

    /** The inner end of the collar bone, from the top of the thorax. */
    private static final Vec COLLAR = new Vec(0.006, -0.014, 0);

    private Kinematics() {}

    static Skeleton skeleton(Body body, Pose pose) {
        Spine spine = spine(body, pose);
        Turn halfNeck = Turn.zxy(
                -pose.get(Dof.NECK_FLEXION) / 2, pose.get(Dof.NECK_LATERAL) / 2, -pose.get(Dof.NECK_ROTATION) / 2);
        Turn neck = spine.thoraxTurn().then(halfNeck);
        Turn head = neck.then(halfNeck);
        Vec skull = spine.t1().plus(neck.apply(0.008, body.length(Segment.NECK), 0));
        Vec middle = skull.plus(head.apply(0.012, body.length(Segment.HEAD) / 2, 0));
        return new Skeleton(
                spine,
                skull,
                middle,
                neck,
                head,
                leg(body, pose, spine, Side.R),
                leg(body, pose, spine, Side.L),
                arm(body, pose, spine, Side.R),
                arm(body, pose, spine, Side.L),
                pose.get(Dof.BREATH));
    }

    private static Spine spine(Body body, Pose pose) {
        Turn pelvis = Turn.aboutY(-pose.get(Dof.ROOT_TURN))
                .then(Turn.aboutZ(-pose.get(Dof.ROOT_TILT)))
                .then(Turn.aboutX(pose.get(Dof.ROOT_LIST)))
                .then(Turn.aboutY(-pose.get(Dof.ROOT_TWIST)));
        Turn lumbar = pelvis.then(
                Turn.zxy(-pose.get(Dof.LUMBAR_FLEXION), pose.get(Dof.LUMBAR_LATERAL), -pose.get(Dof.LUMBAR_ROTATION)));
        Turn thorax = lumbar.then(
                Turn.zxy(-pose.get(Dof.THORAX_FLEXION), pose.get(Dof.THORAX_LATERAL), -pose.get(Dof.THORAX_ROTATION)));
        Vec root = shift(body, pose);
        Vec l5 = root.plus(pelvis.apply(0, body.length(Segment.PELVIS), 0));
        Vec t12 = l5.plus(lumbar.apply(0, body.length(Segment.LUMBAR), 0));
        Vec t1 = t12.plus(thorax.apply(0, body.length(Segment.THORAX), 0));
        return new Spine(root, l5, t12, t1, pelvis, lumbar, thorax);
    }

    /** How far the pose moves the root, in statures. */
    static Vec shift(Body body, Pose pose) {
        return new Vec(
                body.fromCm(pose.get(Dof.ROOT_FORWARD)),
                body.fromCm(pose.get(Dof.ROOT_UP)),
                body.fromCm(pose.get(Dof.ROOT_SIDE)));
    }

    private static Leg leg(Body body, Pose pose, Spine spine, Side side) {
        int sign = side.sign();
        Vec hip = spine.pelvis().plus(spine.pelvisTurn().apply(0, 0, sign * body.length(Segment.HIP_HALF)));
        Turn thigh = spine.pelvisTurn()
                .then(Turn.zxy(
                        pose.get("hip", side, "flexion"),
                        -sign * pose.get("hip", side, "abduction"),
                        sign * pose.get("hip", side, "internal")));
        Turn shank = thigh.then(Turn.aboutZ(-pose.get("knee", side, "flexion")));
        Turn foot = shank.then(Turn.aboutZ(pose.get("ankle", side, "dorsiflexion")))
                .then(Turn.aboutX(sign * pose.get("ankle", side, "inversion")));
        Vec knee = hip.plus(thigh.apply(0, -body.length(Segment.THIGH), 0));
        Vec ankle = knee.plus(shank.apply(0, -body.length(Segment.SHANK), 0));
        return new Leg(hip, knee, ankle, thigh, shank, foot, pose.get("toes", side, "extension"));
    }

    private static Arm arm(Body body, Pose pose, Spine spine, Side side) {
        int sign = side.sign();
        Turn raised = Turn.zxy(
                pose.get("shoulder", side, "flexion"),
                -sign * pose.get("shoulder", side, "abduction"),
                sign * pose.get("shoulder", side, "internal"));
        double elevation = Math.toDegrees(Math.acos(Math.clamp(raised.y().y(), -1, 1)));
        double lift = pose.get("clavicle", side, "elevation") + Math.max(0, elevation - RHYTHM_FROM) / RHYTHM;
        Turn clavicle = spine.thoraxTurn()
                .then(Turn.aboutY(sign * pose.get("clavicle", side, "protraction")))
                .then(Turn.aboutX(-sign * lift));
        Vec shoulder = spine.t1()
                .plus(spine.thoraxTurn().apply(COLLAR))
                .plus(clavicle.apply(-COLLAR.x(), 0, sign * body.length(Segment.CLAVICLE)));
        Turn upper = spine.thoraxTurn().then(raised);
        Turn bent = upper.then(Turn.aboutZ(pose.get("elbow", side, "flexion")));
        Turn fore = bent.then(Turn.aboutY(sign * pose.get("forearm", side, "pronation")));
        Turn hand = fore.then(Turn.aboutX(-sign * pose.get("wrist", side, "extension")))
                .then(Turn.aboutZ(pose.get("wrist", side, "deviation")));
        Vec elbow = shoulder.plus(upper.apply(0, -body.length(Segment.UPPER_ARM), 0));
        Vec wrist = elbow.plus(fore.apply(0, -body.length(Segment.FOREARM), 0));
        return new Arm(shoulder, elbow, wrist, upper, fore, hand, pose.get("fingers", side, "flexion"));
    }
}
