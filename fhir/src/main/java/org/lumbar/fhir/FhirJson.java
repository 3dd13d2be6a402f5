package org.lumbar.fhir;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;

/** Writes FHIR data types. Empty texts and lists are left out, as FHIR demands. */
final class FhirJson {

    /** An entry of a record that is a resource with an id, or a part of one. */
    private static final Pattern RESOURCE =
            Pattern.compile("([A-Z][A-Za-z]{1,63}/[A-Za-z0-9.-]{1,64}?)(?:\\.component\\[\\d+]|#.*)?");

    private final JsonGenerator json;

    FhirJson(JsonGenerator json) {
        this.json = json;
    }

    /** The elements of an object or array. */
    interface Content {
        void write() throws IOException;
    }

    /** Writes one element of a list. */
    interface Each<T> {
        void write(T element) throws IOException;
    }

    void object(Content content) throws IOException {
        json.writeStartObject();
        content.write();
        json.writeEndObject();
    }

    void object(String name, Content content) throws IOException {
        json.writeFieldName(name);
        object(content);
    }

    <T> void array(String name, Collection<T> elements, Each<T> each) throws IOException {
        if (!elements.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (T element : elements) {
                each.write(element);
            }
            json.writeEndArray();
        }
    }

    /** An array of one object. */
    void only(String name, Content content) throws IOException {
        array(name, List.of(content), this::object);
    }

    void text(String name, @Nullable String text) throws IOException {
        if (text != null && !text.isBlank()) {
            json.writeStringField(name, text.strip());
        }
    }

    void yes(String name) throws IOException {
        json.writeBooleanField(name, true);
    }

    /** Written without the zeros and powers of ten that binary numbers print with. */
    void number(String name, double number) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    }

    void coding(String system, String code, @Nullable String display) throws IOException {
        object(() -> {
            text("system", system);
            text("code", code);
            text("display", display);
        });
    }

    /** A concept with one code. */
    void concept(String name, String system, String code, @Nullable String text) throws IOException {
        object(name, () -> conceptContent(system, code, text));
    }

    /** An array of one concept with one code. */
    void concepts(String name, String system, String code, @Nullable String text) throws IOException {
        only(name, () -> conceptContent(system, code, text));
    }

    void conceptContent(String system, String code, @Nullable String text) throws IOException {
        array("coding", List.of(code), one -> coding(system, one, null));
        text("text", text);
    }

    /** Concepts that have words only. */
    void words(String name, Collection<String> texts) throws IOException {
        array(name, texts, text -> object(() -> text("text", text)));
    }

    /** Annotations; texts that are blank are left out. */
    void notes(Collection<String> texts) throws IOException {
        words("note", texts.stream().filter(text -> !text.isBlank()).toList());
    }

    void reference(String name, String reference) throws IOException {
        object(name, () -> text("reference", reference));
    }

    void references(String name, Collection<String> references) throws IOException {
        array(name, references, reference -> object(() -> text("reference", reference)));
    }

    /** The resource that an entry of a record stands for; null when it has no id. */
    static @Nullable String resource(String entry) {
        Matcher matcher = RESOURCE.matcher(entry);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** References to the entries of a record, each resource once; entries without id are named by their words. */
    void entries(String name, Collection<String> entries) throws IOException {
        List<String> distinct = entries.stream()
                .map(entry -> {
                    String resource = resource(entry);
                    return resource == null ? entry : resource;
                })
                .distinct()
                .toList();
        array(name, distinct, entry -> object(() -> text(resource(entry) == null ? "display" : "reference", entry)));
    }

    void quantity(String name, double value, String ucum) throws IOException {
        object(name, () -> quantityContent(value, ucum));
    }

    private void quantityContent(double value, String ucum) throws IOException {
        number("value", value);
        text("unit", ucum);
        text("system", Names.UCUM);
        text("code", ucum);
    }

    void range(String name, Range range, String ucum) throws IOException {
        object(name, () -> {
            quantity("low", range.least(), ucum);
            quantity("high", range.most(), ucum);
        });
    }
}
