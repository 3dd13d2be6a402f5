package org.lumbar.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the picture is taken from, without perspective.
 *
 * @param azimuth degrees: 0 from the right of a person who faces forward, 90 from the front, 180 from the left, -90 from behind
 * @param elevation degrees above the floor; 90 looks straight down
 * @param frame what must be in the picture
 */
public record Camera(double azimuth, double elevation, Frame frame) {

    /** What must be in the picture. */
    public enum Frame {
        WHOLE("whole"),
        UPPER_BODY("upper-body"),
        /** The trunk, and the hands that work on it. */
        BACK("back"),
        HEAD("head"),
        LOWER_BODY("lower-body"),
        FEET("feet");

        private final String id;

        Frame(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        public static Optional<Frame> of(String id) {
            return Arrays.stream(values()).filter(frame -> frame.id.equals(id)).findFirst();
        }

        public static List<String> ids() {
            return Arrays.stream(values()).map(Frame::id).toList();
        }
    }

    /** The picture of a mirrored body turned round, from the mirrored place. */
    Camera mirrored() {
        return new Camera(180 - azimuth, elevation, frame);
    }

    /** Screen axes in body space: to the right, downwards, and towards the viewer. */
    record Axes(Vec right, Vec down, Vec near) {

        double u(Vec v) {
            return right.dot(v);
        }

        double v(Vec v) {
            return down.dot(v);
        }

        double depth(Vec v) {
            return near.dot(v);
        }
    }

    Axes axes() {
        double ca = Math.cos(Math.toRadians(azimuth));
        double sa = Math.sin(Math.toRadians(azimuth));
        double ce = Math.cos(Math.toRadians(elevation));
        double se = Math.sin(Math.toRadians(elevation));
        Vec right = new Vec(ca, 0, -sa);
        Vec level = new Vec(sa, 0, ca);
        return new Axes(
                right, new Vec(se * level.x(), -ce, se * level.z()), new Vec(ce * level.x(), se, ce * level.z()));
    }
}
