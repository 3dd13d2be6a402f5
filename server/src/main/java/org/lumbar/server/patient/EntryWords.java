package org.lumbar.server.patient;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Kind;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.server.page.Messages;
import org.lumbar.server.page.Opened;

/** Says in words what entries say. */
public final class EntryWords {

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final Map<String, LocalizedText> names = new HashMap<>();

    public EntryWords(KnowledgeBase knowledge, Messages messages) {
        this.knowledge = knowledge;
        this.messages = messages;
        knowledge.items().forEach(item -> names.put(item.id(), item.name()));
        knowledge.measures().forEach(measure -> names.put(measure.id(), measure.name()));
        knowledge.findings().forEach(finding -> names.put(finding.id(), finding.name()));
    }

    /** What kind of entry it is. */
    public String kind(Entry entry) {
        return messages.say("entry." + entry.kind());
    }

    /** What it is about. */
    public String detail(Entry entry) {
        Map<String, Object> content = entry.content();
        return switch (entry.kind()) {
            case Kind.ANSWERED ->
                name(Json.text(content, "finding")) + ": " + value(content.getOrDefault("value", Json.NULL));
            case Kind.RECORDED -> recorded(content);
            case Kind.WITHDRAWN -> withdrawn(content);
            case Kind.CHOSEN, Kind.REMOVED, Kind.OVERRIDDEN, Kind.DOSED -> name(Json.text(content, "item"));
            case Kind.SIGNED -> messages.say("plan.version", "n", content.getOrDefault("version", 0));
            case Kind.NOTED -> Json.text(content, "text");
            case Kind.PERFORMED ->
                name(Json.text(content, "item")) + ": "
                        + messages.say("treatment.result." + Json.text(content, "result"));
            case Kind.PRACTISED ->
                messages.say(
                        "technique.seen", "n", Json.maps(content, "movements").size());
            case Kind.FLAGGED -> FlagLine.reason(Json.text(content, "reason"), knowledge, messages);
            case Kind.FLAG_CLEARED -> Json.text(content, "note");
            case "viewed", "changed", "refused" -> Opened.inWords(Json.text(content, "what"), messages);
            default -> "";
        };
    }

    private String withdrawn(Map<String, Object> content) {
        String name = Json.text(content, "name");
        String type = Json.text(content, "resource").split("/", 2)[0];
        return name.isEmpty() ? messages.say("evidence." + EntryNames.known(type)) : name;
    }

    /** What a resource of a chart is about. */
    String recorded(Map<String, Object> resource) {
        Map<String, Object> code = Json.map(resource, "code");
        Map<String, Object> concept = code == null ? Json.map(resource, "medicationCodeableConcept") : code;
        String text = concept == null ? "" : Json.text(concept, "text");
        if (concept == null || !text.isEmpty()) {
            return text.isEmpty() ? Json.text(resource, "resourceType") : text;
        }
        String first = Json.maps(concept, "coding").stream()
                .map(coding -> Json.text(coding, "code"))
                .findFirst()
                .orElse(Json.text(resource, "resourceType"));
        return measured(resource, first).orElseGet(() -> diagnosed(first));
    }

    /** A measurement with its number. */
    private Optional<String> measured(Map<String, Object> resource, String loinc) {
        Map<String, Object> quantity = Json.map(resource, "valueQuantity");
        return knowledge.measures().stream()
                .filter(measure -> quantity != null && measure.loinc().contains(loinc))
                .findFirst()
                .map(measure -> name(measure.id()) + ": " + quantity.get("value"));
    }

    private String diagnosed(String code) {
        String name = DiagnosisController.names(knowledge, messages).get(code);
        return name == null ? code : messages.capital(name) + " (" + code + ")";
    }

    private String name(String id) {
        LocalizedText name = names.get(id);
        return name == null ? id : messages.capital(messages.say(name));
    }

    private String value(Object value) {
        if (value instanceof Boolean yes) {
            return messages.say(yes ? "answer.yes" : "answer.no");
        }
        return value.equals(Json.NULL) ? messages.say("answer.unknown") : value.toString();
    }

    /** Everything that someone else wrote meanwhile, in one sentence. */
    public String since(java.util.List<Entry> entries) {
        Entry last = entries.getLast();
        return messages.say(
                "stale.changed",
                Map.of(
                        "who", messages.who(last.author()),
                        "when", messages.moment(last.at()),
                        "what",
                                entries.stream()
                                        .map(entry -> kind(entry) + " – " + detail(entry))
                                        .distinct()
                                        .limit(5)
                                        .collect(java.util.stream.Collectors.joining("; "))));
    }
}
