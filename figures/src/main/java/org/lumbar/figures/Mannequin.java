package org.lumbar.figures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lumbar.figures.Shape.Garment;
import org.lumbar.figures.Shape.Patch;
import org.lumbar.figures.Skeleton.Arm;
import org.lumbar.figures.Skeleton.Leg;

/** Dresses a skeleton: which shapes of which colour are drawn, by chain, in the order of painting. */
final class Mannequin {

    private final Body body;
    private final Set<Region> highlight;

    Mannequin(Body body, Set<Region> highlight) {
        this.body = body;
        this.highlight = highlight;
    }

    /** The same shapes in the same order for every skeleton. */
    Map<Chain, List<Garment>> dress(Skeleton skeleton, Camera.Axes camera) {
        Map<Chain, List<Garment>> chains = new EnumMap<>(Chain.class);
        chains.put(Chain.TRUNK, trunk(skeleton));
        chains.put(Chain.HEAD, head(skeleton));
        for (Side side : Side.values()) {
            chains.put(Chain.arm(side), arm(skeleton, side, camera));
            chains.put(Chain.leg(side), leg(skeleton, side, camera));
        }
        return chains;
    }

    /** Marks a zone that hands work on; one that they do not work on now is too small to be seen. */
    void mark(Stroke.Zone zone, boolean now, Skeleton skeleton, Map<Chain, List<Garment>> garments) {
        for (Side side : Side.values()) {
            if (zone == Stroke.Zone.LEGS || zone == Stroke.Zone.ARMS) {
                Chain chain = zone == Stroke.Zone.LEGS ? Chain.leg(side) : Chain.arm(side);
                add(garments, chain, Zones.limb(zone, skeleton, side), now);
            }
        }
        if (zone != Stroke.Zone.LEGS && zone != Stroke.Zone.ARMS) {
            add(garments, Chain.TRUNK, Zones.back(zone, skeleton.spine()), now);
        }
    }

    private static void add(
            Map<Chain, List<Garment>> garments, Chain chain, List<List<Ellipsoid>> pieces, boolean now) {
        List<Garment> all = new ArrayList<>(garments.getOrDefault(chain, List.of()));
        all.add(Garment.plain(
                Role.HIGHLIGHT,
                now
                        ? pieces
                        : pieces.stream().map(piece -> shrunk(piece, 0.001)).toList()));
        garments.put(chain, all);
    }

    private List<Garment> trunk(Skeleton skeleton) {
        List<Garment> garments = new ArrayList<>();
        garments.add(Garment.outlined(Role.TROUSERS, List.of(Flesh.pelvis(skeleton))));
        garments.add(Garment.outlined(Role.SHIRT, Flesh.torso(skeleton)));
        for (Region region : highlight) {
            List<List<Ellipsoid>> zone = Zones.trunk(region, skeleton);
            if (!zone.isEmpty()) {
                garments.add(Garment.plain(Role.HIGHLIGHT, zone));
            }
        }
        return garments;
    }

    private List<Garment> head(Skeleton skeleton) {
        List<Garment> garments = new ArrayList<>();
        garments.add(Garment.outlined(Role.SKIN, List.of(ear(skeleton, Side.R), ear(skeleton, Side.L))));
        garments.add(Garment.outlined(Role.SKIN, List.of(Flesh.neck(skeleton))));
        if (highlight.contains(Region.NECK)) {
            garments.add(Garment.plain(Role.HIGHLIGHT, List.of(Zones.inset(Flesh.neck(skeleton)))));
        }
        garments.add(Garment.outlined(Role.SKIN, List.of(Flesh.nose(skeleton))));
        garments.add(Garment.outlined(Role.SKIN, List.of(Flesh.skull(skeleton))));
        Ellipsoid face = Ellipsoid.of(
                skeleton.head().plus(skeleton.headTurn().apply(0.004, -0.004, 0)),
                skeleton.headTurn(),
                0.0530,
                0.0600,
                0.0440);
        for (Side side : Side.values()) {
            garments.add(Garment.patch(
                    Role.FACE,
                    new Patch(face, new Vec(0.9, 0.08, side.sign() * 0.37).unit(), new Vec(0, 0, 1), 0.075, 0.105)));
        }
        garments.add(Garment.patch(
                Role.FACE, new Patch(face, new Vec(0.9, -0.56, 0).unit(), new Vec(0, 0, 1), 0.21, 0.028)));
        Ellipsoid cranium = Flesh.cranium(skeleton);
        Ellipsoid hair = Ellipsoid.of(
                cranium.centre().plus(skeleton.headTurn().apply(-0.002, 0.002, 0)),
                skeleton.headTurn(),
                0.0615,
                0.0555,
                0.0505);
        garments.add(new Garment(
                Role.HAIR,
                false,
                List.of(
                        Patch.cap(hair, new Vec(-0.60, 0.80, 0), 1.50),
                        Patch.cap(hair, new Vec(-0.96, -0.28, 0).unit(), 0.98))));
        for (Side side : Side.values()) {
            Ellipsoid lobe = ear(skeleton, side).getFirst();
            garments.add(Garment.patch(Role.SKIN, Patch.cap(lobe, new Vec(0, 0, side.sign()), 1.45)));
        }
        return garments;
    }

