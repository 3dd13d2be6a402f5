package org.lumbar.core.finding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lumbar.core.finding.Findings.Conflict;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.FindingDefinition.UnknownPolicy;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Lanes;
import org.lumbar.core.logic.Term;
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
            Refs present,
            Refs absent,
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
    final Condition[] presentWhen;
    final Condition[] absentWhen;
    final boolean[] absentWins;
    /** Findings that an answer cannot deny while an entry says that they are present. */
    private final BitSet undeniable;
    /** Findings for which silence means absence, and those of them whose presence cannot follow. */
    final int[] assumable;

    final int[] assumableAtOnce;
    /** Findings that can follow from others; whose presence can; whose absence can. */
    private final int[] derived;

    final int[] presentable;
    final int[] deniable;
    /** Findings that follow from one that can hold otherwise than it is certain: by silence, or product by product. */
    private int[] afterUncertain = {};
    /** For each atom, the findings that can follow from it directly. */
    int[][] next = {};
    /** For each atom, the findings that can follow from it, directly or through others. */
    private BitSet[] following = {};
    /** By finding, all lanes where it can follow from others; and all lanes for every finding. */
    private final long[] derivedEverywhere;

    private final long[] everywhere;

    Inference(List<FindingDefinition> definitions, BitSet undeniable, Atoms atoms) {
        this.definitions = definitions;
        this.undeniable = undeniable;
        this.atoms = atoms;
        this.presentWhen = definitions.stream()
                .map(d -> Condition.compile(d.presentWhen(), atoms))
                .toArray(Condition[]::new);
        this.absentWhen = definitions.stream()
                .map(d -> Condition.compile(d.absentWhen(), atoms))
                .toArray(Condition[]::new);
        this.absentWins = new boolean[definitions.size()];
        for (int i = 0; i < absentWins.length; i++) {
            absentWins[i] = definitions.get(i).absentWins();
        }
        this.presentable = findings(finding -> presentWhen[finding].size() > 0);
        this.deniable = findings(finding -> absentWhen[finding].size() > 0);
        this.derived = findings(finding -> presentWhen[finding].size() > 0 || absentWhen[finding].size() > 0);
        this.assumable = findings(finding -> definitions.get(finding).ifUnknown() == UnknownPolicy.ASSUME_ABSENT);
        this.assumableAtOnce = IntStream.of(assumable)
                .filter(finding -> presentWhen[finding].size() == 0)
                .toArray();
        this.everywhere = new long[definitions.size()];
        Arrays.fill(everywhere, -1);
        this.derivedEverywhere = new long[definitions.size()];
        for (int finding : derived) {
            derivedEverywhere[finding] = -1;
        }
    }

    private int[] findings(IntPredicate kind) {
        return IntStream.range(0, definitions.size()).filter(kind).toArray();
    }

    /** @param truths comparisons and the sex; takes over everything else that is recorded */
    Findings conclude(TruthSet truths, Direct direct, Conclusion conclusion) {
        List<String>[] evidence = newLists(definitions.size());
        List<Conflict> conflicts = new ArrayList<>(2);
        settleDirect(truths, direct, evidence, conflicts);
        Explained run = new Explained(truths, direct, evidence, conflicts);
        run.settleRecorded();
        TruthSet certain = run.truths().state(0);
        run.settleSilence();
        BitSet assumed = new BitSet(definitions.size());
        for (int finding : assumable) {
            assumed.set(finding, run.assumed(finding));
        }
        return conclusion.of(
                run.truths().state(0), truths, certain, assumed, Arrays.asList(evidence), List.copyOf(conflicts));
    }

    /** Called once all atoms are known. */
    void freeze() {
        BitSet[] direct = new BitSet[atoms.size()];
        Arrays.setAll(direct, atom -> new BitSet());
        for (int finding : derived) {
            for (int atom : presentWhen[finding].atoms()) {
                direct[atom].set(finding);
            }
            for (int atom : absentWhen[finding].atoms()) {
                direct[atom].set(finding);
            }
        }
        next = Stream.of(direct).map(findings -> findings.stream().toArray()).toArray(int[][]::new);
        following = new BitSet[next.length];
        Arrays.setAll(following, this::closure);
        BitSet after = new BitSet();
        IntStream.of(assumable).forEach(finding -> after.or(following[finding]));
        int allergy = atoms.findingOrNone(Vocabulary.DRUG_HYPERSENSITIVITY);
        if (allergy >= 0) {
            after.or(following[allergy]);
        }
        afterUncertain = after.stream().toArray();
    }

    private BitSet closure(int atom) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(atom));
        while (!open.isEmpty()) {
            for (int one : next[open.remove()]) {
                if (!reached.get(one)) {
                    reached.set(one);
                    open.add(one);
                }
            }
        }
        return reached;
    }

    /** The findings that can follow from these atoms, directly or through others; and those of them that can follow at all. */
    int[] following(int[] decided) {
        BitSet all = new BitSet(definitions.size());
        for (int atom : decided) {
            all.or(following[atom]);
            if (atom < definitions.size() && derivedEverywhere[atom] != 0) {
                all.set(atom);
            }
        }
        return all.stream().toArray();
    }

    /**
     * Draws the conclusions that change when some atoms do, without saying why.
     *
     * @param truths what holds for the patient, with those atoms changed already
     * @param certain what follows from the record alone, likewise changed
     * @param open by finding, the lanes in which it may have to be concluded anew
     * @param said by finding, the lanes in which it was changed
     */
    void reconsider(Lanes truths, Lanes certain, Findings established, long[] open, long[] said) {
        for (int finding = 0; finding < open.length; finding++) {
            if (open[finding] != 0) {
                certain.set(finding, established.recorded(), open[finding] & ~said[finding]);
            }
        }
        Propagation run = new Propagation(this, certain, established.questioned(), open, open);
        run.settleRecorded();
        for (int finding = 0; finding < open.length; finding++) {
            if (open[finding] != 0) {
                truths.set(finding, certain, open[finding]);
            }
        }
        run.turnTo(truths);
        run.lookAt(afterUncertain);
        run.settleSilence();
    }

    /**
     * Takes over what entries say themselves: an answer first, then presence, then absence. A warning sign on record is present
     * whatever the answer, until the record is corrected.
     */
    private void settleDirect(TruthSet truths, Direct direct, List<String>[] evidence, List<Conflict> conflicts) {
        for (int i = 0; i < definitions.size(); i++) {
            Truth answer = direct.answers()[i];
            boolean present = direct.present().any(i);
            boolean absent = direct.absent().any(i);
            if (answer == Truth.FALSE && present && undeniable.get(i)) {
                truths.set(i, Truth.TRUE);
                evidence[i] = direct.present().of(i);
                conflicts.add(new Conflict(i, Truth.TRUE, evidence[i], List.of(direct.answerRefs()[i])));
            } else if (answer != null) {
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

    /** One patient, the same in every lane: conclusions with the entries behind them, and the contradictions between these. */
    private final class Explained extends Propagation {
        private final Direct direct;
        private final List<String>[] evidence;
        private final List<Conflict> conflicts;

        Explained(TruthSet recorded, Direct direct, List<String>[] evidence, List<Conflict> conflicts) {
            super(
                    Inference.this,
                    new Lanes(recorded, atoms.size()),
                    direct.questioned(),
                    derivedEverywhere,
                    everywhere);
            this.direct = direct;
            this.evidence = evidence;
            this.conflicts = conflicts;
        }

        @Override
        void because(int finding, Condition condition, boolean present) {
            List<String> grounds = grounds(condition);
            if (present && truths().isFalse(finding) != 0 && !assumed(finding)) {
                conflicts.removeIf(earlier -> earlier.finding() == finding);
                conflicts.add(new Conflict(finding, Truth.TRUE, grounds, evidence[finding]));
            }
            evidence[finding] = grounds;
        }

        /** The entries behind a condition that holds: those of the atoms of its first term that does. */
        private List<String> grounds(Condition condition) {
            int place = condition.firstTrue(truths());
            if (place < 0) {
                return List.of();
            }
            Term term = condition.term(place);
            List<String> refs = new ArrayList<>(2);
            for (int i = 0; i < term.size(); i++) {
                addGrounds(term.literal(i) >>> 1, refs);
            }
            return List.copyOf(refs);
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
