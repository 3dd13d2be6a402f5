package org.lumbar.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.lumbar.core.logic.Truth;

/** A number that is known only between two bounds, against every bound around it. */
class IntervalTest {

    private static final double[] NUMBERS = {1, 1.5, 2, 2.5, 3, 3.5, 4};

    @Test
    void isBelowABoundWhenEveryNumberInItIs() {
        for (double least = 2; least <= 3; least += 0.5) {
            for (double most = least; most <= 3; most += 0.5) {
                Interval interval = new Interval(least, most);
                for (double bound : NUMBERS) {
                    double from = least;
                    double to = most;
                    DoubleStream inside = DoubleStream.of(NUMBERS).filter(n -> n >= from && n <= to);
                    long count = DoubleStream.of(NUMBERS)
                            .filter(n -> n >= from && n <= to)
                            .count();
                    long below = inside.filter(n -> n < bound).count();
                    long atMost = DoubleStream.of(NUMBERS)
                            .filter(n -> n >= from && n <= to && n <= bound)
                            .count();
                    assertThat(interval.less(bound))
                            .as("%s < %s", interval, bound)
                            .isEqualTo(truth(below, count));
                    assertThat(interval.atMost(bound))
                            .as("%s <= %s", interval, bound)
                            .isEqualTo(truth(atMost, count));
                }
            }
        }
    }

    @Test
    void mayHaveNoEnd() {
        Interval above = new Interval(60, Double.POSITIVE_INFINITY);
        assertThat(above.less(60)).isEqualTo(Truth.FALSE);
        assertThat(above.atMost(60)).isEqualTo(Truth.UNKNOWN);
        assertThat(above.less(1000)).isEqualTo(Truth.UNKNOWN);
        assertThat(Interval.exactly(3)).isEqualTo(new Interval(3, 3));
    }

    private static Truth truth(long holds, long of) {
        return holds == of ? Truth.TRUE : holds == 0 ? Truth.FALSE : Truth.UNKNOWN;
    }
}
