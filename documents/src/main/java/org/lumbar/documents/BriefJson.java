package org.lumbar.documents;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.plan.Planner.Brief;
import org.lumbar.core.plan.Question;
import org.lumbar.core.plan.Status;

/** The outcome of a plan in one short line, for runs over many patients. */
public final class BriefJson {

    private static final int QUESTIONS = 5;

    private BriefJson() {}

    /** Writes one line. Leaves {@code out} open and unflushed. */
    public static void write(Brief brief, OutputStream out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            write(brief, json);
        }
    }

    /** A generator for many lines that leaves {@code out} open when it is closed. */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        return Json.generator(out, false);
    }

    /** Writes one line to a {@link #generator}. */
    public static void write(Brief brief, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", brief.patientId());
        json.writeObjectFieldStart("triage");
        json.writeStringField("level", brief.triage().level().id());
        json.writeArrayFieldStart("flags");
        List<RedFlag> flags = brief.triage().present();
        for (int i = 0; i < flags.size(); i++) {
            json.writeString(flags.get(i).id());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeFieldName("diagnosis");
        PlanJson.write(brief.diagnosis(), json);
        json.writeObjectFieldStart("items");
        for (Status status : Status.values()) {
            List<String> items = brief.itemsByStatus().get(status);
            if (items != null) {
                Json.strings(json, status.id(), items);
            }
        }
        json.writeEndObject();
        json.writeArrayFieldStart("questions");
        List<Question> questions = brief.questions();
        for (int i = 0; i < Math.min(QUESTIONS, questions.size()); i++) {
            json.writeString(questions.get(i).finding());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
