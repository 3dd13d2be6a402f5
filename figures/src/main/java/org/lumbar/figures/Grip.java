package org.lumbar.figures;

/**
 * A hand on something.
 *
 * @param wrist where the wrist is
 * @param hand how the hand is turned
 */
record Grip(Vec wrist, Turn hand) {

    /** Where the wrist is, where the fingers point and where the palm faces, in the frame of what is touched, on the right. */
    private record Hold(Vec wrist, Vec fingers, Vec palm) {}

    /** How a hand lies on a place of the body; {@code at} is the side of the body that is touched. */
    static Grip on(Place place, Skeleton skeleton, Side hand, Side at) {
        Hold hold = hold(place);
        Turn turn = turn(place, skeleton, at);
        int sign = sign(place, hand, at);
        Vec wrist = origin(place, skeleton, at).plus(turn.apply(mirror(hold.wrist(), sign)));
        Vec fingers = turn.apply(mirror(hold.fingers(), sign));
        return new Grip(wrist, turned(fingers, turn.apply(mirror(hold.palm(), sign)), hand));
    }

    /** Which side of what is touched the hand comes from. */
    private static int sign(Place place, Side hand, Side at) {
        return switch (place) {
            case HAND -> -at.sign();
            case HAMSTRINGS -> hand.sign();
            default -> at.sign();
        };
    }

    /** The turn of a hand whose fingers and palm face these ways. */
    static Turn turned(Vec fingers, Vec palm, Side side) {
        return Turn.along(fingers.times(-1), palm.times(-side.sign()));
    }

    private static Hold hold(Place place) {
        return switch (place) {
            case SACRUM -> new Hold(new Vec(-0.078, 0.036, 0.085), new Vec(0, -0.55, -0.85), new Vec(1, 0, 0));
            case THIGH -> new Hold(new Vec(0.056, -0.095, 0.004), new Vec(0, -1, -0.05), new Vec(-1, 0, 0));
            case KNEE -> new Hold(new Vec(0.052, -0.200, 0.012), new Vec(-0.12, -1, -0.15), new Vec(-1, 0, 0));
            case SHIN -> new Hold(new Vec(0.046, -0.055, 0.026), new Vec(0.15, -0.35, -0.9), new Vec(-1, 0, 0));
            case HAMSTRINGS -> new Hold(new Vec(-0.044, -0.165, 0.048), new Vec(0.1, 0.15, -1), new Vec(1, 0, 0));
            case SHOULDER ->
                new Hold(new Vec(0.062, -0.012, 0.026), new Vec(-0.72, 0.50, -0.35), new Vec(-0.5, -0.85, 0));
            case CHEST -> new Hold(new Vec(0.076, -0.095, 0.075), new Vec(0.05, 0.15, -1), new Vec(-1, 0, 0));
            case BELLY -> new Hold(new Vec(0.070, 0.030, 0.085), new Vec(0.08, -0.10, -1), new Vec(-1, 0, 0));
            case NAPE -> new Hold(new Vec(-0.062, -0.030, 0.066), new Vec(-0.15, 0.25, -0.95), new Vec(1, 0, 0));
            case HAND -> new Hold(new Vec(0.010, -0.020, 0.016), new Vec(0.35, -0.93, -0.05), new Vec(0, 0, -1));
            default -> new Hold(new Vec(-0.030, 0.062, 0.098), new Vec(0.86, -0.22, -0.20), new Vec(0, -0.3, -1));
        };
    }

    private static Vec origin(Place place, Skeleton skeleton, Side at) {
        return switch (place) {
            case THIGH, KNEE, HAMSTRINGS -> skeleton.leg(at).hip();
            case SHIN -> skeleton.leg(at).knee();
            case SHOULDER -> skeleton.arm(at).shoulder();
            case CHEST -> skeleton.spine().t1();
            case BELLY -> skeleton.spine().l5();
            case NAPE -> skeleton.head();
            case HAND -> skeleton.arm(at).wrist();
            default -> skeleton.spine().pelvis();
        };
    }

    private static Turn turn(Place place, Skeleton skeleton, Side at) {
        return switch (place) {
            case THIGH, KNEE, HAMSTRINGS -> skeleton.leg(at).thigh();
            case SHIN -> skeleton.leg(at).shank();
            case SHOULDER, CHEST -> skeleton.spine().thoraxTurn();
            case BELLY -> skeleton.spine().lumbarTurn();
            case NAPE -> skeleton.headTurn();
            case HAND -> skeleton.arm(at).hand();
            default -> skeleton.spine().pelvisTurn();
        };
    }

    private static Vec mirror(Vec v, int sign) {
        return new Vec(v.x(), v.y(), sign * v.z());
    }
}
