package org.lumbar.core.logic;

/**
 * The truth of every atom in 64 states of one patient side by side, as they would be after different changes. Each state is a
 * lane, one bit of every number here, so that a rule is worked out for all of them at once.
 */
public final class Lanes {

    /** How many states stand side by side. */
    public static final int COUNT = Long.SIZE;

    /** By literal (see {@link Term#literal}): the lanes in which it holds. */
    private final long[] holding;

    /**
     * Begins with the same state in every lane.
     *
     * @param atoms how many there are
     */
    public Lanes(TruthSet state, int atoms) {
        this.holding = new long[2 * atoms];
        for (int atom = 0; atom < atoms; atom++) {
            holding[2 * atom + 1] = -(state.yes(atom >>> 6) >>> atom & 1);
            holding[2 * atom] = -(state.no(atom >>> 6) >>> atom & 1);
        }
    }

    /** The lanes in which a literal holds. */
    public long holds(int literal) {
        return holding[literal];
    }

    /** The lanes in which an atom is true. */
    public long isTrue(int atom) {
        return holding[2 * atom + 1];
    }

    /** The lanes in which an atom is false. */
    public long isFalse(int atom) {
        return holding[2 * atom];
    }

    /** The lanes in which an atom is neither. */
    public long isUnknown(int atom) {
        return ~(isTrue(atom) | isFalse(atom));
    }

    /** Makes a literal hold in these lanes. */
    public void set(int literal, long lanes) {
        holding[literal] |= lanes;
        holding[literal ^ 1] &= ~lanes;
    }

    /** Gives an atom in these lanes the truth that it has in a state. */
    public void set(int atom, TruthSet state, long lanes) {
        replace(2 * atom, state.holds(2 * atom) ? lanes : 0, lanes);
        replace(2 * atom + 1, state.holds(2 * atom + 1) ? lanes : 0, lanes);
    }

    /** Gives an atom in these lanes the truth that it has in the same lanes elsewhere. */
    public void set(int atom, Lanes others, long lanes) {
        replace(2 * atom, others.holding[2 * atom] & lanes, lanes);
        replace(2 * atom + 1, others.holding[2 * atom + 1] & lanes, lanes);
    }

    private void replace(int literal, long value, long lanes) {
        holding[literal] = (holding[literal] & ~lanes) | value;
    }

    /** The state in one lane. */
    public TruthSet state(int lane) {
        return new TruthSet(holding, lane);
    }
}
