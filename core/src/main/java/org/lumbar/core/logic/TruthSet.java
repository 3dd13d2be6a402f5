package org.lumbar.core.logic;

import java.util.Arrays;

/** The truth of every atom for one patient: one bit for true, one for false; neither set means unknown. */
public final class TruthSet {

    final long[] yes;
    final long[] no;

    public TruthSet(int words) {
        this.yes = new long[words];
        this.no = new long[words];
    }

    private TruthSet(long[] yes, long[] no) {
        this.yes = yes;
        this.no = no;
    }

    public TruthSet copy() {
        return new TruthSet(yes.clone(), no.clone());
    }

    public Truth get(int atom) {
        long bit = 1L << atom;
        if ((yes[atom >>> 6] & bit) != 0) {
            return Truth.TRUE;
        }
        return (no[atom >>> 6] & bit) != 0 ? Truth.FALSE : Truth.UNKNOWN;
    }

    public boolean isTrue(int atom) {
        return (yes[atom >>> 6] & 1L << atom) != 0;
    }

    public boolean isFalse(int atom) {
        return (no[atom >>> 6] & 1L << atom) != 0;
    }

    public void set(int atom, Truth truth) {
        int word = atom >>> 6;
        long bit = 1L << atom;
        yes[word] &= ~bit;
        no[word] &= ~bit;
        switch (truth) {
            case TRUE -> yes[word] |= bit;
            case FALSE -> no[word] |= bit;
            case UNKNOWN -> {}
        }
    }

    /** Takes over everything that {@code known} says; where that says nothing, this stays. */
    public void takeOver(TruthSet known) {
        for (int i = 0; i < yes.length; i++) {
            yes[i] = (yes[i] & ~known.no[i]) | known.yes[i];
            no[i] = (no[i] & ~known.yes[i]) | known.no[i];
        }
    }

    /** True when one of the atoms in {@code mask} is true. */
    public boolean anyTrue(long[] mask) {
        for (int i = 0; i < mask.length; i++) {
            if ((yes[i] & mask[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** True when every atom in {@code mask} is false. */
    public boolean allFalse(long[] mask) {
        for (int i = 0; i < mask.length; i++) {
            if ((mask[i] & ~no[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TruthSet that && Arrays.equals(yes, that.yes) && Arrays.equals(no, that.no);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(yes) + Arrays.hashCode(no);
    }
}
