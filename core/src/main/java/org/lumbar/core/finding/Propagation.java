package org.lumbar.core.finding;

import java.util.BitSet;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Lanes;

/** Several states of one patient side by side: conclusions without their grounds. */
class Propagation {
    private final Inference rules;
    private Lanes truths;
    private final BitSet questioned;
    private final long[] derivable;
    private final long[] silent;
    /** By finding, the lanes in which it is absent by assumption only. */
    private final long[] assumed;
    /** By finding, the lanes in which it could follow otherwise than when it was last looked at. */
    private final long[] unsettled;
    /** The findings for which there are such lanes, a bit for each. */
    private final long[] waiting;

    /**
     * @param derivable by finding, the lanes in which conclusions are drawn for it
     * @param silent by finding, the lanes in which silence may mean something for it
     */
    Propagation(Inference rules, Lanes truths, BitSet questioned, long[] derivable, long[] silent) {
        this.rules = rules;
        this.truths = truths;
        this.questioned = questioned;
        this.derivable = derivable;
        this.silent = silent;
        this.assumed = new long[derivable.length];
        this.unsettled = new long[derivable.length];
        this.waiting = new long[(derivable.length + 63) >>> 6];
    }

    /** Goes on in other states, once everything is settled in the present ones. */
    final void turnTo(Lanes others) {
        truths = others;
    }

    final Lanes truths() {
        return truths;
    }

    final boolean assumed(int finding) {
        return assumed[finding] != 0;
    }

    /** Draws what follows from the record alone. */
    final void settleRecorded() {
        overrule();
        lookAt(rules.presentable);
        settle(this::derivePresent);
        lookAt(rules.deniable);
        settle(this::derive);
    }

    /** Presence that overrules a recorded negative comes first, lest something is concluded from the negative before. */
    private void overrule() {
        for (int finding : rules.presentable) {
            long lanes = derivable[finding] & truths.isFalse(finding);
            if (lanes != 0) {
                derivePresent(finding, lanes);
            }
        }
    }

    /** Takes silence for what the knowledge lets it mean, and draws what follows from that. */
    final void settleSilence() {
        assumeSilence(true);
        settle(this::derive);
        assumeSilence(false);
        settle(this::derive);
    }

    /** Looks at those of these findings for which conclusions are drawn. */
    final void lookAt(int[] findings) {
        for (int finding : findings) {
            lookAt(finding, derivable[finding]);
        }
    }

    private void lookAt(int finding, long lanes) {
        if (lanes != 0) {
            unsettled[finding] |= lanes;
            waiting[finding >>> 6] |= 1L << finding;
        }
    }

    /** Told of every conclusion before it is drawn. */
    void because(int finding, Condition condition, boolean present) {}

    /** Looks at unsettled findings, upwards and then again from the lowest, until all are settled. */
    private void settle(Step step) {
        int finding = waitingFrom(0);
        while (finding >= 0) {
            long lanes = unsettled[finding];
            unsettled[finding] = 0;
            waiting[finding >>> 6] &= ~(1L << finding);
            step.look(finding, lanes);
            int higher = waitingFrom(finding + 1);
            finding = higher < 0 ? waitingFrom(0) : higher;
        }
    }

    /** The lowest finding from this one on that waits; -1 when none does. */
    private int waitingFrom(int finding) {
        int word = finding >>> 6;
        if (word == waiting.length) {
            return -1;
        }
        long left = waiting[word] & -1L << finding;
        while (left == 0) {
            if (++word == waiting.length) {
                return -1;
            }
            left = waiting[word];
        }
        return Long.SIZE * word + Long.numberOfTrailingZeros(left);
    }

    private void set(int finding, boolean present, long lanes) {
        truths.set(2 * finding + (present ? 1 : 0), lanes);
        for (int later : rules.next[finding]) {
            lookAt(later, lanes & derivable[later]);
        }
    }

    /** Presence that follows; it also overrules an answer or a recorded negative. */
    private void derivePresent(int finding, long lanes) {
        long present = lanes & ~truths.isTrue(finding);
        if (present != 0) {
            present &= rules.presentWhen[finding].holds(truths);
        }
        if (present != 0 && rules.absentWins[finding]) {
            present &= ~(truths.isFalse(finding) | rules.absentWhen[finding].holds(truths));
        }
        if (present != 0) {
            because(finding, rules.presentWhen[finding], true);
            set(finding, true, present);
        }
    }

    /** What follows for a finding that is open, or absent by assumption only. */
    private void derive(int finding, long lanes) {
        long open = lanes & truths.isUnknown(finding);
        long looked = open | (lanes & assumed[finding]);
        if (looked == 0) {
            return;
        }
        long absence = rules.absentWhen[finding].holds(truths);
        long present = looked & rules.presentWhen[finding].holds(truths) & ~(rules.absentWins[finding] ? absence : 0);
        long absent = open & absence & ~present;
        if (present != 0) {
            because(finding, rules.presentWhen[finding], true);
            set(finding, true, present);
        }
        if (absent != 0) {
            because(finding, rules.absentWhen[finding], false);
            set(finding, false, absent);
        }
        assumed[finding] &= ~(present | absent);
    }

    /**
     * Takes silence as absence where the knowledge allows. Findings whose presence could still follow from something
     * open wait for the second round, so that an assumption never hides a conclusion.
     */
    private void assumeSilence(boolean onlyUnderivable) {
        for (int finding : onlyUnderivable ? rules.assumableAtOnce : rules.assumable) {
            long lanes = silent[finding] & truths.isUnknown(finding);
            if (lanes != 0 && !questioned.get(finding)) {
                set(finding, false, lanes);
                assumed[finding] |= lanes;
            }
        }
    }

    /** How an unsettled finding is looked at. */
    private interface Step {
        void look(int finding, long lanes);
    }
}
