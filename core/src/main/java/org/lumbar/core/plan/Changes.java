package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;

/**
 * Computes smallest sets of changes that would make a condition true or false. What follows from other findings is traced
 * back to those, so that a change always names something that can be observed or answered.
 *
 * <p>A change is a number: twice the atom, plus one when it becomes true. A way is a sorted array of changes.
 */
final class Changes {

    /** No more alternatives than a person reads. */
    private static final int ALTERNATIVES = 3;

    private static final int DEPTH = 6;

    private static final int[] NOTHING = {};

    private static final Comparator<int[]> SMALLEST =
            Comparator.<int[]>comparingInt(way -> way.length).thenComparing(Arrays::compare);

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

    /** Ways for one patient; remembers what it has worked out, and is not for sharing between threads. */
    Ways of(TruthSet truths) {
        return new Ways(truths);
    }

    /** The open questions behind the unknown atoms of a condition, in the order of the atoms. */
    void addOpen(Condition condition, TruthSet truths, Set<String> into) {
        for (int atom : condition.openAtoms(truths)) {
            addOpen(atom, truths, into, DEPTH);
        }
    }

    /** What to ask when this atom is unknown: itself, or its parts where it is asked through them. */
    private void addOpen(int atom, TruthSet truths, Set<String> into, int depth) {
        if (atom < atoms.findings() && findings.get(atom).askedThroughParts() && depth > 0) {
            int[] parts = presentWhen[atom].openAtoms(truths);
            for (int part : parts) {
                addOpen(part, truths, into, depth - 1);
            }
            if (parts.length > 0) {
                return;
            }
        }
        into.add(literals.subject(atom));
    }

    /** The changes of a way, as text. */
    List<String> say(int[] way) {
        List<String> changes = new ArrayList<>(way.length);
        for (int change : way) {
            changes.add(literals.change(change >> 1, (change & 1) != 0));
        }
        return changes;
    }

    /** Ways for one patient. */
    final class Ways {
        private final TruthSet truths;
        private final int[][] @Nullable [] becomeTrue = new int[atoms.size()][][];
        private final int[][] @Nullable [] becomeFalse = new int[atoms.size()][][];
        private final IdentityHashMap<Condition, int[][]> satisfying = new IdentityHashMap<>();
        private final IdentityHashMap<Condition, int[]> obstacles = new IdentityHashMap<>();

        private Ways(TruthSet truths) {
            this.truths = truths;
        }

        /** Ways that make every one of these true conditions false. */
        int[][] toFalsify(List<Condition> conditions) {
            return falsifyAll(conditions, DEPTH);
        }

        /** Ways that make the condition true. */
        int[][] toSatisfy(Condition condition) {
            return satisfying.computeIfAbsent(condition, c -> satisfy(c, DEPTH));
        }

        /**
         * The literals that stand in the way of the alternatives that lack least, as changes that name their present value.
         * Unknown literals do not stand in the way.
         */
        int[] obstacles(Condition condition) {
            return obstacles.computeIfAbsent(condition, this::findObstacles);
        }

        private int[] findObstacles(Condition condition) {
            int least = Integer.MAX_VALUE;
            int[] found = NOTHING;
            for (Condition.Term term : condition.terms()) {
                int[] here = new int[term.positive().length + term.negative().length];
                int size = 0;
                for (int atom : term.positive()) {
                    if (truths.isFalse(atom)) {
                        here[size++] = 2 * atom + 1;
                    }
                }
                for (int atom : term.negative()) {
                    if (truths.isTrue(atom)) {
                        here[size++] = 2 * atom;
                    }
                }
                if (size < least) {
                    least = size;
                    found = NOTHING;
                }
                if (size == least) {
                    found = merge(found, here, size);
                }
            }
            return found;
        }

        private int[][] falsifyAll(List<Condition> conditions, int depth) {
            int[][] result = {NOTHING};
            for (Condition condition : conditions) {
                for (Condition.Term term : condition.terms()) {
                    if (missing(term) == 0) {
                        result = combine(result, falsify(term, depth));
                    }
                }
            }
            return result;
        }

        private int[][] falsify(Condition.Term term, int depth) {
            List<int[]> ways = new ArrayList<>();
            for (int atom : term.positive()) {
                ways.addAll(Arrays.asList(makeFalse(atom, depth)));
            }
            for (int atom : term.negative()) {
                ways.addAll(Arrays.asList(makeTrue(atom, depth)));
            }
            return best(ways);
        }

