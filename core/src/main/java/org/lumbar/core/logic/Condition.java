package org.lumbar.core.logic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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

    /** A conjunction of literals, as sorted atom indexes. */
    public record Term(int[] positive, int[] negative) {

        /** The value for a patient. */
        public Truth in(TruthSet truths) {
            boolean unknown = false;
            for (int atom : positive) {
                if (truths.isFalse(atom)) {
                    return Truth.FALSE;
                }
                unknown |= !truths.isTrue(atom);
            }
            for (int atom : negative) {
                if (truths.isTrue(atom)) {
                    return Truth.FALSE;
                }
                unknown |= !truths.isFalse(atom);
            }
            return unknown ? Truth.UNKNOWN : Truth.TRUE;
        }

        boolean mentions(int atom) {
            return Arrays.binarySearch(positive, atom) >= 0 || Arrays.binarySearch(negative, atom) >= 0;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Term that
                    && Arrays.equals(positive, that.positive)
                    && Arrays.equals(negative, that.negative);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(positive) + Arrays.hashCode(negative);
        }
    }

    private final int number;
    private final List<Term> terms;
    private final Term[] array;
    private final int[] atoms;
    /** The same terms as bits: whole words are compared at once, nearly without branches. */
    private final Mask[] masks;

    Condition(int number, List<Term> terms) {
        this.number = number;
        this.terms = terms;
        this.array = terms.toArray(Term[]::new);
        this.atoms = terms.stream()
                .flatMapToInt(term -> IntStream.concat(Arrays.stream(term.positive), Arrays.stream(term.negative)))
                .distinct()
                .sorted()
                .toArray();
        this.masks = terms.stream().map(Mask::of).toArray(Mask[]::new);
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

    public List<Term> terms() {
        return terms;
    }

    /** The value for a patient: true when one term is, false when all are, otherwise unknown. */
    public Truth in(TruthSet truths) {
        boolean unknown = false;
        for (Mask mask : masks) {
            if (mask.holds(truths)) {
                return Truth.TRUE;
            }
            unknown |= !mask.fails(truths);
        }
        return unknown ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** Whether the condition is true for a patient: one term holds. */
    public boolean holds(TruthSet truths) {
        for (Mask mask : masks) {
            if (mask.holds(truths)) {
                return true;
            }
        }
        return false;
    }

    /** The only atom of a condition that is just "this is present", or -1. */
    public int singleAtom() {
        if (terms.size() != 1) {
            return -1;
        }
        Term only = terms.get(0);
        return only.negative.length == 0 && only.positive.length == 1 ? only.positive[0] : -1;
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
        for (Term term : array) {
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
