package org.lumbar.server.patient;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Kind;
import org.lumbar.core.knowledge.Measure;

/** Entries of a chart as the forms make them: FHIR resources and answers. */
public final class Drafts {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int ID_LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ICD10 = "http://hl7.org/fhir/sid/icd-10";
    private static final String ATC = "http://www.whocc.no/atc";
    private static final String MEASURES = "https://w3id.org/lumbar/fhir/CodeSystem/measure";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private Drafts() {}

    /** An id that tells nothing: 12 letters and digits. */
    public static String newId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /**
     * Who a patient is.
     *
     * @param given first name and, where there is one, patronymic
     * @param birth as far as it is known, as FHIR writes it
     * @param country ISO 3166-1 alpha-2
     * @param language that the patient reads
     */
    public static Entry.Draft registered(
            String id, String family, List<String> given, String sex, String birth, String country, String language) {
        return Entry.Draft.of(
                Kind.REGISTERED,
                Map.of(
                        "resourceType",
                        "Patient",
                        "id",
                        id,
                        "name",
                        List.of(Map.of("family", family, "given", new ArrayList<>(given))),
                        "gender",
                        sex,
                        "birthDate",
                        birth,
                        "address",
                        List.of(Map.of("use", "home", "country", country)),
                        "communication",
                        List.of(Map.of(
                                "language",
                                Map.of("coding", List.of(Map.of("system", "urn:ietf:bcp:47", "code", language)))))));
    }

    /** An answer to the question about a finding. */
    public static Entry.Draft answered(String finding, boolean yes) {
        return Entry.Draft.of(Kind.ANSWERED, Map.of("finding", finding, "value", yes));
    }

    /** An answer is taken back. */
    public static Entry.Draft unanswered(String finding) {
        return Entry.Draft.of(Kind.ANSWERED, Map.of("finding", finding, "value", Json.NULL));
    }

    /** A number about the patient: an observation where the measure has a code, so that it has a day and ages; else an answer. */
    public static Entry.Draft measured(String patient, Measure measure, BigDecimal value, LocalDate day) {
        if (measure.loinc().isEmpty()) {
            return Entry.Draft.of(Kind.ANSWERED, Map.of("finding", measure.id(), "value", value));
        }
        return Entry.Draft.of(
                Kind.RECORDED,
                Map.of(
                        "resourceType", "Observation",
                        "id", newId(),
                        "status", "final",
                        "subject", subject(patient),
                        "code", concept("http://loinc.org", measure.loinc().getFirst(), ""),
                        "effectiveDateTime", day.toString(),
                        "valueQuantity", Map.of("value", value, "unit", measure.unit(), "code", measure.unit())));
    }

    /** A score of a questionnaire: always an observation, so that it has a day and ages; by the id of the measure where it has no code. */
    public static Entry.Draft scored(String patient, Measure measure, BigDecimal score, LocalDate day) {
        return Entry.Draft.of(
                Kind.RECORDED,
                Map.of(
                        "resourceType", "Observation",
                        "id", newId(),
                        "status", "final",
                        "subject", subject(patient),
                        "code", concept(MEASURES, measure.id(), ""),
                        "effectiveDateTime", day.toString(),
                        "valueQuantity", Map.of("value", score, "unit", measure.unit(), "code", measure.unit())));
    }

    /**
     * A diagnosis.
     *
     * @param id of the resource; that of an earlier one is replaced
     * @param onset first day of the episode, as precise as it is known; empty when it is not
     */
    public static Entry.Draft diagnosed(
            String patient, String id, String icd10, String text, boolean confirmed, String onset, LocalDate day) {
        Map<String, Object> condition = new TreeMap<>(Map.of(
                "resourceType", "Condition",
                "id", id,
                "subject", subject(patient),
                "clinicalStatus", concept(TERMINOLOGY + "condition-clinical", "active", ""),
                "verificationStatus",
                        concept(TERMINOLOGY + "condition-ver-status", confirmed ? "confirmed" : "provisional", ""),
                "code", concept(ICD10, icd10, text),
                "recordedDate", day.toString()));
        if (!onset.isEmpty()) {
            condition.put("onsetDateTime", onset);
        }
        return Entry.Draft.of(Kind.RECORDED, condition);
    }

    /**
     * A medicine that the patient takes.
     *
     * @param atc codes or the beginnings of such; empty when none is known
     */
    public static Entry.Draft takes(String patient, String name, List<String> atc, LocalDate day) {
        return Entry.Draft.of(
                Kind.RECORDED,
                Map.of(
                        "resourceType", "MedicationStatement",
                        "id", newId(),
                        "status", "active",
                        "subject", subject(patient),
                        "medicationCodeableConcept", concept(ATC, atc, name),
                        "dateAsserted", day.toString()));
    }

    /** A recorded medicine is not taken any more. */
    static Entry.Draft stopped(Map<String, Object> statement, LocalDate day) {
        Map<String, Object> stopped = new TreeMap<>(statement);
        stopped.put("status", "stopped");
        stopped.put("effectivePeriod", Map.of("end", day.toString()));
        return Entry.Draft.of(Kind.RECORDED, stopped);
    }

    /** A recorded disease is over. */
    static Entry.Draft resolved(Map<String, Object> condition, LocalDate day) {
        Map<String, Object> resolved = new TreeMap<>(condition);
        resolved.put("clinicalStatus", concept(TERMINOLOGY + "condition-clinical", "resolved", ""));
        resolved.put("abatementDateTime", day.toString());
        return Entry.Draft.of(Kind.RECORDED, resolved);
    }

    /**
     * An allergy to a medicine.
     *
     * @param atc codes or the beginnings of such; empty when none is known
     */
    static Entry.Draft allergic(String patient, String name, List<String> atc, LocalDate day) {
        return Entry.Draft.of(
                Kind.RECORDED,
                Map.of(
                        "resourceType", "AllergyIntolerance",
                        "id", newId(),
                        "patient", subject(patient),
                        "category", List.of("medication"),
                        "clinicalStatus", concept(TERMINOLOGY + "allergyintolerance-clinical", "active", ""),
                        "verificationStatus", concept(TERMINOLOGY + "allergyintolerance-verification", "confirmed", ""),
                        "code", concept(ATC, atc, name),
                        "recordedDate", day.toString()));
    }

    /**
     * Something was written down in error.
     *
     * @param name what people know it by
     */
    static Entry.Draft withdrawn(String reference, String name, String reason) {
        return Entry.Draft.of(Kind.WITHDRAWN, Map.of("resource", reference, "name", name, "reason", reason));
    }

    private static Map<String, Object> subject(String patient) {
        return Map.of("reference", "Patient/" + patient);
    }

    private static Map<String, Object> concept(String system, String code, String text) {
        return concept(system, List.of(code), text);
    }

    private static Map<String, Object> concept(String system, List<String> codes, String text) {
        Map<String, Object> concept = new TreeMap<>();
        List<Map<String, String>> codings = codes.stream()
                .filter(code -> !code.isEmpty())
                .map(code -> Map.of("system", system, "code", code))
                .toList();
        if (!codings.isEmpty()) {
            concept.put("coding", codings);
        }
        if (!text.isEmpty()) {
            concept.put("text", text);
        }
        return concept;
    }
}
