package org.lumbar.core.logic;

import java.util.Arrays;

/** The truth of every atom for one patient: one bit for true, one for false; neither set means unknown. */
public final class TruthSet {

    /** For each word of 64 atoms, those that are true, then those that are false. */
    private final long[] bits;

    public TruthSet(int words) {
        this(new long[2 * words]);
    }

    private TruthSet(long[] bits) {
        this.bits = bits;
    }

    /** One of 64 states: the bit of this lane in the numbers that stand by literal. */
    TruthSet(long[] lanesByLiteral, int lane) {
        this((lanesByLiteral.length / 2 + 63) >>> 6);
        for (int word = 0; 2 * word < bits.length; word++) {
            long yes = 0;
            long no = 0;
            for (int atom = 64 * word; atom < Math.min(64 * word + 64, lanesByLiteral.length / 2); atom++) {
                yes |= (lanesByLiteral[2 * atom + 1] >>> lane & 1) << atom;
                no |= (lanesByLiteral[2 * atom] >>> lane & 1) << atom;
            }
            bits[2 * word] = yes;
            bits[2 * word + 1] = no;
        }
    }

    public TruthSet copy() {
        return new TruthSet(bits.clone());
    }

    /** The atoms of a word that are true. */
    long yes(int word) {
        return bits[2 * word];
    }

    /** The atoms of a word that are false. */
    long no(int word) {
        return bits[2 * word + 1];
    }

    public Truth get(int atom) {
        if (isTrue(atom)) {
            return Truth.TRUE;
        }
        return isFalse(atom) ? Truth.FALSE : Truth.UNKNOWN;
    }

    public boolean isTrue(int atom) {
        return (yes(atom >>> 6) & 1L << atom) != 0;
    }

    public boolean isFalse(int atom) {
        return (no(atom >>> 6) & 1L << atom) != 0;
    }

    /** Whether the literal holds: twice the number of an atom, plus one when that must be true. */
    public boolean holds(int literal) {
        return (bits[2 * (literal >>> 7) + (~literal & 1)] & 1L << (literal >>> 1)) != 0;
    }

    /** Whether the literal is known not to hold. */
    public boolean fails(int literal) {
        return holds(literal ^ 1);
    }

    public void set(int atom, Truth truth) {
        int yes = 2 * (atom >>> 6);
        long bit = 1L << atom;
        bits[yes] = truth == Truth.TRUE ? bits[yes] | bit : bits[yes] & ~bit;
        bits[yes + 1] = truth == Truth.FALSE ? bits[yes + 1] | bit : bits[yes + 1] & ~bit;
    }

    /** Sets an atom that is unknown so far. */
    void settle(int atom, Truth truth) {
        if (truth != Truth.UNKNOWN) {
            bits[2 * (atom >>> 6) + (truth == Truth.TRUE ? 0 : 1)] |= 1L << atom;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TruthSet that && Arrays.equals(bits, that.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }
}
