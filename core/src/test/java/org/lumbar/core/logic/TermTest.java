package org.lumbar.core.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Terms answer by whole words of atoms, and for many states at once, as they would literal by literal. */
class TermTest {

    private static final int WORDS = 4;
    private static final long SEED = 20261128;

    /** Terms of up to six literals over four words, so that atoms share words and lie apart. */
    @Test
    void answersAsItsLiteralsDo() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 20_000; round++) {
            Term term = new Term(atoms(random), atoms(random));
            TruthSet truths = state(random, term);
            int holding = 0;
            int failing = 0;
            for (int i = 0; i < term.size(); i++) {
                Truth wanted = Truth.of((term.literal(i) & 1) != 0);
                Truth truth = truths.get(term.literal(i) >> 1);
                assertThat(truths.holds(term.literal(i))).isEqualTo(truth == wanted);
                assertThat(truths.fails(term.literal(i))).isEqualTo(truth == wanted.not());
                holding += truth == wanted ? 1 : 0;
                failing += truth == wanted.not() ? 1 : 0;
            }
            Truth expected = holding == term.size() ? Truth.TRUE : failing > 0 ? Truth.FALSE : Truth.UNKNOWN;
            assertThat(term.in(truths)).as("seed %d round %d", SEED, round).isEqualTo(expected);
            assertThat(term.holds(truths)).isEqualTo(expected == Truth.TRUE);
            assertThat(term.lacking(truths)).isEqualTo(term.size() - holding);
            assertThat(term.failing(truths)).isEqualTo(failing);
        }
    }

    @Test
    void ofNoLiteralsAlwaysHolds() {
        Term term = new Term(new int[0], new int[0]);
        assertThat(term.in(new TruthSet(WORDS))).isEqualTo(Truth.TRUE);
        assertThat(term.lacking(new TruthSet(WORDS))).isZero();
        assertThat(term.literals()).isEmpty();
    }

    /** What must be true comes first, each half ascending. */
    @Test
    void listsItsLiteralsInOrder() {
        assertThat(new Term(new int[] {3, 70}, new int[] {0, 5}).literals()).containsExactly(7, 141, 0, 10);
    }

    private static int[] atoms(SplittableRandom random) {
        return IntStream.generate(() -> random.nextInt(64 * WORDS))
                .limit(random.nextInt(4))
                .distinct()
                .sorted()
                .toArray();
    }

    /** Mostly as the term wants it, so that all three answers come up. */
    private static TruthSet state(SplittableRandom random, Term term) {
        TruthSet truths = new TruthSet(WORDS);
        for (int literal : term.literals()) {
            truths.set(literal >> 1, mostly(Truth.of((literal & 1) != 0), random));
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
