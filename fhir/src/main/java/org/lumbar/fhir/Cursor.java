package org.lumbar.fhir;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.Span;
import org.lumbar.core.record.UnusableRecord;

/**
 * Walks through JSON forward only, takes values of the expected type and refuses others by the name of their place. A JSON
 * null counts as not written. Methods that take a value stand on its field name before and on its last token after.
 */
final class Cursor {

    private final JsonParser parser;
    private final Place place;

    /** Nesting depth of the object that element names are told from. */
    private int base = 1;

    Cursor(JsonParser parser, Place place) {
        this.parser = parser;
        this.place = place;
    }

    Place place() {
        return place;
    }

    /** From here on, elements are told by their path in the object that the cursor is in. */
    void tellFromHere() {
        base = parser.getParsingContext().getNestingDepth();
    }

    void tellFromStart() {
        base = 1;
    }

    void id() throws IOException {
        place.identify(text());
    }

    /** Steps to the next field of the current object; null at its end. */
    @Nullable
    String field() throws IOException {
        return parser.nextFieldName();
    }

    void skip() throws IOException {
        parser.nextToken();
        parser.skipChildren();
    }

    void skipRestOfObject() throws IOException {
        while (parser.nextFieldName() != null) {
            skip();
        }
    }

    /** Enters the object that the field holds; false when it holds null. */
    boolean object() throws IOException {
        return structure(JsonToken.START_OBJECT, "word.object");
    }

    /** Enters the array that the field holds; false when it holds null. */
    boolean array() throws IOException {
        return structure(JsonToken.START_ARRAY, "word.array");
    }

    /** Steps to the next object of the current array; false at its end. */
    boolean element() throws IOException {
        JsonToken token = parser.nextToken();
        while (token == JsonToken.VALUE_NULL) {
            token = parser.nextToken();
        }
        if (token == JsonToken.END_ARRAY) {
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw wrongType("word.object");
        }
        return true;
    }

    private boolean structure(JsonToken wanted, String name) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == wanted) {
            return true;
        }
        if (token == JsonToken.VALUE_NULL) {
            return false;
        }
        throw wrongType(name);
    }

    /** The text of the field without surrounding space; null when it holds null or nothing but space. */
    @Nullable
    String text() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_STRING) {
            String text = parser.getText().strip();
            return text.isEmpty() ? null : text;
        }
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        throw wrongType("word.string");
    }

    /** Steps to the next text of the current array; null at its end. */
    @Nullable
    String nextText() throws IOException {
        JsonToken token = parser.nextToken();
        while (token == JsonToken.VALUE_NULL) {
            token = parser.nextToken();
        }
        if (token == JsonToken.END_ARRAY) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING) {
            throw wrongType("word.string");
        }
        return parser.getText().strip();
    }

    @Nullable
    Boolean yesNo() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw wrongType("word.truth");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    @Nullable
    Double number() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw wrongType("word.number");
        }
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw refuse("refused.number-too-large");
        }
        return number;
    }

    /** A day, month or year. */
    @Nullable
    Span date() throws IOException {
        String text = text();
        if (text == null) {
            return null;
        }
        Moment moment = Moment.parse(text);
        if (moment == null || text.length() > 10) {
            throw notADate(text, "word.date");
        }
        return moment.day();
    }

    /** A day, month or year, or a day with its time. */
    @Nullable
    Moment moment() throws IOException {
        String text = text();
        if (text == null) {
            return null;
        }
        Moment moment = Moment.parse(text);
        if (moment == null) {
            throw notADate(text, "word.moment");
        }
        return moment;
    }

    private UnusableRecord notADate(String text, String form) {
        boolean harmless = text.length() <= 40
                && text.chars().allMatch(c -> (c < 128 && !Character.isLetter(c)) || c == 'T' || c == 'Z');
        return harmless
                ? refuse("refused.no-date", Map.of("text", text, "form", Place.say(form)))
                : refuse("refused.words-for-date", Map.of("form", Place.say(form)));
    }

    /** Reads a resource whose type is known. */
    interface Reader<T extends @Nullable Object> {
        /** Reads to the end of the object that {@code in} is in. */
        T read(String type, Cursor in) throws IOException;
    }

    /**
     * Reads the resource that the cursor stands on. JSON objects have no order: a resource that does not begin with its
     * type is copied up to its end to learn it.
     */
    <T extends @Nullable Object> T resource(Reader<T> reader) throws IOException {
        String first = field();
        if (first != null && first.equals("resourceType")) {
            return reader.read(required(text()), this);
        }
        ByteArrayOutputStream copy = new ByteArrayOutputStream(4096);
        String type = required(first == null ? null : copyRestOfObject(first, copy));
        try (JsonParser again = Json.FACTORY.createParser(copy.toByteArray())) {
            again.nextToken();
            return reader.read(type, new Cursor(again, place));
        }
    }

    private String required(@Nullable String type) {
        if (type == null) {
            throw refuse("refused.resource-without-type");
        }
        return type;
    }

    /** Copies what is left of the object, all but its type, and returns the type. */
    private @Nullable String copyRestOfObject(String first, ByteArrayOutputStream copy) throws IOException {
        String type = null;
        try (JsonGenerator generator = Json.FACTORY.createGenerator(copy)) {
            generator.writeStartObject();
            for (String name = first; name != null; name = field()) {
                if (name.equals("resourceType")) {
                    type = text();
                } else {
                    generator.writeFieldName(name);
                    parser.nextToken();
                    generator.copyCurrentStructureExact(parser);
                }
            }
            generator.writeEndObject();
        }
        return type;
    }

    /** An error about the element that the cursor stands on; its sentence has the key {@code why}. */
    UnusableRecord refuse(String why) {
        return refuse(why, Map.of());
    }

    UnusableRecord refuse(String why, Map<String, Object> values) {
        return place.refuse(path(), why, values);
    }

    /** @param expected key of what should stand here */
    private UnusableRecord wrongType(String expected) {
        return refuse("refused.wrong-type", Map.of("expected", Place.say(expected), "found", Place.say(found())));
    }

    private String found() {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case null -> "word.end";
            case START_OBJECT -> "word.object";
            case START_ARRAY -> "word.array";
            case VALUE_STRING -> "word.string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "word.number";
            case VALUE_TRUE, VALUE_FALSE -> "word.truth";
            case VALUE_NULL -> "word.null";
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "word.other";
        };
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext at = parser.getParsingContext();
                at != null && at.getNestingDepth() >= base;
                at = at.getParent()) {
            String step = at.inArray() && at.hasCurrentIndex() ? "[" + at.getCurrentIndex() + "]" : at.getCurrentName();
            if (step != null) {
                path.insert(0, path.isEmpty() || path.charAt(0) == '[' ? step : step + ".");
            }
        }
        return path.toString();
    }
}
