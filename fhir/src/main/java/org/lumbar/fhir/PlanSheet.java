package org.lumbar.fhir;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.plan.Wording;

/** One plan while it is written, and what its resources have in common. */
final class PlanSheet {

    private static final String IDENTIFIER = "[A-Za-z0-9.-]{1,64}";

    private final TreatmentPlan plan;
    private final KnowledgeBase knowledge;
    private final Wording wording;
    private final Map<String, Integer> findings;
    private final FhirJson json;
    private final List<String> written = new ArrayList<>();

    PlanSheet(
            TreatmentPlan plan,
            KnowledgeBase knowledge,
            Wording wording,
            Map<String, Integer> findings,
            FhirJson json) {
        this.plan = plan;
        this.knowledge = knowledge;
        this.wording = wording;
        this.findings = findings;
        this.json = json;
    }

    TreatmentPlan plan() {
        return plan;
    }

    KnowledgeBase knowledge() {
        return knowledge;
    }

    Wording wording() {
        return wording;
    }

    FhirJson json() {
        return json;
    }

    /** Addresses of the resources that are written so far. */
    List<String> written() {
        return List.copyOf(written);
    }

    String date() {
        return plan.request().date().toString();
    }

    /** The day of the plan where FHIR asks for a moment. */
    String instant() {
        return plan.request()
                .date()
                .atStartOfDay()
                .atOffset(ZoneOffset.UTC)
                .toInstant()
                .toString();
    }

    String id(String type, String thing) {
        return Names.uuid(plan.patientId(), type, thing);
    }

    /** The address of a resource of this bundle. */
    String url(String type, String thing) {
        return "urn:uuid:" + id(type, thing);
    }

    /** Writes an entry with the resource of {@code type} about {@code thing}. */
    void resource(String type, String thing, FhirJson.Content content) throws IOException {
        String id = id(type, thing);
        json.object(() -> {
            json.text("fullUrl", "urn:uuid:" + id);
            json.object("resource", () -> {
                json.text("resourceType", type);
                json.text("id", id);
                String standard = plan.request().standard().id();
                json.object(
                        "meta",
                        () -> json.array(
                                "tag",
                                List.of(standard),
                                code -> json.coding(Names.STANDARD, code, wording.say("standard." + code))));
                json.text("language", wording.language().code());
                content.write();
            });
        });
        written.add("urn:uuid:" + id);
    }

    /** Refers to the patient; by identifier where the id is none that FHIR allows. */
    void patient(String name) throws IOException {
        json.object(name, () -> {
            if (plan.patientId().matches(IDENTIFIER)) {
                json.text("reference", "Patient/" + plan.patientId());
            } else {
                json.object("identifier", () -> {
                    json.text("system", Names.PATIENT_ID);
                    json.text("value", plan.patientId());
                });
            }
        });
    }

    /** What speaks for a finding in the record; nothing for measures and for entries that are named themselves. */
    List<String> evidence(String finding) {
        Integer index = findings.get(finding);
        return index == null ? List.of() : plan.findings().evidenceOf(index);
    }

    /** The name of a finding. */
    @Nullable
    String findingName(String finding) {
        Integer index = findings.get(finding);
        return index == null
                ? null
                : wording.say(knowledge.findings().get(index).name());
    }

    /** Entries of the record that reasons rest on: evidence of their findings, and entries that they name themselves. */
    Set<String> entries(List<Reason> reasons) {
        Set<String> entries = new LinkedHashSet<>();
        for (Reason reason : reasons) {
            for (String finding : reason.findings()) {
                if (findings.containsKey(finding)) {
                    entries.addAll(evidence(finding));
                } else if (FhirJson.resource(finding) != null) {
                    entries.add(finding);
                }
            }
        }
        return entries;
    }

    /** The conditions that establish the diagnosis. */
    List<String> diagnoses() {
        Set<String> conditions = new LinkedHashSet<>();
        findings.forEach((finding, index) -> {
            if (finding.startsWith(Vocabulary.DIAGNOSED_PREFIX)) {
                conditions.addAll(plan.findings().evidenceOf(index));
            }
        });
        return conditions.stream()
                .filter(entry -> entry.startsWith("Condition/") && FhirJson.resource(entry) != null)
                .sorted()
                .toList();
    }

    /** A pattern with one place filled. */
    String fill(String key, String place, String value) {
        return wording.say(key).replace("{" + place + "}", value);
    }
}
