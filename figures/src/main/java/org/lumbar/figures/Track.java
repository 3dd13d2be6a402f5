package org.lumbar.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * One outline over the frames of a clip, in camera space.
 *
 * @param curved quadratic curves, as {@link Hull} makes them; else corners
 */
record Track(boolean curved, List<double[]> frames) {

    /** The outline of a shape in every frame. */
    static Track of(List<Shape> shape, Camera.Axes camera) {
        List<double[]> frames = new ArrayList<>();
        double axis = 0;
        boolean isLong = shape.getFirst() instanceof Shape.Solid solid && Hull.isLong(solid.solids());
        for (Shape one : shape) {
            switch (one) {
                case Shape.Solid solid -> {
                    axis = Hull.axis(solid.solids(), camera, axis);
                    frames.add(Hull.outline(solid.solids(), camera, axis, isLong));
                }
                case Shape.Patch patch -> frames.add(PatchOutline.outline(patch, camera));
            }
        }
        return new Track(shape.getFirst() instanceof Shape.Solid, frames);
    }

    /** The outline of something flat on the floor, measured from a fixed direction: what hangs above has no long axis there. */
    static Track flat(List<List<Ellipsoid>> shape, Camera.Axes camera) {
        return new Track(
                true,
                shape.stream()
                        .map(solids -> Hull.outline(solids, camera, 0, false))
                        .toList());
    }

    Track only(int frame) {
        return new Track(curved, List.of(frames.get(frame)));
    }
}
