package org.lumbar.server.my;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Flag;
import org.lumbar.chart.Json;
import org.lumbar.chart.Kind;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.server.exercise.Results;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
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
 * "I feel worse": the warning signs of the safety net first, then how it is, and at once what to do. What the patient says goes to
 * the chart and, unless all is calm, before the eyes of a clinician.
 */
@Controller
public final class WorseController {

    private static final String WORSE = "worse";
    /** Characters of a message. */
    private static final int LONGEST = 1000;

    private final Own own;
    private final Clinic clinic;
    private final Results results;
    private final ExerciseRules.PainMonitoring limits;

    WorseController(Own own, Clinic clinic, Results results) {
        this.own = own;
        this.clinic = clinic;
        this.results = results;
        this.limits = ExerciseRules.of(clinic.knowledge()).pain();
    }

    /** The signs of emergencies that a patient can tell, in the order of the safety net. */
    private Map<String, LocalizedText> questions(TreatmentPlan plan) {
        Set<String> emergencies = clinic.knowledge().redFlags().stream()
                .filter(flag -> flag.urgency().emergency())
                .map(RedFlag::id)
                .collect(Collectors.toSet());
        Map<String, LocalizedText> questions = new LinkedHashMap<>();
        Help.emergencies(plan, clinic.knowledge()).stream()
                .flatMap(advice -> advice.flags().stream())
                .filter(emergencies::contains)
                .forEach(flag -> clinic.knowledge().findings().stream()
                        .filter(finding ->
                                finding.id().equals(flag) && finding.askedOf() == FindingDefinition.AskedOf.PATIENT)
                        .map(FindingDefinition::question)
                        .flatMap(Stream::ofNullable)
                        .forEach(question -> questions.put(flag, question)));
        return questions;
    }

    @GetMapping("/my/worse")
    View show(Page page) {
        return show(HttpStatus.OK, page, Form.empty().filled("request", Drafts.newId()));
    }

    private View show(HttpStatus status, Page page, Form form) {
        TreatmentPlan plan = clinic.plan(own.chart(page), page.language());
        return Html.of(
                status,
                "my-worse",
                page,
                Map.of(
                        "form", form,
                        "questions", questions(plan),
                        "help", Help.of(plan, clinic.knowledge())));
    }

    @PostMapping("/my/worse")
    View tell(Page page, @RequestParam MultiValueMap<String, String> sent) {
        PatientChart chart = own.chart(page);
        Form form = Form.of(sent);
        if (page.switching()) {
            return show(HttpStatus.OK, page, form);
        }
        Map<String, LocalizedText> questions = questions(clinic.plan(chart, page.language()));
        Form checked = check(form, page, questions);
        if (!checked.right()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, checked);
        }
        String request = form.value("request").isEmpty() ? Drafts.newId() : form.value("request");
        long before = own.sequence(chart, request);
        if (before > 0) {
            return new RedirectView("/my/worse/" + before);
        }
        List<Entry.Draft> drafts = drafts(chart, form, questions.keySet());
        return new RedirectView(
                "/my/worse/" + Own.first(clinic.write(chart.id(), ChartStore.ANY, request, page.username(), drafts)));
    }

    private static Form check(Form form, Page page, Map<String, LocalizedText> questions) {
        Form checked = form;
        for (Map.Entry<String, LocalizedText> question : questions.entrySet()) {
            if (!List.of("yes", "no", "unknown").contains(form.value(question.getKey()))) {
                String asked = page.messages().say(question.getValue());
                checked =
                        checked.with(new Problem(question.getKey(), page.say("worse.sign.missing", "question", asked)));
            }
        }
        if (form.whole("pain").filter(value -> value >= 0 && value <= 10).isEmpty()) {
            checked = checked.with("pain", page, "diary.pain.missing");
        }
        if (!form.is("leg", "yes") && !form.is("leg", "no")) {
            checked = checked.with("leg", page, "worse.leg.missing");
        }
        if (form.value("text").length() > LONGEST) {
            checked = checked.with("text", page, "worse.text.long");
        }
        return checked;
    }

    /** The report first, so that its sequence names it. */
    private List<Entry.Draft> drafts(PatientChart chart, Form form, Set<String> questions) {
        Map<String, Object> signs = new TreeMap<>();
        questions.forEach(id -> signs.put(id, form.value(id)));
        int pain = form.whole("pain").orElseThrow().intValue();
        boolean leg = form.is("leg", "yes");
        List<Entry.Draft> drafts = new ArrayList<>();
        drafts.add(Entry.Draft.of(
                Kind.REPORTED, Map.of("signs", signs, "pain", pain, "leg", leg, "text", form.value("text"))));
        drafts.addAll(results.pain(chart.id(), pain));
        signs.forEach((id, answer) -> {
            if (answer.equals("yes")) {
                drafts.addAll(results.warned(chart, id));
            }
        });
        if (signs.containsValue("unknown")
                || leg
                || pain > limits.amberMost()
                || !form.value("text").isEmpty()) {
            String told = form.value("text");
            drafts.add(Flag.draft(WORSE, Results.HOME, "", pain + "/10" + (told.isEmpty() ? "" : " · " + told)));
        }
        return drafts;
    }

    /** What to do now. */
    @GetMapping("/my/worse/{number}")
    View advice(Page page, @PathVariable long number) {
        PatientChart chart = own.chart(page);
        Entry told = clinic.store().read(PatientChart.stream(chart.id())).stream()
                .filter(entry -> entry.sequence() == number && entry.kind().equals(Kind.REPORTED))
                .findFirst()
                .orElseThrow(Missing::new);
        Map<String, Object> signs = Json.map(told.content(), "signs");
        List<String> present = signs == null
                ? List.of()
                : signs.entrySet().stream()
                        .filter(sign -> "yes".equals(sign.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        TreatmentPlan plan = clinic.plan(chart, page.language());
        Help help =
                present.isEmpty() ? Help.of(plan, clinic.knowledge()) : Help.about(present, plan, clinic.knowledge());
        return Html.of(
                "my-worse-advice",
                page,
                Map.of("level", Worse.of(told, limits.amberMost()).level(), "help", help));
    }
}
