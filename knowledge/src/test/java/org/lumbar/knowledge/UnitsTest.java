package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.finding.Interval;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Bound;
import org.lumbar.core.record.Entry.Concept;
import org.lumbar.core.record.Entry.Value;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;

/** Units as hospitals write them. What is not known is not used and told, never guessed. */
class UnitsTest {

    private static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();
    private static final Planner PLANNER = new Planner(KNOWLEDGE);

    private static Findings measured(String loinc, double value, @Nullable String unit) {
        Entry observation = new Entry.Observation(
                "Observation/o",
                new Concept(List.of(new Coding(CodeSystem.LOINC, loinc)), null),
                Span.day(Patients.TODAY),
                new Value.Quantity(value, Bound.EXACT, unit));
        PatientRecord record = new PatientRecord("p", Sex.UNSTATED, null, "RU", List.of(observation), List.of());
        return PLANNER.plan(record, Patients.request(Standard.COMPREHENSIVE)).findings();
    }

    /**
     * Factors by definition (1 lb = 0.45359237 kg, 1 in = 2.54 cm, 1 mmHg = 0.133322 kPa, °F = 9/5 °C + 32) and by molar mass:
     * creatinine 113.12 g/mol (88.4 µmol/L are 1 mg/dL), haemoglobin per iron 16.11 g/mmol, bilirubin 584.7 (17.1 µmol/L are
     * 1 mg/dL), glucose 180.16, uric acid 168.11 g/mol.
     */
    @ParameterizedTest
    @CsvSource({
        // creatinine
        "14682-9, 88.4, umol/L, creatinine-mg-dl, 1.0",
        "14682-9, 88.4, µmol/L, creatinine-mg-dl, 1.0",
        "14682-9, 88.4, μmol/L, creatinine-mg-dl, 1.0",
        "14682-9, 176.8, мкмоль/л, creatinine-mg-dl, 2.0",
        "14682-9, 0.0884, mmol/L, creatinine-mg-dl, 1.0",
        "2160-0, 1.3, mg/dL, creatinine-mg-dl, 1.3",
        "2160-0, 1.3, MG/DL, creatinine-mg-dl, 1.3",
        "2160-0, 1.3, мг/дл, creatinine-mg-dl, 1.3",
        // weight, height
        "29463-7, 154, [lb_av], weight-kg, 69.853225",
        "29463-7, 154, lbs, weight-kg, 69.853225",
        "29463-7, 70, kg, weight-kg, 70",
        "29463-7, 70, кг, weight-kg, 70",
        "29463-7, 70000, g, weight-kg, 70",
        "8302-2, 70, [in_i], height-cm, 177.8",
        "8302-2, 1.78, m, height-cm, 178",
        "8302-2, 178, cm, height-cm, 178",
        "8302-2, 6, [ft_i], height-cm, 182.88",
        // temperature
        "8310-5, 98.6, [degF], temperature-c, 37",
        "8310-5, 98.6, °F, temperature-c, 37",
        "8310-5, 98.6, deg F, temperature-c, 37",
        "8310-5, 38.4, Cel, temperature-c, 38.4",
        "8310-5, 38.4, °С, temperature-c, 38.4",
        // blood
        "718-7, 98, g/L, haemoglobin-g-dl, 9.8",
        "718-7, 98, г/л, haemoglobin-g-dl, 9.8",
        "718-7, 9.8, g/dL, haemoglobin-g-dl, 9.8",
        "59260-0, 10, mmol/L, haemoglobin-g-dl, 16.11",
        "777-3, 98, 10*9/L, platelets, 98",
        "777-3, 98, 10*3/uL, platelets, 98",
        "777-3, 98000, /uL, platelets, 98",
        "777-3, 98, /nl, platelets, 98",
        "777-3, 98, Gpt/l, platelets, 98",
        "777-3, 98, тыс/мкл, platelets, 98",
        "6690-2, 4.1, Tsd./µl, leukocytes, 4.1",
        // pressure
        "8480-6, 140, mm[Hg], systolic, 140",
        "8480-6, 140, мм рт. ст., systolic, 140",
        "8480-6, 18.665, kPa, systolic, 140",
        // other laboratory values
        "98979-8, 41, mL/min/{1.73_m2}, egfr, 41",
        "98979-8, 41, 'ml/min/1,73m²', egfr, 41",
        "98979-8, 41, 'мл/мин/1,73 м²', egfr, 41",
        "14631-6, 34.2, мкмоль/л, bilirubin-mg-dl, 2",
        "2345-7, 5.5, mmol/L, glucose-mg-dl, 99.1",
        "3084-1, 416, umol/L, uric-acid-mg-dl, 6.994",
        "38214-3, 6.2, cm, pain-vas-mm, 62",
    })
    void areConverted(String loinc, double value, String unit, String measure, double expected) {
        Interval found = measured(loinc, value, unit).measures().get(measure);
        assertThat(found).as("%s %s", value, unit).isNotNull();
        assertThat(found.least()).isCloseTo(expected, within(0.001 * expected)).isEqualTo(found.most());
    }

    @Test
    void mayHoldUnbreakableSpaces() {
        assertThat(measured("8480-6", 140, "мм\u00a0рт.\u00a0ст.").measures()).containsKey("systolic");
    }

    @ParameterizedTest
    @CsvSource({
        "2160-0, 1.3, mg",
        "2160-0, 1.3, g/L",
        "14682-9, 88, mol/L",
        "29463-7, 11, [stone_av]",
        "8310-5, 310, K",
        "718-7, 98, %",
        "777-3, 98, mg/dL",
        "8480-6, 14, cm[Hg]",
        "98979-8, 41, mL/h",
        "38214-3, 62, {score}"
    })
    void areNotGuessed(String loinc, double value, String unit) {
        Findings findings = measured(loinc, value, unit);
        assertThat(findings.measures()).isEmpty();
        assertThat(findings.notes())
                .extracting(PatientRecord.ReadingNote::textKey)
                .containsExactly("note.unit-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "2160-0, 1.3",
        "14682-9, 88",
        "29463-7, 70",
        "8310-5, 38",
        "718-7, 9.8",
        "777-3, 98",
        "8480-6, 140",
        "38214-3, 8"
    })
    void areNotSuppliedWhereNoneIsWritten(String loinc, double value) {
        Findings findings = measured(loinc, value, null);
        assertThat(findings.measures()).isEmpty();
        assertThat(findings.notes())
                .extracting(PatientRecord.ReadingNote::textKey)
                .containsExactly("note.unit-missing");
    }

    /** Upper and lower case are one, so no two units of a measure may differ by case alone and mean different things. */
    @Test
    void meanOneThingWhateverTheirCase() {
        for (Measure measure : KNOWLEDGE.measures()) {
            Map<String, Measure.Conversion> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (Measure.Conversion one : measure.conversions()) {
                Measure.Conversion other = seen.put(one.unit(), one);
                assertThat(other == null || (other.factor() == one.factor() && other.offset() == one.offset()))
                        .as("%s: %s", measure.id(), one.unit())
                        .isTrue();
            }
        }
    }

    @Test
    void ofOneCodeBelongToOneMeasure() {
        Map<String, String> owner = new TreeMap<>();
        for (Measure measure : KNOWLEDGE.measures()) {
            for (String code : measure.loinc()) {
                assertThat(owner.put(code, measure.id())).as(code).isNull();
            }
        }
    }
}
