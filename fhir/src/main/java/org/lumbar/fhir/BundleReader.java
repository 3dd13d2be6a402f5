package org.lumbar.fhir;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
        return read(Json.FACTORY.createParser(input), "");
    }

    /**
     * Reads one bundle.
     *
     * @throws UnusableRecord when it is no bundle about one patient
     */
    public static PatientRecord read(byte[] bundle) {
        return read(bundle, "");
    }

    /** @param within where the text stands, told in errors */
    static PatientRecord read(byte[] bundle, String within) {
        if (bundle.length > Json.MAX_BYTES) {
            throw tooLong(new Place(within));
        }
        try {
            return read(Json.FACTORY.createParser(bundle), within);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private static PatientRecord read(JsonParser source, String within) throws IOException {
        Place place = new Place(within);
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
            case CharConversionException wrong ->
                place.refuseAt("", "the text is not valid Unicode; save the file as UTF-8");
            default -> throw e;
        };
    }

    private PatientRecord bundle(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw place.refuseAt("", "the input is empty; give a FHIR R4 Bundle in JSON");
        }
        if (first != JsonToken.START_OBJECT) {
            throw place.refuseAt("", "the input is JSON, but not an object; give a FHIR R4 Bundle");
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
            throw place.refuseAt("", "something follows the bundle; give one bundle, or one bundle a line (NDJSON)");
        }
        return assembly.finish();
    }

    private void requireBundle(@Nullable String resourceType) {
        if (resourceType == null) {
            throw place.refuseAt("", "the input has no resourceType; give a FHIR R4 Bundle");
        }
        if (!resourceType.equals("Bundle")) {
            String found = resourceType.matches("[A-Za-z]{1,40}") ? resourceType : "something else";
            throw place.refuseAt(
                    "", "expected a Bundle, found " + found + "; put the patient's resources into one Bundle");
        }
    }

    private void requireType(@Nullable String type) {
        if (type == null || !TYPES.contains(type)) {
            String found = type == null ? "is missing" : type.matches("[a-z-]{1,40}") ? "is " + type : "is unknown";
            throw place.refuse("type", found + "; give a collection, transaction, batch or searchset");
        }
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
        JsonLocation at = e.getLocation();
        return place.refuseAt(
                at == null ? "" : place.inText(at.getLineNr(), at.getColumnNr()),
                (cutOff ? "the text ends in the middle" : "this is not valid JSON")
                        + "; check that the whole file was saved and sent");
    }

    private static UnusableRecord beyondLimits(StreamConstraintsException e, Place place) {
        String problem = e.getOriginalMessage();
        if (problem.contains("Document length")) {
            return tooLong(place);
        }
        String what = problem.contains("nesting depth")
                ? "is nested deeper than " + Json.MAX_DEPTH + " levels"
                : problem.contains("String value") || problem.contains("String length")
                        ? "holds a string longer than " + Json.MAX_STRING + " characters"
                        : problem.contains("Number value")
                                ? "holds a number longer than " + Json.MAX_NUMBER + " digits"
                                : "holds a name longer than " + Json.MAX_NAME + " characters";
        return place.refuse("", what + "; this is no FHIR record, check where it comes from");
    }

    static UnusableRecord tooLong(Place place) {
        return place.refuseAt(
                "",
                "the bundle is longer than " + Json.MAX_BYTES / 1_000_000 + " MB; send only this patient's resources");
    }
}
