package org.lumbar.core.logic;

/**
 * The value of conditions in one state of a patient. Many items share a rule; each is worked out at most once. Not for
 * sharing between threads, and of no use once the state changes.
 */
public final class Verdicts {

    private final TruthSet truths;
    private final TruthSet values;
    /** The conditions whose value is worked out, by number. */
    private final long[] known;

    /** @param conditions how many conditions there are: {@link Atoms#conditions} */
    public Verdicts(TruthSet truths, int conditions) {
        int words = (conditions + 63) >>> 6;
        this.truths = truths;
        this.values = new TruthSet(words);
        this.known = new long[words];
    }

    public TruthSet truths() {
        return truths;
    }

    public Truth of(Condition condition) {
        int number = condition.number();
        long bit = 1L << number;
        if ((known[number >>> 6] & bit) != 0) {
            return values.get(number);
        }
        Truth value = condition.in(truths);
        values.set(number, value);
        known[number >>> 6] |= bit;
        return value;
    }
}
