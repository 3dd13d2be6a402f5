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
 * @param excluded items of which an exclusion is true
 * @param doubtful items of which an exclusion may be true
 */
record Case(
        Verdicts state,
        BitSet excluded,
        BitSet doubtful,
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

    /** Whether an exclusion of the item is true. */
    Truth excluded(CompiledItem compiled) {
        if (excluded.get(compiled.index)) {
            return Truth.TRUE;
        }
        return doubtful.get(compiled.index) ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** The same patient in another state. */
    Case in(Verdicts other, RuleIndex exclusions) {
        return new Case(
                other,
                exclusions.items(Truth.TRUE, other),
                exclusions.items(Truth.UNKNOWN, other),
                findings,
                triage,
                standard,
                country,
                licences,
                exposure,
                allergic,
                duplicated,
                unsafe);
    }
}
