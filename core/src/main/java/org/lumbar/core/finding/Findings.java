package org.lumbar.core.finding;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;
import org.lumbar.core.record.PatientRecord.ReadingNote;

/**
 * What is known of one patient on one day: every finding present, absent or unknown, each with its evidence.
 *
 * @param truths the truth of every atom that rules mention
 * @param recorded what entries, numbers and the sex say themselves, before anything follows from it
 * @param certain what follows from that alone, before silence is taken for anything
 * @param questioned findings that an entry raises without settling them
 * @param assumed findings that are absent only because nothing is recorded and the knowledge allows to take that as absent
 * @param evidence by finding index: the entries that speak for its state
 * @param measures the numbers that are known
 * @param measureEvidence where each of them comes from
 * @param medicines current medicines, resolved as far as their codes allow
 * @param allergens ingredients and ATC codes that the patient is allergic to, with the entry that says so
 * @param unnamedAllergen an allergy is recorded whose code says nothing to us
 */
public record Findings(
        TruthSet truths,
        TruthSet recorded,
        TruthSet certain,
        BitSet questioned,
        BitSet assumed,
        List<List<String>> evidence,
        Map<String, Interval> measures,
        Map<String, String> measureEvidence,
        List<CurrentMedicine> medicines,
        List<Allergen> allergens,
        boolean unnamedAllergen,
        List<Conflict> conflicts,
        List<ReadingNote> notes) {

    public Truth state(int finding) {
        return truths.get(finding);
    }

    /** True when there are allergies and it is known of each to what, so that every product can be judged by what it holds. */
    public boolean allergensNamed() {
        return !allergens.isEmpty() && !unnamedAllergen;
    }

    /** The entries that speak for the state of a finding; empty when it is derived, assumed or unknown. */
    public List<String> evidenceOf(int finding) {
        return evidence.get(finding);
    }

    /**
     * A medicine that the patient takes.
     *
     * @param ref the entry
     * @param label how to name it to people: its text, else its code
     * @param atc ATC codes, from the record or through its ingredients
     * @param ingredients international non-proprietary names
     */
    public record CurrentMedicine(String ref, String label, List<String> atc, List<String> ingredients) {
        /** False when no code of it is known, so that interactions cannot be checked. */
        public boolean resolved() {
            return !atc.isEmpty() || !ingredients.isEmpty();
        }
    }

    /** Something that the patient is allergic to, and how to name it to people. */
    public record Allergen(String ref, String label, List<String> atc, List<String> ingredients) {}

    /** Two sources that contradict each other about a finding, and which reading was taken. */
    public record Conflict(int finding, Truth taken, List<String> forPresent, List<String> forAbsent) {}
}
