package org.lumbar.figures;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lumbar.figures.Shape.Garment;
import org.lumbar.figures.Skeleton.Arm;
import org.lumbar.figures.Skeleton.Spine;

/**
 * The hands of another person on the body: one stroke in each phase, in the order of the clip. A stroke begins and ends at the
 * same place, so that it can be repeated.
 */
final class HandsOn {

    /** How far a wrist is above the skin. */
    private static final double ABOVE = 0.016;
    /** The part of a stroke that presses; the rest leads the hands back, lifted. */
    private static final double PRESSING = 0.7;

    private static final double LIFT = 0.03;
    private static final double FOREARM = 0.13;

    /** Where on the body a hand is. */
    private record Touch(Vec skin, Vec out, Vec along, double lift) {

        /** The same place with the fingers towards the other side, so that the edge of the palm leads. */
        Touch withFingersAcross(double sign) {
            Vec inwards = out.cross(along).times(sign);
            return new Touch(skin, out, along.times(0.45).plus(inwards.times(0.89)), lift);
        }
    }

    private HandsOn() {}

    /** The hands at a moment; none when the clip has no strokes. */
    static Map<Chain, List<Garment>> garments(Body body, Clip clip, Motion.Frame frame) {
        Map<Chain, List<Garment>> hands = new EnumMap<>(Chain.class);
        if (!clip.strokes().isEmpty()) {
            for (Side side : Side.values()) {
                hands.put(Chain.helper(side), hand(arm(clip, frame, side), side, body));
            }
        }
        return hands;
    }

    private static List<Garment> hand(Arm arm, Side side, Body body) {
        Vec cuff = arm.wrist().towards(arm.elbow(), 0.42);
        return List.of(
                Garment.outlined(
                        Role.SKIN,
                        List.of(List.of(
                                Ellipsoid.of(arm.wrist(), arm.fore(), 0.0150, 0.012, 0.0130),
                                Ellipsoid.sphere(cuff, 0.0175)))),
                Garment.outlined(Role.SKIN, Flesh.hand(arm, side, body)),
                Garment.outlined(
                        Role.SLEEVE,
                        List.of(List.of(
                                Flesh.ring(cuff, arm.fore(), 0.0215, 0.0215), Ellipsoid.sphere(arm.elbow(), 0.0260)))));
    }

    /** The hand, with a forearm that leads away from the body. */
    static Arm arm(Clip clip, Motion.Frame frame, Side side) {
        Touch touch = touch(clip, frame, side);
        Turn hand = Grip.turned(touch.along(), touch.out().times(-1), side);
        Vec wrist = touch.skin()
                .plus(touch.out().times(ABOVE + touch.lift()))
                .minus(touch.along().times(0.05));
        Vec elbow = wrist.plus(
                touch.out().times(0.8).minus(touch.along().times(0.6)).unit().times(FOREARM));
        Turn fore = Turn.along(elbow.minus(wrist), hand.z());
        return new Arm(elbow, elbow, wrist, fore, fore, hand, 8);
    }

    static Stroke stroke(Clip clip, Motion.Frame frame) {
        return clip.strokes().get(frame.phase() % clip.strokes().size());
    }

    /** How far the phase of a frame is, 0 to 1. */
    private static double progress(Clip clip, Motion.Frame frame) {
        double before = 0;
        for (int i = 0; i < frame.phase(); i++) {
            before += clip.phases().get(i).milliseconds();
        }
        double length = clip.phases().get(frame.phase()).milliseconds();
        return Math.clamp((frame.time() * clip.milliseconds() - before) / length, 0, 1);
    }

