package org.lumbar.fhir;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Makes valid bundles that say all kinds of things in all kinds of ways. The same seed makes the same bundle. */
final class RandomBundles {

    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final List<String> MEDICINE_SYSTEMS =
            List.of("http://www.whocc.no/atc", "http://www.nlm.nih.gov/research/umls/rxnorm", "http://snomed.info/sct");
    private static final List<String> PROBLEM_SYSTEMS = List.of(
            "http://hl7.org/fhir/sid/icd-10",
            "urn:oid:1.2.643.5.1.13.13.11.1005",
            "http://hl7.org/fhir/sid/icd-10-cm",
            "http://snomed.info/sct",
            "http://clinic.example/codes");

    private final Random random;
    private final List<Map<String, Object>> resources = new ArrayList<>();

    private RandomBundles(long seed) {
        this.random = new Random(seed);
    }

    static byte[] bundle(long seed) {
        return new RandomBundles(seed).bundle();
    }

    private byte[] bundle() {
        int count = random.nextInt(14);
        for (int i = 0; i < count; i++) {
            resources.add(resource("r" + i));
        }
        resources.add(random.nextInt(resources.size() + 1), patient());
        List<Object> entries = new ArrayList<>();
        for (Map<String, Object> resource : resources) {
            Map<String, Object> entry = new LinkedHashMap<>();
            if (resource.containsKey("id") && random.nextBoolean()) {
                entry.put(
                        "fullUrl",
                        "https://clinic.example/fhir/" + resource.get("resourceType") + "/" + resource.get("id"));
            }
            entry.put("resource", resource);
            entries.add(entry);
        }
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("resourceType", "Bundle");
        bundle.put("type", oneOf("collection", "searchset", "transaction", "batch"));
        bundle.put("entry", entries);
        boolean anyOrder = random.nextInt(3) == 0;
        return write(anyOrder ? shuffled(bundle) : bundle, random.nextBoolean());
    }

    private Map<String, Object> patient() {
        Map<String, Object> patient = new LinkedHashMap<>();
        patient.put("resourceType", "Patient");
        patient.put("id", "pat");
        sometimes(patient, "gender", () -> oneOf("female", "male", "other", "unknown"));
        sometimes(patient, "birthDate", () -> partialDate(1935, 2005));
        sometimes(patient, "address", () -> List.of(Map.of("country", oneOf("RU", "US", "GB"))));
        sometimes(patient, "name", () -> List.of(Map.of("family", "Example", "given", List.of("A"))));
        return patient;
    }

    private Map<String, Object> resource(String id) {
        Map<String, Object> made = new LinkedHashMap<>();
        String type = oneOf(
                "Condition",
                "Condition",
                "MedicationStatement",
                "MedicationRequest",
                "Medication",
                "AllergyIntolerance",
                "Observation",
                "Observation",
                "Procedure",
                "Device",
                "Encounter",
                "QuestionnaireResponse",
                "Organization");
        made.put("resourceType", type);
        if (random.nextInt(8) > 0) {
            made.put("id", id);
        }
        sometimes(made, "meta", () -> Map.of("versionId", "1", "tag", List.of(Map.of("code", "x"))));
        switch (type) {
            case "Condition" -> condition(made);
            case "MedicationStatement" -> statement(made);
            case "MedicationRequest" -> request(made);
            case "Medication" -> medication(made);
            case "AllergyIntolerance" -> allergy(made);
            case "Observation" -> observation(made);
            case "Procedure" -> {
                subject(made, "subject");
                made.put(
                        "status",
                        oneOf(
                                "preparation",
                                "in-progress",
                                "not-done",
                                "on-hold",
                                "stopped",
                                "completed",
                                "completed",
                                "unknown"));
                sometimes(made, "code", () -> concept(PROBLEM_SYSTEMS));
                switch (random.nextInt(4)) {
                    case 0 -> made.put("performedDateTime", dateTime());
                    case 1 -> made.put("performedPeriod", period());
                    case 2 -> made.put("performedString", "in childhood");
                    default -> {}
                }
            }
            case "Device" -> {
                subject(made, "patient");
                sometimes(made, "status", () -> oneOf("active", "inactive", "entered-in-error", "unknown"));
                sometimes(made, "type", () -> concept(PROBLEM_SYSTEMS));
            }
            case "Encounter" -> {
                subject(made, "subject");
                made.put(
                        "status",
                        oneOf("planned", "arrived", "in-progress", "finished", "finished", "cancelled", "unknown"));
                made.put("class", Map.of("system", HL7 + "v3-ActCode", "code", "AMB"));
                sometimes(made, "type", () -> List.of(concept(PROBLEM_SYSTEMS), concept(PROBLEM_SYSTEMS)));
                sometimes(made, "reasonCode", () -> List.of(concept(PROBLEM_SYSTEMS)));
                sometimes(made, "period", this::period);
            }
            case "QuestionnaireResponse" -> response(made);
            default -> made.put("name", "Clinic");
        }
        return made;
    }

