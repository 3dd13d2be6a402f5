package org.lumbar.core.logic;

import java.util.List;

/**
 * All conditions in a few arrays, one after the other, so that working out every one of them for a patient reads memory in
 * order. Each term is kept as the words of a {@link TruthSet} that it touches; see {@link Term}.
 */
final class ConditionTable {

    /** By the number of a condition, where its terms begin; one more tells where the last one ends. */
    private final int[] terms;
    /** By term, where its words begin; one more tells where the last one ends. */
    private final int[] pieces;
    /** By piece: which word, the atoms that must be true, and those that must be false. */
    private final int[] words;

    private final long[] positive;
    private final long[] negative;

    ConditionTable(List<Condition> conditions) {
        int termCount = conditions.stream().mapToInt(Condition::size).sum();
        this.terms = new int[conditions.size() + 1];
        this.pieces = new int[termCount + 1];
        int term = 0;
        int piece = 0;
        for (int number = 0; number < conditions.size(); number++) {
            Condition condition = conditions.get(number);
            for (int place = 0; place < condition.size(); place++) {
                piece += condition.term(place).words();
                pieces[++term] = piece;
            }
            terms[number + 1] = term;
        }
        this.words = new int[piece];
        this.positive = new long[piece];
        this.negative = new long[piece];
        fill(conditions);
    }

    private void fill(List<Condition> conditions) {
        int[] at = {0};
        for (Condition condition : conditions) {
            for (int place = 0; place < condition.size(); place++) {
                condition.term(place).eachWord((word, yes, no) -> {
                    words[at[0]] = word;
                    positive[at[0]] = yes;
                    negative[at[0]++] = no;
                });
            }
        }
    }

    int size() {
        return terms.length - 1;
    }

    /** The value of every condition, by its number. */
    TruthSet in(TruthSet truths) {
        TruthSet values = new TruthSet((size() + 63) >>> 6);
        for (int number = 0; number < size(); number++) {
            values.settle(number, in(number, truths));
        }
        return values;
    }

    /** The value of one condition: true when one term is, false when all are, otherwise unknown. */
    Truth in(int number, TruthSet truths) {
        boolean open = false;
        for (int term = terms[number]; term < terms[number + 1]; term++) {
            long lacking = 0;
            long failing = 0;
            for (int piece = pieces[term]; piece < pieces[term + 1]; piece++) {
                long yes = truths.yes(words[piece]);
                long no = truths.no(words[piece]);
                lacking |= (positive[piece] & ~yes) | (negative[piece] & ~no);
                failing |= (positive[piece] & no) | (negative[piece] & yes);
            }
            if (lacking == 0) {
                return Truth.TRUE;
            }
            open |= failing == 0;
        }
        return open ? Truth.UNKNOWN : Truth.FALSE;
    }
}
