package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Truth;
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

    private final Literals literals;
    private final TruthSet truths;
    private final @Nullable Named[] holding;
    private final @Nullable Named[] standing;
    private final @Nullable Named[] triggering;

    Grounds(Literals literals, TruthSet truths, int conditions) {
        this.literals = literals;
        this.truths = truths;
        this.holding = new Named[conditions];
        this.standing = new Named[conditions];
        this.triggering = new Named[conditions];
    }

    /** What makes a condition true, every literal as it holds. */
    Named holding(Condition condition) {
        Named named = holding[condition.number()];
        if (named == null) {
            named = named("conditions", literalsOf(firstTrue(condition)));
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
            named = named("conditions", obstacles(condition));
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
        List<Integer> changes = literalsOf(firstTrue(condition));
        List<LocalizedText> present = new ArrayList<>(3);
        List<LocalizedText> lacking = new ArrayList<>(1);
        for (int change : changes) {
            boolean absent = Way.atom(change) < literals.findings() && !Way.becomesTrue(change);
            if (absent) {
                lacking.add(literals.name(Way.atom(change), true));
            } else {
                present.add(literals.name(change));
            }
        }
        boolean needs = present.isEmpty();
        return new Named(List.of(new Word("finding", needs ? lacking : present)), subjects(changes), needs);
    }

    private Named named(String place, List<Integer> changes) {
        List<LocalizedText> names = new ArrayList<>(changes.size());
        for (int change : changes) {
            names.add(literals.name(change));
        }
        return new Named(List.of(new Word(place, names)), subjects(changes), false);
    }

    private List<String> subjects(List<Integer> changes) {
        String[] subjects = new String[changes.size()];
        for (int i = 0; i < subjects.length; i++) {
            subjects[i] = literals.subject(Way.atom(changes.get(i)));
        }
        return List.of(subjects);
    }

    private Condition.@Nullable Term firstTrue(Condition condition) {
        for (Condition.Term term : condition.terms()) {
            if (term.in(truths) == Truth.TRUE) {
                return term;
            }
        }
        return null;
    }

    /** The literals of a term, written like changes. */
    private static List<Integer> literalsOf(Condition.@Nullable Term term) {
        List<Integer> all = new ArrayList<>(4);
        if (term != null) {
            for (int atom : term.positive()) {
                all.add(2 * atom + 1);
            }
            for (int atom : term.negative()) {
                all.add(2 * atom);
            }
        }
        return all;
    }

    private List<Integer> obstacles(Condition condition) {
        int least = Integer.MAX_VALUE;
        List<Integer> found = new ArrayList<>();
        for (Condition.Term term : condition.terms()) {
            List<Integer> here = obstacles(term);
            if (here.size() < least) {
                least = here.size();
                found.clear();
            }
            if (here.size() == least) {
                here.removeAll(found);
                found.addAll(here);
            }
        }
        return found;
    }

    private List<Integer> obstacles(Condition.Term term) {
        List<Integer> here = new ArrayList<>(4);
        for (int change : literalsOf(term)) {
            int atom = Way.atom(change);
            if (Way.becomesTrue(change) ? truths.isFalse(atom) : truths.isTrue(atom)) {
                here.add(change);
            }
        }
        return here;
    }
}
