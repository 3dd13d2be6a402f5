package org.lumbar.core.finding;

import java.io.Serializable;
import org.lumbar.core.logic.Truth;

/**
 * A number as exactly as it is known: it lies between {@code least} and {@code most}, bounds included. A birth year gives an
 * age between two values; a laboratory's {@code >60} gives 60 to infinity.
 */
public record Interval(double least, double most) implements Serializable {

    public static Interval exactly(double value) {
        return new Interval(value, value);
    }

    /** Whether every number of {@code other} lies in this one too. */
    public boolean contains(Interval other) {
        return least <= other.least && other.most <= most;
    }

    /** Whether the number lies below {@code bound}, as far as it is known. */
    public Truth less(double bound) {
        if (most < bound) {
            return Truth.TRUE;
        }
        return least >= bound ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** Whether the number lies at {@code bound} or below, as far as it is known. */
    public Truth atMost(double bound) {
        if (most <= bound) {
            return Truth.TRUE;
        }
        return least > bound ? Truth.FALSE : Truth.UNKNOWN;
    }
}
