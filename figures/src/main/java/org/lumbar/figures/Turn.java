package org.lumbar.figures;

/** A rotation, as the directions that the three axes are turned to. */
record Turn(Vec x, Vec y, Vec z) {

    static final Turn NONE = new Turn(new Vec(1, 0, 0), new Vec(0, 1, 0), new Vec(0, 0, 1));

    /** About the axis that points forward; positive moves up to the right. */
    static Turn aboutX(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Turn(new Vec(1, 0, 0), new Vec(0, c, s), new Vec(0, -s, c));
    }

    /** About the axis that points up; positive moves right to forward. */
    static Turn aboutY(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Turn(new Vec(c, 0, -s), new Vec(0, 1, 0), new Vec(s, 0, c));
    }

    /** About the axis that points right; positive moves forward to up. */
    static Turn aboutZ(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Turn(new Vec(c, s, 0), new Vec(-s, c, 0), new Vec(0, 0, 1));
    }

    /** The order of the ISB joint coordinate systems: flexion, then abduction, then axial rotation, in degrees. */
    static Turn zxy(double z, double x, double y) {
        return aboutZ(z).then(aboutX(x)).then(aboutY(y));
    }

    /** A segment whose long axis points along {@code up}, keeping its right as near to {@code right} as that allows. */
    static Turn along(Vec up, Vec right) {
        Vec y = up.unit();
        Vec z = right.across(y).unit();
        return new Turn(y.cross(z), y, z);
    }

    Vec apply(Vec v) {
        return x.times(v.x()).plus(y.times(v.y())).plus(z.times(v.z()));
    }

    Vec apply(double forward, double up, double right) {
        return x.times(forward).plus(y.times(up)).plus(z.times(right));
    }

    /** The direction as seen from inside the turned frame. */
    Vec inside(Vec v) {
        return new Vec(x.dot(v), y.dot(v), z.dot(v));
    }

    /** First {@code inner} in the frame that this turn makes. */
    Turn then(Turn inner) {
        return new Turn(apply(inner.x), apply(inner.y), apply(inner.z));
    }

    /** A turn between this and another, near enough for angles up to about 90 degrees. */
    Turn towards(Turn other, double share) {
        return along(y.towards(other.y, share), z.towards(other.z, share));
    }
}
