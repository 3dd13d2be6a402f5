package org.lumbar.core.logic;

/**
 * The value of every condition in one state of a patient. Many items share a rule, so each is worked out once. Safe to share as
 * long as nobody changes the state.
 */
public final class Verdicts {

    private final TruthSet truths;
    /** By the number of a condition. */
    private final TruthSet values;

    /** Works out every condition compiled so far. */
    public Verdicts(TruthSet truths, Atoms atoms) {
        this.truths = truths;
        this.values = new TruthSet((atoms.conditions() + 63) >>> 6);
        for (int number = 0; number < atoms.conditions(); number++) {
            values.set(number, atoms.condition(number).in(truths));
        }
    }

    private Verdicts(TruthSet truths, TruthSet values) {
        this.truths = truths;
        this.values = values;
    }

    /**
     * What becomes of them in another state.
     *
     * @param touched every condition that mentions an atom which is not as it was
     */
    public Verdicts in(TruthSet later, Iterable<Condition> touched) {
        TruthSet changed = values.copy();
        for (Condition condition : touched) {
            changed.set(condition.number(), condition.in(later));
        }
        return new Verdicts(later, changed);
    }

    public TruthSet truths() {
        return truths;
    }

    public Truth of(Condition condition) {
        return values.get(condition.number());
    }

    public boolean holds(Condition condition) {
        return values.isTrue(condition.number());
    }

    /** By the number of a condition, for {@link ConditionSet}. */
    TruthSet values() {
        return values;
    }
}
