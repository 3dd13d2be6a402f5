package org.lumbar.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
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
import org.lumbar.core.text.Language;

/**
 * People for tests, built from the facts alone: a woman of 42 with a confirmed back pain, who has answered "no" to every
 * question that silence would leave open. Each method gives another person.
 */
record Patients(
        Sex sex,
        @Nullable Integer age,
        String country,
        @Nullable String diagnosis,
        boolean confirmed,
        Map<String, Boolean> answers,
        Map<String, Double> measures,
        List<Coding> medicines,
        List<Coding> allergies) {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /** Days after the last birthday, so that an age is never on its edge. */
    private static final int AFTER_BIRTHDAY = 100;

    /** What a conversation about treatment settles besides contraindications, answered "no". */
    static final List<String> CONTEXT = List.of(
            "leg-pain",
            "radicular-signs",
            "in-remission",
            "marked-muscle-spasm",
            "marked-inflammation",
            "nsaid-tried-without-effect",
            "first-step-tried-without-effect",
            "oral-route-impossible",
            "setting-equipped-for-anaphylaxis",
            "specialist-order",
            "supervised-start-done",
            "wants-complementary");

    /** Findings that the sheet calls demographic, or derives, are not asked: the birth date or their parts settle them. */
    private static final List<String> NOT_ASKED = List.of("demographic");

    Patients {
        answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        measures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        medicines = List.copyOf(medicines);
        allergies = List.copyOf(allergies);
    }

    /** Severe low back pain for four days. */
    static Patients withAcutePain() {
        Map<String, Boolean> answers = new LinkedHashMap<>();
        CONTEXT.forEach(finding -> answers.put(finding, false));
        for (Facts.MustAsk asked : Facts.MUST_ASK.values()) {
            if (!NOT_ASKED.contains(asked.kind()) && !asked.finding().equals("red-flag-present")) {
                answers.put(asked.finding(), false);
            }
        }
        return new Patients(
                Sex.FEMALE,
                42,
                "RU",
                "M545",
                true,
                answers,
                Map.of("pain-nrs", 8.0, "symptom-days", 4.0),
                List.of(),
                List.of());
    }

    /** Nothing is known about her but age, sex and country. */
    static Patients unknownToUs() {
        return new Patients(Sex.FEMALE, 42, "RU", null, false, Map.of(), Map.of(), List.of(), List.of());
    }

    Patients present(String... findings) {
        Patients result = this;
        for (String finding : findings) {
            result = result.is(finding, true);
        }
        return result;
    }

    Patients absent(String... findings) {
        Patients result = this;
        for (String finding : findings) {
            result = result.is(finding, false);
        }
        return result;
    }

    /** Makes a finding of the sheet so: ages by the birth date, everything else by an answer. */
    private Patients is(String finding, boolean present) {
        if (finding.startsWith("age-under-")) {
            int limit = Integer.parseInt(finding.substring("age-under-".length()));
            return aged(present ? limit - 1 : limit);
        }
        if (finding.equals("age-65-plus")) {
            return aged(present ? 65 : 64);
        }
        return answering(finding, present);
    }

    Patients answering(String finding, boolean yes) {
        Map<String, Boolean> changed = new LinkedHashMap<>(answers);
        changed.put(finding, yes);
        return new Patients(sex, age, country, diagnosis, confirmed, changed, measures, medicines, allergies);
    }

    Patients unknown(String... findings) {
        Map<String, Boolean> changed = new LinkedHashMap<>(answers);
        Integer known = age;
        for (String finding : findings) {
            changed.remove(finding);
            if (finding.startsWith("age-")) {
                known = null;
            }
        }
        return new Patients(sex, known, country, diagnosis, confirmed, changed, measures, medicines, allergies);
    }

    Patients measured(String measure, double value) {
        if (measure.equals("age")) {
            return aged((int) value);
        }
        Map<String, Double> changed = new LinkedHashMap<>(measures);
        changed.put(measure, value);
        return new Patients(sex, age, country, diagnosis, confirmed, answers, changed, medicines, allergies);
    }

    Patients notMeasured(String measure) {
        Map<String, Double> changed = new LinkedHashMap<>(measures);
        changed.remove(measure);
        return new Patients(sex, age, country, diagnosis, confirmed, answers, changed, medicines, allergies);
    }

    Patients aged(@Nullable Integer years) {
        return new Patients(sex, years, country, diagnosis, confirmed, answers, measures, medicines, allergies);
    }

    Patients male() {
        return new Patients(Sex.MALE, age, country, diagnosis, confirmed, answers, measures, medicines, allergies);
    }

    Patients in(String other) {
        return new Patients(sex, age, other, diagnosis, confirmed, answers, measures, medicines, allergies);
    }

    Patients diagnosed(@Nullable String icd10, boolean sure) {
        return new Patients(sex, age, country, icd10, sure, answers, measures, medicines, allergies);
    }

    Patients taking(CodeSystem system, String code) {
        return new Patients(
                sex, age, country, diagnosis, confirmed, answers, measures, with(medicines, system, code), allergies);
    }

    Patients takingNothing() {
        return new Patients(sex, age, country, diagnosis, confirmed, answers, measures, List.of(), allergies);
    }

    Patients allergicTo(CodeSystem system, String code) {
        return new Patients(
                sex, age, country, diagnosis, confirmed, answers, measures, medicines, with(allergies, system, code));
    }

    private static List<Coding> with(List<Coding> some, CodeSystem system, String code) {
        List<Coding> more = new ArrayList<>(some);
        more.add(new Coding(system, code));
        return more;
    }

    PatientRecord record() {
        List<Entry> entries = new ArrayList<>();
        if (diagnosis != null) {
            entries.add(new Condition(
                    "Condition/diagnosis",
                    concept(new Coding(CodeSystem.ICD10, diagnosis)),
                    Activity.ACTIVE,
                    confirmed ? Certainty.CONFIRMED : Certainty.SUSPECTED,
                    null,
                    null));
        }
        answers.forEach((finding, yes) -> entries.add(answer(finding, new Value.YesNo(yes))));
        measures.forEach(
                (measure, value) -> entries.add(answer(measure, new Value.Quantity(value, Bound.EXACT, null))));
        for (int i = 0; i < medicines.size(); i++) {
            entries.add(new Medicine("MedicationStatement/" + i, concept(medicines.get(i)), null, null));
        }
        for (int i = 0; i < allergies.size(); i++) {
            entries.add(new Allergy(
                    "AllergyIntolerance/" + i,
                    concept(allergies.get(i)),
                    Activity.ACTIVE,
                    Certainty.CONFIRMED,
                    false,
                    true));
        }
        Span birth = age == null ? null : Span.day(TODAY.minusYears(age).minusDays(AFTER_BIRTHDAY));
        return new PatientRecord("test", sex, birth, country, entries, List.of());
    }

    static PlanRequest request(Standard standard) {
        return new PlanRequest(TODAY, standard, null, Language.EN);
    }

    private static Answer answer(String linkId, Value value) {
        return new Answer("QuestionnaireResponse/intake#" + linkId, linkId, value);
    }

    private static Concept concept(Coding coding) {
        return new Concept(List.of(coding), null);
    }
}
