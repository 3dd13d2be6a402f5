package org.lumbar.figures;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lumbar.figures.Shape.Garment;

/** What the hands hold: it moves with them. */
final class Held {

    private static final double STICK_BEYOND = 0.13;
    private static final double STICK_RADIUS = 0.0085;
    private static final double BALL_RADIUS = 0.065;

    private Held() {}

    static Map<Chain, List<Garment>> garments(Body body, Clip clip, Skeleton skeleton) {
        Map<Chain, List<Garment>> held = new EnumMap<>(Chain.class);
        Vec right = palm(skeleton, Side.R, body);
        Vec left = palm(skeleton, Side.L, body);
        for (Prop prop : clip.equipment()) {
            if (prop.kind() == Prop.Kind.STICK) {
                Vec line = right.minus(left).unit().times(STICK_BEYOND);
                held.put(
                        Chain.STICK,
                        List.of(Garment.outlined(
                                Role.WOOD,
                                List.of(List.of(
                                        Ellipsoid.sphere(left.minus(line), STICK_RADIUS),
                                        Ellipsoid.sphere(right.plus(line), STICK_RADIUS))))));
            } else if (prop.kind() == Prop.Kind.BALL) {
                double radius = prop.heightCm() > 0 ? body.fromCm(prop.heightCm()) / 2 : BALL_RADIUS;
                held.put(
                        Chain.BALL,
                        List.of(Garment.outlined(
                                Role.CLOTH, List.of(List.of(Ellipsoid.sphere(right.towards(left, 0.5), radius))))));
            }
        }
        return held;
    }

    private static Vec palm(Skeleton skeleton, Side side, Body body) {
        Skeleton.Arm arm = skeleton.arm(side);
        return arm.wrist().plus(arm.hand().apply(0, -0.5 * body.length(Body.Segment.HAND), -side.sign() * 0.012));
    }
}
