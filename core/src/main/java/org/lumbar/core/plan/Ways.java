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

    static final Way[] AS_IT_IS = {Way.NOTHING};

    private final Changes changes;
    private final Literals literals;
    private final Findings established;
    private final TruthSet truths;
    private final Verdicts now;
    private final Way[] @Nullable [] becomeTrue;
    private final Way[] @Nullable [] becomeFalse;
    private final Way[] @Nullable [] satisfying;
    private final Way[] @Nullable [] falsifying;

    /** @param now what holds as the patient is judged */
    Ways(Changes changes, Literals literals, Findings established, Verdicts now) {
        this.changes = changes;
        this.literals = literals;
        this.established = established;
        this.now = now;
        this.truths = now.truths();
        this.becomeTrue = new Way[changes.atoms()][];
        this.becomeFalse = new Way[changes.atoms()][];
        this.satisfying = new Way[changes.conditions()][];
        this.falsifying = new Way[changes.conditions()][];
    }

    /** Ways that make every one of these conditions, true or open, false. */
    Way[] toFalsify(List<Condition> conditions) {
        Way[] result = AS_IT_IS;
        for (Condition condition : conditions) {
            result = both(result, toFalsify(condition));
        }
        return result;
    }

    private Way[] toFalsify(Condition condition) {
        Way[] known = falsifying[condition.number()];
        if (known == null) {
            known = falsify(condition, DEPTH);
            falsifying[condition.number()] = known;
        }
        return known;
    }

    /** Ways that make the condition true. */
    Way[] toSatisfy(Condition condition) {
        Way[] known = satisfying[condition.number()];
        if (known == null) {
            known = satisfy(condition, DEPTH);
            satisfying[condition.number()] = known;
        }
        return known;
    }

    /** Ways that make this atom true, or false. */
    Way[] toMake(int atom, boolean value) {
        return make(2 * atom + (value ? 1 : 0), DEPTH);
    }

    /** The changes of a way, as text. */
    List<String> say(Way way) {
        if (way.changesNothing()) {
            return List.of();
        }
        List<String> said = way.said;
        if (said == null) {
            String[] texts = new String[way.changes.length];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = literals.change(way.changes[i]);
            }
            said = List.of(texts);
            way.said = said;
        }
        return said;
    }

    /** Ways that do the one and the other. */
    Way[] both(Way[] some, Way[] more) {
        if (WayAlgebra.changesNothing(some)) {
            return more;
        }
        if (WayAlgebra.changesNothing(more)) {
            return some;
        }
        return changes.algebra.combine(some, more);
    }

    /** Ends a true condition; settles an open one. */
    private Way[] falsify(Condition condition, int depth) {
        Truth value = now.of(condition);
        Way[] result = AS_IT_IS;
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
    private Way[] falsify(Term term, Truth value, int depth) {
        List<Way> ways = new ArrayList<>(4);
        for (int i = 0; i < term.size(); i++) {
            int literal = term.literal(i);
            if (value == Truth.TRUE ? truths.holds(literal) : !truths.holds(literal) && !truths.fails(literal)) {
                Collections.addAll(ways, make(literal ^ 1, depth));
            }
        }
        return WayAlgebra.best(ways.toArray(Way[]::new), ways.size());
    }

    /** Makes a literal hold. */
    private Way[] make(int literal, int depth) {
        int atom = literal >>> 1;
        return Way.becomesTrue(literal) ? makeTrue(atom, depth) : makeFalse(atom, depth);
    }

    /** What follows from others ends with them; what is recorded besides must be answered as well. */
    private Way[] makeFalse(int atom, int depth) {
        Way[] known = becomeFalse[atom];
        if (known == null) {
            known = new Way[] {new Way(2 * atom)};
            if (changes.isFinding(atom) && depth > 0) {
                if (now.of(changes.presentWhen[atom]) == Truth.TRUE) {
                    Way[] ended = falsify(changes.presentWhen[atom], depth - 1);
                    known = established.recorded().isTrue(atom) ? both(ended, known) : ended;
                } else if (inParts(atom) && !established.recorded().isTrue(atom)) {
                    known = satisfy(changes.absentWhen[atom], depth - 1);
                }
            }
            becomeFalse[atom] = known;
        }
        return known;
    }

    private Way[] makeTrue(int atom, int depth) {
        Way[] known = becomeTrue[atom];
        if (known == null) {
            known = new Way[] {new Way(2 * atom + 1)};
            if (changes.isFinding(atom)
                    && depth > 0
                    && inParts(atom)
                    && !(changes.absentWins(atom) && established.recorded().isFalse(atom))) {
                known = both(
                        satisfy(changes.unopposed[atom], depth - 1), satisfy(changes.presentWhen[atom], depth - 1));
            }
            becomeTrue[atom] = known;
        }
        return known;
    }

    /** Nobody is asked for the finding itself, but for what it follows from. */
    private boolean inParts(int finding) {
        return changes.askedThroughParts(finding)
                && changes.presentWhen[finding].size() > 0
                && changes.absentWhen[finding].size() > 0;
    }

    /** Tries the terms that lack least first, and no term that lacks more than the ways already found. */
    private Way[] satisfy(Condition condition, int depth) {
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
                    ways = WayAlgebra.either(ways, satisfy(condition.term(i), depth));
                }
            }
        }
        return ways;
    }

    private Way[] satisfy(Term term, int depth) {
        Way[] ways = AS_IT_IS;
        for (int i = 0; i < term.size(); i++) {
            if (!truths.holds(term.literal(i))) {
                ways = both(ways, make(term.literal(i), depth));
            }
        }
        return ways;
    }
}
