package org.lumbar.fhir;

import com.fasterxml.jackson.core.JsonLocation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.core.text.Sentences;

/** Which resource is being read, so that entries and errors can name it. */
final class Place {

    private static final Sentences SENTENCES = Sentences.beside(Place.class, "refusals");

    private final long line;
    private @Nullable String type;
    private @Nullable String id;
    private int entry;

    private Place(long line) {
        this.line = line;
    }

    /** For a text that is a file of its own. */
    static Place inFile() {
        return new Place(0);
    }

    /** @param line of the file, from 1, that is the whole text */
    static Place inLine(long line) {
        return new Place(line);
    }

    void enter(String resourceType, int entryIndex) {
        type = resourceType;
        id = null;
        entry = entryIndex;
    }

    void leave() {
        type = null;
        id = null;
    }

    void identify(@Nullable String resourceId) {
        id = resourceId;
    }

    @Nullable
    String id() {
        return id;
    }

    /** {@code Condition/ulcer}, or {@code Condition[3]} for a resource without id; {@code Bundle} outside of resources. */
    String ref() {
        if (type == null) {
            return "Bundle";
        }
        return id == null ? type + "[" + entry + "]" : type + "/" + id;
    }

    /** A word of this module. */
    static LocalizedText say(String key) {
        return SENTENCES.say(key);
    }

    static LocalizedText say(String key, Map<String, Object> values) {
        return SENTENCES.say(key, values);
    }

    /** An error about an element of the resource; its sentence has the key {@code why}. */
    UnusableRecord refuse(String element, String why, Map<String, Object> values) {
        return refuseAt(element.isEmpty() ? ref() : ref() + "." + element, why, values);
    }

    /** An error about what {@code where} names. */
    UnusableRecord refuseAt(String where, String why, Map<String, Object> values) {
        LocalizedText what = say(why, values);
        return line == 0
                ? new UnusableRecord(where, what)
                : new UnusableRecord(within(new LocalizedText(where, where)), what);
    }

    UnusableRecord refuseAt(String where, String why) {
        return refuseAt(where, why, Map.of());
    }

    /** An error about the text as a whole. */
    UnusableRecord refuseText(String why, Map<String, Object> values) {
        LocalizedText what = say(why, values);
        return line == 0 ? new UnusableRecord("", what) : new UnusableRecord(here(), what);
    }

    UnusableRecord refuseText(String why) {
        return refuseText(why, Map.of());
    }

    /** An error at a spot in the text; a text that is one line of a file has no lines of its own. */
    UnusableRecord refuseSpot(@Nullable JsonLocation spot, String why) {
        if (spot == null) {
            return refuseText(why);
        }
        Map<String, Object> numbers = Map.of("line", spot.getLineNr(), "column", spot.getColumnNr());
        LocalizedText where = line == 0 ? say("word.line-column", numbers) : within(say("word.column", numbers));
        return new UnusableRecord(where, say(why));
    }

    private LocalizedText within(LocalizedText where) {
        LocalizedText here = here();
        return new LocalizedText(here.en() + ", " + where.en(), here.ru() + ", " + where.ru());
    }

    private LocalizedText here() {
        return say("word.line", Map.of("line", line));
    }
}
