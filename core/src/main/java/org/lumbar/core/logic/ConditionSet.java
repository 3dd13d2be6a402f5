package org.lumbar.core.logic;

import java.util.Collection;
import java.util.function.IntConsumer;

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

    /** Tells the number of each that has this value, ascending. */
    public void each(Truth value, Verdicts state, IntConsumer sink) {
        for (int i = 0; i < words.length; i++) {
            long yes = state.values().yes(words[i]);
            long no = state.values().no(words[i]);
            long found = bits[i]
                    & switch (value) {
                        case TRUE -> yes;
                        case FALSE -> no;
                        case UNKNOWN -> ~(yes | no);
                    };
            while (found != 0) {
                sink.accept(Long.SIZE * words[i] + Long.numberOfTrailingZeros(found));
                found &= found - 1;
            }
        }
    }
}
