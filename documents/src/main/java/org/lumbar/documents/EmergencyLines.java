package org.lumbar.documents;

import java.util.List;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.TreatmentPlan;

/** Whom to call at once, for pages that lay out the help of a patient themselves. */
public final class EmergencyLines {

    private EmergencyLines() {}

    /**
     * The numbers of the patient's country in sentences, in the language of the plan; where none is on record, the advice to
     * call the local one.
     */
    public static List<String> of(TreatmentPlan plan, KnowledgeBase knowledge) {
        return new Words(knowledge, plan.request().language()).emergency(plan.country());
    }
}
