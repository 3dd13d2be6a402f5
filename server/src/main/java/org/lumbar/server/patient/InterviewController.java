package org.lumbar.server.patient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.FindingDefinition.AskedOf;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.plan.Question;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.documents.MeasureUnits;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
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
 * The adaptive interview: the planner's own questions in its own order, so that what is asked is what can still change the plan,
 * and warning signs come first. Each answer is written at once.
 */
@Controller
public final class InterviewController {

    /** Questions on one page, besides those about emergencies, which stand together. */
    private static final int ON_PAGE = 12;

    /** What the names of answers begin with. */
    static final String FIELD = "q-";

    /** What the names of fields begin with that say which medicine an allergy is to. */
    static final String WHICH = "which-";

    private final Clinic clinic;

    InterviewController(Clinic clinic) {
        this.clinic = clinic;
    }

    /**
     * A question as the page asks it.
     *
     * @param measure what is measured; null for a question of yes or no
     * @param unit of what is measured; null where none is written
     * @param allergy to a medicine that a "yes" should name
     * @param decides treatments that wait for the answer
     */
    public record Asked(
            String id,
            String text,
            boolean ofClinician,
            int decides,
            @Nullable Measure measure,
            @Nullable LocalizedText unit,
            boolean allergy) {
        public String field() {
            return FIELD + id;
        }

        /** The field that says which medicine an allergy is to. */
        public String which() {
            return WHICH + id;
        }
    }

    /** An answer that was given, to be looked at again. */
    public record Given(Asked question, String value) {}

    /**
     * Questions of one page.
     *
     * @param emergency they are about emergencies: an answer may stop everything
     */
    public record Sheet(boolean emergency, List<Asked> questions, int left, List<Given> given) {
        /** Questions that are open, on this page and after it. */
        public int open() {
            return questions.size() + left;
        }
    }

    @GetMapping("/patients/{id}/interview")
    View show(
            Page page,
            @PathVariable String id,
            @RequestParam(name = "again", required = false) @Nullable String again) {
        PatientChart chart = clinic.chart(id);
        return show(HttpStatus.OK, page, chart, fresh(chart, again), again);
    }

    private static Form fresh(PatientChart chart, @Nullable String again) {
        Form form = Form.empty().filled("request", Drafts.newId());
        PatientChart.Answer answer = again == null ? null : chart.answers().get(again);
        return answer == null ? form : form.filled(FIELD + again, typed(answer.value()));
    }

    private static String typed(Object value) {
        return value instanceof Boolean yes ? yes ? "yes" : "no" : value.toString();
    }

    private View show(HttpStatus status, Page page, PatientChart chart, Form form, @Nullable String again) {
        TreatmentPlan plan = clinic.plan(chart, page.language());
        return Html.of(
                status,
                "interview",
                page,
                Map.of(
                        "banner",
                        clinic.banner(chart, page.messages()),
                        "form",
                        form.filled("expected", Long.toString(chart.sequence())),
                        "sheet",
                        sheet(chart, plan, form, page, again),
                        "known",
                        RecordController.known(clinic.knowledge(), page),
                        "plan",
                        clinic.view(chart, plan, page.messages())));
    }

    private Sheet sheet(PatientChart chart, TreatmentPlan plan, Form form, Page page, @Nullable String again) {
        Map<String, Measure> measures =
                clinic.knowledge().measures().stream().collect(Collectors.toMap(Measure::id, measure -> measure));
        Set<String> emergencies = clinic.knowledge().redFlags().stream()
                .filter(flag -> flag.urgency().emergency())
                .map(RedFlag::id)
                .collect(Collectors.toSet());
        List<Asked> open = new ArrayList<>();
        for (Question question : clinic.questions(plan)) {
            open.add(asked(
                    question.finding(),
                    page.messages().say(question.text()),
                    question.askedOf() == AskedOf.CLINICIAN,
                    question.decides().size(),
                    measures));
        }
        int first = open.size();
        while (first > 0 && !emergencies.contains(open.get(first - 1).id())) {
            first--;
        }
        List<Asked> shown = new ArrayList<>(open.subList(0, first > 0 ? first : Math.min(ON_PAGE, open.size())));
        askAgain(shown, form, again, page, measures);
        return new Sheet(first > 0, shown, open.size() - shown.size(), given(chart, page, measures));
    }

