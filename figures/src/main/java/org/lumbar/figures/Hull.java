package org.lumbar.figures;

import java.util.List;

/**
 * The outline of a hull of ellipsoids in the picture, exact from every side.
 *
 * <p>It is sampled by the direction of its normal: for each of a fixed list of directions, measured from the long axis of the
 * shape, the point of the hull that is farthest that way. Neighbouring points are joined by a quadratic curve whose control
 * point is where their tangents meet. Every frame of a movement therefore has the same commands, and points that turn with the
 * shape, so that an outline can be animated as numbers.
 */
final class Hull {

    /** Directions in degrees from the long axis: dense across it, where a limb is nearly straight. */
    private static final double[] LONG = directions(0, 42, 80, 90, 100, 138);

    private static final double[] ROUND = directions(0, 45, 90, 135);

    private static final double TINY = 1e-12;

    private Hull() {}

    private static double[] directions(double... half) {
        double[] all = new double[2 * half.length];
        for (int i = 0; i < half.length; i++) {
            all[i] = Math.toRadians(half[i]);
            all[half.length + i] = Math.toRadians(180 + half[i]);
        }
        return all;
    }

    /** An ellipse in the picture: centre and the matrix whose quadratic form is the square of its reach. */
    private record Flat(double u, double v, double uu, double uv, double vv) {

        static Flat of(Ellipsoid solid, Camera.Axes camera) {
            Vec[] axes = {
                solid.turn().x().times(solid.radii().x()),
                solid.turn().y().times(solid.radii().y()),
                solid.turn().z().times(solid.radii().z())
            };
            double uu = 0;
            double uv = 0;
            double vv = 0;
            for (Vec axis : axes) {
                double u = camera.u(axis);
                double v = camera.v(axis);
                uu += u * u;
                uv += u * v;
                vv += v * v;
            }
            return new Flat(camera.u(solid.centre()), camera.v(solid.centre()), uu, uv, vv);
        }

        double reach(double u, double v) {
            return Math.sqrt(Math.max(TINY, u * u * uu + 2 * u * v * uv + v * v * vv));
        }
    }

    /** The direction of the long axis in the picture, in radians; {@code otherwise} when it points at the viewer. */
    static double axis(List<Ellipsoid> solids, Camera.Axes camera, double otherwise) {
        Vec line = solids.getLast().centre().minus(solids.getFirst().centre());
        double u = camera.u(line);
        double v = camera.v(line);
        return Math.hypot(u, v) < 0.008 ? otherwise : Math.atan2(v, u);
    }

    /** Whether the shape is long rather than round. */
    static boolean isLong(List<Ellipsoid> solids) {
        Vec line = solids.getLast().centre().minus(solids.getFirst().centre());
        return line.length() > 0.1;
    }

    /**
     * The outline as numbers: first point, then control point and point in turn, back to the first.
     *
     * @param axis direction that the samples are measured from, in radians
     */
    static double[] outline(List<Ellipsoid> solids, Camera.Axes camera, double axis, boolean isLong) {
        Flat[] flats = new Flat[solids.size()];
        for (int i = 0; i < flats.length; i++) {
            flats[i] = Flat.of(solids.get(i), camera);
        }
        double[] directions = isLong ? LONG : ROUND;
        int count = directions.length;
        double[] cos = new double[count];
        double[] sin = new double[count];
        double[] reach = new double[count];
        double[] path = new double[2 + 4 * count];
        for (int i = 0; i < count; i++) {
            cos[i] = Math.cos(axis + directions[i]);
            sin[i] = Math.sin(axis + directions[i]);
            reach[i] = farthest(flats, cos[i], sin[i], path, i == 0 ? 0 : 4 * i);
        }
        path[4 * count] = path[0];
        path[4 * count + 1] = path[1];
        for (int i = 0; i < count; i++) {
            int next = (i + 1) % count;
            double cross = cos[i] * sin[next] - sin[i] * cos[next];
            path[4 * i + 2] = (reach[i] * sin[next] - reach[next] * sin[i]) / cross;
            path[4 * i + 3] = (reach[next] * cos[i] - reach[i] * cos[next]) / cross;
        }
        return path;
    }

    /** Writes the farthest point in a direction; returns how far that is. */
    private static double farthest(Flat[] flats, double cos, double sin, double[] path, int at) {
        double most = Double.NEGATIVE_INFINITY;
        for (Flat flat : flats) {
            double reach = flat.reach(cos, sin);
            double here = flat.u() * cos + flat.v() * sin + reach;
            if (here > most) {
                most = here;
                path[at] = flat.u() + (flat.uu() * cos + flat.uv() * sin) / reach;
                path[at + 1] = flat.v() + (flat.uv() * cos + flat.vv() * sin) / reach;
            }
        }
        return most;
    }
}
