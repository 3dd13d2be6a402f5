package org.lumbar.server.my;

import java.util.List;
import java.util.Map;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.server.exercise.Programmes;
import org.lumbar.server.exercise.Results;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;
import org.lumbar.server.patient.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** How pain and exercise went, and the pain of today. */
@Controller
public final class DiaryController {

    private final Own own;
    private final Clinic clinic;
    private final Programmes programmes;
    private final Results results;
    private final Questionnaires questionnaires;

    DiaryController(Own own, Clinic clinic, Programmes programmes, Results results, Questionnaires questionnaires) {
        this.own = own;
        this.clinic = clinic;
        this.programmes = programmes;
        this.results = results;
        this.questionnaires = questionnaires;
    }

    @GetMapping("/my/diary")
    View show(Page page) {
        return show(HttpStatus.OK, page, Form.empty().filled("request", Drafts.newId()));
    }

    private View show(HttpStatus status, Page page, Form form) {
        PatientChart chart = own.chart(page);
        Diary diary = Diary.of(
                chart, programmes.course(chart, page.language()).orElse(null), clinic.knowledge(), clinic.today());
        TreatmentPlan plan = clinic.plan(chart, page.language());
        List<Questionnaires.Asked> asked =
                questionnaires.of(chart, plan, clinic.store().read(PatientChart.stream(chart.id())));
        return Html.of(
                status,
                "my-diary",
                page,
                Map.of(
                        "diary", diary,
                        "scores", scores(asked, diary),
                        "due", asked.stream().anyMatch(Questionnaires.Asked::due),
                        "form", form,
                        "help", Help.of(plan, clinic.knowledge())));
    }

    /** What the questionnaires say of what the patient can do; one that was never filled in is left out. */
    private static List<Scores> scores(List<Questionnaires.Asked> asked, Diary diary) {
        return asked.stream()
                .map(one -> Scores.of(
                        one.instrument(),
                        one.filled(),
                        diary.days().stream().map(Diary.Day::date).toList()))
                .filter(one -> !one.points().isEmpty())
                .toList();
    }

    @PostMapping("/my/diary")
    View write(Page page, @RequestParam MultiValueMap<String, String> sent) {
        PatientChart chart = own.chart(page);
        Form form = Form.of(sent);
        if (page.switching()) {
            return show(HttpStatus.OK, page, form);
        }
        int pain = form.whole("pain")
                .filter(value -> value >= 0 && value <= 10)
                .map(Long::intValue)
                .orElse(-1);
        if (pain < 0) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, form.with("pain", page, "diary.pain.missing"));
        }
        if (!own.repeated(chart, form.value("request"))) {
            String request = form.value("request").isEmpty() ? Drafts.newId() : form.value("request");
            clinic.write(chart.id(), ChartStore.ANY, request, page.username(), results.pain(chart.id(), pain));
        }
        return new RedirectView("/my/diary");
    }
}
