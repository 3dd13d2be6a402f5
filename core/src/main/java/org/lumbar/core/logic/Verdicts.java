package org.lumbar.core.logic;

/**
 * The value of conditions in one state of a patient. Many items share a rule; each is worked out at most once. Not for
 * sharing between threads, and of no use once the state changes.
 */
public final class Verdicts {

    private static final Truth[] TRUTHS = Truth.values();

    private final TruthSet truths;
    /** By the number of the condition: 0 while it is not worked out, else the place of its value, from 1. */
    private final byte[] known;

    /** @param conditions how many conditions there are: {@link Atoms#conditions} */
    public Verdicts(TruthSet truths, int conditions) {
        this.truths = truths;
        this.known = new byte[conditions];
    }

    public TruthSet truths() {
        return truths;
    }

    public Truth of(Condition condition) {
        int value = known[condition.number()];
        if (value != 0) {
            return TRUTHS[value - 1];
        }
        Truth truth = condition.in(truths);
        known[condition.number()] = (byte) (truth.ordinal() + 1);
        return truth;
    }
}
