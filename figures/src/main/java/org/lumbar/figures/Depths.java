package org.lumbar.figures;

/** What is nearer to the viewer. */
final class Depths {

    private Depths() {}

    /** How much nearer than the trunk a chain is, in statures; below 0 it is farther. */
    static double before(Chain chain, Skeleton skeleton, Camera.Axes camera) {
        Skeleton.Spine spine = skeleton.spine();
        double pelvis = camera.depth(spine.pelvis());
        double chest = camera.depth(spine.t1());
        return switch (chain) {
            case TRUNK -> 0;
            case HEAD -> camera.depth(skeleton.head()) - chest + 0.045;
            case ARM_R -> arm(skeleton.armR(), chest, pelvis, camera);
            case ARM_L -> arm(skeleton.armL(), chest, pelvis, camera);
            case LEG_R -> leg(skeleton.legR(), pelvis, camera);
            case LEG_L -> leg(skeleton.legL(), pelvis, camera);
            case STICK, BALL ->
                (camera.depth(skeleton.armR().wrist())
                                        + camera.depth(skeleton.armL().wrist()))
                                / 2
                        - Math.max(pelvis, chest)
                        + 0.02;
            case CUSHION -> -1;
            case HELPER_R, HELPER_L -> 1;
        };
    }

    private static double arm(Skeleton.Arm arm, double chest, double pelvis, Camera.Axes camera) {
        double shoulder = camera.depth(arm.shoulder()) - chest;
        double beyond = (camera.depth(arm.elbow()) + camera.depth(arm.wrist())) / 2 - chest;
        double low = camera.depth(arm.wrist()) - (chest + pelvis) / 2;
        return 0.4 * shoulder + 0.3 * beyond + 0.3 * low + 0.01;
    }

    private static double leg(Skeleton.Leg leg, double pelvis, Camera.Axes camera) {
        double hip = camera.depth(leg.hip()) - pelvis;
        double knee = camera.depth(leg.knee()) - pelvis;
        double ankle = camera.depth(leg.ankle()) - pelvis;
        return 0.7 * hip + 0.2 * knee + 0.1 * ankle + 0.016;
    }

    /** Whether a part counts for what the picture must hold. */
    static boolean isIn(Chain chain, Role role, Camera.Frame frame) {
        boolean leg = chain == Chain.LEG_R || chain == Chain.LEG_L;
        return switch (frame) {
            case WHOLE -> true;
            case UPPER_BODY -> !leg && role != Role.TROUSERS;
            case BACK -> chain == Chain.TRUNK || chain == Chain.HELPER_R || chain == Chain.HELPER_L;
            case HEAD -> chain == Chain.HEAD || (chain == Chain.TRUNK && role == Role.HIGHLIGHT);
            case LOWER_BODY -> leg || role == Role.TROUSERS;
            case FEET -> leg && (role == Role.SHOE || role == Role.SOLE || role == Role.SKIN);
        };
    }
}
