package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Term;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;
import org.lumbar.core.logic.Verdicts;

/**
 * Smallest sets of changes that would make a condition true or false for one patient. What follows from other findings is
 * traced back to those, so that a change always names something that can be observed or answered. Remembers what it has
 * worked out, by rule and by atom, because items share rules; not for sharing between threads. How ways are put together:
 * {@link WayAlgebra}.
 */
final class Ways {

    /** How far a finding is traced back through others. */
    private static final int DEPTH = 6;

    private final Changes changes;
    private final Findings established;
    private final TruthSet truths;
    private final Verdicts now;
    /** Nothing needs to change. */
    private final Options asItIs = new Options(Way.NOTHING);

    /** By literal. */
    private final @Nullable Options[] making;
    /** By the number of a condition. */
    private final @Nullable Options[] satisfying;

    private final @Nullable Options[] falsifying;

    /** @param now what holds as the patient is judged */
    Ways(Changes changes, Findings established, Verdicts now) {
        this.changes = changes;
        this.established = established;
        this.now = now;
        this.truths = now.truths();
        this.making = new Options[2 * changes.atoms()];
        this.satisfying = new Options[changes.conditions()];
        this.falsifying = new Options[changes.conditions()];
    }

    /** Nothing needs to change. */
    Options asItIs() {
        return asItIs;
    }

    /**
     * Ways that make some rules false, all of which are true or all of which are open.
     *
     * @param some a bit for each of them by its place
     */
    Options toFalsify(CompiledRules rules, long some) {
        Options result = asItIs;
        for (long left = some; left != 0; left &= left - 1) {
            result = both(result, toFalsify(rules.condition(Long.numberOfTrailingZeros(left))));
        }
        return result;
    }

    private Options toFalsify(Condition condition) {
        Options known = falsifying[condition.number()];
        if (known == null) {
            known = falsify(condition, DEPTH);
            falsifying[condition.number()] = known;
        }
        return known;
    }

    /** Ways that make the condition true. */
    Options toSatisfy(Condition condition) {
        Options known = satisfying[condition.number()];
        if (known == null) {
            known = satisfy(condition, DEPTH);
            satisfying[condition.number()] = known;
        }
        return known;
    }

    /** Ways that make this atom true, or false. */
    Options toMake(int atom, boolean value) {
        return make(2 * atom + (value ? 1 : 0), DEPTH);
    }

    /** Ways that do the one and the other. */
    Options both(Options some, Options more) {
        return some.and(more, changes.algebra);
    }

    /** Ends a true condition; settles an open one. */
    private Options falsify(Condition condition, int depth) {
        Truth value = now.of(condition);
        Options result = asItIs;
        if (value != Truth.FALSE) {
            for (int i = 0; i < condition.size(); i++) {
                if (condition.term(i).in(truths) == value) {
                    result = both(result, falsify(condition.term(i), value, depth));
                }
            }
        }
        return result;
    }

    /** Turns one of the literals that make the term what it is. */
    private Options falsify(Term term, Truth value, int depth) {
        if (term.size() == 1) {
            return make(term.literal(0) ^ 1, depth);
        }
        List<Way> ways = new ArrayList<>(4);
        for (int i = 0; i < term.size(); i++) {
            int literal = term.literal(i);
            if (value == Truth.TRUE ? truths.holds(literal) : !truths.holds(literal) && !truths.fails(literal)) {
                Collections.addAll(ways, make(literal ^ 1, depth).ways);
            }
        }
        return new Options(WayAlgebra.best(ways.toArray(Way[]::new), ways.size()));
    }

    /** Makes a literal hold. */
    private Options make(int literal, int depth) {
        Options known = making[literal];
        if (known == null) {
            known = Way.becomesTrue(literal) ? makeTrue(literal >>> 1, depth) : makeFalse(literal >>> 1, depth);
            making[literal] = known;
        }
        return known;
    }

    /** What follows from others ends with them; what is recorded besides must be answered as well. */
    private Options makeFalse(int atom, int depth) {
        Options answered = new Options(new Way(2 * atom));
        if (changes.isFinding(atom) && depth > 0) {
            if (now.of(changes.presentWhen[atom]) == Truth.TRUE) {
                Options ended = falsify(changes.presentWhen[atom], depth - 1);
                return established.recorded().isTrue(atom) ? both(ended, answered) : ended;
            }
            if (inParts(atom) && !established.recorded().isTrue(atom)) {
                return satisfy(changes.absentWhen[atom], depth - 1);
            }
        }
        return answered;
    }

    private Options makeTrue(int atom, int depth) {
        if (changes.isFinding(atom)
                && depth > 0
                && inParts(atom)
                && !(changes.absentWins(atom) && established.recorded().isFalse(atom))) {
            return both(satisfy(changes.unopposed[atom], depth - 1), satisfy(changes.presentWhen[atom], depth - 1));
        }
        return new Options(new Way(2 * atom + 1));
    }

    /** Nobody is asked for the finding itself, but for what it follows from. */
    private boolean inParts(int finding) {
        return changes.askedThroughParts(finding)
                && changes.presentWhen[finding].size() > 0
                && changes.absentWhen[finding].size() > 0;
    }

    /** Tries the terms that lack least first, and no term that lacks more than the ways already found. */
    private Options satisfy(Condition condition, int depth) {
        int[] lacks = new int[condition.size()];
        int most = 0;
        for (int i = 0; i < lacks.length; i++) {
            lacks[i] = condition.term(i).lacking(truths);
            most = Math.max(most, lacks[i]);
        }
        Way[] ways = {};
        for (int size = 0; size <= most; size++) {
            if (ways.length == WayAlgebra.ALTERNATIVES && ways[WayAlgebra.ALTERNATIVES - 1].changes.length <= size) {
                break;
            }
            for (int i = 0; i < lacks.length; i++) {
                if (lacks[i] == size) {
                    ways = WayAlgebra.either(ways, satisfy(condition.term(i), size, depth));
                }
            }
        }
        return new Options(ways);
    }

    /** @param lacking how many literals do not hold */
    private Way[] satisfy(Term term, int lacking, int depth) {
        if (lacking == 0) {
            return asItIs.ways;
        }
        Options[] parts = new Options[lacking];
        int count = 0;
        boolean oneWay = true;
        for (int i = 0; count < lacking; i++) {
            if (!truths.holds(term.literal(i))) {
                Options part = make(term.literal(i), depth);
                parts[count++] = part;
                oneWay &= part.ways.length == 1;
            }
        }
        return oneWay ? changes.algebra.together(parts) : allOf(parts).ways;
    }

    private Options allOf(Options[] parts) {
        Options all = asItIs;
        for (Options part : parts) {
            all = both(all, part);
        }
        return all;
    }
}
