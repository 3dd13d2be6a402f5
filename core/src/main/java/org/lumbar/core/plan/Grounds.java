package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Term;
import org.lumbar.core.logic.TruthSet;
import org.lumbar.core.plan.Reason.Word;
import org.lumbar.core.text.LocalizedText;

/** Names for people what makes the conditions of one patient true, or keeps them from it; each condition once. */
final class Grounds {

    /**
     * What fills the place of a pattern, and which findings and measures that names.
     *
     * @param needs what is named is lacking rather than present
     */
    record Named(List<Word> words, List<String> findings, boolean needs) {}

    private static final int[] NONE = {};

    private final Literals words;
    private final TruthSet truths;
    private final @Nullable Named[] holding;
    private final @Nullable Named[] standing;
    private final @Nullable Named[] triggering;

    Grounds(Literals words, TruthSet truths, int conditions) {
        this.words = words;
        this.truths = truths;
        this.holding = new Named[conditions];
        this.standing = new Named[conditions];
        this.triggering = new Named[conditions];
    }

    /** What makes a condition true, every literal as it holds. */
    Named holding(Condition condition) {
        Named named = holding[condition.number()];
        if (named == null) {
            named = conditions(firstTrue(condition));
            holding[condition.number()] = named;
        }
        return named;
    }

    /**
     * The literals that stand in the way of the alternatives that lack least, as they would have to be. Unknown literals do
     * not stand in the way.
     */
    Named inTheWay(Condition condition) {
        Named named = standing[condition.number()];
        if (named == null) {
            named = conditions(obstacles(condition));
            standing[condition.number()] = named;
        }
        return named;
    }

    /** What triggers a rule: what is present, or when nothing is, what is lacking. */
    Named triggering(Condition condition) {
        Named named = triggering[condition.number()];
        if (named == null) {
            named = trigger(condition);
            triggering[condition.number()] = named;
        }
        return named;
    }

    private Named trigger(Condition condition) {
        int[] literals = firstTrue(condition);
        boolean needs = true;
        for (int literal : literals) {
            needs &= isAbsence(literal);
        }
        List<LocalizedText> names = new ArrayList<>(literals.length);
        for (int literal : literals) {
            if (needs) {
                names.add(words.name(Way.atom(literal), true));
            } else if (!isAbsence(literal)) {
                names.add(words.name(literal));
            }
        }
        return new Named(List.of(new Word("finding", names)), subjects(literals), needs);
    }

    /** Whether the literal says that a finding is absent. */
    private boolean isAbsence(int literal) {
        return Way.atom(literal) < words.findings() && !Way.becomesTrue(literal);
    }

    /** The literals of the first term that holds. */
    private int[] firstTrue(Condition condition) {
        Term term = condition.firstTrue(truths);
        return term == null ? NONE : term.literals();
    }

    private Named conditions(int[] literals) {
        LocalizedText[] names = new LocalizedText[literals.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = words.name(literals[i]);
        }
        return new Named(List.of(new Word("conditions", List.of(names))), subjects(literals), false);
    }

    private List<String> subjects(int[] literals) {
        String[] subjects = new String[literals.length];
        for (int i = 0; i < subjects.length; i++) {
            subjects[i] = words.subject(Way.atom(literals[i]));
        }
        return List.of(subjects);
    }

    /** The literals that fail in those terms in which fewest do, each once. */
    private int[] obstacles(Condition condition) {
        int least = Integer.MAX_VALUE;
        int terms = 0;
        for (int i = 0; i < condition.size(); i++) {
            int failing = condition.term(i).failing(truths);
            terms = failing < least ? 1 : failing == least ? terms + 1 : terms;
            least = Math.min(least, failing);
        }
        int[] found = new int[terms == 0 ? 0 : terms * least];
        int size = 0;
        for (int i = 0; i < condition.size(); i++) {
            Term term = condition.term(i);
            if (term.failing(truths) == least) {
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
