package org.lumbar.core.logic;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A conjunction of literals. Keeps them as bits too, for the words of a {@link TruthSet} that they touch, mostly one or two:
 * whole words are compared at once, nearly without branches.
 */
public final class Term {

    private final int[] positive;
    private final int[] negative;
    private final int[] literals;
    private final int[] words;
    /** For each of the words, the atoms that must be true, then those that must be false. */
    private final long[] wanted;

    /**
     * @param positive atoms that must be true, ascending
     * @param negative atoms that must be false, ascending
     */
    Term(int[] positive, int[] negative) {
        this.positive = positive;
        this.negative = negative;
        this.literals = IntStream.concat(
                        IntStream.of(positive).map(atom -> 2 * atom + 1),
                        IntStream.of(negative).map(atom -> 2 * atom))
                .toArray();
        this.words = atoms().map(atom -> atom >>> 6).distinct().sorted().toArray();
        this.wanted = new long[2 * words.length];
        for (int literal : literals) {
            int word = Arrays.binarySearch(words, literal >>> 7);
            wanted[2 * word + (~literal & 1)] |= 1L << (literal >>> 1);
        }
    }

    /** Every atom mentioned. */
    IntStream atoms() {
        return IntStream.concat(IntStream.of(positive), IntStream.of(negative));
    }

    /** Number of literals. */
    public int size() {
        return literals.length;
    }

    /**
     * A literal: twice the number of its atom, plus one when that must be true. Those that must be true come first, each half
     * ascending.
     */
    public int literal(int place) {
        return literals[place];
    }

    /** Whether every literal holds. */
    public boolean holds(TruthSet truths) {
        long lacking = 0;
        for (int i = 0; i < words.length; i++) {
            lacking |= (wanted[2 * i] & ~truths.yes(words[i])) | (wanted[2 * i + 1] & ~truths.no(words[i]));
        }
        return lacking == 0;
    }

    /** Whether a literal is known not to hold. */
    boolean fails(TruthSet truths) {
        long against = 0;
        for (int i = 0; i < words.length; i++) {
            against |= (wanted[2 * i] & truths.no(words[i])) | (wanted[2 * i + 1] & truths.yes(words[i]));
        }
        return against != 0;
    }

    /** The value for a patient. */
    public Truth in(TruthSet truths) {
        return holds(truths) ? Truth.TRUE : fails(truths) ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** The lanes in which every literal holds. */
    public long holds(Lanes lanes) {
        long all = -1;
        for (int literal : literals) {
            all &= lanes.holds(literal);
        }
        return all;
    }

    /** The lanes in which a literal is known not to hold. */
    long fails(Lanes lanes) {
        long any = 0;
        for (int literal : literals) {
            any |= lanes.holds(literal ^ 1);
        }
        return any;
    }

    /** How many literals are not known to hold. */
    public int lacking(TruthSet truths) {
        int lacking = 0;
        for (int i = 0; i < words.length; i++) {
            lacking += Long.bitCount(wanted[2 * i] & ~truths.yes(words[i]))
                    + Long.bitCount(wanted[2 * i + 1] & ~truths.no(words[i]));
        }
        return lacking;
    }

    /** How many literals are known not to hold. */
    public int failing(TruthSet truths) {
        int failing = 0;
        for (int i = 0; i < words.length; i++) {
            failing += Long.bitCount(wanted[2 * i] & truths.no(words[i]))
                    + Long.bitCount(wanted[2 * i + 1] & truths.yes(words[i]));
        }
        return failing;
    }

    /** Every literal; see {@link #literal}. */
    public int[] literals() {
        return literals.clone();
    }

    boolean mentions(int atom) {
        return Arrays.binarySearch(positive, atom) >= 0 || Arrays.binarySearch(negative, atom) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Term that
                && Arrays.equals(positive, that.positive)
                && Arrays.equals(negative, that.negative);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(positive) + Arrays.hashCode(negative);
    }
}
