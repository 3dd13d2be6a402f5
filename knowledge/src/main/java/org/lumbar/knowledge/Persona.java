package org.lumbar.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.FindingDefinition.UnknownPolicy;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry.Activity;
import org.lumbar.core.record.Entry.Allergy;
import org.lumbar.core.record.Entry.Answer;
import org.lumbar.core.record.Entry.Bound;
import org.lumbar.core.record.Entry.Certainty;
import org.lumbar.core.record.Entry.Concept;
import org.lumbar.core.record.Entry.Condition;
import org.lumbar.core.record.Entry.Medicine;
import org.lumbar.core.record.Entry.Value;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;
import org.lumbar.core.text.LocalizedText;

/**
 * A person that worked cases start from.
 *
 * @param cleared every must-ask finding that is not named is answered "absent"
 */
public record Persona(
        String id,
        LocalizedText name,
        int age,
        Sex sex,
        String country,
        @Nullable String icd10,
        boolean confirmed,
        Map<String, Double> measures,
        boolean cleared,
        List<String> present,
        List<String> absent,
        List<Map<String, String>> medicines) {

    /** Days after the last birthday, so that an age is never on its edge. */
    private static final int AFTER_BIRTHDAY = 100;

    /** How cases name code systems. */
    private static final Map<String, CodeSystem> SYSTEMS =
            new TreeMap<>(Map.of("atc", CodeSystem.ATC, "rxnorm", CodeSystem.RXNORM, "snomed", CodeSystem.SNOMED));

    private static final Set<String> SETTLED = Set.of(
            Vocabulary.DIAGNOSIS_CONFIRMED, Vocabulary.LOW_BACK_PAIN, Vocabulary.SEX_FEMALE, Vocabulary.SEX_MALE);

    static Persona read(Entry entry) {
        Entry diagnosis = entry.entryOrNull("diagnosis");
        Persona persona = new Persona(
                entry.text("id"),
                entry.localized("name"),
                entry.whole("age"),
                Sex.valueOf(entry.word("sex", null, List.of("female", "male")).toUpperCase(Locale.ROOT)),
                entry.text("country"),
                diagnosis == null ? null : diagnosis.textOrNull("icd10"),
                diagnosis != null && diagnosis.flag("confirmed", false),
                measures(entry),
                entry.flag("cleared", false),
                entry.ids("present", Ids.Kind.FINDING),
                entry.ids("absent", Ids.Kind.FINDING),
                codes(entry, "medicines"));
        if (diagnosis != null) {
            diagnosis.end();
        }
        entry.end();
        return persona;
    }

    /** The same person in another country. */
    Persona in(String other) {
        return new Persona(id, name, age, sex, other, icd10, confirmed, measures, cleared, present, absent, medicines);
    }

    /** Numbers by measure. */
    static Map<String, Double> measures(Entry entry) {
        Entry numbers = entry.entryOrNull("measures");
        if (numbers == null) {
            return Map.of();
        }
        Map<String, Double> measures = new LinkedHashMap<>();
        numbers.keysOf(Ids.Kind.MEASURE).forEach(key -> measures.put(key, numbers.number(key)));
        return measures;
    }

    /** Medicines or allergies, each as codes by system. */
    static List<Map<String, String>> codes(Entry entry, String key) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Entry one : entry.entries(key)) {
            Map<String, String> codes = new LinkedHashMap<>();
            for (String system : SYSTEMS.keySet()) {
                String code = one.textOrNull(system);
                if (code != null) {
                    codes.put(system, code);
                }
            }
            one.end();
            all.add(codes);
        }
        return all;
    }

    /** The record of this person with the differences of a case, as if it had been written down. */
    public PatientRecord record(Cases.Given given, KnowledgeBase knowledge, LocalDate date) {
        Map<String, Double> numbers = new LinkedHashMap<>(measures);
        numbers.putAll(given.measures());
        Double ageGiven = numbers.remove(Vocabulary.AGE);
        int years = ageGiven == null ? age : ageGiven.intValue();
        List<org.lumbar.core.record.Entry> entries = new ArrayList<>();
        if (icd10 != null) {
            entries.add(new Condition(
                    "Condition/diagnosis",
                    concept(CodeSystem.ICD10, icd10.replace(".", "")),
                    Activity.ACTIVE,
                    confirmed ? Certainty.CONFIRMED : Certainty.SUSPECTED,
                    null,
                    null));
        }
        addAnswers(given, knowledge, entries);
        numbers.forEach((measure, number) -> {
            if (!given.unknown().contains(measure)) {
                entries.add(answer(measure, new Value.Quantity(number, Bound.EXACT, null)));
            }
        });
        addMedicines(medicines, entries);
        addMedicines(given.medicines(), entries);
        int number = 0;
        for (Map<String, String> allergy : given.allergies()) {
            entries.add(new Allergy(
                    "AllergyIntolerance/" + number++,
                    concept(allergy),
                    Activity.ACTIVE,
                    Certainty.CONFIRMED,
                    false,
                    true));
        }
        return new PatientRecord(
                id, sex, Span.day(date.minusYears(years).minusDays(AFTER_BIRTHDAY)), country, entries, List.of());
    }

    private void addAnswers(Cases.Given given, KnowledgeBase knowledge, List<org.lumbar.core.record.Entry> entries) {
        Set<String> yes = new HashSet<>(present);
        yes.addAll(given.present());
        yes.removeAll(given.absent());
        Set<String> no = new HashSet<>(absent);
        no.addAll(given.absent());
        for (FindingDefinition finding : knowledge.findings()) {
            String name = finding.id();
            if (given.unknown().contains(name)) {
                continue;
            }
            if (yes.contains(name)) {
                entries.add(answer(name, new Value.YesNo(true)));
            } else if (no.contains(name) || (cleared && clearable(finding))) {
                entries.add(answer(name, new Value.YesNo(false)));
            }
        }
    }

    /** Findings that follow from the rest, and those that the person's description settles, are left alone. */
    private static boolean clearable(FindingDefinition finding) {
        return finding.ifUnknown() == UnknownPolicy.MUST_ASK
                && finding.question() != null
                && !finding.askedThroughParts()
                && !SETTLED.contains(finding.id());
    }

    private static void addMedicines(List<Map<String, String>> codes, List<org.lumbar.core.record.Entry> entries) {
        for (Map<String, String> medicine : codes) {
            entries.add(new Medicine("MedicationStatement/" + entries.size(), concept(medicine), null, null));
        }
    }

    private static Answer answer(String linkId, Value value) {
        return new Answer("QuestionnaireResponse/intake#" + linkId, linkId, value);
    }

    private static Concept concept(Map<String, String> codes) {
        List<Coding> codings = new ArrayList<>(1);
        codes.forEach((system, code) -> codings.add(new Coding(SYSTEMS.getOrDefault(system, CodeSystem.OTHER), code)));
        return new Concept(codings, null);
    }

    private static Concept concept(CodeSystem system, String code) {
        return new Concept(List.of(new Coding(system, code)), null);
    }
}
