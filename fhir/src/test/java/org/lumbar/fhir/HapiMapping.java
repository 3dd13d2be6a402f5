package org.lumbar.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Activity;
import org.lumbar.core.record.Entry.Bound;
import org.lumbar.core.record.Entry.Certainty;
import org.lumbar.core.record.Entry.Concept;
import org.lumbar.core.record.Entry.Value;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;

/**
 * A second reading of bundles, over HAPI's model and written apart from the reader: what both say is unlikely to be a slip of
 * one. It knows only valid bundles, and no notes.
 */
final class HapiMapping {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    /** What a record says of a patient, without notes. */
    record Reading(
            String id,
            Sex sex,
            @Nullable Span birth,
            @Nullable String country,
            List<Entry> entries) {}

    private final Map<String, Medication> medications = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, Time> observationTimes = new LinkedHashMap<>();
    private @Nullable Patient patient;

    static Reading read(byte[] json) {
        Bundle bundle = CONTEXT.newJsonParser().parseResource(Bundle.class, new String(json, StandardCharsets.UTF_8));
        return new HapiMapping().map(bundle);
    }

    private Reading map(Bundle bundle) {
        List<QuestionnaireResponse> responses = new ArrayList<>();
        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            if (entry.getResource() instanceof Patient who) {
                patient = who;
            } else if (entry.getResource() instanceof Medication medication) {
                medications.put("Medication/" + medication.getIdElement().getIdPart(), medication);
                if (entry.hasFullUrl()) {
                    medications.put(entry.getFullUrl(), medication);
                }
            } else if (entry.getResource() instanceof QuestionnaireResponse response && counts(response)) {
                responses.add(response);
            }
        }
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            Resource resource = bundle.getEntry().get(i).getResource();
            map(resource, ref(resource, i), responses);
        }
        sortObservations();
        return new Reading(
                id(patient),
                sex(),
                span(patient.getBirthDateElement()),
                patient.getAddress().isEmpty()
                        ? null
                        : patient.getAddressFirstRep().getCountry(),
                entries);
    }

    private Sex sex() {
        return switch (String.valueOf(patient.getGender())) {
            case "FEMALE" -> Sex.FEMALE;
            case "MALE" -> Sex.MALE;
            default -> Sex.UNSTATED;
        };
    }

    /** HAPI puts the fullUrl in place of the id where that is a UUID. */
    private static String id(Resource resource) {
        return resource.getIdElement().getIdPart().replace("urn:uuid:", "");
    }

    private static String ref(Resource resource, int index) {
        String type = resource.getResourceType().name();
        return resource.hasId() ? type + "/" + id(resource) : type + "[" + index + "]";
    }

    private void map(Resource resource, String ref, List<QuestionnaireResponse> responses) {
        switch (resource) {
            case Condition condition -> condition(condition, ref);
            case MedicationStatement statement -> statement(statement, ref);
            case MedicationRequest request -> request(request, ref);
            case AllergyIntolerance allergy -> allergy(allergy, ref);
            case Observation observation -> observation(observation, ref);
            case Procedure procedure -> {
                if (List.of("completed", "in-progress")
                        .contains(procedure.getStatus().toCode())) {
                    entries.add(new Entry.Event(
                            ref, concept(List.of(procedure.getCode())), happened(procedure.getPerformed())));
                }
            }
            case Device device -> {
                if (!device.hasStatus()
                        || List.of("active", "unknown")
                                .contains(device.getStatus().toCode())) {
                    entries.add(new Entry.Event(ref, concept(List.of(device.getType())), null));
                }
            }
            case Encounter encounter -> {
                if (List.of("finished", "in-progress")
                        .contains(encounter.getStatus().toCode())) {
                    Concept both = join(concept(encounter.getType()), concept(encounter.getReasonCode()));
                    entries.add(new Entry.Event(ref, both, happened(encounter.getPeriod())));
                }
            }
            case QuestionnaireResponse response -> {
                if (responses.contains(response)) {
                    answers(response, ref, responses);
                }
            }
            default -> {}
        }
    }

    private void condition(Condition condition, String ref) {
        String verification = code(condition.getVerificationStatus());
        if ("refuted".equals(verification) || "entered-in-error".equals(verification)) {
            return;
        }
        Certainty certainty = verification == null
                ? Certainty.UNSTATED
                : verification.equals("confirmed") ? Certainty.CONFIRMED : Certainty.SUSPECTED;
        String clinical = code(condition.getClinicalStatus());
        Activity activity = clinical == null ? Activity.UNSTATED : Activity.valueOf(clinical.toUpperCase(Locale.ROOT));
        Span onset = onset(condition.getOnset());
        Span recorded = span(condition.getRecordedDateElement());
        if (condition.hasAbatement() && activity.current()) {
            Span end = happenedLast(condition.getAbatement());
            boolean laterOnset = end != null
                    && onsetWritten(condition) != null
                    && onsetWritten(condition).earliest().isAfter(end.latest());
            boolean laterRecord =
                    end != null && recorded != null && recorded.earliest().isAfter(end.latest());
            if (activity == Activity.UNSTATED || !(laterOnset || laterRecord)) {
                activity = Activity.RESOLVED;
            }
        }
        entries.add(new Entry.Condition(
                ref,
                concept(List.of(condition.getCode())),
                activity,
                condition.hasModifierExtension() ? Certainty.SUSPECTED : certainty,
                onset,
                recorded));
    }

    private static @Nullable Span onsetWritten(Condition condition) {
        return condition.getOnset() instanceof DateTimeType || condition.getOnset() instanceof Period
                ? happened(condition.getOnset())
                : null;
    }

    private @Nullable Span onset(@Nullable Type onset) {
        if (onset instanceof Range range && patient.hasBirthDate()) {
            return ages(range.getLow(), range.getHigh());
        }
        if (onset instanceof Quantity age && patient.hasBirthDate()) {
            return ages(age, age);
        }
        return onset instanceof Range || onset instanceof Quantity ? null : happened(onset);
    }

    private @Nullable Span ages(Quantity low, Quantity high) {
        if (!low.hasCode() || !low.hasValue() || !high.hasValue()) {
            return null;
        }
        Span birth = span(patient.getBirthDateElement());
        long from = low.getValue().longValue();
        long past = high.getValue().longValue() + 1;
        return switch (low.getCode()) {
            case "a" ->
                new Span(
                        birth.earliest().plusYears(from),
                        birth.latest().plusYears(past).minusDays(1));
            case "mo" ->
                new Span(
                        birth.earliest().plusMonths(from),
                        birth.latest().plusMonths(past).minusDays(1));
            default -> null;
        };
    }

    private void statement(MedicationStatement statement, String ref) {
        String status = statement.hasStatus() ? statement.getStatus().toCode() : "unknown";
        if (status.equals("entered-in-error")) {
            return;
        }
        Span start = null;
        Span end = null;
        if (statement.getEffective() instanceof Period period) {
            start = span(period.getStartElement());
            end = span(period.getEndElement());
        } else if (statement.getEffective() instanceof DateTimeType time) {
            start = span(time);
        }
        boolean over = List.of("completed", "stopped", "not-taken").contains(status);
        if (over && end == null) {
            end = start == null ? span(statement.getDateAssertedElement()) : start;
            if (end == null) {
                return;
            }
        }
        entries.add(new Entry.Medicine(
                ref, medicine(statement.getMedication(), statement), status.equals("intended") ? null : start, end));
    }

    private void request(MedicationRequest request, String ref) {
        String status = request.hasStatus() ? request.getStatus().toCode() : "unknown";
        boolean order = !request.hasIntent() || request.getIntent().toCode().endsWith("order");
        if (!order
                || request.getDoNotPerform()
                || List.of("draft", "entered-in-error").contains(status)) {
            return;
        }
        Span authored = span(request.getAuthoredOnElement());
        boolean over = List.of("completed", "stopped", "cancelled").contains(status);
        if (over && authored == null) {
            return;
        }
        entries.add(
                new Entry.Medicine(ref, medicine(request.getMedication(), request), authored, over ? authored : null));
    }

    private Concept medicine(Type medication, DomainResource where) {
        if (medication instanceof CodeableConcept concept) {
            return concept(List.of(concept));
        }
        Reference reference = (Reference) medication;
        String target = reference.getReference();
        Medication found = target != null && target.startsWith("#")
                ? where.getContained().stream()
                        .filter(Medication.class::isInstance)
                        .map(Medication.class::cast)
                        .filter(each ->
                                each.getIdElement().getIdPart().replace("#", "").equals(target.substring(1)))
                        .findFirst()
                        .orElse(null)
                : medications.get(target);
        if (found == null) {
            return new Concept(List.of(), reference.getDisplay());
        }
        Concept described = join(
                concept(List.of(found.getCode())),
                concept(found.getIngredient().stream()
                        .map(Medication.MedicationIngredientComponent::getItemCodeableConcept)
                        .toList()));
        boolean inBundle = !target.startsWith("#");
        return inBundle && reference.hasDisplay()
                ? new Concept(described.codings(), reference.getDisplay())
                : described;
    }

    private void allergy(AllergyIntolerance allergy, String ref) {
        String verification = code(allergy.getVerificationStatus());
        if ("refuted".equals(verification) || "entered-in-error".equals(verification)) {
            return;
        }
        String clinical = code(allergy.getClinicalStatus());
        Certainty certainty = verification == null
                ? Certainty.UNSTATED
                : verification.equals("confirmed") ? Certainty.CONFIRMED : Certainty.SUSPECTED;
        Concept substances = concept(allergy.getReaction().stream()
                .map(AllergyIntolerance.AllergyIntoleranceReactionComponent::getSubstance)
                .toList());
        entries.add(new Entry.Allergy(
                ref,
                allergy.hasCode() ? concept(List.of(allergy.getCode())) : substances,
                clinical == null ? Activity.UNSTATED : Activity.valueOf(clinical.toUpperCase(Locale.ROOT)),
                allergy.hasModifierExtension() ? Certainty.SUSPECTED : certainty,
                allergy.getType() == AllergyIntolerance.AllergyIntoleranceType.INTOLERANCE,
                !allergy.hasCategory()
                        || allergy.getCategory().stream()
                                .map(category -> category.getCode())
                                .anyMatch(code -> !code.equals("food") && !code.equals("environment"))));
    }

    private void observation(Observation observation, String ref) {
        if (!List.of("final", "amended", "corrected")
                        .contains(observation.getStatus().toCode())
                || observation.hasModifierExtension()) {
            return;
        }
        BaseDateTimeType time = switch (observation.getEffective()) {
            case Period period -> period.hasEnd() ? period.getEndElement() : period.getStartElement();
            case DateTimeType at -> at;
            case InstantType at -> at;
            case null -> observation.getIssuedElement();
            default -> null;
        };
        int first = entries.size();
        if (observation.hasValue() && !observation.hasDataAbsentReason()) {
            value(observation.getValue())
                    .ifPresent(value -> entries.add(
                            new Entry.Observation(ref, concept(List.of(observation.getCode())), span(time), value)));
        }
        for (int i = 0; i < observation.getComponent().size(); i++) {
            var component = observation.getComponent().get(i);
            String place = ref + ".component[" + i + "]";
            if (component.hasValue() && !component.hasDataAbsentReason()) {
                value(component.getValue())
                        .ifPresent(value -> entries.add(new Entry.Observation(
                                place, concept(List.of(component.getCode())), span(time), value)));
            }
        }
        for (int i = first; i < entries.size(); i++) {
            observationTimes.put(i, Time.of(time));
        }
    }

    /** When something was written to have been: the day first, then the second for those with a time. */
    private record Time(long day, long second) implements Comparable<Time> {
        static Time of(@Nullable BaseDateTimeType time) {
            Span span = span(time);
            if (span == null) {
                return new Time(Long.MIN_VALUE, 0);
            }
            long day = span.latest().toEpochDay();
            boolean timed = time.getValueAsString().contains("T");
            return new Time(day, timed ? time.getValue().toInstant().getEpochSecond() : day * 24 * 60 * 60);
        }

        @Override
        public int compareTo(Time other) {
            return day == other.day ? Long.compare(second, other.second) : Long.compare(day, other.day);
        }
    }

    private void sortObservations() {
        List<Integer> places = List.copyOf(observationTimes.keySet());
        List<Entry> sorted = places.stream()
                .sorted(Comparator.comparing(observationTimes::get))
                .map(entries::get)
                .toList();
        for (int i = 0; i < places.size(); i++) {
            entries.set(places.get(i), sorted.get(i));
        }
    }

    private static boolean counts(QuestionnaireResponse response) {
        String questionnaire = String.valueOf(response.getQuestionnaire()).replaceAll("\\|.*", "");
        return questionnaire.equals("https://w3id.org/lumbar/fhir/Questionnaire/intake")
                && List.of("completed", "amended", "in-progress")
                        .contains(response.getStatus().toCode());
    }

    private void answers(QuestionnaireResponse response, String ref, List<QuestionnaireResponse> all) {
        for (var item : flat(response)) {
            boolean newest = all.stream()
                    .filter(other -> flat(other).stream()
                            .anyMatch(theirs -> theirs.hasAnswer()
                                    && theirs.getAnswer().stream()
                                            .anyMatch(answer -> answer.hasValue()
                                                    && value(answer.getValue()).isPresent())
                                    && theirs.getLinkId().equals(item.getLinkId())))
                    .noneMatch(other ->
                            Time.of(other.getAuthoredElement()).compareTo(Time.of(response.getAuthoredElement())) > 0);
            if (newest) {
                for (var answer : item.getAnswer()) {
                    if (answer.hasValue()) {
                        value(answer.getValue())
                                .ifPresent(value -> entries.add(
                                        new Entry.Answer(ref + "#" + item.getLinkId(), item.getLinkId(), value)));
                    }
                }
            }
        }
    }

    private static List<QuestionnaireResponse.QuestionnaireResponseItemComponent> flat(QuestionnaireResponse response) {
        return response.getItem().stream().flatMap(HapiMapping::flat).toList();
    }

    private static Stream<QuestionnaireResponse.QuestionnaireResponseItemComponent> flat(
            QuestionnaireResponse.QuestionnaireResponseItemComponent item) {
        return Stream.concat(
                Stream.of(item),
                Stream.concat(
                        item.getAnswer().stream()
                                .flatMap(answer -> answer.getItem().stream())
                                .flatMap(HapiMapping::flat),
                        item.getItem().stream().flatMap(HapiMapping::flat)));
    }

    private static Optional<Value> value(Type value) {
        return switch (value) {
            case BooleanType yes -> Optional.of(new Value.YesNo(yes.booleanValue()));
            case IntegerType number -> Optional.of(new Value.Quantity(number.getValue(), Bound.EXACT, null));
            case DecimalType number ->
                Optional.of(new Value.Quantity(number.getValue().doubleValue(), Bound.EXACT, null));
            case Quantity quantity ->
                !quantity.hasValue()
                        ? Optional.empty()
                        : Optional.of(new Value.Quantity(
                                quantity.getValue().doubleValue(), bound(quantity.getComparator()), unit(quantity)));
            case CodeableConcept concept ->
                concept.hasCoding()
                        ? Optional.of(new Value.Coded(concept(List.of(concept)).codings()))
                        : concept.hasText() ? Optional.of(text(concept.getText())) : Optional.empty();
            case org.hl7.fhir.r4.model.Coding coding ->
                Optional.of(new Value.Coded(
                        concept(List.of(new CodeableConcept(coding))).codings()));
            case StringType text -> Optional.of(text(text.getValue().strip()));
            default -> Optional.empty();
        };
    }

    private static Value text(String text) {
        for (Bound bound : Bound.values()) {
            String sign = switch (bound) {
                case EXACT -> "";
                case BELOW -> "<";
                case AT_MOST -> "<=";
                case AT_LEAST -> ">=";
                case ABOVE -> ">";
            };
            if (text.startsWith(sign)) {
                try {
                    String number = text.substring(sign.length()).strip().replace(',', '.');
                    return new Value.Quantity(new BigDecimal(number).doubleValue(), bound, null);
                } catch (NumberFormatException e) {
                    // Not with this sign; another one may fit.
                }
            }
        }
        return new Value.Text(text);
    }

    private static Bound bound(Quantity.@Nullable QuantityComparator comparator) {
        return switch (comparator) {
            case LESS_THAN -> Bound.BELOW;
            case LESS_OR_EQUAL -> Bound.AT_MOST;
            case GREATER_OR_EQUAL -> Bound.AT_LEAST;
            case GREATER_THAN -> Bound.ABOVE;
            case null -> Bound.EXACT;
            default -> throw new IllegalArgumentException(comparator.toCode());
        };
    }

    private static @Nullable String unit(Quantity quantity) {
        boolean ucum = !quantity.hasSystem() || quantity.getSystem().equals("http://unitsofmeasure.org");
        if (quantity.hasCode() && (ucum || !quantity.hasUnit())) {
            return quantity.getCode();
        }
        return quantity.getUnit();
    }

    private static @Nullable String code(CodeableConcept concept) {
        return concept.hasCoding() ? concept.getCodingFirstRep().getCode() : null;
    }

    private static Concept join(Concept first, Concept second) {
        List<Coding> codings = Stream.concat(first.codings().stream(), second.codings().stream())
                .toList();
        return new Concept(codings, first.text() == null ? second.text() : first.text());
    }

    private static Concept concept(List<CodeableConcept> concepts) {
        List<Coding> codings = new ArrayList<>();
        String text = null;
        String display = null;
        for (CodeableConcept concept : concepts) {
            String own = concept.getText();
            for (org.hl7.fhir.r4.model.Coding coding : concept.getCoding()) {
                if (coding.hasCode()) {
                    codings.add(coding(coding));
                }
                display = display == null ? coding.getDisplay() : display;
            }
            text = text == null ? own : text;
        }
        return new Concept(codings, text == null ? display : text);
    }

    private static Coding coding(org.hl7.fhir.r4.model.Coding coding) {
        String code = coding.getCode();
        String icd = code.toUpperCase(Locale.ROOT)
                .replaceAll("[.*+†\\s]", "")
                .replace('М', 'M')
                .replace('К', 'K');
        return switch (String.valueOf(coding.getSystem())) {
            case "http://hl7.org/fhir/sid/icd-10", "urn:oid:1.2.643.5.1.13.13.11.1005" ->
                new Coding(CodeSystem.ICD10, icd);
            case "http://hl7.org/fhir/sid/icd-10-cm" -> new Coding(CodeSystem.ICD10_CM, icd);
            case "http://snomed.info/sct" -> new Coding(CodeSystem.SNOMED, code);
            case "http://loinc.org" -> new Coding(CodeSystem.LOINC, code);
            case "http://www.whocc.no/atc" -> new Coding(CodeSystem.ATC, code);
            case "http://www.nlm.nih.gov/research/umls/rxnorm" -> new Coding(CodeSystem.RXNORM, code);
            default -> new Coding(CodeSystem.OTHER, code);
        };
    }

    /** Something that happened within it. */
    private static @Nullable Span happened(@Nullable Type time) {
        if (time instanceof Period period) {
            Span start = span(period.getStartElement());
            Span end = span(period.getEndElement());
            if (start == null || end == null) {
                return start == null ? end : start;
            }
            return new Span(start.earliest(), end.latest());
        }
        return time instanceof DateTimeType at ? span(at) : null;
    }

    private static @Nullable Span happenedLast(Type time) {
        if (time instanceof Period period) {
            return span(period.hasEnd() ? period.getEndElement() : period.getStartElement());
        }
        return time instanceof DateTimeType at ? span(at) : null;
    }

    private static @Nullable Span span(@Nullable BaseDateTimeType time) {
        if (time == null || time.getValue() == null) {
            return null;
        }
        return switch (time.getPrecision()) {
            case YEAR -> Span.year(time.getYear());
            case MONTH -> Span.month(YearMonth.of(time.getYear(), time.getMonth() + 1));
            case DAY, MINUTE, SECOND, MILLI ->
                Span.day(LocalDate.of(time.getYear(), time.getMonth() + 1, time.getDay()));
        };
    }
}
