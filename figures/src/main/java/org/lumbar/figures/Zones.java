package org.lumbar.figures;

import java.util.ArrayList;
import java.util.List;

/** Where on the body a region is, for highlighting. */
final class Zones {

    private Zones() {}

    /** The pieces of the trunk that show a region; none when it is not on the trunk. */
    static List<List<Ellipsoid>> trunk(Region region, Skeleton skeleton) {
        Skeleton.Spine spine = skeleton.spine();
        return switch (region) {
            case LUMBAR -> band(spine, -0.026, 0.030, 0.050, 0.088, 0.126, 0.158);
            case ABDOMEN -> band(spine, 0.026, 0.030, 0.060, 0.095, 0.130, 0.160);
            case UPPER_BACK -> band(spine, -0.026, 0.032, 0.178, 0.215, 0.255);
            case CHEST -> band(spine, 0.022, 0.034, 0.185, 0.218, 0.255);
            case PELVIS -> List.of(inset(Flesh.pelvis(skeleton)));
            default -> List.of();
        };
    }

    /** A band of the front or back, between heights above the hip joints. */
    private static List<List<Ellipsoid>> band(Skeleton.Spine spine, double forward, double deep, double... heights) {
        List<List<Ellipsoid>> pieces = new ArrayList<>();
        for (int i = 1; i < heights.length; i++) {
            pieces.add(List.of(ring(spine, heights[i - 1], forward, deep), ring(spine, heights[i], forward, deep)));
        }
        return pieces;
    }

    private static Ellipsoid ring(Skeleton.Spine spine, double height, double forward, double deep) {
        Turn turn = Flesh.turnAt(spine, height);
        return Ellipsoid.of(Flesh.along(spine, height).plus(turn.apply(forward, 0, 0)), turn, deep, 0.006, 0.064);
    }

    /** The same piece a little smaller, so that the cloth around it still shows. */
    static List<Ellipsoid> inset(List<Ellipsoid> solids) {
        return solids.stream().map(solid -> solid.scaled(0.74)).toList();
    }
}
