package org.lumbar.figures;

/** A point or direction: x forward, y up, z to the right of the person; lengths in statures. */
public record Vec(double x, double y, double z) {

    static final Vec ZERO = new Vec(0, 0, 0);
    static final Vec UP = new Vec(0, 1, 0);

    Vec plus(Vec other) {
        return new Vec(x + other.x, y + other.y, z + other.z);
    }

    Vec minus(Vec other) {
        return new Vec(x - other.x, y - other.y, z - other.z);
    }

    Vec times(double factor) {
        return new Vec(factor * x, factor * y, factor * z);
    }

    double dot(Vec other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Vec cross(Vec other) {
        return new Vec(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    public double distance(Vec other) {
        return minus(other).length();
    }

    /** The same direction with length one; zero stays zero. */
    Vec unit() {
        double length = length();
        return length == 0 ? this : times(1 / length);
    }

    /** What remains of this vector at right angles to a direction of length one. */
    Vec across(Vec direction) {
        return minus(direction.times(dot(direction)));
    }

    Vec withY(double height) {
        return new Vec(x, height, z);
    }

    Vec towards(Vec other, double share) {
        return plus(other.minus(this).times(share));
    }
}
