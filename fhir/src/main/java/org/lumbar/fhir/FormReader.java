package org.lumbar.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
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
        Place place = Place.inFile();
        try (JsonParser parser = Json.FACTORY.createParser(input)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw place.refuseText("refused.form-no-object");
            }
            FormReader reader = new FormReader();
            new Cursor(parser, place).resource((type, in) -> {
                reader.response(type, in);
                return null;
            });
            return reader.answers;
        } catch (StreamReadException e) {
            throw place.refuseSpot(e.getLocation(), "refused.form-no-json");
        } catch (IOException e) {
            throw BundleReader.unusable(e, place);
        }
    }

    private void response(String type, Cursor in) throws IOException {
        if (!type.equals("QuestionnaireResponse")) {
            throw in.place().refuseText("refused.no-form", Map.of("found", BundleReader.typeName(type)));
        }
        in.place().enter(type, 0);
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "id" -> in.id();
                case "status" -> {
                    String status = in.text();
                    if (status != null && UNUSABLE.contains(status)) {
                        throw in.refuse("refused.form-status", Map.of("status", status));
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
                throw in.refuse("refused.answered-twice");
            }
        }
    }

    private @Nullable Given answer(Cursor in) throws IOException {
        Given given = null;
        if (in.array()) {
            while (in.element()) {
                Given one = value(in);
                if (given != null && one != null && !given.equals(one)) {
                    throw in.refuse("refused.two-answers");
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
            throw in.refuse("refused.no-whole-number");
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
