package org.lumbar.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;

/** How this program writes JSON: the same bytes on every machine, and numbers without trailing zeros. */
final class Json {

    /** Hides what floating-point arithmetic adds to a number. */
    private static final double PRECISION = 1e6;

    private static final double PLAIN_FROM = 1e-3;
    private static final double PLAIN_BELOW = 1e7;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .rootValueSeparator((String) null)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private Json() {}

    /** A generator that leaves {@code out} open when it is closed. */
    static JsonGenerator generator(OutputStream out, boolean pretty) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(out);
        return pretty ? json.setPrettyPrinter(printer()) : json;
    }

    private static DefaultPrettyPrinter printer() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return printer;
    }

    static void number(JsonGenerator json, double value) throws IOException {
        double rounded = Math.rint(value * PRECISION) / PRECISION;
        if (rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15) {
            json.writeNumber((long) rounded);
        } else if (Math.abs(rounded) >= PLAIN_FROM && Math.abs(rounded) < PLAIN_BELOW) {
            json.writeNumber(rounded);
        } else {
            json.writeNumber(plain(rounded));
        }
    }

    /** A number in digits, never in powers of ten. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    static void number(JsonGenerator json, String field, @Nullable Double value) throws IOException {
        if (value != null) {
            json.writeFieldName(field);
            number(json, value);
        }
    }

    static void number(JsonGenerator json, String field, @Nullable Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(field, value);
        }
    }

    /** Both ends, even where they are equal: {@code [2, 3]}. */
    static void pair(JsonGenerator json, String field, @Nullable Range range) throws IOException {
        if (range != null) {
            json.writeArrayFieldStart(field);
            number(json, range.least());
            number(json, range.most());
            json.writeEndArray();
        }
    }

    /** The number itself where it is exact, else its bounds as {@code least} and {@code most}. */
    static void between(JsonGenerator json, double least, double most) throws IOException {
        if (least == most) {
            number(json, least);
        } else {
            json.writeStartObject();
            bounds(json, least, most);
            json.writeEndObject();
        }
    }

    /** The bounds that are known, inside an object. */
    static void bounds(JsonGenerator json, double least, double most) throws IOException {
        if (!Double.isInfinite(least)) {
            json.writeFieldName("least");
            number(json, least);
        }
        if (!Double.isInfinite(most)) {
            json.writeFieldName("most");
            number(json, most);
        }
    }

    static void strings(JsonGenerator json, String field, List<String> values) throws IOException {
        json.writeFieldName(field);
        strings(json, values);
    }

    static void strings(JsonGenerator json, List<String> values) throws IOException {
        json.writeStartArray();
        for (int i = 0; i < values.size(); i++) {
            json.writeString(values.get(i));
        }
        json.writeEndArray();
    }
}