    private static Touch touch(Clip clip, Motion.Frame frame, Side side) {
        Stroke stroke = stroke(clip, frame);
        double t = progress(clip, frame);
        double sign = side.sign();
        double low = Zones.low(stroke.zone());
        double high = Zones.high(stroke.zone());
        double middle = (low + high) / 2;
        boolean pressing = t < PRESSING;
        double way = pressing
                ? Ease.quintic(t / PRESSING, 0, 0, 1, 0)
                : Ease.quintic((t - PRESSING) / (1 - PRESSING), 1, 0, 0, 0);
        double lift = pressing ? 0 : LIFT * Math.sin(Math.PI * (t - PRESSING) / (1 - PRESSING));
        double height = low + way * (high - low);
        double angle = 2 * Math.PI * t;
        Zoned place = (up, aside, lifted) -> {
            Touch touch = at(stroke.zone(), frame.skeleton(), up, aside, lifted, side);
            return stroke.way().isAcross() ? touch.withFingersAcross(sign) : touch;
        };
        return switch (stroke.way()) {
            case UP -> place.touch(height, Zones.BESIDE * sign, lift);
            case SQUEEZE -> place.touch(height, 0.060 * sign, lift);
            case KNEAD -> place.touch(height, (0.060 - (pressing ? 0.016 * wave(3, t) : 0)) * sign, lift);
            case OUT -> place.touch(middle, (0.022 + 0.05 * way) * sign, lift);
            case CIRCLES ->
                place.touch(middle + 0.3 * (high - low) * Math.sin(angle), (0.046 + 0.022 * Math.cos(angle)) * sign, 0);
            case ACROSS -> place.touch(middle + 0.2 * (high - low) * sign, 0.046 * sign + 0.024 * Math.sin(angle), 0);
            case VIBRATE ->
                place.touch(
                        middle + 0.15 * way * (high - low), 0.040 * sign + (pressing ? 0.007 * wave(4, t) : 0), lift);
            case PAT -> place.touch(middle, 0.044 * sign, LIFT * (1 + sign * Math.cos(3 * angle)) / 2);
            case STAY -> place.touch(middle, Zones.BESIDE * sign, 0.010 * Math.cos(angle) + 0.010);
        };
    }

    /** A place on a zone by its height, its distance from the middle and how far the hand is lifted. */
    private interface Zoned {
        Touch touch(double height, double aside, double lift);
    }

    /** So many waves while the hand presses. */
    private static double wave(int count, double t) {
        return Math.sin(2 * Math.PI * count * t / PRESSING);
    }

    /** A place on the back of the trunk or of a limb. */
    private static Touch at(Stroke.Zone zone, Skeleton skeleton, double height, double aside, double lift, Side side) {
        return switch (zone) {
            case LEGS ->
                limb(
                        skeleton.leg(side).ankle(),
                        skeleton.leg(side).knee(),
                        skeleton.leg(side).hip(),
                        skeleton.leg(side).thigh().x().times(-1),
                        height,
                        0.045,
                        lift);
            case ARMS ->
                limb(
                        skeleton.arm(side).wrist(),
                        skeleton.arm(side).elbow(),
                        skeleton.arm(side).shoulder(),
                        skeleton.spine().thoraxTurn().x().times(-1),
                        height,
                        0.027,
                        lift);
            default -> back(skeleton.spine(), height, aside, lift);
        };
    }

    private static Touch back(Spine spine, double height, double aside, double lift) {
        Turn turn = Flesh.turnAt(spine, height);
        double deep = 0.056 * Math.sqrt(Math.max(0.1, 1 - Math.pow(aside / 0.09, 2)));
        Vec out = turn.apply(-1, 0, 0.5 * aside / 0.09).unit();
        return new Touch(Flesh.along(spine, height).plus(turn.apply(-deep, 0, aside)), out, turn.y(), lift);
    }

    /** @param share 0 at the far end, 1 at the trunk */
    private static Touch limb(Vec end, Vec bend, Vec root, Vec out, double share, double thick, double lift) {
        Vec from = share < 0.5 ? end : bend;
        Vec to = share < 0.5 ? bend : root;
        Vec at = from.towards(to, share < 0.5 ? 2 * share : 2 * share - 1);
        Vec along = to.minus(from).unit();
        Vec away = out.across(along).unit();
        return new Touch(at.plus(away.times(thick)), away, along, lift);
    }
}
