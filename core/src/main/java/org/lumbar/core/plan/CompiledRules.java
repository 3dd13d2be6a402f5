package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Lanes;
import org.lumbar.core.logic.TruthSet;

/**
 * The exclusions or the cautions of an item, in its order. Some of them are named by one number: the bit of a rule is its place;
 * see {@link RuleIndex}.
 */
final class CompiledRules {

    /** As many as there are bits; see {@link org.lumbar.core.knowledge.Item#MOST_RULES}. */
    static final int MOST = Long.SIZE;

    private final CompiledRule[] rules;
    /** The atoms of which one is enough, and the conditions that are more than that. */
    private final int[] alone;

    private final Condition[] others;

    /** @throws IllegalArgumentException when they are more than {@link #MOST} */
    CompiledRules(List<CompiledRule> rules) {
        if (rules.size() > MOST) {
            throw new IllegalArgumentException(
                    "An item has " + rules.size() + " rules of one kind; name some of them as one finding");
        }
        List<Condition> conditions = rules.stream().map(CompiledRule::condition).toList();
        this.rules = rules.toArray(CompiledRule[]::new);
        this.alone = conditions.stream()
                .mapToInt(Condition::singleAtom)
                .filter(atom -> atom >= 0)
                .toArray();
        this.others = conditions.stream()
                .filter(condition -> condition.singleAtom() < 0)
                .toArray(Condition[]::new);
    }

    int size() {
        return rules.length;
    }

    /** The condition of the rule at this place. */
    Condition condition(int place) {
        return rules[place].condition();
    }

    /** The atoms each of which makes a rule true by itself, in the order of the rules. */
    IntStream alone() {
        return Arrays.stream(alone);
    }

    /** The lanes in which one is true. */
    long anyHolds(Lanes lanes) {
        long any = 0;
        for (int atom : alone) {
            any |= lanes.isTrue(atom);
        }
        for (Condition other : others) {
            any |= other.holds(lanes);
        }
        return any;
    }

    /** The lanes in which all are false. */
    long allFail(Lanes lanes) {
        long all = -1;
        for (int atom : alone) {
            all &= lanes.isFalse(atom);
        }
        for (Condition other : others) {
            all &= other.fails(lanes);
        }
        return all;
    }

    /** The reasons that some rules give, all of which are true. */
    List<Reason> because(long some, TruthSet truths) {
        if (some == 0) {
            return List.of();
        }
        List<Reason> first = rules[Long.numberOfTrailingZeros(some)].because(truths);
        if (Long.bitCount(some) == 1) {
            return first;
        }
        List<Reason> reasons = new ArrayList<>(Long.bitCount(some));
        for (long left = some; left != 0; left &= left - 1) {
            reasons.add(rules[Long.numberOfTrailingZeros(left)].because(truths).get(0));
        }
        return reasons;
    }
}
