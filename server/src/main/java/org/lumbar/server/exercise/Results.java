package org.lumbar.server.exercise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Flag;
import org.lumbar.chart.Json;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.fhir.SessionResult;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;
import org.springframework.stereotype.Component;

/**
 * Writes what became of a session to the chart, in one append: the session, the pain before it, and what a clinician has to know
 * at once. A warning sign becomes an answer of the interview, so that the plan holds treatment back until a clinician has looked;
 * a "no" of the patient takes nobody's answer back.
 */
@Component
public final class Results {

    /** Where the flags come from. */
    public static final String HOME = "home";

    private static final String LEG = "leg-symptoms";
    private static final String PAIN = "pain";
    private static final String MORNING = "morning";

    private final Clinic clinic;
    private final ExerciseRules.PainMonitoring limits;

    Results(Clinic clinic) {
        this.clinic = clinic;
        this.limits = ExerciseRules.of(clinic.knowledge()).pain();
    }

    /** The results are none, or of somebody else. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /** The questions that are asked before a session, by the ids of their findings. */
    public Map<String, LocalizedText> questions(ProgrammeSession session, TreatmentPlan plan) {
        Map<String, LocalizedText> questions = new LinkedHashMap<>();
        plan.path().stopRules().stream()
                .filter(rule -> session.steps().stream()
                        .anyMatch(step -> rule.categories().contains(step.item().category())))
                .flatMap(rule -> rule.flags().stream())
                .forEach(flag -> clinic.knowledge().findings().stream()
                        .filter(finding -> finding.id().equals(flag))
                        .map(FindingDefinition::question)
                        .flatMap(Stream::ofNullable)
                        .forEach(question -> questions.put(flag, question)));
        return questions;
    }

    /**
     * Writes the results of a session that the course holds.
     *
     * @param bundle as the page of the session sends it
     * @param request names this very report, so that sending it twice does no harm
     * @throws Unusable when the bundle is no result of this patient
     */
    public Outcome write(
            PatientChart chart,
            Course course,
            String session,
            Map<String, Object> bundle,
            String request,
            String author) {
        SessionResult result = read(bundle);
        LocalDate on = result.session().on();
        Course.Span span = course.on(on);
        Exercised done = new Exercised(
                0, on, session, span.review().load(), span.review().changed(), result);
        List<Entry.Draft> drafts = new ArrayList<>();
        drafts.add(done.draft(bundle));
        Integer before = done.before();
        if (before != null && on.equals(clinic.today())) {
            drafts.addAll(pain(chart.id(), before));
        }
        for (String warning : done.warnings()) {
            drafts.addAll(warned(chart, warning));
        }
        drafts.addAll(flags(done));
        return clinic.write(chart.id(), ChartStore.ANY, request, author, drafts);
    }

    /** A pain of today, as the chart keeps it. */
    public List<Entry.Draft> pain(String patient, int value) {
        return clinic.knowledge().measures().stream()
                .filter(measure -> measure.id().equals(Vocabulary.PAIN))
                .map(measure -> Drafts.measured(patient, measure, BigDecimal.valueOf(value), clinic.today()))
                .toList();
    }

    /** A warning sign that the patient has: the plan knows it, and a clinician sees it first. */
    public List<Entry.Draft> warned(PatientChart chart, String finding) {
        if (clinic.knowledge().redFlags().stream().noneMatch(flag -> flag.id().equals(finding))) {
            return List.of();
        }
        PatientChart.Answer known = chart.answers().get(finding);
        Entry.Draft flag = Flag.draft(finding, HOME, "", "");
        return known != null && known.value().equals(true)
                ? List.of(flag)
                : List.of(Drafts.answered(finding, true), flag);
    }

    private List<Entry.Draft> flags(Exercised done) {
        List<Entry.Draft> flags = new ArrayList<>();
        if (Boolean.TRUE.equals(done.leg())) {
            flags.add(Flag.draft(LEG, HOME, "", figures(done)));
        }
        if (hurts(done)) {
            flags.add(Flag.draft(PAIN, HOME, "", figures(done)));
        }
        if (badMorning(done)) {
            flags.add(Flag.draft(MORNING, HOME, "", done.morning() + "/10"));
        }
        return flags;
    }

    /** True when pain went above what a session may cause, or rose too much. */
    public boolean hurts(Exercised done) {
        Integer before = done.before();
        int most = Stream.of(done.worst(), done.after())
                .flatMap(Stream::ofNullable)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return most > limits.amberMost() || (before != null && most - before > limits.riseMost());
    }

    /** True when the morning after an earlier session brought more pain than a session may cause. */
    public boolean badMorning(Exercised done) {
        Integer morning = done.morning();
        return morning != null && morning > limits.amberMost();
    }

    /** Pain before, strongest and at the end. */
    private static String figures(Exercised done) {
        return known(done.before()) + " → " + known(done.worst()) + " → " + known(done.after());
    }

    private static String known(@Nullable Integer value) {
        return value == null ? "?" : value.toString();
    }

    /** The results; their day is that of the person, but never one that is still to come here. */
    private SessionResult read(Map<String, Object> bundle) {
        try {
            SessionResult result = Exercised.read(bundle);
            LocalDate today = clinic.today();
            return result.session().on().isAfter(today) ? result.on(today) : result;
        } catch (UnusableRecord e) {
            throw new Unusable(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Results in the form in which the page sends them, from the fields of a form.
     *
     * @param at by the clock of the person, whose day counts
     */
    public static Map<String, Object> bundle(
            String patient,
            String session,
            OffsetDateTime at,
            Map<String, Object> checks,
            Map<String, Object> answers) {
        Map<String, Object> said = new LinkedHashMap<>(answers);
        said.put("session", session);
        Map<String, Object> bundle = Map.of(
                "resourceType",
                "Bundle",
                "type",
                "collection",
                "timestamp",
                at.toString(),
                "entry",
                List.of(
                        Map.of("resource", Map.of("resourceType", "Patient", "id", patient)),
                        Map.of("resource", response(patient, "intake", at, checks)),
                        Map.of("resource", response(patient, "exercise-session", at, said))));
        return Json.object(Json.canonical(bundle));
    }

    private static Map<String, Object> response(
            String patient, String questionnaire, OffsetDateTime at, Map<String, Object> answers) {
        List<Object> items = new ArrayList<>();
        answers.forEach((link, value) ->
                items.add(Map.of("linkId", link, "answer", List.of(Map.of(typed(value), written(value))))));
        return Map.of(
                "resourceType",
                "QuestionnaireResponse",
                "questionnaire",
                Exercised.QUESTIONNAIRES + questionnaire,
                "status",
                "completed",
                "subject",
                Map.of("reference", "Patient/" + patient),
                "authored",
                at.toString(),
                "item",
                items);
    }

    private static String typed(Object value) {
        return switch (value) {
            case Boolean yes -> "valueBoolean";
            case Integer number -> "valueInteger";
            case LocalDate day -> "valueDate";
            default -> "valueString";
        };
    }

    private static Object written(Object value) {
        return value instanceof LocalDate day ? day.toString() : value;
    }

    /** True when the bundle is of this patient. */
    public static boolean isOf(Map<String, Object> bundle, String patient) {
        return Json.maps(bundle, "entry").stream()
                .map(entry -> Json.map(entry, "resource"))
                .anyMatch(resource -> resource != null
                        && Json.text(resource, "resourceType").equals("Patient")
                        && Json.text(resource, "id").equals(patient));
    }
}
