package org.lumbar.core.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.lumbar.core.finding.Findings.Conflict;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.FindingDefinition.UnknownPolicy;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;

/**
 * Draws conclusions from direct evidence: first what follows as present, then what follows as absent, then what silence
 * means. What follows as present is never overruled by an answer, except for context findings that say so.
 */
final class Inference {

    /** What entries said directly about each finding. */
    record Direct(
            Truth[] answers,
            String[] answerRefs,
            FindingsEngine.Refs present,
            FindingsEngine.Refs absent,
            BitSet questioned) {}

    interface Conclusion {
        Findings of(TruthSet truths, BitSet assumed, List<List<String>> evidence, List<Conflict> conflicts);
    }

    private final List<FindingDefinition> definitions;
    private final Condition[] presentWhen;
    private final Condition[] absentWhen;
    /** Findings that can follow from others. */
    private final int[] derived;

    Inference(List<FindingDefinition> definitions, Atoms atoms) {
        this.definitions = definitions;
        this.presentWhen = definitions.stream()
                .map(d -> Condition.compile(d.presentWhen(), atoms))
                .toArray(Condition[]::new);
        this.absentWhen = definitions.stream()
                .map(d -> Condition.compile(d.absentWhen(), atoms))
                .toArray(Condition[]::new);
        this.derived = IntStream.range(0, definitions.size())
                .filter(i -> !definitions.get(i).presentWhen().equals(Expression.NEVER)
                        || !definitions.get(i).absentWhen().equals(Expression.NEVER))
                .toArray();
    }

    Findings conclude(TruthSet truths, Direct direct, Conclusion conclusion) {
        int count = definitions.size();
        List<Conflict> conflicts = new ArrayList<>(2);
        List<String>[] evidence = newLists(count);
        settleDirect(truths, direct, evidence, conflicts);
        derivePresent(truths, direct, conflicts);
        deriveBoth(truths);
        BitSet assumed = new BitSet(count);
        assumeSilence(truths, direct, assumed, true);
        deriveUnderAssumptions(truths, assumed);
        assumeSilence(truths, direct, assumed, false);
        deriveUnderAssumptions(truths, assumed);
        return conclusion.of(truths, assumed, Arrays.asList(evidence), List.copyOf(conflicts));
    }

    private void settleDirect(TruthSet truths, Direct direct, List<String>[] evidence, List<Conflict> conflicts) {
        for (int i = 0; i < definitions.size(); i++) {
            Truth answer = direct.answers()[i];
            boolean present = direct.present().any(i);
            boolean absent = direct.absent().any(i);
            if (answer != null) {
                truths.set(i, answer);
                evidence[i] = List.of(direct.answerRefs()[i]);
                if (answer == Truth.FALSE && present) {
                    conflicts.add(new Conflict(i, answer, direct.present().of(i), evidence[i]));
                } else if (answer == Truth.TRUE && absent) {
                    conflicts.add(
                            new Conflict(i, answer, evidence[i], direct.absent().of(i)));
                }
            } else if (present) {
                truths.set(i, Truth.TRUE);
                evidence[i] = direct.present().of(i);
                if (absent) {
                    conflicts.add(new Conflict(
                            i, Truth.TRUE, evidence[i], direct.absent().of(i)));
                }
            } else if (absent && !direct.questioned().get(i)) {
                truths.set(i, Truth.FALSE);
                evidence[i] = direct.absent().of(i);
            }
        }
    }

    /** Presence that follows; it also overrules an answer or a recorded negative. */
    private void derivePresent(TruthSet truths, Direct direct, List<Conflict> conflicts) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i : derived) {
                if (!truths.isTrue(i) && presentWhen[i].in(truths) == Truth.TRUE) {
                    if (definitions.get(i).absentWins()
                            && (truths.isFalse(i) || absentWhen[i].in(truths) == Truth.TRUE)) {
                        continue;
                    }
                    if (truths.isFalse(i)) {
                        String answered = direct.answerRefs()[i];
                        conflicts.add(new Conflict(
                                i,
                                Truth.TRUE,
                                List.of(),
                                answered == null ? direct.absent().of(i) : List.of(answered)));
                    }
                    truths.set(i, Truth.TRUE);
                    changed = true;
                }
            }
        }
    }

    private void deriveBoth(TruthSet truths) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i : derived) {
                if (truths.get(i) == Truth.UNKNOWN) {
                    Truth conclusion = conclude(i, truths);
                    if (conclusion != Truth.UNKNOWN) {
                        truths.set(i, conclusion);
                        changed = true;
                    }
                }
            }
        }
    }

    private Truth conclude(int finding, TruthSet truths) {
        boolean present = presentWhen[finding].in(truths) == Truth.TRUE;
        boolean absent = absentWhen[finding].in(truths) == Truth.TRUE;
        if (present && absent) {
            return Truth.of(!definitions.get(finding).absentWins());
        }
        return present ? Truth.TRUE : absent ? Truth.FALSE : Truth.UNKNOWN;
    }

    /**
     * Takes silence as absence where the knowledge allows. Findings whose presence could still follow from something open
     * wait for the second round, so that an assumption never hides a conclusion.
     */
    private void assumeSilence(TruthSet truths, Direct direct, BitSet assumed, boolean onlyUnderivable) {
        for (int i = 0; i < definitions.size(); i++) {
            FindingDefinition definition = definitions.get(i);
            if (truths.get(i) == Truth.UNKNOWN
                    && definition.ifUnknown() == UnknownPolicy.ASSUME_ABSENT
                    && !direct.questioned().get(i)
                    && !(onlyUnderivable && !definition.presentWhen().equals(Expression.NEVER))) {
                truths.set(i, Truth.FALSE);
                assumed.set(i);
            }
        }
    }

    private void deriveUnderAssumptions(TruthSet truths, BitSet assumed) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i : derived) {
                boolean open = truths.get(i) == Truth.UNKNOWN;
                if (open || assumed.get(i)) {
                    Truth conclusion = conclude(i, truths);
                    if (conclusion == Truth.TRUE || (open && conclusion == Truth.FALSE)) {
                        truths.set(i, conclusion);
                        assumed.clear(i);
                        changed = true;
                    }
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // an array of lists that never leaves with another type
    private static List<String>[] newLists(int count) {
        List<String>[] lists = (List<String>[]) new List<?>[count];
        Arrays.fill(lists, List.of());
        return lists;
    }
}
