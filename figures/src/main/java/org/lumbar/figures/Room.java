package org.lumbar.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The equipment that stands in the room: flat faces of blocks, seen from the camera. */
final class Room {

    /**
     * A face in the picture.
     *
     * @param shade 0 for a face that the light falls on, 1 for one to the side, 2 for one in shade
     * @param before true when it is painted after the person
     */
    record Face(Role role, int shade, List<Vec> corners, boolean before) {}

    private record Block(Vec least, Vec most, Role role) {

        Vec middle() {
            return least.towards(most, 0.5);
        }
    }

    private static final double MAT_LENGTH = 1.14;
    private static final double MAT_WIDTH = 0.40;
    private static final double MAT_THICK = 0.010;

    private final Body body;
    private final Camera.Axes camera;
    private final List<Face> faces = new ArrayList<>();
    private final Skeleton base;

    private Room(Body body, Clip clip, Motion motion) {
        this.body = body;
        this.camera = clip.camera().axes();
        this.base = motion.frames().getFirst().skeleton();
        for (Prop prop : clip.equipment()) {
            place(prop);
        }
    }

    /** Faces from far to near. */
    static List<Face> faces(Body body, Clip clip, Motion motion) {
        return new Room(body, clip, motion).faces;
    }

    static List<Vec> corners(Body body, Clip clip, Motion motion) {
        return faces(body, clip, motion).stream()
                .filter(face -> face.role() != Role.MAT && face.role() != Role.WALL)
                .flatMap(face -> face.corners().stream())
                .toList();
    }

    private void place(Prop prop) {
        Vec at = new Vec(body.fromCm(prop.forwardCm()), 0, body.fromCm(prop.sideCm()));
        double high = Furniture.height(body, prop);
        switch (prop.kind()) {
            case MAT -> mat(at);
            case CHAIR -> add(chair(high, Furniture.BACK, -0.11), seat(prop, at), prop.turn());
            case SUPPORT -> add(chair(Furniture.SEAT, high, 0), at, prop.turn());
            case TABLE -> add(table(high), at, prop.turn());
            case WALL -> add(wall(prop), at, prop.turn());
            case RAIL -> add(rail(high), at, prop.turn());
            case STEP ->
                add(
                        List.of(new Block(new Vec(-0.10, 0, -0.16), new Vec(0.10, high, 0.16), Role.CLOTH)),
                        at,
                        prop.turn());
            case COUCH -> add(couch(high), couchAt(), 0);
            case PILLOW, ROLL, STICK, BALL -> {}
        }
    }

    private Vec seat(Prop prop, Vec at) {
        Vec pelvis = base.spine().pelvis();
        return prop.forwardCm() == 0 && prop.sideCm() == 0 ? pelvis.withY(0) : at;
    }

    private static List<Block> chair(double seat, double back, double from) {
        double half = Furniture.CHAIR_WIDTH / 2;
        double leg = 0.018;
        double to = from + Furniture.CHAIR_DEPTH;
        return List.of(
                new Block(new Vec(from, 0, -half), new Vec(from + leg, back - 0.1, -half + leg), Role.WOOD),
                new Block(new Vec(from, 0, half - leg), new Vec(from + leg, back - 0.1, half), Role.WOOD),
                new Block(new Vec(to - leg, 0, -half), new Vec(to, seat - 0.024, -half + leg), Role.WOOD),
                new Block(new Vec(to - leg, 0, half - leg), new Vec(to, seat - 0.024, half), Role.WOOD),
                new Block(new Vec(from, back - 0.12, -half), new Vec(from + leg, back, half), Role.CLOTH),
                new Block(new Vec(from, seat - 0.026, -half), new Vec(to, seat, half), Role.CLOTH));
    }

    private static List<Block> table(double high) {
        double half = 0.26;
        double leg = 0.022;
        return List.of(
                new Block(new Vec(0, 0, -half), new Vec(leg, high - 0.03, -half + leg), Role.WOOD),
                new Block(new Vec(0, 0, half - leg), new Vec(leg, high - 0.03, half), Role.WOOD),
                new Block(new Vec(0.34, 0, -half), new Vec(0.34 + leg, high - 0.03, -half + leg), Role.WOOD),
                new Block(new Vec(0.34, 0, half - leg), new Vec(0.34 + leg, high - 0.03, half), Role.WOOD),
                new Block(new Vec(-0.015, high - 0.03, -half - 0.015), new Vec(0.375, high, half + 0.015), Role.WOOD));
    }

    /** A wall in front is short, so that it does not come before the person; one at the side goes through the picture. */
    private static List<Block> wall(Prop prop) {
        double half = prop.turn() == 0 ? 0.55 : 1.30;
        return List.of(new Block(new Vec(0, 0, -half), new Vec(0.03, 1.12, half), Role.WALL));
    }

