package org.lumbar.server.care;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.plan.Objection;
import org.lumbar.core.plan.Prescription;
import org.lumbar.core.plan.Prescription.Field;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.plan.Weighing;
import org.lumbar.documents.Order;
import org.lumbar.server.patient.Clinic;

/**
 * What will be signed. Recommended treatments are in it until the physician takes them out; whatever has to be dosed is in it
 * only when the physician puts it in, so that no medicine is prescribed by default. What speaks against something in it, alone
 * or together with the rest, has to be decided before it is signed.
 *
 * @param chosen what is in it, in the order of the plan
 */
public record PlanDraft(
        PatientChart chart, TreatmentPlan plan, Weighing weighing, Overrides overrides, List<Chosen> chosen) {

    public PlanDraft {
        chosen = List.copyOf(chosen);
    }

    /**
     * An item of the draft.
     *
     * @param open what speaks against it and was not decided
     * @param decided what was decided against rules that speak against it
     * @param beyond what of its order lies beyond the limits of today; null stands for the daily amount
     */
    public record Chosen(
            String item,
            List<Objection> open,
            List<PatientChart.Rule> decided,
            Order order,
            List<@Nullable Field> beyond) {

        public Chosen {
            open = List.copyOf(open);
            decided = List.copyOf(decided);
            beyond = java.util.Collections.unmodifiableList(new ArrayList<>(beyond));
        }

        /** True when it can be signed as it is. */
        public boolean settled() {
            return open.isEmpty() && beyond.isEmpty();
        }
    }

    /** What the chart and its plan make of each other. */
    public static PlanDraft of(Clinic clinic, PatientChart chart, TreatmentPlan plan) {
        Weighing weighing = clinic.weighing(chart, plan);
        Overrides overrides = new Overrides(chart, clinic.knowledge().sha256());
        List<String> ids = inOrderOfChoice(chart, plan);
        List<Chosen> chosen = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            chosen.add(weigh(ids.get(i), ids.subList(0, i), chart, weighing, overrides));
        }
        List<String> order =
                plan.treatments().stream().map(one -> one.item().id()).toList();
        chosen.sort(Comparator.comparingInt(one -> order.indexOf(one.item())));
        return new PlanDraft(chart, plan, weighing, overrides, chosen);
    }

    /** First what is in it by default, then what was put in, in time: of two that clash, the later has to be decided. */
    private static List<String> inOrderOfChoice(PatientChart chart, TreatmentPlan plan) {
        Set<String> ids = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        for (Recommendation one : plan.treatments()) {
            known.add(one.item().id());
            boolean byDefault = one.status() == Status.RECOMMENDED && one.item().dose() == null;
            if (byDefault && !chart.edits().containsKey(one.item().id())) {
                ids.add(one.item().id());
            }
        }
        for (PatientChart.Edit edit : chart.edits().values()) {
            if (edit.chosen() && known.contains(edit.item())) {
                ids.add(edit.item());
            }
        }
        return List.copyOf(ids);
    }

    private static Weighing.Portion portion(String id, PatientChart chart) {
        return new Weighing.Portion(id, Orders.of(chart, id).prescription());
    }

    /** @param before what was chosen before it */
    private static Chosen weigh(
            String id, List<String> before, PatientChart chart, Weighing weighing, Overrides overrides) {
        List<Objection> open = new ArrayList<>();
        List<PatientChart.Rule> decided = new ArrayList<>();
        List<Objection> all = new ArrayList<>(weighing.against(id));
        List<Weighing.Portion> others =
                before.stream().map(other -> portion(other, chart)).toList();
        weighing.clashes(portion(id, chart), others).forEach(clash -> all.add(clash.objection()));
        for (Objection objection : all) {
            overrides.covering(id, objection).ifPresentOrElse(decided::add, () -> open.add(objection));
        }
        Order order = Orders.of(chart, id);
        return new Chosen(id, open, decided, order, weighing.limits(id).beyond(order.prescription()));
    }

    /** The item as it is in the draft; empty when it is not in it. */
    public Optional<Chosen> find(String item) {
        return chosen.stream().filter(one -> one.item().equals(item)).findFirst();
    }

    /** True when it is in the draft and can be signed. */
    public boolean has(String item) {
        return find(item).filter(Chosen::settled).isPresent();
    }

    /** True when it is in the draft and something has to be decided first. */
    public boolean unsettled(String item) {
        return find(item).filter(one -> !one.settled()).isPresent();
    }

    /** Ids of what is in the draft and can be signed. */
    public List<String> items() {
        return chosen.stream().filter(Chosen::settled).map(Chosen::item).toList();
    }

    /** Ids of what is in the draft and cannot be signed as it is. */
    public List<String> lost() {
        return chosen.stream().filter(one -> !one.settled()).map(Chosen::item).toList();
    }

    /** True when it can be signed. */
    public boolean whole() {
        return !chosen.isEmpty() && lost().isEmpty();
    }

    /** What would have to be decided to have an item in the draft, beginning with the gravest. */
    public List<Objection> against(String item) {
        Optional<Chosen> there = find(item);
        if (there.isPresent()) {
            return there.get().open();
        }
        return weigh(item, inOrderOfChoice(chart, plan), chart, weighing, overrides)
                .open();
    }

    /** True when an item would fit into the draft as it is. */
    public boolean takes(String item) {
        return find(item).isEmpty() && against(item).isEmpty();
    }

    /** True when an item would fit into the draft if another left it. */
    boolean takesInsteadOf(String removed, String added) {
        if (find(added).isPresent()) {
            return false;
        }
        List<String> others = new ArrayList<>(inOrderOfChoice(chart, plan));
        others.remove(removed);
        return weigh(added, others, chart, weighing, overrides).settled();
    }

    /** What may be ordered of an item. */
    public Prescription.Limits limits(String item) {
        return weighing.limits(item);
    }
}
