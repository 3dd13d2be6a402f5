package org.lumbar.server.patient;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lumbar.chart.Json;
import org.lumbar.chart.PatientChart;
import org.lumbar.server.page.Messages;

/** Names the entries of a chart to people, where the planner names them by their references. */
final class EntryNames {

    private static final Pattern ANSWER = Pattern.compile("QuestionnaireResponse/answers-([0-9]+)#.*");

    private final PatientChart chart;
    private final Messages messages;

    EntryNames(PatientChart chart, Messages messages) {
        this.chart = chart;
        this.messages = messages;
    }

    /** The name of an entry; only what kind of entry it is when the chart has no such entry any more. */
    String of(String reference) {
        Matcher answer = ANSWER.matcher(reference);
        if (answer.matches()) {
            Instant at = Instant.ofEpochMilli(Long.parseLong(answer.group(1)));
            return messages.say("evidence.answer", "date", messages.day(at));
        }
        String entry = reference.split("#", 2)[0];
        Map<String, Object> resource = chart.resources().get(entry);
        return resource == null ? messages.say("evidence." + known(entry.split("/", 2)[0])) : named(resource);
    }

    private String named(Map<String, Object> resource) {
        String type = Json.text(resource, "resourceType");
        String day = day(resource);
        String text = text(resource);
        String name = text.isEmpty() ? messages.say("evidence." + known(type)) : text;
        return day.isEmpty() ? name : name + ", " + day;
    }

    /** The word for a kind of resource, part of a message key. */
    static String known(String type) {
        return switch (type) {
            case "Patient" -> "person";
            case "Condition" -> "condition";
            case "Observation" -> "observation";
            case "MedicationStatement", "MedicationRequest" -> "medicine";
            case "AllergyIntolerance" -> "allergy";
            case "QuestionnaireResponse" -> "questionnaire";
            default -> "entry";
        };
    }

    /** What the resource says that it is about; empty when it says so in codes only. */
    static String text(Map<String, Object> resource) {
        Map<String, Object> code = Json.map(resource, "code");
        Map<String, Object> concept = code == null ? Json.map(resource, "medicationCodeableConcept") : code;
        return concept == null ? "" : Json.text(concept, "text");
    }

    private String day(Map<String, Object> resource) {
        for (String field : new String[] {"effectiveDateTime", "onsetDateTime", "recordedDate", "dateAsserted"}) {
            String date = Json.text(resource, field);
            if (!date.isEmpty()) {
                return Dates.read(date.length() > 10 ? date.substring(0, 10) : date)
                        .map(messages::shortDate)
                        .orElse(date);
            }
        }
        return "";
    }
}
