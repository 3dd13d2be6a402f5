package org.lumbar.core.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            BitSet questioned,
            Map<String, MeasureReader.Reading> readings) {}

    interface Conclusion {
        Findings of(TruthSet truths, BitSet assumed, List<List<String>> evidence, List<Conflict> conflicts);
    }

    private final List<FindingDefinition> definitions;
    private final Atoms atoms;
    private final Condition[] presentWhen;
    private final Condition[] absentWhen;
    /** Findings that can follow from others. */
    private final int[] derived;

    Inference(List<FindingDefinition> definitions, Atoms atoms) {
        this.definitions = definitions;
        this.atoms = atoms;
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
        return new Run(truths, direct).conclude(conclusion);
    }

    /** One patient. */
    private final class Run {
        private final TruthSet truths;
        private final Direct direct;
        private final List<String>[] evidence = newLists(definitions.size());
        private final List<Conflict> conflicts = new ArrayList<>(2);
        private final BitSet assumed = new BitSet(definitions.size());

        Run(TruthSet truths, Direct direct) {
            this.truths = truths;
            this.direct = direct;
        }

        Findings conclude(Conclusion conclusion) {
            settleDirect();
            derivePresent();
            derive();
            assumeSilence(true);
            derive();
            assumeSilence(false);
            derive();
            return conclusion.of(truths, assumed, Arrays.asList(evidence), List.copyOf(conflicts));
        }

        private void settleDirect() {
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
                        conflicts.add(new Conflict(
                                i, answer, evidence[i], direct.absent().of(i)));
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
        private void derivePresent() {
            boolean changed = true;
            while (changed) {
                changed = false;
                for (int i : derived) {
                    if (truths.isTrue(i) || presentWhen[i].in(truths) != Truth.TRUE || absenceWins(i)) {
                        continue;
                    }
                    List<String> grounds = grounds(presentWhen[i]);
                    if (truths.isFalse(i)) {
                        conflicts.removeIf(conflict -> conflict.finding() == i);
                        conflicts.add(new Conflict(i, Truth.TRUE, grounds, evidence[i]));
                    }
                    truths.set(i, Truth.TRUE);
                    evidence[i] = grounds;
                    changed = true;
                }
            }
        }

        private boolean absenceWins(int finding) {
            return definitions.get(finding).absentWins()
                    && (truths.isFalse(finding) || absentWhen[finding].in(truths) == Truth.TRUE);
        }

        /** What follows for findings that are open, or absent by assumption only. */
        private void derive() {
            boolean changed = true;
            while (changed) {
                changed = false;
                for (int i : derived) {
                    boolean open = truths.get(i) == Truth.UNKNOWN;
                    if (!open && !assumed.get(i)) {
                        continue;
                    }
                    boolean present = presentWhen[i].in(truths) == Truth.TRUE && !absenceWinsOpen(i);
                    if (present || (open && absentWhen[i].in(truths) == Truth.TRUE)) {
                        truths.set(i, Truth.of(present));
                        evidence[i] = grounds(present ? presentWhen[i] : absentWhen[i]);
                        assumed.clear(i);
                        changed = true;
                    }
                }
            }
        }

        private boolean absenceWinsOpen(int finding) {
            return definitions.get(finding).absentWins() && absentWhen[finding].in(truths) == Truth.TRUE;
        }

        /**
         * Takes silence as absence where the knowledge allows. Findings whose presence could still follow from something
         * open wait for the second round, so that an assumption never hides a conclusion.
         */
        private void assumeSilence(boolean onlyUnderivable) {
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

        /** The entries behind a condition that holds: those of the atoms of its first term that does. */
        private List<String> grounds(Condition condition) {
            for (Condition.Term term : condition.terms()) {
                if (term.in(truths) == Truth.TRUE) {
                    Set<String> refs = new LinkedHashSet<>(2);
                    for (int atom : term.positive()) {
                        addGrounds(atom, refs);
                    }
                    for (int atom : term.negative()) {
                        addGrounds(atom, refs);
                    }
                    return List.copyOf(refs);
                }
            }
            return List.of();
        }

        private void addGrounds(int atom, Set<String> refs) {
            if (atom < definitions.size()) {
                refs.addAll(evidence[atom]);
            } else if (atoms.atom(atom) instanceof Atoms.Atom.OfComparison comparison) {
                MeasureReader.Reading reading = direct.readings().get(comparison.measure());
                if (reading != null) {
                    refs.add(reading.ref());
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
