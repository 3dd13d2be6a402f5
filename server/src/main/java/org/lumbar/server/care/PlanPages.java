package org.lumbar.server.care;

import java.util.List;
import java.util.Map;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.documents.PlanView;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Banner;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;
import org.lumbar.server.patient.EntryWords;
import org.lumbar.server.patient.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Makes the page of a draft, for all who change it. */
@Component
final class PlanPages {

    private final Clinic clinic;

    PlanPages(Clinic clinic) {
        this.clinic = clinic;
    }

    PlanPage of(Page page, PatientChart chart, String open, Form form) {
        return PlanPage.of(clinic, chart, page.messages(), open, form);
    }

    Banner banner(Page page, PatientChart chart) {
        return clinic.banner(chart, page.messages());
    }

    View show(HttpStatus status, Page page, PlanPage shown) {
        return Html.of(status, "plan", page, values(page, shown));
    }

    /** The open decision or order of one item alone, for pages that put it in place. */
    View part(Page page, PlanPage shown) {
        return Html.of(
                "plan-open",
                page,
                Map.of("sheet", shown, "patient", shown.draft().chart().id(), "request", Drafts.newId()));
    }

    private Map<String, Object> values(Page page, PlanPage shown) {
        PatientChart chart = shown.draft().chart();
        return Map.of(
                "banner", banner(page, chart),
                "sheet", shown,
                "open", clinic.questions(shown.draft().plan()).size(),
                "request", Drafts.newId());
    }

    /** Someone else changed the chart meanwhile. */
    View stale(Page page, Outcome.Stale stale, PatientChart chart) {
        String since = new EntryWords(clinic.knowledge(), page.messages()).since(stale.since());
        Form form = Form.empty().with(new Problem("", since));
        return show(HttpStatus.CONFLICT, page, of(page, chart, "", form));
    }

    /** What could be given instead of an item that is not offered. */
    List<PlanView.Card> instead(PlanPage shown, PlanView.Explanation why) {
        return why.status().offered() ? List.of() : shown.instead(why.card().id());
    }
}
