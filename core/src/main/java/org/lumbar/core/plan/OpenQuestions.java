package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;

/** What must be asked before an item of one patient can be decided; each rule is looked through once. */
final class OpenQuestions {

    /** How far a finding is asked for through its parts. */
    private static final int DEPTH = 6;

    private final Changes changes;
    private final Literals literals;
    private final TruthSet truths;
    /** By item, a bit for each exclusion that may be true. */
    private final long[] doubtful;

    private final int diagnosisConfirmed;
    private final @Nullable List<String>[] known;

    @SuppressWarnings("unchecked") // an array of lists that never leaves with another type
    OpenQuestions(Changes changes, Literals literals, TruthSet truths, long[] doubtful, int diagnosisConfirmed) {
        this.changes = changes;
        this.literals = literals;
        this.truths = truths;
        this.doubtful = doubtful;
        this.diagnosisConfirmed = diagnosisConfirmed;
        this.known = (List<String>[]) new List<?>[changes.conditions()];
    }

    /** Everything that must be known before the item can be decided, in the order of its rules. */
    List<String> of(CompiledItem compiled) {
        List<String> open = new ArrayList<>();
        add(behind(compiled.indicated), open);
        for (long left = doubtful[compiled.index]; left != 0; left &= left - 1) {
            add(behind(compiled.exclusions.condition(Long.numberOfTrailingZeros(left))), open);
        }
        for (CompiledGate gate : compiled.gates) {
            if (gate.blocks() && truths.get(gate.atom()) == Truth.UNKNOWN) {
                add(List.of(literals.subject(gate.atom())), open);
            }
        }
        if (compiled.needsDiagnosis && !truths.isTrue(diagnosisConfirmed)) {
            add(List.of(literals.subject(diagnosisConfirmed)), open);
        }
        return List.copyOf(open);
    }

    /** The open questions behind the unknown atoms of a condition, in the order of the atoms. */
    private List<String> behind(Condition condition) {
        List<String> questions = known[condition.number()];
        if (questions == null) {
            questions = new ArrayList<>(2);
            for (int atom : condition.openAtoms(truths)) {
                behind(atom, questions, DEPTH);
            }
            known[condition.number()] = questions;
        }
        return questions;
    }

    /** What to ask when this atom is unknown: itself, or its parts where it is asked through them. */
    private void behind(int atom, List<String> into, int depth) {
        if (changes.isFinding(atom) && changes.askedThroughParts(atom) && depth > 0) {
            int[] parts = changes.presentWhen[atom].openAtoms(truths);
            for (int part : parts) {
                behind(part, into, depth - 1);
            }
            if (parts.length > 0) {
                return;
            }
        }
        add(List.of(literals.subject(atom)), into);
    }

    private static void add(List<String> some, List<String> into) {
        for (String one : some) {
            if (!into.contains(one)) {
                into.add(one);
            }
        }
    }
}
