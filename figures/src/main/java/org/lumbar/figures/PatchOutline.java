package org.lumbar.figures;

/**
 * The visible part of a patch of a surface.
 *
 * <p>The solid is a sphere in its own measure, where a patch is a cap. What is seen of a cap is bounded by the visible arc of its
 * rim and by the arc of the horizon inside it; either may shrink to a point. Small patches that are not round are seen whole or
 * not at all.
 */
final class PatchOutline {

    /** Stretches of each arc. */
    private static final int FINE = 12;

    private static final int COARSE = 5;

    private PatchOutline() {}

    /** The outline as numbers: points in turn, not closed. */
    static double[] outline(Shape.Patch patch, Camera.Axes camera) {
        Vec near = towardsViewer(patch.on(), camera);
        return patch.width() == patch.height() ? cap(patch, near, camera) : oval(patch, near, camera);
    }

    private static double[] cap(Shape.Patch patch, Vec near, Camera.Axes camera) {
        Vec pole = patch.pole();
        double facing = near.dot(pole);
        Vec tangent = near.across(pole);
        double slant = Math.max(1e-9, tangent.length());
        double cos = Math.cos(patch.width());
        double sin = Math.sin(patch.width());
        double rim = Math.acos(Math.clamp(-facing * cos / (slant * sin), -1, 1));
        double horizon = Math.acos(Math.clamp(cos / slant, -1, 1));
        Vec towards = slant < 1e-6 ? patch.across().across(pole).unit() : tangent.unit();
        Vec beside = pole.cross(towards);
        Vec nearest = pole.minus(near.times(facing)).times(1 / slant);
        boolean all = horizon > Math.PI - 1e-9;
        int half = patch.on().radii().y() > 0.03 ? FINE : COARSE;
        double[] path = new double[4 * half + 4];
        for (int i = 0; i <= half; i++) {
            double share = 2.0 * i / half - 1;
            Vec onRim = pole.times(cos).plus(arc(towards, beside, share * rim).times(sin));
            Vec onHorizon = horizon < 1e-9
                    ? pole.times(cos).plus(arc(towards, beside, rim).times(sin))
                    : arc(nearest, beside.times(-1), share * horizon);
            put(path, 2 * i, patch.on().surface(all ? nearest.times(-1) : onRim), camera);
            put(path, 2 * (half + 1 + i), patch.on().surface(onHorizon), camera);
        }
        return path;
    }

    private static Vec arc(Vec start, Vec side, double angle) {
        return start.times(Math.cos(angle)).plus(side.times(Math.sin(angle)));
    }

    private static double[] oval(Shape.Patch patch, Vec near, Camera.Axes camera) {
        Vec across = patch.across().across(patch.pole()).unit();
        Vec up = patch.pole().cross(across);
        double size = Math.clamp(near.dot(patch.pole()) / 0.2, 0, 1);
        double[] path = new double[4 * COARSE];
        for (int i = 0; i < 2 * COARSE; i++) {
            double angle = Math.PI * i / COARSE;
            Vec offset = across.times(size * patch.width() * Math.cos(angle))
                    .plus(up.times(size * patch.height() * Math.sin(angle)));
            put(path, 2 * i, patch.on().surface(patch.pole().plus(offset).unit()), camera);
        }
        return path;
    }

    /** Towards the viewer, in the measure in which the solid is a unit sphere. */
    private static Vec towardsViewer(Ellipsoid on, Camera.Axes camera) {
        Vec near = on.turn().inside(camera.near());
        Vec radii = on.radii();
        return new Vec(near.x() / radii.x(), near.y() / radii.y(), near.z() / radii.z()).unit();
    }

    private static void put(double[] path, int at, Vec point, Camera.Axes camera) {
        path[at] = camera.u(point);
        path[at + 1] = camera.v(point);
    }
}
