package org.lumbar.core.logic;

import java.util.stream.IntStream;

/**
 * A term as bits over atoms, for the words of a {@link TruthSet} that it touches; most terms touch one or two.
 *
 * @param words which words
 * @param positive in each of them, the atoms that must be true
 * @param negative in each of them, the atoms that must be false
 */
record Mask(int[] words, long[] positive, long[] negative) {

    static Mask of(Condition.Term term) {
        int[] words = IntStream.concat(IntStream.of(term.positive()), IntStream.of(term.negative()))
                .map(atom -> atom >>> 6)
                .distinct()
                .sorted()
                .toArray();
        return new Mask(words, bits(term.positive(), words), bits(term.negative(), words));
    }

    private static long[] bits(int[] atoms, int[] words) {
        long[] bits = new long[words.length];
        for (int i = 0; i < words.length; i++) {
            for (int atom : atoms) {
                bits[i] |= atom >>> 6 == words[i] ? 1L << atom : 0;
            }
        }
        return bits;
    }

    /** Whether every literal holds. */
    boolean holds(TruthSet truths) {
        long lacking = 0;
        for (int i = 0; i < words.length; i++) {
            lacking |= (positive[i] & ~truths.yes[words[i]]) | (negative[i] & ~truths.no[words[i]]);
        }
        return lacking == 0;
    }

    /** Whether a literal is known not to hold. */
    boolean fails(TruthSet truths) {
        long against = 0;
        for (int i = 0; i < words.length; i++) {
            against |= (positive[i] & truths.no[words[i]]) | (negative[i] & truths.yes[words[i]]);
        }
        return against != 0;
    }
}
