package org.lumbar.core.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.finding.Interval;
import org.lumbar.core.record.Sex;
import org.lumbar.core.triage.Triage;

/**
 * A course of treatment for one patient on one day, complete with its reasons: one recommendation for every item of the
 * knowledge base. The same record, knowledge and request give an equal plan.
 *
 * @param country the country that was planned for
 * @param age completed years, as exactly as the birth date is known; null when it is not
 */
public record TreatmentPlan(
        PlanRequest request,
        String country,
        String patientId,
        Sex sex,
        @Nullable Interval age,
        Findings findings,
        Triage triage,
        Diagnosis diagnosis,
        List<Recommendation> recommendations,
        List<Question> questions,
        CarePath path,
        List<Reason> checks) {

    public TreatmentPlan {
        recommendations = List.copyOf(recommendations);
        questions = List.copyOf(questions);
        checks = List.copyOf(checks);
    }

    /** What can be given or ordered: the recommendations without umbrellas, whose members stand here themselves. */
    public List<Recommendation> treatments() {
        return recommendations.stream()
                .filter(recommendation -> !recommendation.item().umbrella())
                .toList();
    }
}
