package org.lumbar.server.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.plan.Objection.Kind;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;
import org.lumbar.server.patient.EntryWords;
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

/**
 * Lifting the stop of an emergency, after somebody has assessed it. Every warning sign of the emergency is then answered with
 * no, so that the plan goes on under all its other rules; a new yes stops it again.
 */
@Controller
final class EmergencyController {

    private final Clinic clinic;
    private final PlanPages pages;
    private final RuleLog log;

    EmergencyController(Clinic clinic, PlanPages pages, RuleLog log) {
        this.clinic = clinic;
        this.pages = pages;
        this.log = log;
    }

    @GetMapping("/patients/{id}/emergency")
    View show(Page page, @PathVariable String id) {
        PatientChart chart = clinic.chart(id);
        PlanPage shown = pages.of(page, chart, "", Form.empty());
        if (!shown.stopped()) {
            return new RedirectView("/patients/" + id + "/plan");
        }
        log.shown(shown.draft(), Overrides.EMERGENCY, rules(shown), page.username());
        Form form = Form.empty().filled("request", Drafts.newId()).filled("expected", Long.toString(chart.sequence()));
        return show(HttpStatus.OK, page, shown, form);
    }

    private View show(HttpStatus status, Page page, PlanPage shown, Form form) {
        return Html.of(
                status,
                "emergency",
                page,
                Map.of(
                        "banner", pages.banner(page, shown.draft().chart()),
                        "plan", shown.view(),
                        "reasons", OverrideReasons.of(Kind.EMERGENCY.id()),
                        "form", form));
    }

    private static List<RedFlag> flags(PlanPage shown) {
        return shown.draft().plan().triage().present().stream()
                .filter(flag -> flag.urgency().emergency())
                .toList();
    }

    private static List<String> rules(PlanPage shown) {
        return flags(shown).stream().map(flag -> "triage/" + flag.id()).toList();
    }

    @PostMapping("/patients/{id}/emergency")
    View lift(Page page, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        PatientChart chart = clinic.chart(id);
        PlanPage shown = pages.of(page, chart, "", Form.empty());
        if (!shown.stopped()) {
            return new RedirectView("/patients/" + id + "/plan");
        }
        if (page.switching()) {
            return show(HttpStatus.OK, page, shown, form);
        }
        if (form.is("confirm", "no")) {
            log.accepted(shown.draft(), Overrides.EMERGENCY, rules(shown), page.username());
            return new RedirectView("/patients/" + id + "/plan");
        }
        Form checked = check(form, page, recorded(shown, page));
        if (!checked.right()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, shown, checked);
        }
        Outcome outcome =
                clinic.write(id, form.expected(), form.value("request"), page.username(), drafts(shown, form));
        if (outcome instanceof Outcome.Stale stale) {
            String since = new EntryWords(clinic.knowledge(), page.messages()).since(stale.since());
            PatientChart now = clinic.chart(id);
            return show(
                    HttpStatus.CONFLICT,
                    page,
                    pages.of(page, now, "", Form.empty()),
                    form.with(new Problem("", since)).filled("expected", Long.toString(now.sequence())));
        }
        Map<String, String> why = new java.util.HashMap<>();
        rules(shown).forEach(rule -> why.put(rule, Kind.EMERGENCY.id() + "." + form.value("reason")));
        log.overridden(shown.draft(), Overrides.EMERGENCY, why, page.username());
        return new RedirectView("/patients/" + id + "/plan");
    }

    /** The entries besides answers that a warning sign rests on, by name: no answer takes these back. */
    private List<String> recorded(PlanPage shown, Page page) {
        UnaryOperator<String> names = clinic.entryNames(shown.draft().chart(), page.messages());
        List<FindingDefinition> findings = clinic.knowledge().findings();
        List<String> flags = flags(shown).stream().map(RedFlag::id).toList();
        return IntStream.range(0, findings.size())
                .filter(i -> flags.contains(findings.get(i).id()))
                .mapToObj(shown.draft().plan().findings()::evidenceOf)
                .flatMap(List::stream)
                .filter(reference -> !reference.startsWith("QuestionnaireResponse/"))
                .map(names)
                .distinct()
                .toList();
    }

    /** @param recorded entries that the stop rests on */
    private static Form check(Form form, Page page, List<String> recorded) {
        Form checked = form;
        if (!recorded.isEmpty()) {
            checked = checked.with(
                    new Problem("", page.say("emergency.on-record", "entries", String.join("; ", recorded))));
        }
        String reason = form.value("reason");
        if (!OverrideReasons.of(Kind.EMERGENCY.id()).contains(reason)) {
            checked = checked.with("reason", page, "emergency.reason-missing");
        }
        if (form.value("text").length() < OverrideReasons.SHORTEST) {
            checked =
                    checked.with(new Problem("text", page.say("emergency.text-short", "n", OverrideReasons.SHORTEST)));
        }
        if (!form.is("confirm", "yes")) {
            checked = checked.with("confirm", page, "override.confirm-missing");
        }
        return checked;
    }

    private static List<Entry.Draft> drafts(PlanPage shown, Form form) {
        List<PatientChart.Rule> rules = new ArrayList<>();
        List<Entry.Draft> drafts = new ArrayList<>();
        for (RedFlag flag : flags(shown)) {
            rules.add(new PatientChart.Rule(
                    "triage/" + flag.id(),
                    Kind.EMERGENCY.id(),
                    form.value("reason"),
                    form.value("text"),
                    List.of(flag.id()),
                    shown.view().name(flag.id())));
            drafts.add(Drafts.answered(flag.id(), false));
        }
        drafts.addFirst(shown.draft().overrides().decided(Overrides.EMERGENCY, rules));
        return drafts;
    }
}
