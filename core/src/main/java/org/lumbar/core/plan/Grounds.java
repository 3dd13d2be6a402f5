package org.lumbar.core.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Term;
import org.lumbar.core.logic.TruthSet;
import org.lumbar.core.plan.Naming.Named;

/** Names for people what keeps the conditions of one patient from being true; each condition once. */
final class Grounds {

    private final Naming naming;
    private final TruthSet truths;
    private final @Nullable Named[] standing;

    Grounds(Naming naming, TruthSet truths, int conditions) {
        this.naming = naming;
        this.truths = truths;
        this.standing = new Named[conditions];
    }

    /**
     * The literals that stand in the way of the alternatives that lack least, as they would have to be. Unknown literals do
     * not stand in the way.
     */
    Named inTheWay(Condition condition) {
        Named named = standing[condition.number()];
        if (named == null) {
            named = naming.conditions(obstacles(condition));
            standing[condition.number()] = named;
        }
        return named;
    }

    /** The literals that fail in those terms in which fewest do, each once. */
    private int[] obstacles(Condition condition) {
        int least = Integer.MAX_VALUE;
        int terms = 0;
        int[] failing = new int[condition.size()];
        for (int i = 0; i < failing.length; i++) {
            failing[i] = condition.term(i).failing(truths);
            terms = failing[i] < least ? 1 : failing[i] == least ? terms + 1 : terms;
            least = Math.min(least, failing[i]);
        }
        int[] found = new int[terms == 0 ? 0 : terms * least];
        int size = 0;
        for (int i = 0; i < failing.length; i++) {
            if (failing[i] == least) {
                Term term = condition.term(i);
                for (int j = 0; j < term.size(); j++) {
                    int literal = term.literal(j);
                    if (truths.fails(literal) && !contains(found, size, literal)) {
                        found[size++] = literal;
                    }
                }
            }
        }
        return Arrays.copyOf(found, size);
    }

    private static boolean contains(int[] some, int size, int one) {
        for (int i = 0; i < size; i++) {
            if (some[i] == one) {
                return true;
            }
        }
        return false;
    }
}
