package org.lumbar.server.governance;

import java.util.List;
import java.util.Map;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Outcome;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
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

/** The queue of reports, for editors: who sees to which, what became of it and why. */
@Controller
public final class ReportQueueController {

    private final Reports reports;
    private final Clinic clinic;

    ReportQueueController(Reports reports, Clinic clinic) {
        this.reports = reports;
        this.clinic = clinic;
    }

    /** A report in the queue. */
    public record Line(Reports.Report report, String about) {}

    /** Something that happened to a report. */
    public record Happened(String at, String who, String what, String detail) {}

    @GetMapping("/knowledge/reports")
    View list(
            Page page,
            @RequestParam(name = "status", defaultValue = "") String status,
            @RequestParam(name = "mine", defaultValue = "") String mine) {
        List<Reports.Report> all = reports.all();
        List<Line> lines = all.stream()
                .filter(report -> status.isEmpty() || report.status().id().equals(status))
                .filter(report -> mine.isEmpty() || report.assignee().equals(page.username()))
                .map(report -> new Line(report, ReportController.name(clinic.knowledge(), report.page(), page)))
                .toList();
        return Html.of(
                "reports",
                page,
                Map.of("lines", lines, "status", status, "mine", !mine.isEmpty(), "total", all.size()));
    }

    @GetMapping("/knowledge/reports/{report}")
    View one(Page page, @PathVariable String report) {
        return one(HttpStatus.OK, page, find(report), Form.empty());
    }

    private Reports.Report find(String id) {
        return reports.find(id).orElseThrow(Missing::new);
    }

    private View one(HttpStatus status, Page page, Reports.Report report, Form form) {
        return Html.of(
                status,
                "report-one",
                page,
                Map.of(
                        "report", report,
                        "about", ReportController.name(clinic.knowledge(), report.page(), page),
                        "form", form.filled("expected", Long.toString(report.sequence())),
                        "history",
                                report.history().stream()
                                        .map(entry -> happened(entry, page))
                                        .toList()));
    }

    private static Happened happened(Entry entry, Page page) {
        Map<String, Object> content = entry.content();
        String who = entry.author().equals(Reports.NOBODY) ? page.say("inaccuracy.nobody") : entry.author();
        return switch (entry.kind()) {
            case "assigned" -> {
                String to = Json.text(content, "to");
                String what = page.say(to.isEmpty() ? "inaccuracy.released" : "inaccuracy.assigned");
                yield new Happened(page.messages().moment(entry.at()), who, what, to);
            }
            case "judged" ->
                new Happened(
                        page.messages().moment(entry.at()),
                        who,
                        page.say("inaccuracy.status." + Json.text(content, "status")),
                        Json.text(content, "reason"));
            default -> new Happened(page.messages().moment(entry.at()), who, page.say("inaccuracy.reported"), "");
        };
    }

    @PostMapping("/knowledge/reports/{report}")
    View change(Page page, @PathVariable String report, @RequestParam MultiValueMap<String, String> sent) {
        Reports.Report found = find(report);
        Form form = Form.of(sent);
        if (page.switching()) {
            return one(HttpStatus.OK, page, found, form);
        }
        Outcome outcome;
        if (!form.value("assign").isEmpty()) {
            String to = form.is("assign", "me") ? page.username() : "";
            outcome = reports.assign(report, form.expected(), page.username(), to);
        } else {
            Reports.Status status = Reports.Status.of(form.value("status")).orElse(Reports.Status.NEW);
            Form checked = check(form, status, page);
            if (!checked.right()) {
                return one(HttpStatus.UNPROCESSABLE_CONTENT, page, found, checked);
            }
            outcome = reports.judge(report, form.expected(), page.username(), status, form.value("reason"));
        }
        return outcome instanceof Outcome.Stale
                ? one(HttpStatus.CONFLICT, page, find(report), form.with("", page, "inaccuracy.stale"))
                : new RedirectView("/knowledge/reports/" + report);
    }

    private static Form check(Form form, Reports.Status status, Page page) {
        if (status == Reports.Status.NEW && !form.is("status", "new")) {
            return form.with("status", page, "inaccuracy.status.missing");
        }
        return status == Reports.Status.REJECTED && form.value("reason").isEmpty()
                ? form.with("reason", page, "inaccuracy.reason.missing")
                : form;
    }
}
