package org.lumbar.core.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Atoms.Atom;
import org.lumbar.core.text.LocalizedText;

/** Names of atoms and of their negations, for people and for machines. */
final class Literals {

    private final Atoms atoms;
    private final List<FindingDefinition> findings;
    private final Map<String, Measure> measures = new HashMap<>();
    private final LocalizedText negation;
    private String[] changes = {};
    private LocalizedText[] names = {};
    private String[] subjects = {};

    Literals(KnowledgeBase knowledge, Atoms atoms) {
        this.atoms = atoms;
        this.findings = knowledge.findings();
        this.negation = knowledge.text("condition.not");
        for (Measure measure : knowledge.measures()) {
            measures.put(measure.id(), measure);
        }
    }

    /** Number of findings; comparisons have higher indexes. */
    int findings() {
        return atoms.findings();
    }

    /** Id of the finding or measure that the atom speaks of. */
    String subject(int atom) {
        return subjects.length == 0 ? makeSubject(atom) : subjects[atom];
    }

    private String makeSubject(int atom) {
        return switch (atoms.atom(atom)) {
            case Atom.OfFinding finding -> finding.id();
            case Atom.OfComparison comparison -> comparison.measure();
        };
    }

    /** Called once all atoms are known: from then on, words are looked up. */
    void freeze() {
        changes = new String[2 * atoms.size()];
        names = new LocalizedText[2 * atoms.size()];
        subjects = new String[atoms.size()];
        for (int atom = 0; atom < atoms.size(); atom++) {
            subjects[atom] = makeSubject(atom);
            for (boolean value : new boolean[] {false, true}) {
                changes[2 * atom + (value ? 1 : 0)] = makeChange(atom, value);
                names[2 * atom + (value ? 1 : 0)] = makeName(atom, value);
            }
        }
    }

    /** The literal as a change: {@code ulcer=absent}, {@code age>=18}. */
    String change(int atom, boolean value) {
        return changes.length == 0 ? makeChange(atom, value) : changes[2 * atom + (value ? 1 : 0)];
    }

    /** A change as text; see {@link Way}. */
    String change(int change) {
        return change(Way.atom(change), Way.becomesTrue(change));
    }

    /** The literal in words. */
    LocalizedText name(int atom, boolean value) {
        return names.length == 0 ? makeName(atom, value) : names[2 * atom + (value ? 1 : 0)];
    }

    /** What would hold after a change, in words. */
    LocalizedText name(int change) {
        return name(Way.atom(change), Way.becomesTrue(change));
    }

    private String makeChange(int atom, boolean value) {
        return switch (atoms.atom(atom)) {
            case Atom.OfFinding finding -> finding.id() + (value ? "=present" : "=absent");
            case Atom.OfComparison comparison ->
                comparison.measure() + sign(comparison, value) + trim(comparison.number());
        };
    }

    private LocalizedText makeName(int atom, boolean value) {
        return switch (atoms.atom(atom)) {
            case Atom.OfFinding finding -> {
                LocalizedText name = findings.get(atom).name();
                yield value ? name : fill(negation, "finding", name);
            }
            case Atom.OfComparison comparison -> {
                Measure measure = measures.get(comparison.measure());
                String tail = " " + spoken(comparison, value) + " " + trim(comparison.number());
                LocalizedText name = measure == null
                        ? new LocalizedText(comparison.measure(), comparison.measure())
                        : measure.name();
                yield new LocalizedText(name.en() + tail, name.ru() + tail);
            }
        };
    }

    static LocalizedText fill(LocalizedText pattern, String place, LocalizedText value) {
        String hole = "{" + place + "}";
        return new LocalizedText(
                pattern.en().replace(hole, value.en()), pattern.ru().replace(hole, value.ru()));
    }

    private static String sign(Atom.OfComparison comparison, boolean value) {
        if (value) {
            return comparison.orEqual() ? "<=" : "<";
        }
        return comparison.orEqual() ? ">" : ">=";
    }

    private static String spoken(Atom.OfComparison comparison, boolean value) {
        return switch (sign(comparison, value)) {
            case "<=" -> "≤";
            case ">=" -> "≥";
            case String sign -> sign;
        };
    }

    static String trim(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
