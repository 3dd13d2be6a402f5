package org.lumbar.core.logic;

import java.util.Collection;

/** Conditions that are looked at together: bits by their number, for the words of 64 numbers that they touch. */
public final class ConditionSet {

    private final int[] words;
    private final long[] bits;

    public ConditionSet(Collection<Condition> conditions) {
        this.words = conditions.stream()
                .mapToInt(condition -> condition.number() >>> 6)
                .distinct()
                .sorted()
                .toArray();
        this.bits = new long[words.length];
        for (int i = 0; i < words.length; i++) {
            for (Condition condition : conditions) {
                bits[i] |= condition.number() >>> 6 == words[i] ? 1L << condition.number() : 0;
            }
        }
    }

    /** Whether one of them is true: true when one is, false when all are false. */
    public Truth any(Verdicts state) {
        long yes = 0;
        long open = 0;
        for (int i = 0; i < words.length; i++) {
            yes |= bits[i] & state.values().yes(words[i]);
            open |= bits[i] & ~state.values().no(words[i]);
        }
        return yes != 0 ? Truth.TRUE : open == 0 ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** Whether one of them is known to be true. */
    public boolean anyHolds(Verdicts state) {
        long yes = 0;
        for (int i = 0; i < words.length; i++) {
            yes |= bits[i] & state.values().yes(words[i]);
        }
        return yes != 0;
    }
}
