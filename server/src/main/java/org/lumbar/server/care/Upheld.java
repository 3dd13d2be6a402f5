package org.lumbar.server.care;

import java.util.ArrayList;
import java.util.List;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.plan.Objection;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.server.patient.Clinic;

/**
 * What is left today of the decisions with which an item was signed.
 *
 * @param decided rules that speak against the item and were decided when the plan was signed, on the facts of today
 * @param open rules that speak against it and were not
 */
public record Upheld(List<PatientChart.Rule> decided, List<Objection> open) {

    public Upheld {
        decided = List.copyOf(decided);
        open = List.copyOf(open);
    }

    /**
     * Weighs an item of a signed plan again. Only what was decided by the signature counts: a later decision is signed first.
     *
     * @param plan of today
     */
    public static Upheld of(
            Clinic clinic, PatientChart chart, PatientChart.SignedPlan signed, TreatmentPlan plan, String item) {
        PatientChart then = clinic.chart(chart.id(), signed.sequence());
        Overrides overrides =
                new Overrides(then.overrides(), chart, clinic.knowledge().sha256());
        List<PatientChart.Rule> decided = new ArrayList<>();
        List<Objection> open = new ArrayList<>();
        for (Objection objection : clinic.weighing(chart, plan).against(item)) {
            overrides.covering(item, objection).ifPresentOrElse(decided::add, () -> open.add(objection));
        }
        return new Upheld(decided, open);
    }

    /** True when everything that speaks against the item was decided. */
    public boolean whole() {
        return !decided.isEmpty() && open.isEmpty();
    }
}
