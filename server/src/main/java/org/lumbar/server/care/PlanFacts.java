package org.lumbar.server.care;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lumbar.core.finding.Interval;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.TreatmentPlan;

/** What a plan rests on, short enough to be kept with every signed version and compared with the next. */
final class PlanFacts {

    private PlanFacts() {}

    /**
     * Findings that are known, as {@code true} or {@code false}, and measures as numbers. What is only assumed absent is left
     * out.
     */
    static Map<String, Object> of(TreatmentPlan plan, KnowledgeBase knowledge) {
        Map<String, Object> facts = new TreeMap<>();
        List<FindingDefinition> definitions = knowledge.findings();
        for (int i = 0; i < definitions.size(); i++) {
            Truth state = plan.findings().state(i);
            if (state == Truth.TRUE
                    || (state == Truth.FALSE && !plan.findings().assumed().get(i))) {
                facts.put(definitions.get(i).id(), state == Truth.TRUE);
            }
        }
        plan.findings().measures().forEach((id, value) -> facts.put(id, number(value)));
        return facts;
    }

    private static String number(Interval value) {
        return value.least() == value.most() ? plain(value.least()) : plain(value.least()) + "–" + plain(value.most());
    }

    private static String plain(double value) {
        return Double.isInfinite(value)
                ? "∞"
                : java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** The status of every treatment, by item. */
    static Map<String, Object> statuses(TreatmentPlan plan) {
        Map<String, Object> statuses = new TreeMap<>();
        plan.treatments()
                .forEach(one -> statuses.put(one.item().id(), one.status().id()));
        return statuses;
    }
}
