package org.lumbar.server.care;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.plan.Alternatives;
import org.lumbar.core.plan.Objection.Weight;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.documents.Order;
import org.lumbar.documents.OrderLine;
import org.lumbar.documents.PlanView;
import org.lumbar.server.page.Messages;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Form;

/**
 * What the pages of one draft show. Made for one request.
 *
 * @param open id of the item whose decision or order stands open; empty when none does
 * @param form what was typed into it
 */
public record PlanPage(
        PlanDraft draft,
        PlanView view,
        Messages messages,
        String open,
        Form form,
        OrderLine line,
        Map<String, List<PlanView.Card>> instead,
        Alternatives alternatives) {

    /** Alternatives that are named beside an item. */
    private static final int MOST = 3;

    static PlanPage of(Clinic clinic, PatientChart chart, Messages messages, String open, Form form) {
        TreatmentPlan plan = clinic.plan(chart, messages.language());
        return new PlanPage(
                PlanDraft.of(clinic, chart, plan),
                clinic.view(chart, plan, messages),
                messages,
                open,
                form,
                new OrderLine(clinic.knowledge(), messages.language()),
                new HashMap<>(),
                new Alternatives(clinic.knowledge()));
    }

    public boolean stopped() {
        return draft.plan().triage().level().emergency();
    }

    /** What is known of the patient, before anything is proposed. */
    public List<PlanView.Fact> facts() {
        return view.known();
    }

    private Optional<Recommendation> find(String item) {
        return draft.plan().treatments().stream()
                .filter(one -> one.item().id().equals(item))
                .findFirst();
    }

    /** How an item is or would be given, as one line; empty when that is not known. */
    public String how(String item) {
        Optional<Recommendation> one = find(item);
        Optional<PlanDraft.Chosen> chosen = draft.find(item);
        if (one.isEmpty() || (chosen.isEmpty() && !one.get().status().offered())) {
            return "";
        }
        return line.of(
                one.get().item(),
                draft.weighing().dose(item).orElse(null),
                chosen.map(PlanDraft.Chosen::order).orElse(Order.NONE),
                draft.plan().request().date(),
                view.purpose());
    }

    /** What can take the place of an item that is withheld or does not suit any more; the closest first. */
    public List<PlanView.Card> instead(String item) {
        return instead.computeIfAbsent(item, this::alternatives);
    }

    private List<PlanView.Card> alternatives(String item) {
        if (stopped()) {
            return List.of();
        }
        return alternatives.of(item, draft.plan()).stream()
                .filter(other -> draft.takesInsteadOf(item, other))
                .limit(MOST)
                .map(view::card)
                .flatMap(Optional::stream)
                .toList();
    }

    /** True when somebody may want to decide about an item that is not offered. */
    public boolean decidable(Status status) {
        return !stopped() && (status == Status.WITHHELD || status == Status.NEEDS_INFORMATION);
    }

    /** True when nothing but other facts can open an item that is not offered. */
    public boolean closed(String item) {
        return draft.weighing().against(item).stream().anyMatch(objection -> objection.weight() == Weight.FINAL);
    }

    /** True when amounts or numbers of an item that is in the draft can be ordered. */
    public boolean orderable(String item) {
        return draft.find(item).isPresent() && !draft.limits(item).fields().isEmpty();
    }

    /** What still has to be decided about an item of the draft, in one line. */
    public String inTheWay(String item) {
        PlanDraft.Chosen chosen = draft.find(item).orElseThrow();
        List<String> lines = new ArrayList<>();
        chosen.open()
                .forEach(objection -> lines.add(view.reason(objection.reason()).label()));
        if (!chosen.beyond().isEmpty()) {
            lines.add(messages.say("order.too-much"));
        }
        return String.join(" ", lines);
    }

    /** What has to be decided before an item can be given. */
    public Decision decision(String item) {
        return Decision.of(view.card(item).orElseThrow(), draft, view, instead(item));
    }

    /** The fields in which an item is ordered. */
    public OrderForm order(String item) {
        Recommendation one = find(item).orElseThrow();
        return OrderForm.of(one, draft, view, messages, how(item));
    }

    /** True when the item has an order to edit rather than something to decide. */
    public boolean edits(String item) {
        return draft.find(item).filter(chosen -> chosen.open().isEmpty()).isPresent();
    }

    /** What was decided against rules about an item, in words. */
    public List<Decided> decided(String item) {
        PatientChart.Overridden override = draft.chart().overrides().get(item);
        if (override == null) {
            return List.of();
        }
        return draft.find(item).map(PlanDraft.Chosen::decided).orElse(List.of()).stream()
                .map(rule -> decided(item, override, rule))
                .toList();
    }

    /** Everything that was decided against rules and is in force. */
    public List<Decided> decided() {
        List<Decided> all = new ArrayList<>();
        draft.items().forEach(item -> all.addAll(decided(item)));
        return all;
    }

    private Decided decided(String item, PatientChart.Overridden override, PatientChart.Rule rule) {
        String why = messages.say(OverrideReasons.key(rule.kind(), rule.reason()));
        return new Decided(
                item,
                view.name(item),
                rule.says(),
                rule.text().isEmpty() ? why : why + ": " + rule.text(),
                messages.who(override.author()),
                messages.moment(override.at()));
    }

    /** A decision against a rule, in words. */
    public record Decided(String item, String name, String rule, String why, String author, String at) {}
}
