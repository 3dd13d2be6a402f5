package org.lumbar.core.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaskTest {

    private static final int WORDS = 4;
    private static final long SEED = 20261128;

    /** Terms of up to six literals over four words, so that atoms share words and lie apart. */
    @Test
    void answersAsItsTermDoesLiteralByLiteral() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 20_000; round++) {
            Condition.Term term = new Condition.Term(atoms(random), atoms(random));
            TruthSet truths = state(random, term);
            Mask mask = Mask.of(term);
            assertThat(mask.holds(truths)).as("seed %d round %d", SEED, round).isEqualTo(term.in(truths) == Truth.TRUE);
            assertThat(mask.fails(truths))
                    .as("seed %d round %d", SEED, round)
                    .isEqualTo(term.in(truths) == Truth.FALSE);
        }
    }

    @Test
    void ofNoLiteralsAlwaysHolds() {
        Mask mask = Mask.of(new Condition.Term(new int[0], new int[0]));
        assertThat(mask.holds(new TruthSet(WORDS))).isTrue();
        assertThat(mask.fails(new TruthSet(WORDS))).isFalse();
    }

    private static int[] atoms(SplittableRandom random) {
        return IntStream.generate(() -> random.nextInt(64 * WORDS))
                .limit(random.nextInt(4))
                .distinct()
                .sorted()
                .toArray();
    }

    /** Mostly as the term wants it, so that all three answers come up. */
    private static TruthSet state(SplittableRandom random, Condition.Term term) {
        TruthSet truths = new TruthSet(WORDS);
        for (int atom : term.positive()) {
            truths.set(atom, mostly(Truth.TRUE, random));
        }
        for (int atom : term.negative()) {
            truths.set(atom, mostly(Truth.FALSE, random));
        }
        return truths;
    }

    private static Truth mostly(Truth wanted, SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> Truth.UNKNOWN;
            case 1 -> wanted.not();
            default -> wanted;
        };
    }
}
