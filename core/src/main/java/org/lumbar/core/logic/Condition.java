package org.lumbar.core.logic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lumbar.core.logic.Expression.All;
import org.lumbar.core.logic.Expression.Any;
import org.lumbar.core.logic.Expression.Comparison;
import org.lumbar.core.logic.Expression.Finding;
import org.lumbar.core.logic.Expression.Not;
import org.lumbar.core.logic.Expression.Operator;

/**
 * An expression compiled to disjunctive normal form over atoms. Pushing negations inwards and distributing keep the value in
 * strong Kleene logic, so the compiled form answers exactly as the written one. No term is simplified by "x or not x":
 * a rule over an unknown finding must stay unknown.
 */
public final class Condition {

    /** More alternatives than this is a rule that nobody can review. */
    public static final int MAX_ALTERNATIVES = 4096;

    private final int number;
    private final Term[] terms;
    private final int[] atoms;

    Condition(int number, List<Term> terms) {
        this.number = number;
        this.terms = terms.toArray(Term[]::new);
        this.atoms =
                terms.stream().flatMapToInt(Term::atoms).distinct().sorted().toArray();
    }

    /**
     * Compiles an expression.
     *
     * @throws IllegalArgumentException when it names a finding that does not exist or grows beyond what can be reviewed
     */
    public static Condition compile(Expression expression, Atoms atoms) {
        Condition known = atoms.compiled(expression);
        if (known != null) {
            return known;
        }
        if (alternatives(expression) > MAX_ALTERNATIVES) {
            throw new IllegalArgumentException("An expression unfolds to more than " + MAX_ALTERNATIVES
                    + " alternatives; name part of it as a finding of its own");
        }
        Set<Term> terms = new LinkedHashSet<>();
        for (Literals literals : normalForm(expression, false, atoms)) {
            terms.add(literals.toTerm());
        }
        return atoms.remember(expression, List.copyOf(terms));
    }

    /** How many alternatives an expression unfolds to, counted without unfolding it; counting stops one above the limit. */
    public static int alternatives(Expression expression) {
        return count(expression, false);
    }

    private static int count(Expression expression, boolean negated) {
        return switch (expression) {
            case Finding finding -> 1;
            case Comparison comparison -> 1;
            case Not not -> count(not.operand(), !negated);
            case All all -> negated ? sum(all.operands(), true) : product(all.operands(), false);
            case Any any -> negated ? product(any.operands(), true) : sum(any.operands(), false);
        };
    }

    private static int sum(List<Expression> operands, boolean negated) {
        int sum = 0;
        for (Expression operand : operands) {
            sum += count(operand, negated);
            if (sum > MAX_ALTERNATIVES) {
                return MAX_ALTERNATIVES + 1;
            }
        }
        return sum;
    }

    private static int product(List<Expression> operands, boolean negated) {
        int product = 1;
        for (Expression operand : operands) {
            product *= count(operand, negated);
            if (product > MAX_ALTERNATIVES) {
                return MAX_ALTERNATIVES + 1;
            }
        }
        return product;
    }

    /** Number of terms. */
    public int size() {
        return terms.length;
    }

    /** An alternative, in the order in which they are written. */
    public Term term(int place) {
        return terms[place];
    }

