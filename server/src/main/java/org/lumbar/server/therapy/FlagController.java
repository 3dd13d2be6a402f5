package org.lumbar.server.therapy;

import java.util.List;
import java.util.Map;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Flag;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;
import org.lumbar.server.patient.EntryWords;
import org.lumbar.server.patient.FlagLine;
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

/** What a physician has to look at first. Only a physician clears it, with a note of what was found and decided. */
@Controller
public final class FlagController {

    private static final int SHORTEST_NOTE = 5;
    private static final int LONGEST_NOTE = 1_000;

    private final Clinic clinic;

    FlagController(Clinic clinic) {
        this.clinic = clinic;
    }

    @GetMapping("/patients/{id}/flags")
    View show(Page page, @PathVariable String id) {
        return show(HttpStatus.OK, page, clinic.chart(id), Form.empty().filled("request", Drafts.newId()));
    }

    private View show(HttpStatus status, Page page, PatientChart chart, Form form) {
        List<FlagLine> all = chart.flags().reversed().stream()
                .map(flag -> FlagLine.of(flag, clinic.knowledge(), page.messages()))
                .toList();
        return Html.of(
                status,
                "flags",
                page,
                Map.of(
                        "banner", clinic.banner(chart, page.messages()),
                        "form", form.filled("expected", Long.toString(chart.sequence())),
                        "open", all.stream().filter(line -> line.flag().open()).toList(),
                        "cleared",
                                all.stream().filter(line -> !line.flag().open()).toList(),
                        "emergency",
                                clinic.plan(chart, page.language())
                                        .triage()
                                        .level()
                                        .emergency()));
    }

    @PostMapping("/patients/{id}/flags")
    View clear(Page page, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        PatientChart chart = clinic.chart(id);
        Form form = Form.of(sent);
        if (page.switching()) {
            return show(HttpStatus.OK, page, chart, form);
        }
        String note = form.value("note");
        if (note.length() < SHORTEST_NOTE || note.length() > LONGEST_NOTE) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, chart, form.with("note", page, "flags.note.missing"));
        }
        List<Entry.Draft> drafts = chart.openFlags().stream()
                .map(flag -> Flag.clearing(flag.sequence(), note))
                .toList();
        RedirectView done = new RedirectView("/patients/" + id + "/flags");
        if (drafts.isEmpty()) {
            return done;
        }
        Outcome outcome = clinic.write(id, form.expected(), form.value("request"), page.username(), drafts);
        if (outcome instanceof Outcome.Stale stale) {
            String since = new EntryWords(clinic.knowledge(), page.messages()).since(stale.since());
            return show(HttpStatus.CONFLICT, page, clinic.chart(id), form.with(new Problem("", since)));
        }
        return done;
    }
}