    private void condition(Map<String, Object> made) {
        subject(made, "subject");
        sometimes(
                made,
                "clinicalStatus",
                () -> status(
                        "condition-clinical", "active", "recurrence", "relapse", "inactive", "remission", "resolved"));
        sometimes(
                made,
                "verificationStatus",
                () -> status(
                        "condition-ver-status",
                        "confirmed",
                        "unconfirmed",
                        "provisional",
                        "differential",
                        "refuted",
                        "entered-in-error"));
        sometimes(made, "code", () -> concept(PROBLEM_SYSTEMS));
        switch (random.nextInt(6)) {
            case 0 -> made.put("onsetDateTime", dateTime());
            case 1 -> made.put("onsetPeriod", period());
            case 2 -> made.put("onsetAge", age(random.nextInt(60)));
            case 3 -> {
                int low = random.nextInt(60);
                made.put("onsetRange", Map.of("low", years(low), "high", years(low + random.nextInt(3))));
            }
            case 4 -> made.put("onsetString", "long ago");
            default -> {}
        }
        if (random.nextInt(3) == 0) {
            switch (random.nextInt(4)) {
                case 0 -> made.put("abatementDateTime", dateTime());
                case 1 -> made.put("abatementPeriod", period());
                case 2 -> made.put("abatementAge", years(70));
                default -> made.put("abatementString", "in spring");
            }
        }
        sometimes(made, "recordedDate", this::dateTime);
        rarely(made, "modifierExtension", this::extensions);
        rarely(made, "extension", this::extensions);
    }

    private void statement(Map<String, Object> made) {
        subject(made, "subject");
        contained(made);
        made.put(
                "status",
                oneOf(
                        "active",
                        "active",
                        "completed",
                        "entered-in-error",
                        "intended",
                        "stopped",
                        "on-hold",
                        "unknown",
                        "not-taken"));
        what(made);
        switch (random.nextInt(3)) {
            case 0 -> made.put("effectiveDateTime", dateTime());
            case 1 -> made.put("effectivePeriod", period());
            default -> {}
        }
        sometimes(made, "dateAsserted", this::dateTime);
        sometimes(made, "dosage", () -> List.of(Map.of("text", "1 daily", "asNeededBoolean", true)));
    }

    private void request(Map<String, Object> made) {
        subject(made, "subject");
        contained(made);
        made.put(
                "status",
                oneOf(
                        "active",
                        "active",
                        "on-hold",
                        "cancelled",
                        "completed",
                        "entered-in-error",
                        "stopped",
                        "draft",
                        "unknown"));
        made.put(
                "intent",
                oneOf(
                        "proposal",
                        "plan",
                        "order",
                        "order",
                        "original-order",
                        "reflex-order",
                        "filler-order",
                        "instance-order",
                        "option"));
        what(made);
        rarely(made, "doNotPerform", random::nextBoolean);
        sometimes(made, "authoredOn", this::dateTime);
    }

    private void medication(Map<String, Object> made) {
        sometimes(made, "code", () -> concept(MEDICINE_SYSTEMS));
        sometimes(
                made,
                "ingredient",
                () -> List.of(
                        Map.of("itemCodeableConcept", concept(MEDICINE_SYSTEMS)),
                        Map.of("itemCodeableConcept", concept(MEDICINE_SYSTEMS))));
    }

    private void contained(Map<String, Object> made) {
        Map<String, Object> inside = new LinkedHashMap<>();
        inside.put("resourceType", "Medication");
        inside.put("id", "in");
        medication(inside);
        Map<String, Object> other =
                Map.of("resourceType", "PractitionerRole", "id", "who", "code", List.of(concept(MEDICINE_SYSTEMS)));
        made.put("contained", List.of(other, inside));
    }

    private void what(Map<String, Object> made) {
        List<String> known = resources.stream()
                .filter(resource -> resource.get("resourceType").equals("Medication") && resource.containsKey("id"))
                .map(resource -> "Medication/" + resource.get("id"))
                .toList();
        switch (random.nextInt(3)) {
            case 0 -> {
                Map<String, Object> reference = new LinkedHashMap<>();
                reference.put("reference", "#in");
                sometimes(reference, "display", () -> "some tablets");
                made.put("medicationReference", reference);
            }
            case 1 -> {
                Map<String, Object> reference = new LinkedHashMap<>();
                reference.put(
                        "reference", known.isEmpty() ? "Medication/gone" : known.get(random.nextInt(known.size())));
                sometimes(reference, "display", () -> "some tablets");
                made.put("medicationReference", reference);
                made.remove("contained");
            }
            default -> {
                made.put("medicationCodeableConcept", concept(MEDICINE_SYSTEMS));
                made.remove("contained");
            }
        }
    }

