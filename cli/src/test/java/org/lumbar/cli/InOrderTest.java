package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

    private static final int PIECES = 5_000;

    private static Iterator<Integer> pieces() {
        return IntStream.range(0, PIECES).iterator();
    }

    @Test
    void keepsTheOrderHoweverLongEachTakes() {
        List<Integer> results = new ArrayList<>();

        new InOrder<Integer, Integer>(
                        piece -> {
                            LockSupport.parkNanos(piece % 7 == 0 ? 200_000 : 1);
                            return piece * 2;
                        },
                        piece -> 1)
                .run(pieces(), results::add);

        assertThat(results)
                .isEqualTo(IntStream.range(0, PIECES).map(i -> i * 2).boxed().toList());
    }

    @Test
    void holdsNoMoreAtOnceThanFits() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        int quarterOfTheRoom = 16 << 20;

        new InOrder<Integer, Integer>(
                        piece -> {
                            most.accumulateAndGet(begun.incrementAndGet() - taken.get(), Math::max);
                            return piece;
                        },
                        piece -> quarterOfTheRoom)
                .run(pieces(), result -> taken.incrementAndGet());

        assertThat(most.get()).isLessThanOrEqualTo(4 + 1);
    }

    @Test
    void letsAPieceThroughThatIsLargerThanTheRoom() {
        List<Integer> results = new ArrayList<>();

        new InOrder<Integer, Integer>(piece -> piece, piece -> Integer.MAX_VALUE)
                .run(List.of(1, 2, 3).iterator(), results::add);

        assertThat(results).containsExactly(1, 2, 3);
    }

    @Test
    void endsWithTheProblemOfTheSink() {
        assertThatThrownBy(() -> new InOrder<Integer, Integer>(piece -> piece, piece -> 1).run(pieces(), result -> {
                    throw new Failure(Exit.INPUT, "full");
                }))
                .isInstanceOf(Failure.class)
                .hasMessage("full");
    }

    @Test
    void endsWithTheProblemOfThePieces() {
        Iterator<Integer> broken = new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Integer next() {
                if (next == 100) {
                    throw new Failure(Exit.INPUT, "unreadable");
                }
                return next++;
            }
        };
        List<Integer> results = new ArrayList<>();

        assertThatThrownBy(() -> new InOrder<Integer, Integer>(piece -> piece, piece -> 1).run(broken, results::add))
                .hasMessage("unreadable");
        assertThat(results).hasSize(100);
    }
}
