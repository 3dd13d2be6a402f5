package org.lumbar.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lumbar.figures.Shape.Garment;

/** Pillows and rolls under the body; they stay where they are. */
final class Cushions {

    private static final double PILLOW_HALF_HEIGHT = 0.020;
    private static final double ROLL_RADIUS = 0.05;

    private Cushions() {}

    /** @param start the body at the start */
    static Map<Chain, List<Garment>> garments(Body body, Clip clip, Skeleton start, double ground) {
        List<Garment> cushions = new ArrayList<>();
        for (Prop prop : clip.equipment()) {
            if (prop.kind() == Prop.Kind.PILLOW) {
                cushions.add(Garment.outlined(
                        Role.SLEEVE,
                        List.of(clip.has(Prop.Kind.CHAIR) ? behind(start.spine()) : pillow(start.head(), ground))));
            } else if (prop.kind() == Prop.Kind.ROLL) {
                cushions.add(Garment.outlined(
                        Role.CLOTH, List.of(roll(body, prop, start.spine().pelvis(), ground))));
            }
        }
        return cushions.isEmpty() ? Map.of() : Map.of(Chain.CUSHION, cushions);
    }

    private static List<Ellipsoid> pillow(Vec head, double ground) {
        List<Ellipsoid> corners = new ArrayList<>();
        for (double x = -0.05; x < 0.06; x += 0.1) {
            for (double z = -0.085; z < 0.09; z += 0.17) {
                Vec corner = new Vec(head.x() + x, ground + PILLOW_HALF_HEIGHT, head.z() + z);
                corners.add(Ellipsoid.of(corner, Turn.NONE, 0.032, PILLOW_HALF_HEIGHT, 0.032));
            }
        }
        return corners;
    }

    /** Upright between the low back and the back of the chair. */
    private static List<Ellipsoid> behind(Skeleton.Spine spine) {
        List<Ellipsoid> corners = new ArrayList<>();
        for (double y = 0.01; y < 0.13; y += 0.1) {
            for (double z = -0.06; z < 0.07; z += 0.12) {
                corners.add(Ellipsoid.of(
                        spine.l5().plus(new Vec(-0.072, y, z)), Turn.NONE, 0.7 * PILLOW_HALF_HEIGHT, 0.030, 0.030));
            }
        }
        return corners;
    }

    private static List<Ellipsoid> roll(Body body, Prop prop, Vec pelvis, double ground) {
        double radius = prop.heightCm() > 0 ? body.fromCm(prop.heightCm()) / 2 : ROLL_RADIUS;
        Vec middle = new Vec(
                pelvis.x() + body.fromCm(prop.forwardCm()), ground + radius, pelvis.z() + body.fromCm(prop.sideCm()));
        Turn turn = Turn.aboutY(-prop.turn());
        Vec half = turn.apply(0, 0, 0.16);
        return List.of(
                Ellipsoid.of(middle.minus(half), turn, radius, radius, 0.008),
                Ellipsoid.of(middle.plus(half), turn, radius, radius, 0.008));
    }
}
