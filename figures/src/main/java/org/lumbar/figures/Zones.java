package org.lumbar.figures;

import java.util.ArrayList;
import java.util.List;

/** Where on the body a region is, for highlighting. */
final class Zones {

    /** How far from the spine hands and the long muscles are. */
    static final double BESIDE = 0.036;

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

    /** Where a zone begins: on the trunk above the hip joints, in statures; on a limb as a share from its end. */
    static double low(Stroke.Zone zone) {
        return switch (zone) {
            case CERVICAL -> 0.245;
            case THORACIC -> 0.165;
            case LUMBAR -> 0.052;
            case SACRAL -> -0.012;
            case PELVIS, LOWER_BACK -> -0.045;
            case WHOLE_BACK, LONG_MUSCLES -> 0.010;
            case LEGS, ARMS -> 0.08;
        };
    }

    /** Where a zone ends. */
    static double high(Stroke.Zone zone) {
        return switch (zone) {
            case CERVICAL -> 0.292;
            case THORACIC -> 0.258;
            case LUMBAR, LOWER_BACK -> 0.155;
            case SACRAL -> 0.046;
            case PELVIS -> 0.040;
            case WHOLE_BACK, LONG_MUSCLES -> 0.258;
            case LEGS, ARMS -> 0.92;
        };
    }

    /** A zone of the back, in pieces. */
    static List<List<Ellipsoid>> back(Stroke.Zone zone, Skeleton.Spine spine) {
        double low = low(zone);
        double step = (high(zone) - low) / 3;
        double wide = switch (zone) {
            case CERVICAL -> 0.028;
            case LONG_MUSCLES -> 0.020;
            default -> 0.068;
        };
        double[] asides = zone == Stroke.Zone.LONG_MUSCLES ? new double[] {-BESIDE, BESIDE} : new double[] {0};
        List<List<Ellipsoid>> pieces = new ArrayList<>();
        for (double aside : asides) {
            for (int i = 0; i < 3; i++) {
                pieces.add(List.of(
                        skin(spine, low + i * step, aside, wide), skin(spine, low + (i + 1) * step, aside, wide)));
            }
        }
        return pieces;
    }

    private static Ellipsoid skin(Skeleton.Spine spine, double height, double aside, double wide) {
        Turn turn = Flesh.turnAt(spine, height);
        return Ellipsoid.of(Flesh.along(spine, height).plus(turn.apply(-0.040, 0, aside)), turn, 0.014, 0.008, wide);
    }

    /** The zone on a limb. */
    static List<List<Ellipsoid>> limb(Stroke.Zone zone, Skeleton skeleton, Side side) {
        return zone == Stroke.Zone.LEGS
                ? List.of(inset(Flesh.thigh(skeleton.leg(side))), inset(Flesh.shank(skeleton.leg(side))))
                : List.of(inset(Flesh.upperArm(skeleton.arm(side))), inset(Flesh.forearm(skeleton.arm(side))));
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
