package org.lumbar.server.patient;

import java.util.ArrayList;
import java.util.List;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;

/**
 * What will be signed. Recommended treatments are in it until the physician takes them out; whatever has to be dosed is in it
 * only when the physician puts it in, so that no medicine is prescribed by default.
 *
 * @param items ids of what is in the plan, in its order
 * @param lost ids of what the physician put in and the planner does not offer any more
 */
public record Selection(List<String> items, List<String> lost) {

    public Selection {
        items = List.copyOf(items);
        lost = List.copyOf(lost);
    }

    /** What the chart and its plan make of each other. */
    public static Selection of(PatientChart chart, TreatmentPlan plan) {
        List<String> items = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (Recommendation one : plan.treatments()) {
            String id = one.item().id();
            PatientChart.Edit edit = chart.edits().get(id);
            boolean chosen = edit == null ? byDefault(one) : edit.chosen();
            if (chosen && one.status().offered()) {
                items.add(id);
            } else if (chosen) {
                lost.add(id);
            }
        }
        return new Selection(items, lost);
    }

    private static boolean byDefault(Recommendation one) {
        return one.status() == Status.RECOMMENDED && one.item().dose() == null;
    }

    public boolean has(String item) {
        return items.contains(item);
    }

    /** True when it can be signed. */
    public boolean whole() {
        return !items.isEmpty() && lost.isEmpty();
    }
}
