package org.lumbar.figures;

/** How a value goes from one moment to the next: as smoothly as a hand does. */
final class Ease {

    private Ease() {}

    /**
     * The polynomial of fifth degree with the given values and speeds at both ends and no acceleration there. Without speeds it
     * is the minimum-jerk movement (Flash and Hogan 1985): 10t³ − 15t⁴ + 6t⁵ of the way.
     *
     * @param t 0 to 1
     * @param speedFrom change per whole stretch
     */
    static double quintic(double t, double from, double speedFrom, double to, double speedTo) {
        double way = to - from;
        double t3 = t * t * t;
        double t4 = t3 * t;
        double t5 = t4 * t;
        return from
                + speedFrom * t
                + (10 * way - 6 * speedFrom - 4 * speedTo) * t3
                + (-15 * way + 8 * speedFrom + 7 * speedTo) * t4
                + (6 * way - 3 * speedFrom - 3 * speedTo) * t5;
    }
}