    private static List<Ellipsoid> ear(Skeleton skeleton, Side side) {
        Vec centre = skeleton.head().plus(skeleton.headTurn().apply(-0.006, -0.008, side.sign() * 0.0455));
        return List.of(Ellipsoid.of(centre, skeleton.headTurn(), 0.0095, 0.0150, 0.0065));
    }

    private List<Garment> arm(Skeleton skeleton, Side side, Camera.Axes camera) {
        Arm arm = skeleton.arm(side);
        List<Garment> garments = new ArrayList<>();
        garments.add(Garment.outlined(Role.SKIN, List.of(Flesh.upperArm(arm), Flesh.forearm(arm))));
        garments.add(Garment.outlined(Role.SKIN, Flesh.hand(arm, side, body)));
        if (highlight.contains(Region.ARMS)) {
            garments.add(Garment.plain(
                    Role.HIGHLIGHT, List.of(Zones.inset(Flesh.upperArm(arm)), Zones.inset(Flesh.forearm(arm)))));
        }
        if (highlight.contains(Region.HANDS)) {
            garments.add(Garment.plain(
                    Role.HIGHLIGHT,
                    Flesh.hand(arm, side, body).stream().map(Zones::inset).toList()));
        }
        garments.add(Garment.outlined(Role.SHIRT, List.of(Flesh.sleeve(arm))));
        double share = hidden(arm.shoulder(), arm.elbow(), camera);
        garments.add(Garment.plain(Role.SHIRT, List.of(shrunk(Flesh.shoulderCap(skeleton, side), share))));
        if (highlight.contains(Region.SHOULDERS)) {
            garments.add(Garment.plain(
                    Role.HIGHLIGHT, List.of(Zones.inset(Flesh.sleeve(arm).subList(0, 2)))));
        }
        return garments;
    }

    private List<Garment> leg(Skeleton skeleton, Side side, Camera.Axes camera) {
        Leg leg = skeleton.leg(side);
        List<Garment> garments = new ArrayList<>();
        garments.add(Garment.outlined(Role.SKIN, List.of(Flesh.ankle(leg))));
        garments.add(Garment.outlined(Role.SOLE, pairs(Flesh.sole(leg, body))));
        garments.add(Garment.outlined(Role.SHOE, Flesh.shoe(leg, body)));
        if (highlight.contains(Region.FEET)) {
            garments.add(Garment.plain(
                    Role.HIGHLIGHT,
                    Flesh.shoe(leg, body).stream().map(Zones::inset).toList()));
        }
        garments.add(Garment.outlined(Role.TROUSERS, List.of(Flesh.thigh(leg), Flesh.shank(leg))));
        double share = hidden(leg.hip(), leg.knee(), camera);
        garments.add(Garment.plain(Role.TROUSERS, List.of(shrunk(Flesh.lap(skeleton, side), share))));
        if (highlight.contains(Region.LEGS)) {
            garments.add(Garment.plain(
                    Role.HIGHLIGHT, List.of(Zones.inset(Flesh.thigh(leg)), Zones.inset(Flesh.shank(leg)))));
        }
        if (highlight.contains(Region.HIPS)) {
            garments.add(Garment.plain(
                    Role.HIGHLIGHT, List.of(Zones.inset(Flesh.thigh(leg).subList(0, 2)))));
        }
        return garments;
    }

    private static List<List<Ellipsoid>> pairs(List<Ellipsoid> row) {
        List<List<Ellipsoid>> pairs = new ArrayList<>();
        for (int i = 1; i < row.size(); i++) {
            pairs.add(row.subList(i - 1, i + 1));
        }
        return pairs;
    }

    /** How much of the cover of a joint to draw: none when the limb points at the viewer, whose end then shows. */
    private static double hidden(Vec joint, Vec end, Camera.Axes camera) {
        double towards = camera.depth(end.minus(joint).unit());
        return Math.clamp((0.65 - towards) / 0.3, 0.02, 1);
    }

    private static List<Ellipsoid> shrunk(List<Ellipsoid> solids, double share) {
        Vec joint = solids.getFirst().centre();
        return solids.stream()
                .map(solid -> new Ellipsoid(
                        joint.towards(solid.centre(), share),
                        solid.turn(),
                        solid.radii().times(share)))
                .toList();
    }

    /** What the lamp above makes of the body, for the floor. */
    List<List<Ellipsoid>> shadows(Skeleton skeleton, double ground) {
        List<List<Ellipsoid>> pieces = new ArrayList<>();
        List<Ellipsoid> trunk = new ArrayList<>(Flesh.pelvis(skeleton));
        trunk.add(Flesh.torso(skeleton).get(4).getFirst());
        pieces.add(trunk);
        pieces.add(List.of(Flesh.cranium(skeleton)));
        for (Side side : Side.values()) {
            Leg leg = skeleton.leg(side);
            pieces.add(Flesh.thigh(leg));
            pieces.add(Flesh.shank(leg));
            pieces.add(Flesh.sole(leg, body));
            pieces.add(Flesh.forearm(skeleton.arm(side)));
            pieces.add(Flesh.hand(skeleton.arm(side), side, body).getFirst());
        }
        Vec down = new Vec(0, -ground, 0);
        return pieces.stream()
                .map(piece -> piece.stream()
                        .map(solid -> solid.moved(down).shadow().moved(new Vec(0, ground, 0)))
                        .toList())
                .toList();
    }

    static boolean hasLight(Role role) {
        return role == Role.SKIN || role == Role.SHIRT || role == Role.TROUSERS || role == Role.SHOE;
    }
}
