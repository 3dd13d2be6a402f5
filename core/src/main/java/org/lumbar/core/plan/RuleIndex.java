package org.lumbar.core.plan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.ConditionSet;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.Verdicts;

/**
 * Tells which of their rules have a value, for all items of one patient at once. Goes from the conditions to the items that use
 * them, since few conditions are true of anybody, and few are open.
 */
final class RuleIndex {

    private static final int[] UNUSED = {};

    private final int items;
    private final ConditionSet conditions;
    /** By the number of a condition, where it is used: the place of the item × {@link CompiledRules#MOST} + that of the rule. */
    private final int[][] uses;
    /** By the number of a condition, the places of the items that use it. */
    private final BitSet[] users;

    /** @param kind the rules of an item that are meant */
    RuleIndex(List<CompiledItem> items, Function<CompiledItem, CompiledRules> kind) {
        this.items = items.size();
        List<Condition> all = items.stream()
                .map(kind)
                .flatMap(rules -> IntStream.range(0, rules.size()).mapToObj(rules::condition))
                .toList();
        this.conditions = new ConditionSet(all);
        this.uses = new int[1 + all.stream().mapToInt(Condition::number).max().orElse(0)][];
        Arrays.fill(uses, UNUSED);
        this.users = new BitSet[uses.length];
        Arrays.setAll(users, number -> new BitSet());
        for (CompiledItem item : items) {
            CompiledRules rules = kind.apply(item);
            for (int place = 0; place < rules.size(); place++) {
                int number = rules.condition(place).number();
                add(number, CompiledRules.MOST * item.index + place);
                users[number].set(item.index);
            }
        }
    }

    private void add(int condition, int use) {
        int[] more = Arrays.copyOf(uses[condition], uses[condition].length + 1);
        more[more.length - 1] = use;
        uses[condition] = more;
    }

    /** The places of the items of which a rule has this value. */
    BitSet items(Truth value, Verdicts state) {
        BitSet found = new BitSet(items);
        conditions.each(value, state, condition -> found.or(users[condition]));
        return found;
    }

    /** By the place of an item, a bit for each of its rules that has this value. */
    long[] having(Truth value, Verdicts state) {
        long[] found = new long[items];
        conditions.each(value, state, condition -> {
            for (int use : uses[condition]) {
                found[use / CompiledRules.MOST] |= 1L << use;
            }
        });
        return found;
    }
}
