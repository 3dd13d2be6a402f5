package org.lumbar.core.logic;

/**
 * The value of every condition in one state of a patient. Many items share a rule, so each is worked out once. Safe to share as
 * long as nobody changes the state.
 */
public final class Verdicts {

    private final TruthSet truths;
    private final ConditionTable table;
    /** By the number of a condition. */
    private final TruthSet values;

    /** Works out every condition compiled so far. */
    public Verdicts(TruthSet truths, Atoms atoms) {
        this(truths, atoms.table(), atoms.table().in(truths));
    }

    private Verdicts(TruthSet truths, ConditionTable table, TruthSet values) {
        this.truths = truths;
        this.table = table;
        this.values = values;
    }

    /**
     * What becomes of them in another state.
     *
     * @param touched the numbers of all conditions that mention an atom which is not as it was
     */
    public Verdicts in(TruthSet later, int[] touched) {
        TruthSet changed = values.copy();
        for (int number : touched) {
            changed.set(number, table.in(number, later));
        }
        return new Verdicts(later, table, changed);
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
