package org.lumbar.figures;

/** Bends a chain of two bones so that its end reaches a target; the bones keep their lengths. */
final class TwoBone {

    /** A chain this much short of straight still has a direction to bend to. */
    private static final double SLACK = 1e-4;

    private TwoBone() {}

    /** Where the middle joint and the end are; the end is short of a target that is out of reach. */
    record Reach(Vec middle, Vec end) {}

    /**
     * Law of cosines in the plane through start, target and pole.
     *
     * @param pole a place that the middle joint bends towards
     */
    static Reach solve(Vec start, Vec target, double first, double second, Vec pole) {
        Vec line = target.minus(start);
        Vec direction = line.length() < SLACK ? new Vec(0, -1, 0) : line.unit();
        double least = Math.abs(first - second) + SLACK;
        double distance = Math.clamp(line.length(), least, first + second - SLACK);
        double along = (first * first - second * second + distance * distance) / (2 * distance);
        double out = Math.sqrt(Math.max(0, first * first - along * along));
        Vec bend = pole.minus(start).across(direction);
        if (bend.length() < SLACK) {
            bend = new Vec(1, 0, 0).across(direction);
        }
        Vec middle = start.plus(direction.times(along)).plus(bend.unit().times(out));
        return new Reach(middle, start.plus(direction.times(distance)));
    }
}
