package org.lumbar.documents;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.TreeMap;
import org.lumbar.core.exercise.Load;
import org.lumbar.core.exercise.Note;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.Programme.Omission;
import org.lumbar.core.exercise.ProgrammeDay;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.exercise.ProgrammeStep;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.Reason;

/** An exercise programme for programs. {@code load} and {@code changed} are what a history of sessions begins with. */
public final class ProgrammeJson {

    private final JsonGenerator json;
    private final Words words;
    private final ProgrammeWords say;

    private ProgrammeJson(JsonGenerator json, Words words) {
        this.json = json;
        this.words = words;
        this.say = new ProgrammeWords(words);
    }

    /**
     * Writes a programme in the language of its plan. Leaves {@code out} open and unflushed.
     *
     * @param knowledge the one that it was made with
     */
    public static void write(Programme programme, KnowledgeBase knowledge, OutputStream out) throws IOException {
        Words words = new Words(knowledge, programme.plan().request().language());
        try (JsonGenerator json = Json.generator(out, true)) {
            new ProgrammeJson(json, words).write(programme);
        }
        out.write('\n');
    }

    private void write(Programme programme) throws IOException {
        json.writeStartObject();
        json.writeStringField("patient", programme.plan().patientId());
        json.writeStringField("start", programme.request().start().toString());
        json.writeNumberField("weeks", programme.request().weeks());
        json.writeStringField("setting", word(programme.request().setting()));
        if (programme.template() != null) {
            json.writeStringField("template", programme.template().id());
            json.writeStringField("title", say.title(programme));
            json.writeBooleanField("alone", programme.alone());
            load(json, programme.load());
            json.writeStringField("changed", programme.changed().toString());
        }
        json.writeArrayFieldStart("stops");
        for (Reason stop : programme.stops()) {
            json.writeString(words.say(stop));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notes");
        for (Note note : programme.notes()) {
            note(note);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("days");
        for (ProgrammeDay day : programme.days()) {
            json.writeStartObject();
            json.writeStringField("date", day.date().toString());
            json.writeArrayFieldStart("sessions");
            for (ProgrammeSession session : day.sessions()) {
                session(session);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("omitted");
        for (Omission omission : programme.omitted()) {
            json.writeStartObject();
            json.writeStringField("item", omission.movement());
            if (omission.substitute() != null) {
                json.writeStringField("substitute", omission.substitute());
            }
            json.writeStringField("kind", word(omission.why().kind()));
            json.writeStringField("text", say.omission(omission));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The field of the load, in the form that a history has it too. */
    static void load(JsonGenerator json, Load load) throws IOException {
        json.writeObjectFieldStart("load");
        Json.number(json, "share", load.share());
        json.writeNumberField("sessionsAWeek", load.sessionsAWeek());
        Json.number(json, "walkMinutes", load.walkMinutes());
        json.writeNumberField("walksAWeek", load.walksAWeek());
        json.writeObjectFieldStart("versions");
        for (var version : new TreeMap<>(load.versions()).entrySet()) {
            json.writeNumberField(version.getKey(), version.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("steps", load.steps());
        json.writeEndObject();
    }

    private void note(Note note) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", word(note.kind()));
        json.writeStringField("rule", note.kind().source());
        json.writeStringField("text", say.note(note));
        json.writeEndObject();
    }

    private void session(ProgrammeSession session) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", session.id());
        json.writeStringField("part", word(session.part()));
        json.writeStringField("at", say.clock(session.at()));
        json.writeStringField("use", word(session.use()));
        json.writeStringField("name", say.name(session));
        json.writeBooleanField("supervised", session.supervised());
        json.writeNumberField("minutes", session.minutes());
        json.writeArrayFieldStart("steps");
        for (ProgrammeStep step : session.steps()) {
            step(step);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void step(ProgrammeStep step) throws IOException {
        json.writeStartObject();
        json.writeStringField("movement", step.item().id());
        json.writeStringField("role", word(step.role()));
        if (step.insteadOf() != null) {
            json.writeStringField("insteadOf", step.insteadOf());
        }
        if (!step.movement().levels().isEmpty()) {
            json.writeNumberField("version", step.version());
        }
        if (step.repetitions() > 0) {
            json.writeNumberField("repetitions", step.repetitions());
        }
        json.writeNumberField("sets", step.sets());
        Json.number(json, "seconds", step.repetitionSeconds());
        if (step.holdSeconds() > 0) {
            Json.number(json, "holdSeconds", step.holdSeconds());
        }
        if (step.perSide()) {
            json.writeBooleanField("perSide", true);
        }
        if (step.sets() > 1) {
            Json.number(json, "setRestSeconds", step.setRestSeconds());
        }
        Json.number(json, "restSeconds", step.restSeconds());
        if (step.inTurn()) {
            json.writeBooleanField("inTurn", true);
        }
        json.writeStringField("text", say.step(step));
        json.writeEndObject();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
