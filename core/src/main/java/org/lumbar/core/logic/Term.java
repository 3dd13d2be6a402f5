package org.lumbar.core.logic;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A conjunction of literals. Keeps them as bits too, for the words of a {@link TruthSet} that they touch, mostly one or two:
 * whole words are compared at once, nearly without branches.
 */
public final class Term {

    private final int[] positive;
    private final int[] negative;
    private final int[] literals;
    /** The literals word by word; null when there are none. */
    private final @Nullable Piece first;

    /** The literals of one word: the atoms that must be true, and those that must be false. */
    private record Piece(
            int word, long yes, long no, @Nullable Piece next) {

        boolean holds(TruthSet truths) {
            return ((yes & ~truths.yes(word)) | (no & ~truths.no(word))) == 0;
        }

        boolean fails(TruthSet truths) {
            return ((yes & truths.no(word)) | (no & truths.yes(word))) != 0;
        }

        int lacking(TruthSet truths) {
            return Long.bitCount(yes & ~truths.yes(word)) + Long.bitCount(no & ~truths.no(word));
        }

        int failing(TruthSet truths) {
            return Long.bitCount(yes & truths.no(word)) + Long.bitCount(no & truths.yes(word));
        }
    }

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
        int[] words = atoms().map(atom -> atom >>> 6).distinct().sorted().toArray();
        Piece piece = null;
        for (int i = words.length - 1; i >= 0; i--) {
            piece = new Piece(words[i], bits(positive, words[i]), bits(negative, words[i]), piece);
        }
        this.first = piece;
    }

    private static long bits(int[] atoms, int word) {
        long bits = 0;
        for (int atom : atoms) {
            bits |= atom >>> 6 == word ? 1L << atom : 0;
        }
        return bits;
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
        for (Piece piece = first; piece != null; piece = piece.next) {
            if (!piece.holds(truths)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a literal is known not to hold. */
    boolean fails(TruthSet truths) {
        for (Piece piece = first; piece != null; piece = piece.next) {
            if (piece.fails(truths)) {
                return true;
            }
        }
        return false;
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
        for (Piece piece = first; piece != null; piece = piece.next) {
            lacking += piece.lacking(truths);
        }
        return lacking;
    }

    /** How many literals are known not to hold. */
    public int failing(TruthSet truths) {
        int failing = 0;
        for (Piece piece = first; piece != null; piece = piece.next) {
            failing += piece.failing(truths);
        }
        return failing;
    }

    /** Every literal; see {@link #literal}. */
    public int[] literals() {
        return literals.clone();
    }

    /** How many words it touches. */
    int words() {
        int words = 0;
        for (Piece piece = first; piece != null; piece = piece.next) {
            words++;
        }
        return words;
    }

    /** Receives the literals of one word: the atoms that must be true, and those that must be false. */
    interface WordSink {
        void accept(int word, long yes, long no);
    }

    /** Goes through the words that it touches. */
    void eachWord(WordSink sink) {
        for (Piece piece = first; piece != null; piece = piece.next) {
            sink.accept(piece.word, piece.yes, piece.no);
        }
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
