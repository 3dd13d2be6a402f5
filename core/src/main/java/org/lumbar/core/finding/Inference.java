package org.lumbar.core.finding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
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
        Findings of(
                TruthSet truths,
                TruthSet recorded,
                TruthSet certain,
                BitSet assumed,
                List<List<String>> evidence,
                List<Conflict> conflicts);
    }

    private final List<FindingDefinition> definitions;
    private final Atoms atoms;
    private final Condition[] presentWhen;
    private final Condition[] absentWhen;
    private final boolean[] absentWins;
    private final boolean[] assumable;
    /** Findings that can follow from others. */
    private final BitSet derived = new BitSet();

    private final BitSet all = new BitSet();
    /** Findings whose presence can follow, and whose absence can. */
    private final BitSet presentable = new BitSet();

    private final BitSet deniable = new BitSet();
    /** Findings that follow from one that can hold otherwise than it is certain: by silence, or product by product. */
    private final BitSet afterUncertain = new BitSet();
    /** For each atom, the findings that can follow from it directly. */
    private BitSet[] next = {};
    /** For each atom, the findings that can follow from it, directly or through others. */
    private BitSet[] following = {};

    Inference(List<FindingDefinition> definitions, Atoms atoms) {
        this.definitions = definitions;
        this.atoms = atoms;
        this.presentWhen = definitions.stream()
                .map(d -> Condition.compile(d.presentWhen(), atoms))
                .toArray(Condition[]::new);
        this.absentWhen = definitions.stream()
                .map(d -> Condition.compile(d.absentWhen(), atoms))
                .toArray(Condition[]::new);
        this.absentWins = new boolean[definitions.size()];
        this.assumable = new boolean[definitions.size()];
        for (int i = 0; i < absentWins.length; i++) {
            absentWins[i] = definitions.get(i).absentWins();
            assumable[i] = definitions.get(i).ifUnknown() == UnknownPolicy.ASSUME_ABSENT;
        }
        IntStream.range(0, definitions.size())
                .filter(i -> !definitions.get(i).presentWhen().equals(Expression.NEVER)
                        || !definitions.get(i).absentWhen().equals(Expression.NEVER))
                .forEach(derived::set);
        all.set(0, definitions.size());
        for (int i = 0; i < definitions.size(); i++) {
            presentable.set(i, !presentWhen[i].terms().isEmpty());
            deniable.set(i, !absentWhen[i].terms().isEmpty());
        }
    }

    Findings conclude(TruthSet truths, Direct direct, Conclusion conclusion) {
        return new Explained(truths, direct).conclude(conclusion);
    }

    /** Called once all atoms are known. */
    void freeze() {
        next = new BitSet[atoms.size()];
        Arrays.setAll(next, atom -> new BitSet());
        for (int finding : derived.stream().toArray()) {
            for (int atom : presentWhen[finding].atoms()) {
                next[atom].set(finding);
            }
            for (int atom : absentWhen[finding].atoms()) {
                next[atom].set(finding);
            }
        }
        following = new BitSet[next.length];
        Arrays.setAll(following, this::closure);
        for (int i = 0; i < assumable.length; i++) {
            if (assumable[i] || definitions.get(i).id().equals(Vocabulary.DRUG_HYPERSENSITIVITY)) {
                afterUncertain.or(following[i]);
            }
        }
    }

    private BitSet closure(int atom) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(atom));
        while (!open.isEmpty()) {
            next[open.remove()].stream().filter(one -> !reached.get(one)).forEach(one -> {
                reached.set(one);
                open.add(one);
            });
        }
        return reached;
    }

    /** The findings that can follow from these atoms, directly or through others; and those of them that can follow at all. */
    BitSet following(int[] decided) {
        BitSet all = new BitSet(definitions.size());
        for (int atom : decided) {
            all.or(following[atom]);
            if (atom < definitions.size() && derived.get(atom)) {
                all.set(atom);
            }
        }
        return all;
    }

    /**
     * Draws the conclusions that change when some atoms do, without saying why.
     *
     * @param truths what holds for the patient, with those atoms changed already
     * @param certain what follows from the record alone, likewise changed
     * @param open findings that may have to be concluded anew
     * @param changes what was changed, as {@link FindingsEngine#suppose} takes it
     */
    void reconsider(TruthSet truths, TruthSet certain, Findings established, BitSet open, int[] changes) {
        for (int finding = open.nextSetBit(0); finding >= 0; finding = open.nextSetBit(finding + 1)) {
            if (!contains(changes, finding)) {
                certain.set(finding, established.recorded().get(finding));
            }
        }
        new Run(certain, established.questioned(), open, open).settleRecorded();
        for (int finding = open.nextSetBit(0); finding >= 0; finding = open.nextSetBit(finding + 1)) {
            truths.set(finding, certain.get(finding));
        }
        Run silence = new Run(truths, established.questioned(), open, open);
        silence.lookAt(afterUncertain);
        silence.settleSilence();
    }

    private static boolean contains(int[] changes, int atom) {
        for (int change : changes) {
            if (change >> 1 == atom) {
                return true;
            }
        }
        return false;
    }

    /** One patient: conclusions without their grounds. */
    private class Run {
        final TruthSet truths;
        private final BitSet questioned;
        private final BitSet derivable;
        private final BitSet silent;
        private final BitSet assumed = new BitSet(definitions.size());
        /** Findings that could follow otherwise than when they were last looked at. */
        private final BitSet unsettled = new BitSet(definitions.size());

        /**
         * @param derivable findings for which conclusions are drawn
         * @param silent findings for which silence may mean something
         */
        Run(TruthSet truths, BitSet questioned, BitSet derivable, BitSet silent) {
            this.truths = truths;
            this.questioned = questioned;
            this.derivable = derivable;
            this.silent = silent;
        }

        BitSet assumed() {
            return assumed;
        }

        /** Draws what follows from the record alone. */
        final void settleRecorded() {
            overrule();
            lookAt(presentable);
            for (int i = nextUnsettled(-1); i >= 0; i = nextUnsettled(i)) {
                derivePresent(i);
            }
            lookAt(deniable);
            derive();
        }

        /** Presence that overrules a recorded negative comes first, lest something is concluded from the negative before. */
        private void overrule() {
            for (int i = presentable.nextSetBit(0); i >= 0; i = presentable.nextSetBit(i + 1)) {
                if (derivable.get(i) && truths.isFalse(i)) {
                    derivePresent(i);
                }
            }
        }

        /** Takes silence for what the knowledge lets it mean, and draws what follows from that. */
        final void settleSilence() {
            assumeSilence(true);
            derive();
            assumeSilence(false);
            derive();
        }

        /** Looks at those of these findings for which conclusions are drawn. */
        final void lookAt(BitSet findings) {
            unsettled.or(findings);
            unsettled.and(derivable);
        }

        /** Told of every conclusion before it is drawn. */
        void because(int finding, Condition condition, boolean present) {}

        /** The next finding to look at, upwards and then again from the lowest; -1 when all are settled. */
        private int nextUnsettled(int last) {
            int found = unsettled.nextSetBit(last + 1);
            if (found < 0) {
                found = unsettled.nextSetBit(0);
            }
            if (found >= 0) {
                unsettled.clear(found);
            }
            return found;
        }

        private void set(int finding, Truth truth) {
            truths.set(finding, truth);
            unsettled.or(next[finding]);
        }

        /** Presence that follows; it also overrules an answer or a recorded negative. */
        private void derivePresent(int finding) {
            if (!truths.isTrue(finding)
                    && presentWhen[finding].holds(truths)
                    && !(absentWins[finding] && (truths.isFalse(finding) || absentWhen[finding].holds(truths)))) {
                because(finding, presentWhen[finding], true);
                set(finding, Truth.TRUE);
            }
        }

        private void derive() {
            for (int i = nextUnsettled(-1); i >= 0; i = nextUnsettled(i)) {
                derive(i);
            }
        }

        /** What follows for a finding that is open, or absent by assumption only. */
        private void derive(int finding) {
            boolean open = truths.get(finding) == Truth.UNKNOWN;
            if (!open && !assumed.get(finding)) {
                return;
            }
            boolean present = presentWhen[finding].holds(truths) && !absenceWinsOpen(finding);
            if (present || (open && absentWhen[finding].holds(truths))) {
                because(finding, present ? presentWhen[finding] : absentWhen[finding], present);
                set(finding, Truth.of(present));
                assumed.clear(finding);
            }
        }

        private boolean absenceWinsOpen(int finding) {
            return absentWins[finding] && absentWhen[finding].holds(truths);
        }

        /**
         * Takes silence as absence where the knowledge allows. Findings whose presence could still follow from something
         * open wait for the second round, so that an assumption never hides a conclusion.
         */
        private void assumeSilence(boolean onlyUnderivable) {
            for (int i = silent.nextSetBit(0); i >= 0; i = silent.nextSetBit(i + 1)) {
                if (assumable[i]
                        && truths.get(i) == Truth.UNKNOWN
                        && !questioned.get(i)
                        && !(onlyUnderivable && presentable.get(i))) {
                    set(i, Truth.FALSE);
                    assumed.set(i);
                }
            }
        }
    }

    /** One patient: conclusions with the entries behind them, and the contradictions between these. */
    private final class Explained extends Run {
        private final Direct direct;
        private final List<String>[] evidence = newLists(definitions.size());
        private final List<Conflict> conflicts = new ArrayList<>(2);

        Explained(TruthSet truths, Direct direct) {
            super(truths, direct.questioned(), derived, all);
            this.direct = direct;
        }

        Findings conclude(Conclusion conclusion) {
            settleDirect();
            TruthSet recorded = truths.copy();
            settleRecorded();
            TruthSet certain = truths.copy();
            settleSilence();
            return conclusion.of(truths, recorded, certain, assumed(), Arrays.asList(evidence), List.copyOf(conflicts));
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

        @Override
        void because(int finding, Condition condition, boolean present) {
            List<String> grounds = grounds(condition);
            if (present && truths.isFalse(finding) && !assumed().get(finding)) {
                conflicts.removeIf(earlier -> earlier.finding() == finding);
                conflicts.add(new Conflict(finding, Truth.TRUE, grounds, evidence[finding]));
            }
            evidence[finding] = grounds;
        }

        /** The entries behind a condition that holds: those of the atoms of its first term that does. */
        private List<String> grounds(Condition condition) {
            for (Condition.Term term : condition.terms()) {
                if (term.in(truths) == Truth.TRUE) {
                    List<String> refs = new ArrayList<>(2);
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

        private void addGrounds(int atom, List<String> refs) {
            if (atom < definitions.size()) {
                for (String ref : evidence[atom]) {
                    addNew(ref, refs);
                }
            } else if (atoms.atom(atom) instanceof Atoms.Atom.OfComparison comparison) {
                MeasureReader.Reading reading = direct.readings().get(comparison.measure());
                if (reading != null) {
                    addNew(reading.ref(), refs);
                }
            }
        }

        private static void addNew(String ref, List<String> refs) {
            if (!refs.contains(ref)) {
                refs.add(ref);
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
