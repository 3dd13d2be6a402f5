package org.lumbar.core.plan;

import java.util.BitSet;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;
import org.lumbar.core.logic.Verdicts;
import org.lumbar.core.triage.Triage;

/**
 * One patient as the judge sees them.
 *
 * @param licences by item, whether the country licenses it
 * @param allergic items that the patient is allergic to, by their own ingredients
 * @param duplicated items whose ingredient the patient already takes
 * @param unsafe both of these, and items that must not meet a medicine which the patient takes
 * @param state what holds, and what rules make of it
 */
record Case(
        Verdicts state,
        Findings findings,
        Triage triage,
        Standard standard,
        String country,
        Truth[] licences,
        InteractionIndex.Exposure exposure,
        BitSet allergic,
        BitSet duplicated,
        BitSet unsafe) {

    TruthSet truths() {
        return state.truths();
    }

    /** Whether the patient's country licenses the item. */
    Truth licence(CompiledItem compiled) {
        return licences[compiled.index];
    }

    Case with(Verdicts other) {
        return new Case(other, findings, triage, standard, country, licences, exposure, allergic, duplicated, unsafe);
    }
}
