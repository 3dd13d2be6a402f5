package org.lumbar.documents;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.lumbar.core.knowledge.Pathway;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.plan.CarePath;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.plan.Wording;
import org.lumbar.core.triage.Triage;

/** Writes how a plan unfolds in time; in an emergency, the action and nothing else. */
final class PathJson {

    private final JsonGenerator json;
    private final Wording wording;

    PathJson(JsonGenerator json, Wording wording) {
        this.json = json;
        this.wording = wording;
    }

    void write(TreatmentPlan plan) throws IOException {
        CarePath path = plan.path();
        json.writeObjectFieldStart("plan");
        if (plan.triage().level().emergency()) {
            writeEmergencyAction(plan.triage());
        }
        json.writeArrayFieldStart("goals");
        for (Pathway.Goal goal : path.goals()) {
            write(goal);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("stages");
        for (CarePath.StagePlan stage : path.stages()) {
            write(stage);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("followUp");
        for (CarePath.DatedFollowUp followUp : path.followUps()) {
            json.writeStartObject();
            json.writeStringField("id", followUp.followUp().id());
            json.writeStringField("on", followUp.on().toString());
            json.writeStringField("text", wording.say(followUp.followUp().text()));
            Json.strings(json, "measures", followUp.followUp().measures());
            json.writeEndObject();
        }
        json.writeEndArray();
        write("safetyNet", path.safetyNet());
        write("stopRules", path.stopRules());
        json.writeEndObject();
    }

    /** All that a plan holds in an emergency, besides what else to look out for. */
    private void writeEmergencyAction(Triage triage) throws IOException {
        json.writeArrayFieldStart("emergencyAction");
        for (RedFlag flag : triage.present()) {
            if (flag.urgency().emergency()) {
                json.writeString(wording.say(flag.action()));
            }
        }
        json.writeEndArray();
    }

    private void write(Pathway.Goal goal) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", goal.id());
        json.writeStringField("text", wording.say(goal.text()));
        if (goal.measure() != null) {
            json.writeStringField("measure", goal.measure());
        }
        Json.number(json, "target", goal.target());
        Json.number(json, "targetPercent", goal.targetPercent());
        if (goal.unit() != null) {
            json.writeStringField("unit", goal.unit());
        }
        Json.number(json, "byDays", goal.byDays());
        json.writeEndObject();
    }

    private void write(CarePath.StagePlan stage) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", wording.say(stage.stage().name()));
        json.writeStringField("id", stage.stage().id());
        json.writeStringField("start", stage.start().toString());
        json.writeStringField("end", stage.end() == null ? null : stage.end().toString());
        json.writeStringField("review", stage.review().toString());
        json.writeStringField("aim", wording.say(stage.stage().aim()));
        json.writeStringField("moveOnWhen", wording.say(stage.stage().moveOnWhen()));
        json.writeStringField("backWhen", wording.say(stage.stage().backWhen()));
        Json.strings(json, "items", stage.items());
        json.writeEndObject();
    }

    private void write(String field, List<Pathway.Advice> advice) throws IOException {
        json.writeArrayFieldStart(field);
        for (Pathway.Advice one : advice) {
            json.writeStartObject();
            json.writeStringField("id", one.id());
            json.writeStringField("text", wording.say(one.text()));
            Json.strings(json, "flags", one.flags());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
