package org.lumbar.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A JSON value that tests look into; reading it proves that the text is JSON. */
record Json(@Nullable Object value) {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The one value that the text holds. */
    static Json of(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            Json json = new Json(value(parser, parser.nextToken()));
            if (parser.nextToken() != null) {
                throw new AssertionError("Something follows the JSON value");
            }
            return json;
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + e.getMessage(), e);
        }
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    fields.put(name, value(parser, parser.nextToken()));
                }
                yield fields;
            }
            case START_ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(value(parser, next));
                }
                yield items;
            }
            case VALUE_NULL -> null;
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> parser.getText();
        };
    }

    /** The value at the end of a path of field names. */
    Json at(String... path) {
        Object here = value;
        for (String field : path) {
            if (!(here instanceof Map<?, ?> fields) || !fields.containsKey(field)) {
                throw new AssertionError("No " + String.join(".", path) + " in " + here);
            }
            here = fields.get(field);
        }
        return new Json(here);
    }

    boolean has(String field) {
        return value instanceof Map<?, ?> fields && fields.containsKey(field);
    }

    /** The names of its fields, in order. */
    List<String> fields() {
        if (!(value instanceof Map<?, ?> fields)) {
            throw new AssertionError("Not an object: " + value);
        }
        return fields.keySet().stream().map(String::valueOf).toList();
    }

    Stream<Json> items() {
        if (!(value instanceof List<?> items)) {
            throw new AssertionError("Not an array: " + value);
        }
        return items.stream().map(Json::new);
    }

    List<String> texts() {
        return items().map(Json::text).toList();
    }

    String text() {
        return String.valueOf(value);
    }

    double number() {
        if (!(value instanceof Double number)) {
            throw new AssertionError("Not a number: " + value);
        }
        return number;
    }
}
