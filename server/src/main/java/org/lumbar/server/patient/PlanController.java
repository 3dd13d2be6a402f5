package org.lumbar.server.patient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Kind;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.documents.PlanPdf;
import org.lumbar.documents.PlanView;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

    PlanController(Clinic clinic) {
        this.clinic = clinic;
    }

    @GetMapping("/patients/{id}/plan")
    View show(Page page, @PathVariable String id) {
        return show(HttpStatus.OK, page, clinic.chart(id), List.of());
    }

    private View show(HttpStatus status, Page page, PatientChart chart, List<Problem> problems) {
        TreatmentPlan plan = clinic.plan(chart, page.language());
        return Html.of(
                status,
                "plan",
                page,
                Map.of(
                        "banner", Banner.of(chart, page.messages(), clinic.today()),
                        "plan", clinic.view(chart, plan, page.messages()),
                        "selection", Selection.of(chart, plan),
                        "open", clinic.questions(plan).size(),
                        "chart", chart,
                        "request", Drafts.newId(),
                        "problems", problems));
    }

    @GetMapping("/patients/{id}/plan/{item}")
    View why(Page page, @PathVariable String id, @PathVariable String item) {
        PatientChart chart = clinic.chart(id);
        TreatmentPlan plan = clinic.plan(chart, page.language());
        PlanView.Explanation why =
                clinic.view(chart, plan, page.messages()).explain(item).orElseThrow(Missing::new);
        return Html.of(
                page.fragment() ? "why" : "why-page",
                page,
                Map.of("banner", Banner.of(chart, page.messages(), clinic.today()), "why", why));
    }

    @PostMapping("/patients/{id}/plan")
    View edit(Page page, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        PatientChart chart = clinic.chart(id);
        TreatmentPlan plan = clinic.plan(chart, page.language());
        boolean choose = !form.value("choose").isEmpty();
        String item = choose ? form.value("choose") : form.value("remove");
        PlanView.Card card =
                clinic.view(chart, plan, page.messages()).card(item).orElseThrow(Missing::new);
        boolean offered = plan.treatments().stream()
                .anyMatch(one -> one.item().id().equals(item) && one.status().offered());
        if (choose && !offered) {
            Problem problem = new Problem("", page.say("plan.not-offered", "item", card.name()));
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, chart, List.of(problem));
        }
        Entry.Draft draft = choose
                ? Entry.Draft.of(Kind.CHOSEN, Map.of("item", item, "note", ""))
                : Entry.Draft.of(Kind.REMOVED, Map.of("item", item, "reason", ""));
        Outcome outcome =
                clinic.write(id, form.expected(), form.value("request") + "-" + item, page.username(), List.of(draft));
        if (outcome instanceof Outcome.Stale stale) {
            String since = new EntryWords(clinic.knowledge(), page.messages()).since(stale.since());
            return show(HttpStatus.CONFLICT, page, clinic.chart(id), List.of(new Problem("", since)));
        }
        return new RedirectView("/patients/" + id + "/plan#" + item);
    }

    @GetMapping("/patients/{id}/draft.pdf")
    ResponseEntity<byte[]> draft(Page page, @PathVariable String id) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PlanPdf.write(clinic.plan(clinic.chart(id), page.language()), clinic.knowledge(), pdf);
        return pdf("draft-" + clinic.today() + "-" + id + ".pdf", pdf.toByteArray());
    }

    static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .body(content);
    }
}
