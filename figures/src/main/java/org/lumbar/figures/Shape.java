package org.lumbar.figures;

import java.util.List;

/** Something that has an outline in the picture. */
sealed interface Shape {

    /** The common convex hull of solids. */
    record Solid(List<Ellipsoid> solids) implements Shape {}

    /**
     * The part of the surface of a solid around a pole, as far as it faces the viewer: hair, an eye, a zone of the skin.
     *
     * @param pole a direction of length one in the frame of the solid
     * @param across where the first width is measured, likewise
     * @param width half the angle along {@code across}, in radians
     * @param height half the angle at right angles to it
     */
    record Patch(Ellipsoid on, Vec pole, Vec across, double width, double height) implements Shape {

        /** A round patch. */
        static Patch cap(Ellipsoid on, Vec pole, double radius) {
            return new Patch(on, pole, new Vec(0, 0, 1), radius, radius);
        }
    }

    /** Shapes of one colour that are drawn as one; those without outline have no side in shade. */
    record Garment(Role role, boolean outlined, List<Shape> shapes) {

        static Garment outlined(Role role, List<? extends List<Ellipsoid>> pieces) {
            return new Garment(role, true, solids(pieces));
        }

        static Garment plain(Role role, List<? extends List<Ellipsoid>> pieces) {
            return new Garment(role, false, solids(pieces));
        }

        static Garment patch(Role role, Patch patch) {
            return new Garment(role, false, List.of(patch));
        }

        private static List<Shape> solids(List<? extends List<Ellipsoid>> pieces) {
            return pieces.stream()
                    .map(piece -> (Shape) new Solid(List.copyOf(piece)))
                    .toList();
        }
    }
}
