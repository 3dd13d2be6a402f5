package org.lumbar.core.logic;

import org.jspecify.annotations.Nullable;

/**
 * The value of conditions in one state of a patient. Many items share a rule; each is worked out at most once. Not for
 * sharing between threads, and of no use once the state changes.
 */
public final class Verdicts {

    private final TruthSet truths;
    private final @Nullable Truth[] known;

    /** @param conditions how many conditions there are: {@link Atoms#conditions} */
    public Verdicts(TruthSet truths, int conditions) {
        this.truths = truths;
        this.known = new Truth[conditions];
    }

    public TruthSet truths() {
        return truths;
    }

    public Truth of(Condition condition) {
        Truth truth = known[condition.number()];
        if (truth == null) {
            truth = condition.in(truths);
            known[condition.number()] = truth;
        }
        return truth;
    }
}