    /** What was asked for by hand, or typed on a page that is shown again, stays on it. */
    private void askAgain(
            List<Asked> shown, Form form, @Nullable String again, Page page, Map<String, Measure> measures) {
        Set<String> there = shown.stream().map(Asked::id).collect(Collectors.toSet());
        List<String> more = new ArrayList<>();
        if (again != null) {
            more.add(again);
        }
        new TreeMap<>(form.values())
                .keySet().stream()
                        .filter(name -> name.startsWith(FIELD))
                        .map(name -> name.substring(FIELD.length()))
                        .forEach(more::add);
        Map<String, LocalizedText> questions = questions();
        for (String id : more) {
            LocalizedText text = questions.get(id);
            if (text != null && there.add(id)) {
                shown.addFirst(asked(id, page.messages().say(text), false, 0, measures));
            }
        }
    }

    private Asked asked(String id, String text, boolean ofClinician, int decides, Map<String, Measure> measures) {
        Measure measure = measures.get(id);
        LocalizedText unit = measure == null ? null : MeasureUnits.of(measure, clinic.knowledge());
        boolean allergy = clinic.knowledge().findings().stream()
                .anyMatch(finding -> finding.id().equals(id) && Allergies.namesMedicine(finding));
        return new Asked(id, text, ofClinician, decides, measure, unit, allergy);
    }

    /** Everything that can be asked. */
    private Map<String, LocalizedText> questions() {
        Map<String, LocalizedText> questions = new HashMap<>();
        for (FindingDefinition finding : clinic.knowledge().findings()) {
            LocalizedText question = finding.question();
            if (question != null) {
                questions.put(finding.id(), question);
            }
        }
        for (Measure measure : clinic.knowledge().measures()) {
            LocalizedText question = measure.question();
            if (question != null) {
                questions.put(measure.id(), question);
            }
        }
        return questions;
    }

    private List<Given> given(PatientChart chart, Page page, Map<String, Measure> measures) {
        Map<String, LocalizedText> questions = questions();
        List<Given> given = new ArrayList<>();
        chart.answers().forEach((id, answer) -> {
            LocalizedText text = questions.get(id);
            if (text != null) {
                String value = answer.value() instanceof Boolean yes
                        ? page.say(yes ? "answer.yes" : "answer.no")
                        : answer.value().toString();
                given.addFirst(new Given(asked(id, page.messages().say(text), false, 0, measures), value));
            }
        });
        return given;
    }

    @PostMapping("/patients/{id}/interview")
    View answer(Page page, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        PatientChart chart = clinic.chart(id);
        Form form = Form.of(sent);
        if (page.switching()) {
            return show(HttpStatus.OK, page, chart, form, null);
        }
        AnswerReader read = new AnswerReader(clinic, page, chart, questions().keySet(), form);
        List<Entry.Draft> drafts = read.drafts();
        Form checked = read.checked();
        if (checked.right() && !read.answered()) {
            checked = checked.with("", page, "interview.nothing");
        }
        if (!checked.right()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, chart, checked, null);
        }
        if (drafts.isEmpty()) {
            return answered(page, chart);
        }
        // A single answer that is written at once has no form of its own to be sent twice.
        String request = page.fragment() ? "" : form.value("request");
        Outcome outcome = clinic.write(id, form.expected(), request, page.username(), drafts);
        if (outcome instanceof Outcome.Stale stale) {
            String since = new EntryWords(clinic.knowledge(), page.messages()).since(stale.since());
            return show(HttpStatus.CONFLICT, page, clinic.chart(id), form.with(new Problem("", since)), null);
        }
        return answered(page, clinic.chart(id));
    }

    /** What follows from the answers: beside the questions, or on the next page. */
    private View answered(Page page, PatientChart now) {
        String id = now.id();
        TreatmentPlan plan = clinic.plan(now, page.language());
        if (page.fragment()) {
            return Html.of(
                    "interview-side",
                    page,
                    Map.of(
                            "plan", clinic.view(now, plan, page.messages()),
                            "banner", clinic.banner(now, page.messages()),
                            "patient", id,
                            "open", clinic.questions(plan).size(),
                            "expected", now.sequence(),
                            "live", true));
        }
        boolean done = clinic.questions(plan).isEmpty() || plan.triage().level().emergency();
        return new RedirectView(done ? "/patients/" + id + "/plan" : "/patients/" + id + "/interview");
    }
}
