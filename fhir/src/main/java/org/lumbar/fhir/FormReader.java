package org.lumbar.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.outcome.Answers.Given;
import org.lumbar.core.record.UnusableRecord;

/**
 * Reads the whole numbers out of one QuestionnaireResponse: integers, yes as 1 and no as 0, codes that are numbers, and codes
 * with a weight (the ordinalValue or itemWeight extension), which is what the answer counts. Other answers are left out.
 */
public final class FormReader {

    private static final Set<String> WEIGHTS = Set.of(
            "http://hl7.org/fhir/StructureDefinition/ordinalValue",
            "http://hl7.org/fhir/StructureDefinition/itemWeight");

    private static final Set<String> UNUSABLE = Set.of("entered-in-error", "stopped");

    private final Map<String, Given> answers = new LinkedHashMap<>();

    private FormReader() {}

    /**
     * The answers by link id. The stream stays open.
     *
     * @throws UnusableRecord when it is no QuestionnaireResponse, or two answers contradict each other
     * @throws IOException when the stream cannot be read
     */
    public static Map<String, Given> read(InputStream input) throws IOException {
        Place place = new Place("");
        try (JsonParser parser = Json.FACTORY.createParser(input)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw place.refuseAt("", "the input is no JSON object; give a FHIR R4 QuestionnaireResponse");
            }
            FormReader reader = new FormReader();
            new Cursor(parser, place).resource((type, in) -> {
                reader.response(type, in);
                return null;
            });
            return reader.answers;
        } catch (JsonProcessingException e) {
            throw place.refuseAt(
                    place.inText(e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
                    "the text is not JSON; check it with a JSON editor");
        }
    }

    private void response(String type, Cursor in) throws IOException {
        if (!type.equals("QuestionnaireResponse")) {
            String found = type.matches("[A-Za-z]{1,40}") ? type : "something else";
            throw in.place()
                    .refuseAt("", "expected a QuestionnaireResponse, found " + found + "; give the filled form itself");
        }
        in.place().enter(type, 0);
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "id" -> in.id();
                case "status" -> {
                    String status = in.text();
                    if (status != null && UNUSABLE.contains(status)) {
                        throw in.refuse("is " + status + "; give a form that counts");
                    }
                }
                case "item" -> items(in);
                default -> in.skip();
            }
        }
    }

    private void items(Cursor in) throws IOException {
        if (in.array()) {
            while (in.element()) {
                item(in);
            }
        }
    }

    private void item(Cursor in) throws IOException {
        String link = null;
        Given given = null;
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "linkId" -> link = in.text();
                case "item" -> items(in);
                case "answer" -> given = answer(in);
                default -> in.skip();
            }
        }
        if (link != null && given != null) {
            Given other = answers.putIfAbsent(link, given);
            if (other != null && !other.equals(given)) {
                throw in.refuse("the question is answered twice and differently; keep one answer");
            }
        }
    }

    private @Nullable Given answer(Cursor in) throws IOException {
        Given given = null;
        if (in.array()) {
            while (in.element()) {
                Given one = value(in);
                if (given != null && one != null && !given.equals(one)) {
                    throw in.refuse("the question has two answers; keep one");
                }
                given = one == null ? given : one;
            }
        }
        return given;
    }

    private @Nullable Given value(Cursor in) throws IOException {
        Given given = null;
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "valueInteger", "valueDecimal" -> given = whole(in, in.number(), false);
                case "valueBoolean" -> {
                    Boolean yes = in.yesNo();
                    given = yes == null ? null : new Given(yes ? 1 : 0, false);
                }
                case "valueCoding" -> given = coded(in);
                case "item" -> items(in);
                default -> in.skip();
            }
        }
        return given;
    }

    private static @Nullable Given whole(Cursor in, @Nullable Double number, boolean points) {
        if (number == null) {
            return null;
        }
        if (number != number.intValue()) {
            throw in.refuse("expected a whole number; correct the answer");
        }
        return new Given(number.intValue(), points);
    }

    private static @Nullable Given coded(Cursor in) throws IOException {
        String code = null;
        Given weight = null;
        if (in.object()) {
            for (String field = in.field(); field != null; field = in.field()) {
                switch (field) {
                    case "code" -> code = in.text();
                    case "extension" -> {
                        Given found = weight(in);
                        weight = found == null ? weight : found;
                    }
                    default -> in.skip();
                }
            }
        }
        if (weight != null || code == null || !code.matches("-?[0-9]{1,4}")) {
            return weight;
        }
        return new Given(Integer.parseInt(code), false);
    }

    private static @Nullable Given weight(Cursor in) throws IOException {
        Given weight = null;
        if (in.array()) {
            while (in.element()) {
                String url = null;
                Given value = null;
                for (String field = in.field(); field != null; field = in.field()) {
                    switch (field) {
                        case "url" -> url = in.text();
                        case "valueDecimal", "valueInteger" -> value = whole(in, in.number(), true);
                        default -> in.skip();
                    }
                }
                weight = url != null && WEIGHTS.contains(url) ? value : weight;
            }
        }
        return weight;
    }
}
