package org.lumbar.server.care;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Kind;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.plan.Objection;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Giving an item in spite of rules that speak against it: one reason for each rule, and a second word where it is grave. */
@Controller
final class OverrideController {

    private final Clinic clinic;
    private final PlanPages pages;
    private final RuleLog log;

    OverrideController(Clinic clinic, PlanPages pages, RuleLog log) {
        this.clinic = clinic;
        this.pages = pages;
        this.log = log;
    }

    @GetMapping("/patients/{id}/plan/{item}/override")
    View card(Page page, @PathVariable String id, @PathVariable String item) {
        PatientChart chart = clinic.chart(id);
        PlanPage shown = pages.of(page, chart, item, Form.empty());
        if (shown.view().card(item).isEmpty()) {
            throw new Missing();
        }
        log.shown(shown.draft(), item, rules(shown.draft(), item), page.username());
        return page.fragment() ? pages.part(page, shown) : pages.show(HttpStatus.OK, page, shown);
    }

    private static List<String> rules(PlanDraft draft, String item) {
        return draft.against(item).stream().map(Objection::rule).toList();
    }

    @PostMapping("/patients/{id}/plan/{item}/override")
    View decide(
            Page page,
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        PatientChart chart = clinic.chart(id);
        PlanPage shown = pages.of(page, chart, item, form);
        PlanDraft draft = shown.draft();
        if (shown.view().card(item).isEmpty()) {
            throw new Missing();
        }
        if (page.switching()) {
            return pages.show(HttpStatus.OK, page, shown);
        }
        Decision decision = shown.decision(item);
        if (form.is("confirm", "no")) {
            return leaveOut(page, draft, item, form);
        }
        Form checked = decision.asks().isEmpty() ? form : check(form, decision, page);
        if (!checked.right()) {
            return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, page, pages.of(page, chart, item, checked));
        }
        List<Objection> open = draft.against(item);
        List<PatientChart.Rule> rules = new ArrayList<>(inForce(draft, item));
        Map<String, String> why = new HashMap<>();
        for (int i = 0; i < open.size(); i++) {
            Objection objection = open.get(i);
            String kind = objection.kind().id();
            String reason = form.value("reason-" + i);
            rules.add(new PatientChart.Rule(
                    objection.rule(),
                    kind,
                    reason,
                    form.value("text-" + i),
                    draft.overrides().facts(objection),
                    decision.asks().get(i).summary()));
            why.put(objection.rule(), kind + "." + reason);
        }
        Outcome outcome = clinic.write(
                id,
                form.expected(),
                form.value("request") + "-" + item,
                page.username(),
                List.of(
                        draft.overrides().decided(item, rules),
                        Entry.Draft.of(Kind.CHOSEN, Map.of("item", item, "note", ""))));
        if (outcome instanceof Outcome.Stale stale) {
            return pages.stale(page, stale, clinic.chart(id));
        }
        log.overridden(draft, item, why, page.username());
        return new RedirectView("/patients/" + id + "/plan#" + item);
    }

    /** Decisions about the item that still hold: a new one does not undo them. */
    private static List<PatientChart.Rule> inForce(PlanDraft draft, String item) {
        PatientChart.Overridden before = draft.chart().overrides().get(item);
        if (before == null) {
            return List.of();
        }
        return draft.weighing().against(item).stream()
                .flatMap(objection -> draft.overrides().covering(item, objection).stream())
                .toList();
    }

    private View leaveOut(Page page, PlanDraft draft, String item, Form form) {
        String id = draft.chart().id();
        List<String> rules = rules(draft, item);
        if (draft.find(item).isPresent()) {
            Entry.Draft removed = Entry.Draft.of(Kind.REMOVED, Map.of("item", item, "reason", ""));
            Outcome outcome = clinic.write(
                    id, form.expected(), form.value("request") + "-" + item, page.username(), List.of(removed));
            if (outcome instanceof Outcome.Stale stale) {
                return pages.stale(page, stale, clinic.chart(id));
            }
        }
        log.accepted(draft, item, rules, page.username());
        return new RedirectView("/patients/" + id + "/plan#" + item);
    }

    private static Form check(Form form, Decision decision, Page page) {
        Form checked = form;
        if (decision.never()) {
            return checked.with("", page, "override.never");
        }
        for (int i = 0; i < decision.asks().size(); i++) {
            Decision.Ask ask = decision.asks().get(i);
            String reason = form.value("reason-" + i);
            if (!form.value("rule-" + i).equals(ask.rule())) {
                return checked.with("", page, "override.other-rules");
            }
            if (!ask.reasons().contains(reason)) {
                checked = checked.with(
                        new Problem("reason-" + i, page.say("override.reason-missing", "rule", ask.summary())));
            } else if (reason.equals(OverrideReasons.OTHER)
                    && form.value("text-" + i).length() < OverrideReasons.SHORTEST) {
                checked = checked.with(
                        new Problem("text-" + i, page.say("override.text-short", "n", OverrideReasons.SHORTEST)));
            }
        }
        if (decision.absolute() && !form.is("confirm", "yes")) {
            checked = checked.with("confirm", page, "override.confirm-missing");
        }
        return checked;
    }
}
