package org.lumbar.figures;

/** Usual sizes of equipment, in statures, and where it is held. */
final class Furniture {

    static final double SEAT = 0.245;
    static final double BACK = 0.50;
    static final double CHAIR_WIDTH = 0.25;
    static final double CHAIR_DEPTH = 0.25;
    static final double TABLE = 0.44;
    static final double RAIL = 0.53;
    static final double STEP = 0.09;
    static final double COUCH = 0.40;

    private Furniture() {}

    static double height(Body body, Prop prop) {
        if (prop.heightCm() > 0) {
            return body.fromCm(prop.heightCm());
        }
        return switch (prop.kind()) {
            case CHAIR -> SEAT;
            case SUPPORT -> BACK;
            case TABLE -> TABLE;
            case RAIL -> RAIL;
            case STEP -> STEP;
            case COUCH -> COUCH;
            default -> 0;
        };
    }

    /** Where a wrist is that holds the upper edge. */
    static Vec grip(Body body, Prop prop, Side side) {
        double z = body.fromCm(prop.sideCm());
        double apart = Math.abs(z) > 0.12 ? 0 : 0.07 * side.sign();
        return new Vec(body.fromCm(prop.forwardCm()) - 0.020, height(body, prop) + 0.022, z + apart);
    }
}
