package org.lumbar.documents;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.finding.Interval;
import org.lumbar.core.knowledge.DiagnosisTerm;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.Diagnosis;
import org.lumbar.core.plan.Question;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.plan.Wording;
import org.lumbar.core.triage.Triage;

/** A plan as JSON for machines: whole, with every reason, and equal byte for byte for equal plans. */
public final class PlanJson {

    /** Version of this form; it changes when a reader would have to. */
    private static final String FORM = "1";

    private static final String UNDETERMINED = "undetermined";

    private final TreatmentPlan plan;
    private final KnowledgeBase knowledge;
    private final JsonGenerator json;
    private final Wording wording;

    private PlanJson(TreatmentPlan plan, KnowledgeBase knowledge, JsonGenerator json) {
        this.plan = plan;
        this.knowledge = knowledge;
        this.json = json;
        this.wording = new Wording(knowledge, plan.request().language());
    }

    /**
     * Writes a plan and a line break. Leaves {@code out} open and unflushed.
     *
     * @param knowledge the one that the plan was made with
     * @param pretty for people who read along; otherwise the plan is one line
     */
    public static void write(TreatmentPlan plan, KnowledgeBase knowledge, OutputStream out, boolean pretty)
            throws IOException {
        try (JsonGenerator json = Json.generator(out, pretty)) {
            write(plan, knowledge, json);
            json.writeRaw('\n');
        }
    }

    /** Writes a plan as the next value of {@code json}. */
    public static void write(TreatmentPlan plan, KnowledgeBase knowledge, JsonGenerator json) throws IOException {
        new PlanJson(plan, knowledge, json).write();
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("lumbar", FORM);
        json.writeObjectFieldStart("knowledge");
        json.writeStringField("version", knowledge.version());
        json.writeStringField("sha256", knowledge.sha256());
        json.writeEndObject();
        json.writeStringField("date", plan.request().date().toString());
        json.writeStringField("standard", plan.request().standard().id());
        json.writeStringField("country", plan.country());
        json.writeStringField("language", plan.request().language().code());
        writePatient();
        writeTriage();
        json.writeFieldName("diagnosis");
        write(plan.diagnosis(), json);
        writeFindings();
        writeMeasures();
        json.writeArrayFieldStart("recommendations");
        RecommendationJson recommendations = new RecommendationJson(json, knowledge, wording);
        for (Recommendation recommendation : plan.recommendations()) {
            recommendations.write(recommendation);
        }
        json.writeEndArray();
        writeQuestions();
        writeChecks();
        new PathJson(json, wording).write(plan);
        json.writeEndObject();
    }

    private void writePatient() throws IOException {
        json.writeObjectFieldStart("patient");
        json.writeStringField("id", plan.patientId());
        json.writeFieldName("age");
        Interval age = plan.age();
        if (age == null) {
            json.writeNull();
        } else {
            Json.between(json, age.least(), age.most());
        }
        json.writeStringField(
                "sex",
                switch (plan.sex()) {
                    case FEMALE -> "female";
                    case MALE -> "male";
                    case UNSTATED -> "unstated";
                });
        json.writeEndObject();
    }

    private void writeTriage() throws IOException {
        Triage triage = plan.triage();
        json.writeObjectFieldStart("triage");
        json.writeStringField("level", triage.level().id());
        json.writeStringField("name", wording.say("triage." + triage.level().id()));
        json.writeArrayFieldStart("redFlags");
        for (RedFlag flag : triage.present()) {
            int finding = finding(flag);
            json.writeStartObject();
            json.writeStringField("id", flag.id());
            json.writeStringField(
                    "name", wording.say(knowledge.findings().get(finding).name()));
            json.writeStringField("urgency", flag.urgency().id());
            json.writeStringField("suspected", wording.say(flag.suspected()));
            json.writeStringField("action", wording.say(flag.action()));
            Json.strings(json, "because", plan.findings().evidenceOf(finding));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unanswered");
        for (RedFlag flag : triage.unanswered()) {
            json.writeString(flag.id());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The index of the finding that a red flag is; so few are present that looking through them beats an index. */
    private int finding(RedFlag flag) {
        List<FindingDefinition> definitions = knowledge.findings();
        for (int i = 0; i < definitions.size(); i++) {
            if (definitions.get(i).id().equals(flag.id())) {
                return i;
            }
        }
        throw new IllegalArgumentException("No finding has the id of the red flag " + flag.id());
    }

    static void write(Diagnosis diagnosis, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("confirmed", diagnosis.confirmed());
        DiagnosisTerm syndrome = diagnosis.syndrome();
        json.writeStringField("syndrome", syndrome == null ? UNDETERMINED : syndrome.id());
        json.writeStringField("phase", id(diagnosis.phase()));
        json.writeStringField("severity", id(diagnosis.severity()));
        json.writeStringField("icd10", diagnosis.icd10());
        json.writeEndObject();
    }

    private static @Nullable String id(@Nullable DiagnosisTerm term) {
        return term == null ? null : term.id();
    }

    private void writeFindings() throws IOException {
        Findings findings = plan.findings();
        List<FindingDefinition> definitions = knowledge.findings();
        json.writeArrayFieldStart("findings");
        for (int i = 0; i < definitions.size(); i++) {
            if (!findings.assumed().get(i)) {
                json.writeStartObject();
                json.writeStringField("id", definitions.get(i).id());
                json.writeStringField("state", state(findings.state(i)));
                Json.strings(json, "evidence", findings.evidenceOf(i));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("assumedAbsent");
        for (int i = findings.assumed().nextSetBit(0);
                i >= 0;
                i = findings.assumed().nextSetBit(i + 1)) {
            json.writeString(definitions.get(i).id());
        }
        json.writeEndArray();
    }

    private static String state(Truth truth) {
        return switch (truth) {
            case TRUE -> "present";
            case FALSE -> "absent";
            case UNKNOWN -> "unknown";
        };
    }

    private void writeMeasures() throws IOException {
        json.writeObjectFieldStart("measures");
        for (Measure measure : knowledge.measures()) {
            Interval value = plan.findings().measures().get(measure.id());
            if (value != null) {
                json.writeObjectFieldStart(measure.id());
                if (value.least() == value.most()) {
                    json.writeFieldName("value");
                    Json.number(json, value.least());
                } else {
                    Json.bounds(json, value.least(), value.most());
                }
                json.writeStringField("unit", measure.unit());
                String ref = plan.findings().measureEvidence().get(measure.id());
                Json.strings(json, "evidence", ref == null ? List.of() : List.of(ref));
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private void writeQuestions() throws IOException {
        json.writeArrayFieldStart("questions");
        for (Question question : plan.questions()) {
            json.writeStartObject();
            json.writeStringField("finding", question.finding());
            json.writeStringField("text", wording.say(question.text()));
            json.writeStringField(
                    "askedOf",
                    switch (question.askedOf()) {
                        case PATIENT -> "patient";
                        case CLINICIAN -> "clinician";
                    });
            Json.strings(json, "decides", question.decides());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeChecks() throws IOException {
        json.writeArrayFieldStart("checks");
        for (Reason check : plan.checks()) {
            json.writeStartObject();
            json.writeStringField("rule", check.rule());
            json.writeStringField("text", wording.say(check));
            Json.strings(json, "about", check.findings());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
