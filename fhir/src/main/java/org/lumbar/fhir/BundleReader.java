package org.lumbar.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.UnusableRecord;

/**
 * Reads one FHIR R4 bundle about one patient. Streams: memory grows with what the record keeps, not with the file. Accepts
 * any order of entries and of elements. What the bundle says is kept as it is said; what cannot be used is noted, and what
 * contradicts the standard is refused in one line.
 */
public final class BundleReader {

    private static final Set<String> TYPES = Set.of("collection", "transaction", "searchset", "batch");

    private final Cursor in;
    private final Place place;
    private final RecordAssembly assembly;
    private int entries;

    private BundleReader(Cursor in, Place place) {
        this.in = in;
        this.place = place;
        this.assembly = new RecordAssembly(place);
    }

    /**
     * Reads one bundle to its end. The stream stays open.
     *
     * @throws UnusableRecord when it is no bundle about one patient
     * @throws IOException when the stream cannot be read
     */
    public static PatientRecord read(InputStream input) throws IOException {
        return read(Json.FACTORY.createParser(input), Place.inFile());
    }

    /**
     * Reads one bundle.
     *
     * @throws UnusableRecord when it is no bundle about one patient
     */
    public static PatientRecord read(byte[] bundle) {
        return read(bundle, Place.inFile());
    }

    /** @param place where the text stands, told in errors */
    static PatientRecord read(byte[] bundle, Place place) {
        if (bundle.length > Json.MAX_BYTES) {
            throw tooLong(place);
        }
        try {
            return read(Json.FACTORY.createParser(bundle), place);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private static PatientRecord read(JsonParser source, Place place) throws IOException {
        try (JsonParser parser = source) {
            return new BundleReader(new Cursor(parser, place), place).bundle(parser);
        } catch (IOException e) {
            throw unusable(e, place);
        }
    }

    /**
     * What is wrong with a text that the parser gave up on.
     *
     * @throws IOException the same, when it is the reading that failed and not the text
     */
    static UnusableRecord unusable(IOException e, Place place) throws IOException {
        return switch (e) {
            case StreamConstraintsException beyond -> beyondLimits(beyond, place);
            case JsonProcessingException wrong -> notJson(wrong, place);
            case CharConversionException wrong -> place.refuseText("refused.no-unicode");
            default -> throw e;
        };
    }

    private PatientRecord bundle(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw place.refuseText("refused.empty");
        }
        if (first != JsonToken.START_OBJECT) {
            throw place.refuseText("refused.no-object");
        }
        String resourceType = null;
        String type = null;
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "resourceType" -> {
                    resourceType = in.text();
                    requireBundle(resourceType);
                }
                case "type" -> type = in.text();
                case "entry" -> entries();
                case "link" -> links();
                default -> in.skip();
            }
        }
        requireBundle(resourceType);
        requireType(type);
        if (parser.nextToken() != null) {
            throw place.refuseText("refused.more-follows");
        }
        return assembly.finish();
    }

    private void requireBundle(@Nullable String resourceType) {
        if (resourceType == null) {
            throw place.refuseText("refused.no-resource-type");
        }
        if (!resourceType.equals("Bundle")) {
            throw place.refuseText("refused.no-bundle", Map.of("found", typeName(resourceType)));
        }
    }

    private void requireType(@Nullable String type) {
        if (type == null) {
            throw place.refuse("type", "refused.bundle-without-type", Map.of());
        }
        if (!TYPES.contains(type)) {
            throw type.matches("[a-z-]{1,40}")
                    ? place.refuse("type", "refused.bundle-type", Map.of("type", type))
                    : place.refuse("type", "refused.bundle-type-unknown", Map.of());
        }
    }

    /** What stands where a resource type should, unless it could be anything. */
    static Object typeName(String type) {
        return type.matches("[A-Za-z]{1,40}") ? type : Place.say("word.other");
    }

    private void entries() throws IOException {
        if (in.array()) {
            while (in.element()) {
                entry();
                entries++;
            }
        }
    }

    /** One page of several is not the whole record, which whoever reads the plan must know. */
    private void links() throws IOException {
        if (in.array()) {
            while (in.element()) {
                for (String field = in.field(); field != null; field = in.field()) {
                    if (!field.equals("relation")) {
                        in.skip();
                    } else if ("next".equals(in.text())) {
                        assembly.note(Notes.note(place.ref(), Notes.MORE_PAGES, null));
                    }
                }
            }
        }
    }

    private void entry() throws IOException {
        Draft draft = null;
        String fullUrl = null;
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "fullUrl" -> fullUrl = in.text();
                case "resource" -> {
                    if (in.object()) {
                        draft = in.resource(this::resource);
                        place.leave();
                        in.tellFromStart();
                    }
                }
                default -> in.skip();
            }
        }
        if (draft != null) {
            assembly.add(draft, fullUrl);
        }
    }

    /** What the resource says; null when nothing in it is needed. */
    private @Nullable Draft resource(String type, Cursor resource) throws IOException {
        place.enter(type, entries);
        resource.tellFromHere();
        return switch (type) {
            case "Patient" -> PatientReader.read(resource);
            case "Condition" -> ConditionReader.read(resource);
            case "MedicationStatement" -> MedicineReader.statement(resource);
            case "MedicationRequest" -> MedicineReader.request(resource);
            case "Medication" -> MedicineReader.medication(resource);
            case "AllergyIntolerance" -> AllergyReader.read(resource);
            case "Observation" -> ObservationReader.read(resource);
            case "Procedure" -> EventReader.procedure(resource);
            case "Device" -> EventReader.device(resource);
            case "Encounter" -> EventReader.encounter(resource);
            case "QuestionnaireResponse" -> AnswersReader.read(resource);
            default -> {
                resource.skipRestOfObject();
                yield null;
            }
        };
    }

    private static UnusableRecord notJson(JsonProcessingException e, Place place) {
        // The parser uses its class for an early end in some places and only these words in others.
        boolean cutOff = e instanceof JsonEOFException || e.getOriginalMessage().startsWith("Unexpected end-of-input");
        return place.refuseSpot(e.getLocation(), cutOff ? "refused.cut-off" : "refused.no-json");
    }

    private static UnusableRecord beyondLimits(StreamConstraintsException e, Place place) {
        String problem = e.getOriginalMessage();
        if (problem.contains("Document length")) {
            return tooLong(place);
        }
        if (problem.contains("nesting depth")) {
            return place.refuse("", "refused.too-deep", Map.of("most", Json.MAX_DEPTH));
        }
        if (problem.contains("String value") || problem.contains("String length")) {
            return place.refuse("", "refused.string-too-long", Map.of("most", Json.MAX_STRING));
        }
        return problem.contains("Number value")
                ? place.refuse("", "refused.number-too-long", Map.of("most", Json.MAX_NUMBER))
                : place.refuse("", "refused.name-too-long", Map.of("most", Json.MAX_NAME));
    }

    static UnusableRecord tooLong(Place place) {
        return place.refuseText("refused.too-long", Map.of("most", Json.MAX_BYTES / 1_000_000));
    }
}
