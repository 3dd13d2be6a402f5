package org.lumbar.figures;

/** Parts that are drawn together, with one outline around them. */
enum Chain {
    TRUNK,
    HEAD,
    ARM_R,
    ARM_L,
    LEG_R,
    LEG_L,
    STICK,
    BALL,
    CUSHION,
    HELPER_R,
    HELPER_L;

    static Chain arm(Side side) {
        return side == Side.R ? ARM_R : ARM_L;
    }

    static Chain leg(Side side) {
        return side == Side.R ? LEG_R : LEG_L;
    }

    static Chain helper(Side side) {
        return side == Side.R ? HELPER_R : HELPER_L;
    }
}
