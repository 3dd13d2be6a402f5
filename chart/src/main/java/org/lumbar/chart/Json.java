package org.lumbar.chart;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON as trees of maps, lists, strings, {@link BigDecimal}, booleans and {@link #NULL}. The canonical form of a tree has its
 * names sorted by UTF-16 code unit, no white space, and numbers as they were written; equal trees give equal text.
 */
public final class Json {

    /** The value null, which maps and lists here cannot hold as such. */
    public static final Null NULL = Null.NULL;

    /** The one value of its kind. */
    public enum Null {
        NULL
    }

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private Json() {}

    /**
     * Reads one value.
     *
     * @throws IllegalArgumentException when the text is not one JSON value
     */
    public static Object read(String text) {
        try (JsonParser in = FACTORY.createParser(text)) {
            if (in.nextToken() == null) {
                throw new IllegalArgumentException("The text is empty; give one JSON value");
            }
            Object value = value(in);
            if (in.nextToken() != null) {
                throw new IllegalArgumentException("Something follows the JSON value; give one value");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The text is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    /**
     * Reads one object.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static Map<String, Object> object(String text) {
        if (read(text) instanceof Map<?, ?> map) {
            return cast(map);
        }
        throw new IllegalArgumentException("The text is JSON, but not an object");
    }

    private static Object value(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new TreeMap<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    in.nextToken();
                    map.put(name, value(in));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(in));
                }
                yield list;
            }
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(in.getText());
            case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
            default -> NULL;
        };
    }

    /** The canonical form of a tree. Whole numbers may also be given as Integer or Long. */
    public static String canonical(Object tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            write(tree, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator out) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                out.writeStartObject();
                for (Map.Entry<String, Object> member : new TreeMap<>(cast(map)).entrySet()) {
                    out.writeFieldName(member.getKey());
                    write(member.getValue(), out);
                }
                out.writeEndObject();
            }
            case List<?> list -> {
                out.writeStartArray();
                for (Iterator<?> each = list.iterator(); each.hasNext(); ) {
                    write(each.next(), out);
                }
                out.writeEndArray();
            }
            case String string -> out.writeString(string);
            case Boolean yes -> out.writeBoolean(yes);
            case BigDecimal number -> out.writeNumber(number.toString());
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Null ignored -> out.writeNull();
            default -> throw new IllegalArgumentException("No JSON form for " + value.getClass());
        }
    }

    @SuppressWarnings("unchecked") // the names of every tree read or written here are strings
    private static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    /** The member of an object; null when there is none or it is no object. */
    public static @Nullable Map<String, Object> map(Map<String, Object> in, String name) {
        return in.get(name) instanceof Map<?, ?> map ? cast(map) : null;
    }

    /** The objects of a list; empty when there is no such list. */
    public static List<Map<String, Object>> maps(Map<String, Object> in, String name) {
        List<Map<String, Object>> maps = new ArrayList<>();
        if (in.get(name) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> map) {
                    maps.add(cast(map));
                }
            }
        }
        return maps;
    }

    /** The strings of a list; empty when there is no such list. */
    public static List<String> strings(Map<String, Object> in, String name) {
        return in.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** The string of that name; empty when there is none. */
    public static String text(Map<String, Object> in, String name) {
        return in.get(name) instanceof String text ? text : "";
    }
}
