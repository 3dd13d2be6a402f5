package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;

/**
 * Computes smallest sets of changes that would make a condition true or false. What follows from other findings is traced
 * back to those, so that a change always names something that can be observed or answered.
 */
final class Changes {

    /** No more alternatives than a person reads. */
    private static final int ALTERNATIVES = 3;

    private static final int DEPTH = 6;

    private static final Comparator<Set<String>> SMALLEST = Comparator.comparingInt(Set::size);

    private final Atoms atoms;
    private final Literals literals;
    private final List<FindingDefinition> findings;
    private final Condition[] presentWhen;

    Changes(KnowledgeBase knowledge, Atoms atoms, Literals literals) {
        this.atoms = atoms;
        this.literals = literals;
        this.findings = knowledge.findings();
        this.presentWhen = findings.stream()
                .map(definition -> Condition.compile(definition.presentWhen(), atoms))
                .toArray(Condition[]::new);
    }

    /** Changes that make every one of these true conditions false. */
    List<Set<String>> toFalsify(List<Condition> conditions, TruthSet truths) {
        return falsifyAll(conditions, truths, DEPTH);
    }

    /** Changes that make the condition true. */
    List<Set<String>> toSatisfy(Condition condition, TruthSet truths) {
        return satisfy(condition, truths, DEPTH);
    }

    /** The open questions behind the unknown atoms of a condition, in the order of the atoms. */
    void addOpen(Condition condition, TruthSet truths, Set<String> into) {
        for (int atom : condition.openAtoms(truths)) {
            addOpen(atom, truths, into, DEPTH);
        }
    }

    /** What to ask when this atom is unknown: itself, or its parts where it is asked through them. */
    void addOpen(int atom, TruthSet truths, Set<String> into, int depth) {
        if (atom < atoms.findings() && findings.get(atom).askedThroughParts() && depth > 0) {
            int before = into.size();
            for (int part : presentWhen[atom].openAtoms(truths)) {
                addOpen(part, truths, into, depth - 1);
            }
            if (into.size() > before || !presentWhen[atom].terms().isEmpty()) {
                return;
            }
        }
        into.add(literals.subject(atom));
    }

    private List<Set<String>> falsifyAll(List<Condition> conditions, TruthSet truths, int depth) {
        List<Set<String>> result = List.of(Set.of());
        for (Condition condition : conditions) {
            for (Condition.Term term : condition.terms()) {
                if (isTrue(term, truths)) {
                    result = combine(result, falsify(term, truths, depth));
                }
            }
        }
        return result;
    }

    private List<Set<String>> falsify(Condition.Term term, TruthSet truths, int depth) {
        List<Set<String>> ways = new ArrayList<>();
        for (int atom : term.positive()) {
            ways.addAll(makeFalse(atom, truths, depth));
        }
        for (int atom : term.negative()) {
            ways.addAll(makeTrue(atom, truths, depth));
        }
        return best(ways);
    }

    private List<Set<String>> makeFalse(int atom, TruthSet truths, int depth) {
        if (atom < atoms.findings() && depth > 0 && presentWhen[atom].in(truths) == Truth.TRUE) {
            return falsifyAll(List.of(presentWhen[atom]), truths, depth - 1);
        }
        return List.of(Set.of(literals.change(atom, false)));
    }

    private List<Set<String>> makeTrue(int atom, TruthSet truths, int depth) {
        boolean derivedOnly = atom < atoms.findings()
                && depth > 0
                && findings.get(atom).askedThroughParts()
                && !presentWhen[atom].terms().isEmpty();
        return derivedOnly
                ? satisfy(presentWhen[atom], truths, depth - 1)
                : List.of(Set.of(literals.change(atom, true)));
    }

    private List<Set<String>> satisfy(Condition condition, TruthSet truths, int depth) {
        List<Set<String>> ways = new ArrayList<>();
        for (Condition.Term term : condition.terms()) {
            List<Set<String>> one = List.of(Set.of());
            for (int atom : term.positive()) {
                if (!truths.isTrue(atom)) {
                    one = combine(one, makeTrue(atom, truths, depth));
                }
            }
            for (int atom : term.negative()) {
                if (!truths.isFalse(atom)) {
                    one = combine(one, makeFalse(atom, truths, depth));
                }
            }
            ways.addAll(one);
        }
        return best(ways);
    }

    private static List<Set<String>> combine(List<Set<String>> left, List<Set<String>> right) {
        if (left.size() == 1 && left.get(0).isEmpty()) {
            return right;
        }
        List<Set<String>> all = new ArrayList<>(left.size() * right.size());
        for (Set<String> a : left) {
            for (Set<String> b : right) {
                Set<String> both = new LinkedHashSet<>(a);
                both.addAll(b);
                all.add(both);
            }
        }
        return best(all);
    }

    private static List<Set<String>> best(List<Set<String>> ways) {
        if (ways.size() <= 1) {
            return ways;
        }
        return ways.stream().distinct().sorted(SMALLEST).limit(ALTERNATIVES).toList();
    }

    private static boolean isTrue(Condition.Term term, TruthSet truths) {
        for (int atom : term.positive()) {
            if (!truths.isTrue(atom)) {
                return false;
            }
        }
        for (int atom : term.negative()) {
            if (!truths.isFalse(atom)) {
                return false;
            }
        }
        return true;
    }
}