        private int[][] makeFalse(int atom, int depth) {
            int[][] known = becomeFalse[atom];
            if (known == null) {
                boolean derived = atom < atoms.findings() && depth > 0 && presentWhen[atom].in(truths) == Truth.TRUE;
                known = derived ? falsifyAll(List.of(presentWhen[atom]), depth - 1) : new int[][] {{2 * atom}};
                becomeFalse[atom] = known;
            }
            return known;
        }

        private int[][] makeTrue(int atom, int depth) {
            int[][] known = becomeTrue[atom];
            if (known == null) {
                boolean derived = atom < atoms.findings()
                        && depth > 0
                        && findings.get(atom).askedThroughParts()
                        && !presentWhen[atom].terms().isEmpty();
                known = derived ? satisfy(presentWhen[atom], depth - 1) : new int[][] {{2 * atom + 1}};
                becomeTrue[atom] = known;
            }
            return known;
        }

        /** Tries the terms that lack least first, and no term that lacks more than the ways already found. */
        private int[][] satisfy(Condition condition, int depth) {
            List<Condition.Term> terms = condition.terms();
            int[] lacks = new int[terms.size()];
            int most = 0;
            for (int i = 0; i < lacks.length; i++) {
                lacks[i] = missing(terms.get(i));
                most = Math.max(most, lacks[i]);
            }
            int[][] ways = {};
            for (int size = 0; size <= most; size++) {
                if (ways.length == ALTERNATIVES && ways[ALTERNATIVES - 1].length <= size) {
                    break;
                }
                List<int[]> more = new ArrayList<>(Arrays.asList(ways));
                for (int i = 0; i < lacks.length; i++) {
                    if (lacks[i] == size) {
                        more.addAll(Arrays.asList(satisfy(terms.get(i), depth)));
                    }
                }
                if (more.size() > ways.length) {
                    ways = best(more);
                }
            }
            return ways;
        }

        private int[][] satisfy(Condition.Term term, int depth) {
            int[][] ways = {NOTHING};
            for (int atom : term.positive()) {
                if (!truths.isTrue(atom)) {
                    ways = combine(ways, makeTrue(atom, depth));
                }
            }
            for (int atom : term.negative()) {
                if (!truths.isFalse(atom)) {
                    ways = combine(ways, makeFalse(atom, depth));
                }
            }
            return ways;
        }

        /** How many literals of a term do not hold. */
        private int missing(Condition.Term term) {
            int missing = 0;
            for (int atom : term.positive()) {
                missing += truths.isTrue(atom) ? 0 : 1;
            }
            for (int atom : term.negative()) {
                missing += truths.isFalse(atom) ? 0 : 1;
            }
            return missing;
        }
    }

    private static int[] merge(int[] some, int[] more, int size) {
        int[] all = Arrays.copyOf(some, some.length + size);
        int count = some.length;
        for (int i = 0; i < size; i++) {
            boolean there = false;
            for (int j = 0; j < some.length && !there; j++) {
                there = some[j] == more[i];
            }
            if (!there) {
                all[count++] = more[i];
            }
        }
        return Arrays.copyOf(all, count);
    }

    /** Every way of the left together with every way of the right, as far as they do not contradict each other. */
    private static int[][] combine(int[][] left, int[][] right) {
        if (left.length == 1 && left[0].length == 0) {
            return right;
        }
        List<int[]> all = new ArrayList<>(left.length * right.length);
        for (int[] a : left) {
            for (int[] b : right) {
                int[] both = union(a, b);
                if (both != null) {
                    all.add(both);
                }
            }
        }
        return best(all);
    }

    private static int @Nullable [] union(int[] a, int[] b) {
        int[] all = new int[a.length + b.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            int next = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i++] : b[j++];
            if (size > 0 && all[size - 1] == next) {
                continue;
            }
            if (size > 0 && all[size - 1] >> 1 == next >> 1) {
                return null;
            }
            all[size++] = next;
        }
        return size == all.length ? all : Arrays.copyOf(all, size);
    }

    /** The smallest ways, each once. */
    private static int[][] best(List<int[]> ways) {
        if (ways.size() > 1) {
            ways.sort(SMALLEST);
        }
        List<int[]> kept = new ArrayList<>(ALTERNATIVES);
        for (int[] way : ways) {
            if (kept.isEmpty() || !Arrays.equals(kept.get(kept.size() - 1), way)) {
                kept.add(way);
            }
            if (kept.size() == ALTERNATIVES) {
                break;
            }
        }
        return kept.toArray(int[][]::new);
    }
}