    private static List<Block> rail(double high) {
        double half = 0.50;
        double thick = 0.011;
        return List.of(
                new Block(new Vec(-half, 0, -thick), new Vec(-half + 2 * thick, high, thick), Role.WOOD),
                new Block(new Vec(half - 2 * thick, 0, -thick), new Vec(half, high, thick), Role.WOOD),
                new Block(
                        new Vec(-half - 0.03, high - 2 * thick, -thick), new Vec(half + 0.03, high, thick), Role.WOOD));
    }

    private List<Block> couch(double high) {
        return List.of(
                new Block(new Vec(-0.56, 0, -0.17), new Vec(-0.53, high - 0.04, -0.14), Role.WOOD),
                new Block(new Vec(0.53, 0, -0.17), new Vec(0.56, high - 0.04, -0.14), Role.WOOD),
                new Block(new Vec(-0.56, 0, 0.14), new Vec(-0.53, high - 0.04, 0.17), Role.WOOD),
                new Block(new Vec(0.53, 0, 0.14), new Vec(0.56, high - 0.04, 0.17), Role.WOOD),
                new Block(new Vec(-0.60, high - 0.045, -0.20), new Vec(0.60, high, 0.20), Role.CLOTH));
    }

    private Vec couchAt() {
        return lying().withY(0);
    }

    /** The middle of a body that lies or kneels. */
    private Vec lying() {
        Vec feet = base.legR().ankle().towards(base.legL().ankle(), 0.5);
        return base.head().towards(feet, 0.5);
    }

    private void mat(Vec at) {
        Vec middle = lying().withY(0).plus(at);
        Vec line = base.spine().t1().minus(base.spine().pelvis()).withY(0);
        double turn = line.length() < 0.1 || Math.abs(line.x()) >= Math.abs(line.z()) ? 0 : 90;
        double half = MAT_LENGTH / 2;
        double side = MAT_WIDTH / 2;
        add(List.of(new Block(new Vec(-half, -MAT_THICK, -side), new Vec(half, 0, side), Role.MAT)), middle, turn);
    }

    private void add(List<Block> blocks, Vec at, double turn) {
        Turn turned = Turn.aboutY(-turn);
        blocks.stream()
                .sorted(Comparator.comparingDouble(block -> camera.depth(turned.apply(block.middle()))))
                .forEach(block -> add(block, turned, at));
    }

    private void add(Block block, Turn turn, Vec at) {
        Vec a = block.least();
        Vec b = block.most();
        double trunk = camera.depth(base.spine().pelvis().towards(base.spine().t1(), 0.5));
        boolean before = block.role() != Role.MAT
                && camera.depth(turn.apply(block.middle()).plus(at)) - trunk > 0.30 * Math.cos(0.2);
        face(
                block.role(),
                0,
                new Vec(0, 1, 0),
                turn,
                at,
                before,
                List.of(new Vec(a.x(), b.y(), a.z()), new Vec(b.x(), b.y(), a.z()), b, new Vec(a.x(), b.y(), b.z())));
        face(
                block.role(),
                1,
                new Vec(0, 0, 1),
                turn,
                at,
                before,
                List.of(new Vec(a.x(), a.y(), b.z()), new Vec(b.x(), a.y(), b.z()), b, new Vec(a.x(), b.y(), b.z())));
        face(
                block.role(),
                1,
                new Vec(0, 0, -1),
                turn,
                at,
                before,
                List.of(a, new Vec(b.x(), a.y(), a.z()), new Vec(b.x(), b.y(), a.z()), new Vec(a.x(), b.y(), a.z())));
        face(
                block.role(),
                2,
                new Vec(1, 0, 0),
                turn,
                at,
                before,
                List.of(new Vec(b.x(), a.y(), a.z()), new Vec(b.x(), b.y(), a.z()), b, new Vec(b.x(), a.y(), b.z())));
        face(
                block.role(),
                2,
                new Vec(-1, 0, 0),
                turn,
                at,
                before,
                List.of(a, new Vec(a.x(), b.y(), a.z()), new Vec(a.x(), b.y(), b.z()), new Vec(a.x(), a.y(), b.z())));
    }

    private void face(Role role, int shade, Vec normal, Turn turn, Vec at, boolean before, List<Vec> corners) {
        if (camera.depth(turn.apply(normal)) > 0.01) {
            faces.add(new Face(
                    role,
                    role == Role.WALL ? 0 : shade,
                    corners.stream().map(corner -> turn.apply(corner).plus(at)).toList(),
                    before));
        }
    }
}
