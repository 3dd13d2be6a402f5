package org.lumbar.server.patient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.lumbar.chart.Entry;
import org.lumbar.chart.FhirExchange;
import org.lumbar.chart.Json;
import org.lumbar.chart.Kind;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.documents.MeasureUnits;
import org.lumbar.documents.PlanView;
import org.lumbar.server.account.Journal;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** What is known of one patient at a glance, its history, and the chart to take away. */
@Controller
public final class PatientController {

    private static final int HISTORY = 200;

    private final Clinic clinic;
    private final Journal journal;
    private final Notices notices;

    PatientController(Clinic clinic, Journal journal, Notices notices) {
        this.clinic = clinic;
        this.journal = journal;
        this.notices = notices;
    }

    /** Something recorded, with its date where there is one. */
    public record Recorded(String text, String date) {}

    /**
     * The chart at a glance.
     *
     * @param open questions that can still change the plan
     * @param flags what a physician has to look at first
     */
    public record Overview(
            List<Recorded> conditions,
            List<Recorded> medicines,
            List<Recorded> observations,
            int answered,
            int open,
            int recommended,
            List<PatientChart.SignedPlan> signed,
            List<FlagLine> flags) {}

    @GetMapping("/patients/{id}")
    View show(Page page, @PathVariable String id) {
        PatientChart chart = clinic.chart(id);
        TreatmentPlan plan = clinic.plan(chart, page.language());
        PlanView view = clinic.view(chart, plan, page.messages());
        Overview overview = new Overview(
                recorded(chart, "Condition", "code", "onsetDateTime", page),
                recorded(chart, "MedicationStatement", "medicationCodeableConcept", "dateAsserted", page),
                observations(chart, page),
                chart.answers().size(),
                clinic.questions(plan).size(),
                view.count(Status.RECOMMENDED),
                chart.signed().reversed(),
                FlagLine.open(chart, clinic.knowledge(), page.messages()));
        return Html.of(
                "patient",
                page,
                Map.of(
                        "banner", banner(chart, page),
                        "overview", overview,
                        "plan", view,
                        "notices", notices.about(id),
                        "words", NoticesController.words(clinic, page)));
    }

    private Banner banner(PatientChart chart, Page page) {
        return clinic.banner(chart, page.messages());
    }

    private List<Recorded> recorded(PatientChart chart, String type, String code, String date, Page page) {
        List<Recorded> recorded = new ArrayList<>();
        for (Map<String, Object> resource : chart.resources(type)) {
            Map<String, Object> concept = Json.map(resource, code);
            if (concept != null && !Json.text(resource, "status").equals("stopped")) {
                recorded.add(new Recorded(words(concept, page), date(Json.text(resource, date), page)));
            }
        }
        return recorded;
    }

    /** What a concept is called and its first code. */
    private String words(Map<String, Object> concept, Page page) {
        List<Map<String, Object>> codings = Json.maps(concept, "coding");
        String code = codings.isEmpty() ? "" : Json.text(codings.getFirst(), "code");
        String written = Json.text(concept, "text");
        String text = written.isEmpty()
                ? page.messages()
                        .capital(DiagnosisController.names(clinic.knowledge(), page.messages())
                                .getOrDefault(code, ""))
                : written;
        return text.isEmpty() ? code : code.isEmpty() ? text : text + " (" + code + ")";
    }

    private static String date(String written, Page page) {
        return Dates.read(written.length() > 10 ? written.substring(0, 10) : written)
                .map(page.messages()::shortDate)
                .orElse(written);
    }

    /** The newest value of each measure, as the knowledge base names it. */
    private List<Recorded> observations(PatientChart chart, Page page) {
        List<Recorded> recorded = new ArrayList<>();
        List<Map<String, Object>> observations = chart.resources("Observation").stream()
                .sorted(Comparator.comparing((Map<String, Object> one) -> Json.text(one, "effectiveDateTime"))
                        .reversed())
                .toList();
        clinic.knowledge()
                .measures()
                .forEach(measure -> observations.stream()
                        .filter(one -> isOf(one, measure.loinc()))
                        .findFirst()
                        .ifPresent(one -> recorded.add(new Recorded(
                                page.messages().capital(page.messages().say(measure.name())) + ": "
                                        + value(one, measure, page),
                                date(Json.text(one, "effectiveDateTime"), page)))));
        return recorded;
    }

    /** The number as it was written down, with its unit. */
    private String value(Map<String, Object> observation, Measure measure, Page page) {
        Map<String, Object> quantity = Json.map(observation, "valueQuantity");
        if (quantity == null) {
            return "";
        }
        String number = String.valueOf(quantity.get("value"));
        String written = Json.text(quantity, "unit");
        LocalizedText known = MeasureUnits.of(measure, clinic.knowledge());
        if (written.equals(measure.unit())) {
            return known == null ? number : number + "\u00A0" + page.messages().say(known);
        }
        return written.startsWith("{") || written.isEmpty() ? number : number + "\u00A0" + written;
    }

    private static boolean isOf(Map<String, Object> observation, List<String> loinc) {
        Map<String, Object> code = Json.map(observation, "code");
        return code != null
                && Json.maps(code, "coding").stream().anyMatch(coding -> loinc.contains(Json.text(coding, "code")));
    }

    /**
     * A line of the history.
     *
     * @param details what each entry is about; several where somebody answered several questions in one minute
     */
    public record Happened(String at, String author, String what, List<String> details) {}

    @GetMapping("/patients/{id}/history")
    View history(Page page, @PathVariable String id) {
        PatientChart chart = clinic.chart(id);
        return Html.of(
                "history",
                page,
                Map.of(
                        "banner", banner(chart, page),
                        "entries", happened(clinic.store().newest(PatientChart.stream(id), HISTORY), page),
                        "access", happened(journal.about(id, HISTORY), page)));
    }

    private List<Happened> happened(List<Entry> entries, Page page) {
        EntryWords words = new EntryWords(clinic.knowledge(), page.messages());
        List<Happened> lines = new ArrayList<>();
        for (Entry entry : entries) {
            String at = page.messages().moment(entry.at());
            String author = page.messages().who(entry.author());
            Happened last = lines.isEmpty() ? null : lines.getLast();
            if (last != null
                    && entry.kind().equals(Kind.ANSWERED)
                    && last.equals(new Happened(at, author, words.kind(entry), last.details()))) {
                last.details().add(words.detail(entry));
            } else {
                lines.add(new Happened(at, author, words.kind(entry), new ArrayList<>(List.of(words.detail(entry)))));
            }
        }
        return lines;
    }

    @GetMapping("/patients/{id}/record.json")
    ResponseEntity<byte[]> export(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/fhir+json"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("record-" + id + ".json")
                                .build()
                                .toString())
                .body(FhirExchange.bundle(clinic.chart(id), clinic.zone()));
    }
}
