package org.lumbar.documents;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.figures.Phase;

/** What the script of the page has to know of a session, as JSON. Names of people are not in it. */
final class PlayerScript {

    /** The measure that pain before and after a session is recorded as. */
    private static final String PAIN = "pain-nrs";

    private static final int KEY = 24;

    /** The part of a session in which the breath itself is the exercise. */
    private static final String BREATHING = "breathing";

    /** What the script itself says, shows or speaks; everything else stands in the page. */
    private static final List<String> TEXTS = List.of(
            "ready",
            "first",
            "work",
            "rest",
            "switch",
            "paused",
            "go",
            "set",
            "side-one",
            "side-two",
            "of",
            "half",
            "finish",
            "next",
            "last",
            "in",
            "out",
            "resume",
            "pause",
            "done",
            "minutes",
            "sending",
            "sent",
            "failed",
            "refused",
            "status.done",
            "status.partial",
            "status.skipped",
            "status.open",
            "freeze",
            "play");

    private final PlayerSheet sheet;
    private final Words words;
    private final ExerciseRules rules;

    PlayerScript(PlayerSheet sheet, Words words) {
        this.sheet = sheet;
        this.words = words;
        this.rules = ExerciseRules.of(words.knowledge());
    }

    /** The JSON, safe to stand inside an element of HTML. */
    String json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.generator(out, false)) {
            write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out.toString(StandardCharsets.UTF_8).replace("<", "\\u003c");
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("session", sheet.outline().id());
        json.writeStringField("patient", sheet.patient());
        json.writeStringField("key", key(sheet.outline().id()));
        json.writeStringField("language", sheet.language());
        json.writeBooleanField("instructor", sheet.instructor());
        post(json, sheet.options().post());
        json.writeStringField("painCode", painCode());
        json.writeObjectFieldStart("rules");
        json.writeFieldName("painMost");
        Json.number(json, rules.pain().amberMost());
        json.writeFieldName("painRise");
        Json.number(json, rules.pain().riseMost());
        json.writeEndObject();
        Json.strings(
                json,
                "check",
                sheet.questions().stream().map(PlayerSheet.Question::id).toList());
        json.writeArrayFieldStart("exercises");
        double gap = rules.day().restBetweenMovements();
        for (int i = 0; i < sheet.cards().size(); i++) {
            exercise(json, i, gap);
            gap = sheet.cards().get(i).exercise().restSeconds();
        }
        json.writeEndArray();
        sessions(json);
        json.writeObjectFieldStart("texts");
        for (String key : TEXTS) {
            json.writeStringField(key, words.say("player.say." + key));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void post(JsonGenerator json, PlayerPage.@Nullable Post post) throws IOException {
        if (post == null) {
            json.writeNullField("post");
            return;
        }
        json.writeStringField("post", post.address());
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : new TreeMap<>(post.headers()).entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
    }

    /** The sessions of a programme; none for a page of one session. */
    private void sessions(JsonGenerator json) throws IOException {
        if (sheet.planned().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("sessions");
        for (PlayerSheet.Day day : sheet.days()) {
            for (PlayerSheet.Entry entry : day.sessions()) {
                SessionOutline outline = sheet.planned().get(entry.number()).outline();
                json.writeStartObject();
                json.writeStringField("session", outline.id());
                json.writeStringField("key", key(outline.id()));
                json.writeStringField("title", day.name() + Words.DOT + entry.name());
                json.writeStringField("size", entry.size());
                json.writeStringField("about", words.say(outline.about()));
                json.writeArrayFieldStart("exercises");
                for (int exercise : entry.exercises()) {
                    json.writeNumber(exercise);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    /** Under what a device keeps how far the session has come: tells people and versions apart without naming them. */
    private String key(String session) {
        String all = sheet.patient()
                + session
                + sheet.date()
                + sheet.cards()
                + words.knowledge().sha256();
        return PlayerAssets.hash(all).replaceAll("[^A-Za-z0-9]", "").substring(0, KEY);
    }

    private String painCode() {
        return words.knowledge().measures().stream()
                .filter(measure -> measure.id().equals(PAIN))
                .map(measure -> measure.loinc().getFirst())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The knowledge has no measure " + PAIN));
    }

    private void exercise(JsonGenerator json, int index, double gap) throws IOException {
        ExerciseCard card = sheet.cards().get(index);
        SessionOutline.Exercise one = card.exercise();
        boolean both = sheet.both(index);
        json.writeStartObject();
        json.writeStringField("id", one.movement().id());
        json.writeStringField("name", card.name());
        json.writeStringField("dose", card.dose());
        json.writeStringField("position", card.position());
        json.writeBooleanField(
                "breathing",
                Objects.requireNonNull(one.movement().movement()).section().equals(BREATHING));
        json.writeNumberField("sets", one.sets());
        if (one.repetitions() == null) {
            json.writeNullField("reps");
        } else {
            json.writeNumberField("reps", one.repetitions());
        }
        number(json, "seconds", one.seconds());
        json.writeNumberField("sides", one.perSide() && !both ? 2 : 1);
        json.writeBooleanField("both", both);
        number(json, "rest", one.setRestSeconds());
        number(json, "gap", gap);
        json.writeArrayFieldStart("parts");
        for (int part = 0; part < one.parts().size(); part++) {
            part(json, one, index, part);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void part(JsonGenerator json, SessionOutline.Exercise one, int index, int part) throws IOException {
        PlayerSheet.Moving moving = sheet.moving(index, part);
        json.writeStartObject();
        number(json, "seconds", one.parts().get(part).seconds());
        if (moving == null) {
            json.writeNullField("figure");
        } else {
            json.writeStringField("figure", moving.id());
            json.writeNumberField("round", moving.milliseconds());
            json.writeBooleanField("mirrored", moving.mirrored());
            json.writeArrayFieldStart("phases");
            for (Phase phase : moving.phases()) {
                json.writeStartObject();
                json.writeNumberField("ms", phase.milliseconds());
                json.writeStringField(
                        "breath",
                        phase.breath()
                                .map(way -> way.name().toLowerCase(Locale.ROOT))
                                .orElse(null));
                json.writeNumberField("step", phase.cue().orElse(0));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String field, double value) throws IOException {
        json.writeFieldName(field);
        Json.number(json, value);
    }
}
