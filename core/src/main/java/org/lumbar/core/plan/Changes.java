package org.lumbar.core.plan;

import static org.lumbar.core.plan.WayAlgebra.ALTERNATIVES;
import static org.lumbar.core.plan.WayAlgebra.NOTHING;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.finding.FindingsEngine;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;

/**
 * Computes smallest sets of changes that would make a condition true or false. What follows from other findings is traced
 * back to those, so that a change always names something that can be observed or answered. How changes are written and put
 * together: {@link WayAlgebra}.
 */
final class Changes {

    private static final int DEPTH = 6;

    private final Atoms atoms;
    private final Literals literals;
    private final List<FindingDefinition> findings;
    private final Condition[] presentWhen;
    private final Condition[] absentWhen;
    /** What must hold that nothing overrules the presence of a finding whose absence wins. */
    private final Condition[] unopposed;

    /** Atoms that findings follow from. */
    private final BitSet influential = new BitSet();

    private final FindingsEngine engine;
    private final WayAlgebra algebra;

    /** Called once everything else is compiled, so that all atoms are known. */
    Changes(KnowledgeBase knowledge, Atoms atoms, Literals literals, FindingsEngine engine) {
        this.atoms = atoms;
        this.literals = literals;
        this.findings = knowledge.findings();
        this.presentWhen = compile(FindingDefinition::presentWhen);
        this.absentWhen = compile(FindingDefinition::absentWhen);
        this.unopposed = compile(definition ->
                definition.absentWins() ? new Expression.Not(definition.absentWhen()) : Expression.ALWAYS);
        this.engine = engine;
        this.algebra = new WayAlgebra(atoms);
        for (int i = 0; i < findings.size(); i++) {
            Arrays.stream(presentWhen[i].atoms()).forEach(influential::set);
            Arrays.stream(absentWhen[i].atoms()).forEach(influential::set);
        }
    }

    private interface Part {
        Expression of(FindingDefinition definition);
    }

    private Condition[] compile(Part part) {
        return findings.stream()
                .map(definition -> Condition.compile(part.of(definition), atoms))
                .toArray(Condition[]::new);
    }

    /**
     * Ways for one patient; remembers what it has worked out, and is not for sharing between threads.
     *
     * @param truths what holds as the patient is judged
     */
    Ways of(Findings established, TruthSet truths) {
        return new Ways(established, truths);
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

    /** True when nothing follows from these changes. */
    private boolean plain(int[] way) {
        for (int change : way) {
            if (change >> 1 >= atoms.findings() || influential.get(change >> 1)) {
                return false;
            }
        }
        return true;
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
        private final Findings established;
        private final TruthSet truths;
        private final int[][] @Nullable [] becomeTrue = new int[atoms.size()][][];
        private final int[][] @Nullable [] becomeFalse = new int[atoms.size()][][];
        private final IdentityHashMap<Condition, int[][]> satisfying = new IdentityHashMap<>();
        private final IdentityHashMap<Condition, int[]> obstacles = new IdentityHashMap<>();
        private final Map<IntBuffer, TruthSet> after = new HashMap<>();

        private Ways(Findings established, TruthSet truths) {
            this.established = established;
            this.truths = truths;
        }

        /** Ways that make every one of these conditions, true or open, false. */
        int[][] toFalsify(List<Condition> conditions) {
            int[][] result = {NOTHING};
            for (Condition condition : conditions) {
                result = both(result, falsify(condition, DEPTH));
            }
            return result;
        }

        /** Ways that make the condition true. */
        int[][] toSatisfy(Condition condition) {
            return satisfying.computeIfAbsent(condition, c -> satisfy(c, DEPTH));
        }

        /** Ways that make this atom true, or false. */
        int[][] toMake(int atom, boolean value) {
            return value ? makeTrue(atom, DEPTH) : makeFalse(atom, DEPTH);
        }

        /** What would hold for the patient after these changes, with all that follows from them. */
        TruthSet after(int[] way) {
            return after.computeIfAbsent(
                    IntBuffer.wrap(way), changed -> plain(way) ? set(way) : engine.suppose(established, truths, way));
        }

        private TruthSet set(int[] way) {
            TruthSet changed = truths.copy();
            for (int change : way) {
                changed.set(change >> 1, Truth.of((change & 1) != 0));
            }
            return changed;
        }

        /** Ways that do the one and the other. */
        int[][] both(int[][] some, int[][] more) {
            return algebra.combine(some, more);
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

        /** Ends a true condition; settles an open one. */
        private int[][] falsify(Condition condition, int depth) {
            Truth now = condition.in(truths);
            int[][] result = {NOTHING};
            for (Condition.Term term : condition.terms()) {
                if (now != Truth.FALSE && term.in(truths) == now) {
                    result = both(result, falsify(term, now, depth));
                }
            }
            return result;
        }

        /** Turns one of the literals that make the term what it is. */
        private int[][] falsify(Condition.Term term, Truth now, int depth) {
            List<int[]> ways = new ArrayList<>();
            for (int atom : term.positive()) {
                if (truths.get(atom) == now) {
                    ways.addAll(Arrays.asList(makeFalse(atom, depth)));
                }
            }
            for (int atom : term.negative()) {
                if (truths.get(atom) == now.not()) {
                    ways.addAll(Arrays.asList(makeTrue(atom, depth)));
                }
            }
            return algebra.best(ways);
        }

        /** What follows from others ends with them; what is recorded besides must be answered as well. */
        private int[][] makeFalse(int atom, int depth) {
            int[][] known = becomeFalse[atom];
            if (known == null) {
                known = new int[][] {{2 * atom}};
                if (atom < atoms.findings() && depth > 0) {
                    if (presentWhen[atom].in(truths) == Truth.TRUE) {
                        int[][] ended = falsify(presentWhen[atom], depth - 1);
                        known = established.recorded().isTrue(atom) ? both(ended, known) : ended;
                    } else if (inParts(atom) && !established.recorded().isTrue(atom)) {
                        known = satisfy(absentWhen[atom], depth - 1);
                    }
                }
                becomeFalse[atom] = known;
            }
            return known;
        }

        private int[][] makeTrue(int atom, int depth) {
            int[][] known = becomeTrue[atom];
            if (known == null) {
                known = new int[][] {{2 * atom + 1}};
                if (atom < atoms.findings()
                        && depth > 0
                        && inParts(atom)
                        && !(findings.get(atom).absentWins()
                                && established.recorded().isFalse(atom))) {
                    known = both(satisfy(unopposed[atom], depth - 1), satisfy(presentWhen[atom], depth - 1));
                }
                becomeTrue[atom] = known;
            }
            return known;
        }

        /** Nobody is asked for the finding itself, but for what it follows from. */
        private boolean inParts(int finding) {
            return findings.get(finding).askedThroughParts()
                    && !presentWhen[finding].terms().isEmpty()
                    && !absentWhen[finding].terms().isEmpty();
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
                for (int i = 0; i < lacks.length; i++) {
                    if (lacks[i] == size) {
                        List<int[]> more = new ArrayList<>(Arrays.asList(ways));
                        more.addAll(Arrays.asList(satisfy(terms.get(i), depth)));
                        ways = algebra.best(more);
                    }
                }
            }
            return ways;
        }

        private int[][] satisfy(Condition.Term term, int depth) {
            int[][] ways = {NOTHING};
            for (int atom : term.positive()) {
                if (!truths.isTrue(atom)) {
                    ways = both(ways, makeTrue(atom, depth));
                }
            }
            for (int atom : term.negative()) {
                if (!truths.isFalse(atom)) {
                    ways = both(ways, makeFalse(atom, depth));
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
}
