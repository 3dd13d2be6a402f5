package org.lumbar.documents;

import java.util.ArrayList;
import java.util.List;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;

/** Single exercises of a plan. They are many and small, so a plan counts them where it names other items. */
final class Movements {

    private Movements() {}

    static boolean isOne(Recommendation recommendation) {
        return recommendation.item().movement() != null;
    }

    /** How many there are of each status, in one line; empty when there are none. */
    static String summary(TreatmentPlan plan, Words words) {
        List<String> counts = new ArrayList<>();
        for (Status status : Status.values()) {
            long count = plan.recommendations().stream()
                    .filter(one -> one.status() == status && isOne(one))
                    .count();
            if (count > 0) {
                counts.add(Words.glued(words.say("status." + status.id()) + ": " + count));
            }
        }
        return String.join(Words.DOT, counts);
    }
}
