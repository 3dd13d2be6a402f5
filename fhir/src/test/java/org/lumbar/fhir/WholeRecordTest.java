package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.fhir.BundleFixtures.day;
import static org.lumbar.fhir.BundleFixtures.icd10;
import static org.lumbar.fhir.BundleFixtures.loinc;
import static org.lumbar.fhir.BundleFixtures.month;
import static org.lumbar.fhir.BundleFixtures.snomed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Activity;
import org.lumbar.core.record.Entry.Bound;
import org.lumbar.core.record.Entry.Certainty;
import org.lumbar.core.record.Entry.Concept;
import org.lumbar.core.record.Entry.Value;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;

class WholeRecordTest {

    private static final PatientRecord EXPECTED = new PatientRecord(
            "anna",
            Sex.FEMALE,
            day("1984-05-12"),
            "RU",
            List.of(
                    new Entry.Condition(
                            "Condition/lumbalgia",
                            new Concept(
                                    List.of(
                                            new Coding(CodeSystem.ICD10, "M545"),
                                            new Coding(CodeSystem.SNOMED, "279039007")),
                                    "Боль внизу спины"),
                            Activity.ACTIVE,
                            Certainty.CONFIRMED,
                            day("2026-11-02"),
                            day("2026-11-05")),
                    // К25.3 is typed with a Cyrillic К; thirty years old lasts from one birthday to the eve of the
                    // next.
                    new Entry.Condition(
                            "Condition/ulcer",
                            icd10("K253"),
                            Activity.RESOLVED,
                            Certainty.UNSTATED,
                            new Span(LocalDate.parse("2014-05-12"), LocalDate.parse("2015-05-11")),
                            null),
                    new Entry.Medicine(
                            "MedicationStatement/enalapril",
                            new Concept(
                                    List.of(
                                            new Coding(CodeSystem.ATC, "C09AA02"),
                                            new Coding(CodeSystem.RXNORM, "3827")),
                                    "enalapril"),
                            month("2024-05"),
                            null),
                    new Entry.Medicine(
                            "MedicationRequest/metformin",
                            new Concept(List.of(new Coding(CodeSystem.ATC, "A10BA02")), "Метформин 500 мг"),
                            day("2025-02-14"),
                            null),
                    new Entry.Allergy(
                            "AllergyIntolerance/penicillin",
                            new Concept(List.of(new Coding(CodeSystem.ATC, "J01C")), "beta-lactams, penicillins"),
                            Activity.ACTIVE,
                            Certainty.CONFIRMED,
                            false,
                            true),
                    new Entry.Observation(
                            "Observation/egfr",
                            loinc("98979-8"),
                            day("2026-10-30"),
                            new Value.Quantity(60, Bound.ABOVE, "mL/min/{1.73_m2}")),
                    new Entry.Observation(
                            "Observation/pressure.component[0]",
                            loinc("8480-6"),
                            day("2026-11-05"),
                            new Value.Quantity(138, Bound.EXACT, "mm[Hg]")),
                    new Entry.Observation(
                            "Observation/pressure.component[1]",
                            loinc("8462-4"),
                            day("2026-11-05"),
                            new Value.Quantity(84, Bound.EXACT, "mm[Hg]")),
                    new Entry.Observation(
                            "Observation/pain",
                            loinc("72514-3"),
                            day("2026-11-20"),
                            new Value.Quantity(7, Bound.EXACT, null)),
                    new Entry.Event("Procedure/appendectomy", snomed("80146002"), day("2009-06-11")),
                    new Entry.Event("Device/pacemaker", snomed("14106009"), null),
                    new Entry.Event(
                            "Encounter/visit",
                            new Concept(
                                    List.of(
                                            new Coding(CodeSystem.SNOMED, "185345009"),
                                            new Coding(CodeSystem.ICD10, "M545")),
                                    null),
                            day("2026-11-05")),
                    answer("rf-ces-saddle", new Value.YesNo(false)),
                    answer("leg-pain", new Value.YesNo(true)),
                    answer("radicular-signs", new Value.YesNo(false)),
                    answer("symptom-days", new Value.Quantity(18, Bound.EXACT, null))),
            List.of());

    private static Entry.Answer answer(String linkId, Value value) {
        return new Entry.Answer("QuestionnaireResponse/intake#" + linkId, linkId, value);
    }

    @Test
    void isReadFromBytes() {
        assertThat(BundleReader.read(BundleFixtures.resource("whole-record.json")))
                .isEqualTo(EXPECTED);
    }

    @Test
    void isReadFromAStream() throws IOException {
        var stream = new ByteArrayInputStream(BundleFixtures.resource("whole-record.json"));
        assertThat(BundleReader.read(stream)).isEqualTo(EXPECTED);
    }
}
