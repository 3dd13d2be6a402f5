package org.lumbar.chart;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.fhir.BundleReader;

/**
 * A chart as a FHIR R4 bundle and back. The bundle is also what the planner reads, so that what leaves the clinic and what its
 * plans rest on are the same.
 */
public final class FhirExchange {

    private static final String INTAKE = "https://w3id.org/lumbar/fhir/Questionnaire/intake";

    private FhirExchange() {}

    /**
     * The chart as a bundle of type collection: the patient, every resource, and the answers as responses to the intake.
     *
     * @param zone of the clinic, in which times are told
     */
    public static byte[] bundle(PatientChart chart, ZoneId zone) {
        List<Object> entries = new ArrayList<>();
        Map<String, Object> patient = new TreeMap<>(chart.patient());
        patient.put("resourceType", "Patient");
        patient.put("id", chart.id());
        entries.add(Map.of("resource", patient));
        chart.resources().values().forEach(resource -> entries.add(Map.of("resource", resource)));
        byTime(chart)
                .forEach((at, answers) -> entries.add(Map.of("resource", response(chart.id(), at, answers, zone))));
        return Json.canonical(Map.of("resourceType", "Bundle", "type", "collection", "entry", entries))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<Instant, List<PatientChart.Answer>> byTime(PatientChart chart) {
        Map<Instant, List<PatientChart.Answer>> byTime = new LinkedHashMap<>();
        chart.answers()
                .values()
                .forEach(answer -> byTime.computeIfAbsent(answer.at(), at -> new ArrayList<>())
                        .add(answer));
        return byTime;
    }

    private static Map<String, Object> response(
            String patient, Instant at, List<PatientChart.Answer> answers, ZoneId zone) {
        List<Object> items = new ArrayList<>();
        for (PatientChart.Answer answer : answers) {
            String type = answer.value() instanceof Boolean ? "valueBoolean" : "valueDecimal";
            items.add(Map.of("linkId", answer.finding(), "answer", List.of(Map.of(type, answer.value()))));
        }
        return Map.of(
                "resourceType",
                "QuestionnaireResponse",
                "id",
                "answers-" + at.toEpochMilli(),
                "questionnaire",
                INTAKE,
                "status",
                "completed",
                "subject",
                Map.of("reference", "Patient/" + patient),
                "authored",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone)),
                "item",
                items);
    }

    /** What the planner reads of the chart. */
    public static PatientRecord record(PatientChart chart, ZoneId zone) {
        return BundleReader.read(bundle(chart, zone));
    }

    /**
     * What to append to the empty stream of a patient so that it says what a bundle says.
     *
     * @param id of the patient here, which takes the place of the bundle's own
     * @throws UnusableRecord when it is no bundle about one patient
     */
    public static List<Entry.Draft> drafts(byte[] bundle, String id) {
        BundleReader.read(bundle);
        Map<String, Object> root = Json.object(new String(bundle, StandardCharsets.UTF_8));
        List<Map<String, Object>> resources = new ArrayList<>();
        Map<String, String> references = new HashMap<>();
        int number = 0;
        for (Map<String, Object> entry : Json.maps(root, "entry")) {
            number++;
            Map<String, Object> resource = Json.map(entry, "resource");
            if (resource == null) {
                continue;
            }
            String type = Json.text(resource, "resourceType");
            String old = Json.text(resource, "id");
            String own = type.equals("Patient") ? id : old.isEmpty() ? "imported-" + number : old;
            if (!old.isEmpty()) {
                references.put(type + "/" + old, type + "/" + own);
            }
            if (!Json.text(entry, "fullUrl").isEmpty()) {
                references.put(Json.text(entry, "fullUrl"), type + "/" + own);
            }
            resource.put("id", own);
            resources.add(resource);
        }
        List<Entry.Draft> drafts = new ArrayList<>();
        for (Map<String, Object> resource : resources) {
            boolean patient = Json.text(resource, "resourceType").equals("Patient");
            Object content = redirected(resource, references);
            drafts.add(new Entry.Draft(patient ? Kind.REGISTERED : Kind.RECORDED, Json.canonical(content)));
        }
        drafts.sort(java.util.Comparator.comparingInt(draft -> draft.kind().equals(Kind.REGISTERED) ? 0 : 1));
        return drafts;
    }

    private static Object redirected(Object value, Map<String, String> references) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> copy = new TreeMap<>();
                map.forEach((name, member) -> copy.put(
                        (String) name,
                        name.equals("reference") && member instanceof String target
                                ? references.getOrDefault(target, target)
                                : redirected(member, references)));
                yield copy;
            }
            case List<?> list ->
                list.stream().map(each -> redirected(each, references)).toList();
            default -> value;
        };
    }
}
