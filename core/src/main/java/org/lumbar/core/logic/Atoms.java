package org.lumbar.core.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers every elementary statement that rules speak of, so that a patient's state fits into two bit sets. Findings come
 * first, in the order given; comparisons are added as rules mention them. A comparison is kept in its {@code <} or
 * {@code <=} form, so {@code age >= 18} and {@code age < 18} share one bit and can never contradict each other.
 */
public final class Atoms {

    /** An elementary statement. */
    public sealed interface Atom {
        record OfFinding(String id) implements Atom {}

        /** {@code orEqual} tells {@code <=} from {@code <}. */
        record OfComparison(String measure, boolean orEqual, double number) implements Atom {}
    }

    private final List<Atom> atoms = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<Atom, Integer> comparisons = new HashMap<>();
    private final Map<Expression, Condition> compiled = new HashMap<>();
    private final Map<List<Term>, Condition> distinct = new HashMap<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final int findings;
    /** Made anew when conditions were added; threads that race for it make the same. */
    private volatile ConditionTable table = new ConditionTable(List.of());

    public Atoms(List<String> findingIds) {
        for (String id : findingIds) {
            indexes.put(id, atoms.size());
            atoms.add(new Atom.OfFinding(id));
        }
        this.findings = findingIds.size();
    }

    /** Number of findings; they have the indexes from 0. */
    public int findings() {
        return findings;
    }

    public int size() {
        return atoms.size();
    }

    /** Number of 64-bit words that one bit set over all atoms needs. */
    public int words() {
        return (atoms.size() + 63) >>> 6;
    }

    public Atom atom(int index) {
        return atoms.get(index);
    }

    /**
     * The index of a finding.
     *
     * @throws IllegalArgumentException when no finding has this id
     */
    public int finding(String id) {
        int index = findingOrNone(id);
        if (index < 0) {
            throw new IllegalArgumentException("No finding has the id " + id);
        }
        return index;
    }

    /** The index of a finding, or -1. */
    public int findingOrNone(String id) {
        return indexes.getOrDefault(id, -1);
    }

    /** The compiled form of an expression that was met before, so that equal rules are one object; null when it is new. */
    @Nullable
    Condition compiled(Expression expression) {
        return compiled.get(expression);
    }

    /** The one condition with these terms, whatever the expression that it was written as. */
    Condition remember(Expression expression, List<Term> terms) {
        Condition condition = distinct.computeIfAbsent(terms, fresh -> {
            Condition next = new Condition(conditions.size(), fresh);
            conditions.add(next);
            return next;
        });
        compiled.put(expression, condition);
        return condition;
    }

    /** Number of different conditions; the numbers of conditions are below it. */
    public int conditions() {
        return conditions.size();
    }

    /** The condition with this number. */
    public Condition condition(int number) {
        return conditions.get(number);
    }

    /** The conditions compiled so far, to be worked out together. */
    ConditionTable table() {
        ConditionTable known = table;
        if (known.size() < conditions.size()) {
            known = new ConditionTable(conditions);
            table = known;
        }
        return known;
    }

    int comparison(String measure, boolean orEqual, double number) {
        return comparisons.computeIfAbsent(new Atom.OfComparison(measure, orEqual, number), fresh -> {
            atoms.add(fresh);
            return atoms.size() - 1;
        });
    }
}