    private void allergy(Map<String, Object> made) {
        subject(made, "patient");
        sometimes(
                made, "clinicalStatus", () -> status("allergyintolerance-clinical", "active", "inactive", "resolved"));
        sometimes(
                made,
                "verificationStatus",
                () -> status(
                        "allergyintolerance-verification", "confirmed", "unconfirmed", "refuted", "entered-in-error"));
        sometimes(made, "type", () -> oneOf("allergy", "intolerance"));
        sometimes(made, "category", () -> List.of(oneOf("food", "medication", "environment", "biologic")));
        sometimes(made, "code", () -> concept(MEDICINE_SYSTEMS));
        sometimes(
                made,
                "reaction",
                () -> List.of(Map.of(
                        "substance", concept(MEDICINE_SYSTEMS), "manifestation", List.of(Map.of("text", "rash")))));
        rarely(made, "modifierExtension", this::extensions);
    }

    private void observation(Map<String, Object> made) {
        subject(made, "subject");
        made.put(
                "status",
                oneOf(
                        "registered",
                        "preliminary",
                        "final",
                        "final",
                        "final",
                        "amended",
                        "corrected",
                        "cancelled",
                        "entered-in-error",
                        "unknown"));
        made.put("code", concept(List.of("http://loinc.org", "http://snomed.info/sct")));
        switch (random.nextInt(5)) {
            case 0 -> made.put("effectiveInstant", instant());
            case 1 -> made.put("effectivePeriod", period());
            case 2, 3 -> made.put("effectiveDateTime", dateTime());
            default -> {}
        }
        sometimes(made, "issued", this::instant);
        value(made, false);
        rarely(made, "dataAbsentReason", () -> Map.of("text", "unknown"));
        rarely(made, "modifierExtension", this::extensions);
        if (random.nextInt(3) == 0) {
            List<Object> components = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                Map<String, Object> component = new LinkedHashMap<>();
                component.put("code", concept(List.of("http://loinc.org")));
                value(component, false);
                rarely(component, "dataAbsentReason", () -> Map.of("text", "unknown"));
                components.add(component);
            }
            made.put("component", components);
        }
    }

    private void value(Map<String, Object> into, boolean answer) {
        switch (random.nextInt(8)) {
            case 0 -> into.put("valueBoolean", random.nextBoolean());
            case 1 -> into.put("valueInteger", random.nextInt(200));
            case 2 -> into.put("valueString", oneOf("7", ">90", "<= 5", "7,5", "strong", "12.25", "7/10"));
            case 3 ->
                into.put(
                        answer ? "valueCoding" : "valueCodeableConcept",
                        answer ? coding(PROBLEM_SYSTEMS) : concept(PROBLEM_SYSTEMS));
            case 4 -> into.put(answer ? "valueDate" : "valueTime", answer ? "2026-01-01" : "10:00:00");
            case 5 -> {
                if (answer) {
                    into.put("valueDecimal", random.nextInt(1000) / 8.0);
                }
            }
            default -> {
                Map<String, Object> quantity = new LinkedHashMap<>();
                sometimes(quantity, "value", () -> random.nextInt(2000) / 8.0);
                rarely(quantity, "comparator", () -> oneOf("<", "<=", ">=", ">"));
                sometimes(quantity, "unit", () -> oneOf("kg", "мл/мин"));
                if (random.nextBoolean()) {
                    quantity.put("system", oneOf("http://unitsofmeasure.org", "http://snomed.info/sct"));
                    quantity.put("code", oneOf("kg", "mL/min"));
                }
                into.put("valueQuantity", quantity);
            }
        }
    }

    private void response(Map<String, Object> made) {
        subject(made, "subject");
        made.put("status", oneOf("completed", "completed", "amended", "in-progress", "stopped", "entered-in-error"));
        made.put(
                "questionnaire",
                oneOf(
                        AnswersReader.INTAKE,
                        AnswersReader.INTAKE + "|1.0",
                        "https://clinic.example/Questionnaire/other"));
        sometimes(made, "authored", this::dateTime);
        made.put("item", items(0));
    }

    private List<Object> items(int depth) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("linkId", oneOf("leg-pain", "pregnancy", "pain-nrs", "symptom-days", "rf-ces-saddle"));
            if (random.nextInt(3) > 0) {
                Map<String, Object> answer = new LinkedHashMap<>();
                value(answer, true);
                if (depth < 2 && random.nextInt(4) == 0) {
                    answer.put("item", items(depth + 1));
                }
                if (!answer.isEmpty()) {
                    item.put("answer", List.of(answer));
                }
            } else if (depth < 2) {
                item.put("item", items(depth + 1));
            }
            items.add(item);
        }
        return items;
    }

    private void subject(Map<String, Object> made, String element) {
        sometimes(made, element, () -> Map.of("reference", "Patient/pat"));
    }

    private Map<String, Object> status(String system, String... codes) {
        return Map.of("coding", List.of(Map.of("system", HL7 + system, "code", oneOf(codes))));
    }

    private Map<String, Object> concept(List<String> systems) {
        Map<String, Object> concept = new LinkedHashMap<>();
        List<Object> codings = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            codings.add(coding(systems));
        }
        if (!codings.isEmpty()) {
            concept.put("coding", codings);
        }
        if (codings.isEmpty() || random.nextBoolean()) {
            concept.put("text", oneOf("words", "слова", "“quoted” \\ \"words\"\n\tand ☃ 𝄞"));
        }
        return concept;
    }

    private Map<String, Object> coding(List<String> systems) {
        Map<String, Object> coding = new LinkedHashMap<>();
        String system = systems.get(random.nextInt(systems.size()));
        coding.put("system", system);
        coding.put(
                "code",
                system.contains("icd-10") || system.startsWith("urn:oid")
                        ? oneOf("M54.5", "m54.4", "К25.3", "A18.0+", "М51")
                        : system.contains("atc")
                                ? oneOf("M01AB05", "B01AA03", "N02")
                                : oneOf("123456", "77386006", "72514-3"));
        sometimes(coding, "display", () -> oneOf("display", "название"));
        sometimes(coding, "userSelected", random::nextBoolean);
        return coding;
    }

    private Object extensions() {
        return List.of(Map.of("url", "http://clinic.example/x", "valueCode", "y"));
    }

    private Map<String, Object> age(int value) {
        Map<String, Object> age = new LinkedHashMap<>();
        age.put("value", value);
        sometimes(age, "unit", () -> "unit");
        age.put("system", "http://unitsofmeasure.org");
        age.put("code", oneOf("a", "mo"));
        return age;
    }

    private static Map<String, Object> years(int value) {
        return Map.of("value", value, "system", "http://unitsofmeasure.org", "code", "a");
    }

    private Map<String, Object> period() {
        Map<String, Object> period = new LinkedHashMap<>();
        int kind = random.nextInt(4);
        if (kind != 0) {
            period.put("start", "2025-0" + (1 + random.nextInt(9)) + oneOf("", "-15", "-15T10:00:00+03:00"));
        }
        if (kind != 1) {
            period.put("end", "2026-0" + (1 + random.nextInt(9)) + oneOf("", "-15", "-15T10:00:00Z"));
        }
        return period;
    }

    private String dateTime() {
        return random.nextBoolean() ? partialDate(2015, 2026) : instant();
    }

    private String instant() {
        return String.format(
                Locale.ROOT,
                "2026-%02d-%02dT%02d:%02d:%02d%s%s",
                1 + random.nextInt(2),
                1 + random.nextInt(3),
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60),
                oneOf("", ".123", ".000"),
                oneOf("Z", "+03:00", "-11:30", "+14:00"));
    }

    private String partialDate(int from, int to) {
        int year = from + random.nextInt(to - from + 1);
        return switch (random.nextInt(4)) {
            case 0 -> String.format(Locale.ROOT, "%04d", year);
            case 1 -> String.format(Locale.ROOT, "%04d-%02d", year, 1 + random.nextInt(12));
            default ->
                String.format(Locale.ROOT, "%04d-%02d-%02d", year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        };
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private void sometimes(Map<String, Object> into, String name, Supplier<Object> value) {
        if (random.nextInt(3) > 0) {
            into.put(name, value.get());
        }
    }

    private void rarely(Map<String, Object> into, String name, Supplier<Object> value) {
        if (random.nextInt(12) == 0) {
            into.put(name, value.get());
        }
    }

    /** The same with the elements of every object in another order. */
    private Object shuffled(Object value) {
        if (value instanceof Map<?, ?> object) {
            List<Map.Entry<?, ?>> elements = new ArrayList<>(object.entrySet());
            Collections.shuffle(elements, random);
            Map<Object, Object> copy = new LinkedHashMap<>();
            elements.forEach(element -> copy.put(element.getKey(), shuffled(element.getValue())));
            return copy;
        }
        return value instanceof List<?> list ? list.stream().map(this::shuffled).toList() : value;
    }

    private static byte[] write(Object value, boolean pretty) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.FACTORY.createGenerator(out)) {
            if (pretty) {
                json.useDefaultPrettyPrinter();
            }
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case Map<?, ?> object -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> element : object.entrySet()) {
                    json.writeFieldName((String) element.getKey());
                    write(element.getValue(), json);
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    write(element, json);
                }
                json.writeEndArray();
            }
            case Boolean yes -> json.writeBoolean(yes);
            case Integer number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            default -> json.writeString((String) value);
        }
    }
}
