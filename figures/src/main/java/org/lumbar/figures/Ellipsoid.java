package org.lumbar.figures;

/**
 * A solid that bodies are made of. Seen from anywhere its outline is exactly an ellipse.
 *
 * @param turn its axes; {@code radii} are along them
 */
record Ellipsoid(Vec centre, Turn turn, Vec radii) {

    static Ellipsoid sphere(Vec centre, double radius) {
        return new Ellipsoid(centre, Turn.NONE, new Vec(radius, radius, radius));
    }

    static Ellipsoid of(Vec centre, Turn turn, double x, double y, double z) {
        return new Ellipsoid(centre, turn, new Vec(x, y, z));
    }

    /** How far it reaches from its centre in a direction of length one. */
    double reach(Vec direction) {
        Vec inside = turn.inside(direction);
        double x = radii.x() * inside.x();
        double y = radii.y() * inside.y();
        double z = radii.z() * inside.z();
        return Math.sqrt(x * x + y * y + z * z);
    }

    double lowest() {
        return centre.y() - reach(Vec.UP);
    }

    /** A point of the surface: of the unit sphere, before the radii. */
    Vec surface(Vec unit) {
        return centre.plus(turn.apply(unit.x() * radii.x(), unit.y() * radii.y(), unit.z() * radii.z()));
    }

    Ellipsoid scaled(double factor) {
        return new Ellipsoid(centre, turn, radii.times(factor));
    }

    Ellipsoid moved(Vec by) {
        return new Ellipsoid(centre.plus(by), turn, radii);
    }

    /** Its shadow under a lamp straight above: flat on the floor, smaller the higher it is. */
    Ellipsoid shadow() {
        double share = Math.max(0.1, 1 - 0.75 * Math.max(0, lowest()));
        return new Ellipsoid(
                centre.withY(0),
                Turn.NONE,
                new Vec(reach(new Vec(1, 0, 0)) * share, 0, reach(new Vec(0, 0, 1)) * share));
    }
}
