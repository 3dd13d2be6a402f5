package org.lumbar.fhir;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.DoseAdvice;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.plan.Wording;

/**
 * Writes a plan as a FHIR R4 bundle of type collection: the care plan with its goals and proposed requests, an issue for each
 * medicine that is withheld or meets another one, a flag and a referral for each red flag, a task for each open question, and
 * the provenance of all of it. Everything is a proposal; nothing is ordered. The same plan gives the same bytes, and the
 * same patient and item keep their ids from plan to plan.
 *
 * <p>In an emergency the bundle holds the flags, the referrals and a care plan of these alone.
 */
public final class FhirPlanWriter {

    private final KnowledgeBase knowledge;
    private final Wording wording;
    private final Function<DoseAdvice, String> doseInWords;
    private final Map<String, Integer> findings = new HashMap<>();

    /**
     * @param knowledge what plans are made with
     * @param wording puts texts into the language of the bundle
     * @param doseInWords says a dose in the same language
     */
    public FhirPlanWriter(KnowledgeBase knowledge, Wording wording, Function<DoseAdvice, String> doseInWords) {
        this.knowledge = knowledge;
        this.wording = wording;
        this.doseInWords = doseInWords;
        for (int i = 0; i < knowledge.findings().size(); i++) {
            findings.put(knowledge.findings().get(i).id(), i);
        }
    }

    /**
     * Writes a plan and a line break. Leaves {@code out} open.
     *
     * @param pretty for people who read along; otherwise the bundle is one line
     */
    public void write(TreatmentPlan plan, OutputStream out, boolean pretty) throws IOException {
        try (JsonGenerator json = Json.FACTORY.createGenerator(out)) {
            if (pretty) {
                json.setPrettyPrinter(Json.prettyPrinter());
            }
            write(plan, json);
            json.writeRaw('\n');
        }
    }

    /** Writes a plan as the next value of {@code json}. */
    public void write(TreatmentPlan plan, JsonGenerator json) throws IOException {
        PlanSheet sheet = new PlanSheet(plan, knowledge, wording, findings, new FhirJson(json));
        json.writeStartObject();
        json.writeStringField("resourceType", "Bundle");
        json.writeStringField("id", sheet.id("Bundle", "plan"));
        json.writeStringField("language", wording.language().code());
        json.writeStringField("type", "collection");
        json.writeStringField("timestamp", sheet.instant());
        json.writeArrayFieldStart("entry");
        write(sheet, plan.triage().level().emergency());
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(PlanSheet sheet, boolean emergency) throws IOException {
        Requests requests = new Requests(sheet, doseInWords);
        Safety safety = new Safety(sheet);
        new CarePlans(sheet).write(emergency);
        safety.writeFlags();
        if (!emergency) {
            requests.write();
            new Issues(sheet).write();
        }
        safety.writeQuestions();
        sheet.resource("Provenance", "plan", () -> writeProvenance(sheet));
    }

    private void writeProvenance(PlanSheet sheet) throws IOException {
        FhirJson json = sheet.json();
        json.references("target", sheet.written());
        json.text("recorded", sheet.instant());
        json.concept("activity", Names.HL7_DATA_OPERATION, "CREATE", null);
        json.only("agent", () -> {
            json.concept("type", Names.HL7_PARTICIPANT, "assembler", null);
            json.object(
                    "who",
                    () -> json.object("identifier", () -> {
                        json.text("system", "urn:ietf:rfc:3986");
                        json.text("value", Names.PROGRAM);
                    }));
        });
        List<Map.Entry<String, String>> sources = List.of(
                Map.entry(Names.KNOWLEDGE_VERSION, knowledge.version()),
                Map.entry(Names.KNOWLEDGE_SHA256, knowledge.sha256()));
        json.array(
                "entity",
                sources,
                source -> json.object(() -> {
                    json.text("role", "source");
                    json.object(
                            "what",
                            () -> json.object("identifier", () -> {
                                json.text("system", source.getKey());
                                json.text("value", source.getValue());
                            }));
                }));
    }
}
