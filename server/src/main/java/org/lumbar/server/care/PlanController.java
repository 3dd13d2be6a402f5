package org.lumbar.server.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Kind;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.documents.PlanView;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Pdfs;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Form;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The plan: what is recommended and everything else, each with its reasons, and what the physician makes of it. */
@Controller
public final class PlanController {

    private final Clinic clinic;
    private final PlanPages pages;
    private final RuleLog log;
    private final Sheets sheets;

    PlanController(Clinic clinic, PlanPages pages, RuleLog log, Sheets sheets) {
        this.clinic = clinic;
        this.pages = pages;
        this.log = log;
        this.sheets = sheets;
    }

    @GetMapping("/patients/{id}/plan")
    View show(Page page, @PathVariable String id) {
        return pages.show(HttpStatus.OK, page, pages.of(page, clinic.chart(id), "", Form.empty()));
    }

    @GetMapping("/patients/{id}/plan/{item}")
    View why(Page page, @PathVariable String id, @PathVariable String item) {
        PatientChart chart = clinic.chart(id);
        PlanPage shown = pages.of(page, chart, "", Form.empty());
        PlanView.Explanation why = shown.view().explain(item).orElseThrow(Missing::new);
        return Html.of(
                page.fragment() ? "why" : "why-page",
                page,
                Map.of("banner", pages.banner(page, chart), "why", why, "instead", pages.instead(shown, why)));
    }

    @PostMapping("/patients/{id}/plan")
    View edit(Page page, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        PatientChart chart = clinic.chart(id);
        PlanPage shown = pages.of(page, chart, "", Form.empty());
        Edit edit = Edit.of(form);
        String name = shown.view().card(edit.item()).orElseThrow(Missing::new).name();
        if (!edit.added().isEmpty() && !shown.draft().has(edit.added()) && !fits(shown.draft(), edit)) {
            Problem problem = new Problem("", page.say("plan.not-offered", "item", name));
            return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, page, pages.of(page, chart, "", form.with(problem)));
        }
        List<String> followed = followed(shown.draft(), edit.removed());
        Outcome outcome = clinic.write(
                id, form.expected(), form.value("request") + "-" + edit.item(), page.username(), edit.drafts());
        if (outcome instanceof Outcome.Stale stale) {
            return pages.stale(page, stale, clinic.chart(id));
        }
        log.accepted(shown.draft(), edit.removed(), followed, page.username());
        return new RedirectView("/patients/" + id + "/plan#" + edit.item());
    }

    private static boolean fits(PlanDraft draft, Edit edit) {
        return edit.removed().isEmpty()
                ? draft.takes(edit.added())
                : draft.takesInsteadOf(edit.removed(), edit.added());
    }

    /** The rules that are followed by leaving an item out, also those that were decided otherwise before. */
    private static List<String> followed(PlanDraft draft, String item) {
        if (item.isEmpty()) {
            return List.of();
        }
        List<String> rules = new ArrayList<>();
        draft.against(item).forEach(objection -> rules.add(objection.rule()));
        draft.find(item).ifPresent(chosen -> chosen.decided().forEach(rule -> rules.add(rule.rule())));
        return rules;
    }

    /**
     * What a button of the plan does.
     *
     * @param added item that enters the draft; empty when none does
     * @param removed item that leaves it, or that is not taken; empty when there is none
     */
    private record Edit(String added, String removed) {

        static Edit of(Form form) {
            String replace = form.value("replace");
            int arrow = replace.indexOf('>');
            return arrow < 0
                    ? new Edit(form.value("choose"), form.value("remove"))
                    : new Edit(replace.substring(arrow + 1), replace.substring(0, arrow));
        }

        String item() {
            return added.isEmpty() ? removed : added;
        }

        List<Entry.Draft> drafts() {
            List<Entry.Draft> drafts = new ArrayList<>();
            if (!removed.isEmpty()) {
                drafts.add(Entry.Draft.of(Kind.REMOVED, Map.of("item", removed, "reason", "")));
            }
            if (!added.isEmpty()) {
                drafts.add(Entry.Draft.of(Kind.CHOSEN, Map.of("item", added, "note", "")));
            }
            return drafts;
        }
    }

    @GetMapping("/patients/{id}/draft.pdf")
    ResponseEntity<byte[]> draft(Page page, @PathVariable String id) {
        byte[] pdf = sheets.draft(pages.of(page, clinic.chart(id), "", Form.empty()));
        return Pdfs.answer("draft-" + clinic.today() + "-" + id + ".pdf", pdf);
    }
}
