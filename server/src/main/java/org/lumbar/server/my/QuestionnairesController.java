package org.lumbar.server.my;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.knowledge.Instrument.Question;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.outcome.Answers;
import org.lumbar.core.outcome.Change;
import org.lumbar.core.outcome.Result;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.server.my.Questionnaires.Asked;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;
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
 * Questionnaires that a patient fills in: from the printed form, where its licence asks for that. The score goes to the chart, where
 * the planner reads it.
 */
@Controller
public final class QuestionnairesController {

    private static final String ANSWER = "answer-";
    private static final String NONE = "none";
    private static final String BLANK = "?";

    private final Own own;
    private final Clinic clinic;
    private final Questionnaires questionnaires;

    QuestionnairesController(Own own, Clinic clinic, Questionnaires questionnaires) {
        this.own = own;
        this.clinic = clinic;
        this.questionnaires = questionnaires;
    }

    /**
     * A questionnaire in the list.
     *
     * @param standing when it was filled in, or is to be
     * @param result of the last form, in words; empty when there is none
     */
    public record Line(
            String id, String name, String about, boolean own, boolean due, String standing, String result) {}

    @GetMapping("/my/questionnaires")
    View list(Page page) {
        PatientChart chart = own.chart(page);
        TreatmentPlan plan = clinic.plan(chart, page.language());
        return Html.of(
                "my-questionnaires",
                page,
                Map.of(
                        "lines",
                        asked(chart, plan).stream().map(one -> line(one, page)).toList(),
                        "help",
                        Help.of(plan, clinic.knowledge())));
    }

    private List<Asked> asked(PatientChart chart, TreatmentPlan plan) {
        return questionnaires.of(chart, plan, clinic.store().read(PatientChart.stream(chart.id())));
    }

    private static Line line(Asked asked, Page page) {
        Instrument instrument = asked.instrument();
        return new Line(
                instrument.id(),
                page.messages().capital(page.messages().say(instrument.name())),
                PatientWords.of(instrument, page.messages()),
                asked.own(),
                asked.due(),
                standing(asked, page),
                result(asked, page));
    }

    private static String standing(Asked asked, Page page) {
        if (!asked.own()) {
            return page.say("scale-form.with-clinic");
        }
        if (asked.due()) {
            return page.say("scale-form.due");
        }
        return asked.next() == null
                ? page.say("scale-form.no-more")
                : page.say("scale-form.next", "date", page.messages().date(asked.next()));
    }

    private static String result(Asked asked, Page page) {
        if (asked.filled().isEmpty()) {
            return "";
        }
        Filled last = asked.filled().getLast();
        String score = last.score()
                .map(one -> page.say(
                        "scale-form.score",
                        Map.of(
                                "date", page.messages().date(last.on()),
                                "score", Scores.rounded(one),
                                "most", one.scale().most())))
                .orElse("");
        if (asked.filled().size() < 2) {
            return score;
        }
        Filled first = asked.filled().getFirst();
        return Change.between(first.answers(), last.answers()).getFirst() instanceof Change.Judged judged
                ? score + " "
                        + page.say(
                                "scale-form.change." + judged.course().name().toLowerCase(Locale.ROOT),
                                "date",
                                page.messages().date(first.on()))
                : score;
    }

    @GetMapping("/my/questionnaires/{instrument}")
    View show(Page page, @PathVariable String instrument) {
        return show(HttpStatus.OK, page, instrument, Form.empty().filled("request", Drafts.newId()));
    }

    private View show(HttpStatus status, Page page, String id, Form form) {
        PatientChart chart = own.chart(page);
        TreatmentPlan plan = clinic.plan(chart, page.language());
        Instrument instrument = find(chart, plan, id);
        return Html.of(
                status,
                "my-questionnaire",
                page,
                Map.of(
                        "instrument",
                        instrument,
                        "about",
                        PatientWords.of(instrument, page.messages()),
                        "ticked",
                        ticked(instrument),
                        "form",
                        form,
                        "help",
                        Help.of(plan, clinic.knowledge())));
    }

    private Instrument find(PatientChart chart, TreatmentPlan plan, String id) {
        return asked(chart, plan).stream()
                .filter(Asked::own)
                .map(Asked::instrument)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Missing::new);
    }

    /** True for a list of statements of which those are ticked that apply: an empty box is an answer there. */
    private static boolean ticked(Instrument instrument) {
        return instrument.scales().stream().allMatch(scale -> scale.blankCounts() != null)
                && instrument.questions().stream().allMatch(one -> one.least() == 0 && one.most() == 1);
    }

    @PostMapping("/my/questionnaires/{instrument}")
    View fill(Page page, @PathVariable("instrument") String id, @RequestParam MultiValueMap<String, String> sent) {
        PatientChart chart = own.chart(page);
        Instrument instrument = find(chart, clinic.plan(chart, page.language()), id);
        Form form = Form.of(sent);
        if (page.switching()) {
            return show(HttpStatus.OK, page, id, form);
        }
        Form checked = ticked(instrument) ? checkTicks(instrument, form, page) : checkAnswers(instrument, form, page);
        if (!checked.right()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, id, checked);
        }
        if (!own.repeated(chart, form.value("request"))) {
            String request = form.value("request").isEmpty() ? Drafts.newId() : form.value("request");
            clinic.write(chart.id(), ChartStore.ANY, request, page.username(), drafts(chart, instrument, form));
        }
        return new RedirectView("/my/questionnaires");
    }

    /** Nothing ticked must be meant: it is the best score there is. */
    private static Form checkTicks(Instrument instrument, Form form, Page page) {
        boolean any = instrument.questions().stream().anyMatch(one -> form.is(ANSWER + one.id(), "1"));
        return any == form.is(NONE, "yes")
                ? form.with(NONE, page, any ? "scale-form.none.wrong" : "scale-form.none.missing")
                : form;
    }

    /** Every question, or where the patient names the activities as many as make a form. */
    private static Form checkAnswers(Instrument instrument, Form form, Page page) {
        Form checked = form;
        List<Question> questions = instrument.questions();
        for (int i = 0; i < questions.size(); i++) {
            String field = ANSWER + questions.get(i).id();
            boolean needed =
                    i < instrument.fewestAnswers() || !form.value(field).isEmpty();
            if (needed && answer(questions.get(i), form) == null) {
                checked = checked.with(field, page, "scale-form.answer.missing");
            }
        }
        return checked;
    }

    private static @Nullable Long answer(Question question, Form form) {
        return form.whole(ANSWER + question.id())
                .filter(value -> value >= question.least() && value <= question.most())
                .orElse(null);
    }

    private List<Entry.Draft> drafts(PatientChart chart, Instrument instrument, Form form) {
        String blank = ticked(instrument) ? "0" : BLANK;
        String answers = instrument.questions().stream()
                .map(question -> {
                    Long answer = answer(question, form);
                    return answer == null ? blank : answer.toString();
                })
                .collect(Collectors.joining(","));
        List<Entry.Draft> drafts = new ArrayList<>();
        drafts.add(Filled.draft(instrument, clinic.today(), answers));
        for (Result result : Answers.parse(instrument, answers).score()) {
            String measure = result.scale().measure();
            if (measure != null && result instanceof Result.Score score) {
                clinic.knowledge().measures().stream()
                        .filter(one -> one.id().equals(measure))
                        .forEach(one -> drafts.add(scored(chart, one, score)));
            }
        }
        return drafts;
    }

    private Entry.Draft scored(PatientChart chart, Measure measure, Result.Score score) {
        return Drafts.scored(chart.id(), measure, Scores.rounded(score), clinic.today());
    }
}