    /** The value for a patient: true when one term is, false when all are, otherwise unknown. */
    public Truth in(TruthSet truths) {
        boolean unknown = false;
        for (Term term : terms) {
            if (term.holds(truths)) {
                return Truth.TRUE;
            }
            unknown |= !term.fails(truths);
        }
        return unknown ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** Whether the condition is true for a patient: one term holds. */
    public boolean holds(TruthSet truths) {
        return firstTrue(truths) >= 0;
    }

    /** The lanes in which the condition is true. */
    public long holds(Lanes lanes) {
        long any = 0;
        for (Term term : terms) {
            any |= term.holds(lanes);
        }
        return any;
    }

    /** The lanes in which the condition is false. */
    public long fails(Lanes lanes) {
        long all = -1;
        for (Term term : terms) {
            all &= term.fails(lanes);
        }
        return all;
    }

    /** The place of the first term that holds for a patient; -1 when none does. */
    public int firstTrue(TruthSet truths) {
        for (int place = 0; place < terms.length; place++) {
            if (terms[place].holds(truths)) {
                return place;
            }
        }
        return -1;
    }

    /** The place of the first term that holds in any lane; -1 when none does. */
    public int firstTrue(Lanes lanes) {
        for (int place = 0; place < terms.length; place++) {
            if (terms[place].holds(lanes) != 0) {
                return place;
            }
        }
        return -1;
    }

    /** The only atom of a condition that is just "this is present", or -1. */
    public int singleAtom() {
        boolean single = terms.length == 1 && terms[0].size() == 1 && (terms[0].literal(0) & 1) != 0;
        return single ? terms[0].literal(0) >>> 1 : -1;
    }

    /** The same number for the same rule, from 0 without gaps: what is worked out for one rule can be kept in an array. */
    public int number() {
        return number;
    }

    /** Every atom mentioned, ascending. */
    public int[] atoms() {
        return atoms.clone();
    }

    /** The unknown atoms that still could decide the condition: those of terms that are not false; ascending. */
    public int[] openAtoms(TruthSet truths) {
        int[] open = new int[atoms.length];
        int count = 0;
        for (int atom : atoms) {
            if (truths.get(atom) == Truth.UNKNOWN && open(atom, truths)) {
                open[count++] = atom;
            }
        }
        return Arrays.copyOf(open, count);
    }

    /** Whether a term that is still open mentions the atom. */
    private boolean open(int atom, TruthSet truths) {
        for (Term term : terms) {
            if (term.mentions(atom) && term.in(truths) == Truth.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    private static List<Literals> normalForm(Expression expression, boolean negated, Atoms atoms) {
        return switch (expression) {
            case Finding finding -> List.of(Literals.of(atoms.finding(finding.id()), !negated));
            case Comparison comparison -> List.of(literal(comparison, negated, atoms));
            case Not not -> normalForm(not.operand(), !negated, atoms);
            case All all -> negated ? union(all.operands(), true, atoms) : product(all.operands(), false, atoms);
            case Any any -> negated ? product(any.operands(), true, atoms) : union(any.operands(), false, atoms);
        };
    }

    private static Literals literal(Comparison comparison, boolean negated, Atoms atoms) {
        Operator operator = comparison.operator();
        boolean positive = operator == Operator.LESS || operator == Operator.AT_MOST;
        Operator kept = positive ? operator : operator.opposite();
        int atom = atoms.comparison(comparison.measure(), kept == Operator.AT_MOST, comparison.number());
        return Literals.of(atom, positive != negated);
    }

    private static List<Literals> union(List<Expression> operands, boolean negated, Atoms atoms) {
        List<Literals> result = new ArrayList<>();
        for (Expression operand : operands) {
            result.addAll(normalForm(operand, negated, atoms));
        }
        return result;
    }

    private static List<Literals> product(List<Expression> operands, boolean negated, Atoms atoms) {
        List<Literals> result = List.of(Literals.NONE);
        for (Expression operand : operands) {
            List<Literals> right = normalForm(operand, negated, atoms);
            List<Literals> next = new ArrayList<>(result.size() * right.size());
            for (Literals a : result) {
                for (Literals b : right) {
                    next.add(a.and(b));
                }
            }
            result = next;
        }
        return result;
    }

    private record Literals(Set<Integer> positive, Set<Integer> negative) {
        static final Literals NONE = new Literals(Set.of(), Set.of());

        static Literals of(int atom, boolean positive) {
            return positive ? new Literals(Set.of(atom), Set.of()) : new Literals(Set.of(), Set.of(atom));
        }

        Literals and(Literals other) {
            return new Literals(merge(positive, other.positive), merge(negative, other.negative));
        }

        private static Set<Integer> merge(Set<Integer> a, Set<Integer> b) {
            if (a.isEmpty()) {
                return b;
            }
            Set<Integer> merged = new LinkedHashSet<>(a);
            merged.addAll(b);
            return merged;
        }

        Term toTerm() {
            return new Term(sorted(positive), sorted(negative));
        }

        private static int[] sorted(Set<Integer> set) {
            return set.stream().mapToInt(Integer::intValue).sorted().toArray();
        }
    }
}
