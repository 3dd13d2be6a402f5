package org.lumbar.documents;

import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.TreatmentPlan;

/** A plan for people at a terminal: one screen, or everything. */
public final class PlanText {

    private PlanText() {}

    /**
     * The plan in its own language.
     *
     * @param knowledge the one that the plan was made with
     */
    public static String of(TreatmentPlan plan, KnowledgeBase knowledge, TextOptions options) {
        Words words = new Words(knowledge, plan.request().language());
        Page page = new Page(options);
        Head head = new Head(plan, words, page);
        if (plan.triage().level().emergency()) {
            EmergencyPage.write(plan, words, page, head);
        } else if (options.details()) {
            new PlanDetails(plan, words, page, head).write();
        } else {
            new PlanScreen(plan, words, page, head).write();
        }
        return page.toString();
    }
}
