package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.fhir.BundleFixtures.assertRefused;
import static org.lumbar.fhir.BundleFixtures.bundleOf;
import static org.lumbar.fhir.BundleFixtures.day;
import static org.lumbar.fhir.BundleFixtures.loinc;
import static org.lumbar.fhir.BundleFixtures.loincConcept;
import static org.lumbar.fhir.BundleFixtures.noteKeys;
import static org.lumbar.fhir.BundleFixtures.read;
import static org.lumbar.fhir.BundleFixtures.readOne;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Bound;
import org.lumbar.core.record.Entry.Value;

class ObservationReadingTest {

    private static String observation(String id, String more) {
        return "{'resourceType':'Observation','id':'" + id + "','code':" + loincConcept("72514-3") + more + "}";
    }

    private static String finished(String more) {
        return observation("o", ",'status':'final'," + more);
    }

    private static Value value(String element) {
        return ((Entry.Observation) readOne(finished(element))).value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"final", "amended", "corrected"})
    void counts(String status) {
        assertThat(readOne(observation("o", ",'status':'" + status + "','valueInteger':4")))
                .isEqualTo(new Entry.Observation(
                        "Observation/o", loinc("72514-3"), null, new Value.Quantity(4, Bound.EXACT, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"registered", "preliminary", "cancelled", "entered-in-error"})
    void doesNotCount(String status) {
        String resource = observation("o", ",'status':'" + status + "','valueInteger':4");
        assertThat(read(resource).entries()).isEmpty();
        assertThat(noteKeys(resource)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",'status':'unknown'", ""})
    void isNotedWhenItsStatusIsNotKnown(String status) {
        String resource = observation("o", status + ",'valueInteger':4");
        assertThat(read(resource).entries()).isEmpty();
        assertThat(noteKeys(resource)).containsExactly(Notes.STATUS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'effectiveDateTime':'2026-11-02'                              | 2026-11-02",
                "'effectiveInstant':'2026-11-02T10:00:00.123Z'                 | 2026-11-02",
                "'effectivePeriod':{'start':'2026-11-01','end':'2026-11-03'}   | 2026-11-03",
                "'effectivePeriod':{'start':'2026-11-01'}                      | 2026-11-01",
                "'issued':'2026-11-04T10:00:00Z'                               | 2026-11-04",
                "'issued':'2026-11-04T10:00:00Z','effectiveDateTime':'2026-11-02' | 2026-11-02"
            })
    void isDated(String element, String expected) {
        Entry.Observation observation = (Entry.Observation) readOne(finished("'valueInteger':4," + element));
        assertThat(observation.taken()).isEqualTo(day(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "'valueQuantity':{'value':7.5}                                     | 7.5 | EXACT | -",
                "'valueQuantity':{'value':70,'unit':'kg'}                          | 70 | EXACT | kg",
                "'valueQuantity':{'value':70,'unit':'кг','code':'kg'}              | 70 | EXACT | kg",
                "'valueQuantity':{'value':1,'unit':'kg','system':'http://unitsofmeasure.org','code':'g'} | 1 | EXACT | g",
                "'valueQuantity':{'value':1,'unit':'kg','system':'http://snomed.info/sct','code':'258683005'} | 1 | EXACT | kg",
                "'valueQuantity':{'value':60,'comparator':'>'}                     | 60 | ABOVE | -",
                "'valueQuantity':{'value':60,'comparator':'>='}                    | 60 | AT_LEAST | -",
                "'valueQuantity':{'value':60,'comparator':'<'}                     | 60 | BELOW | -",
                "'valueQuantity':{'value':60,'comparator':'<='}                    | 60 | AT_MOST | -",
                "'valueQuantity':{'value':1.5E1}                                   | 15 | EXACT | -",
                "'valueInteger':7                                                  | 7 | EXACT | -",
                "'valueString':'7'                                                 | 7 | EXACT | -",
                "'valueString':' 7,5 '                                             | 7.5 | EXACT | -",
                "'valueString':'7.25'                                              | 7.25 | EXACT | -",
                "'valueString':'>90'                                               | 90 | ABOVE | -",
                "'valueString':'≥ 90'                                              | 90 | AT_LEAST | -",
                "'valueString':'<=5'                                               | 5 | AT_MOST | -",
                "'valueString':'0,125'                                             | 0.125 | EXACT | -",
                "'valueCodeableConcept':{'text':'8'}                               | 8 | EXACT | -"
            })
    void readsANumber(String element, double number, Bound bound, String unit) {
        assertThat(value(element)).isEqualTo(new Value.Quantity(number, bound, unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"strong", "7/10", "1,500", "7-8", ">", "1e3", "٧"})
    void keepsWordsAsWords(String text) {
        assertThat(value("'valueString':'" + text + "'")).isEqualTo(new Value.Text(text));
    }

    @Test
    void readsYesAndNo() {
        assertThat(value("'valueBoolean':true")).isEqualTo(new Value.YesNo(true));
        assertThat(value("'valueBoolean':false")).isEqualTo(new Value.YesNo(false));
    }

    @Test
    void readsACodedAnswer() {
        assertThat(value("'valueCodeableConcept':" + BundleFixtures.snomedConcept("77386006")))
                .isEqualTo(new Value.Coded(List.of(new Coding(CodeSystem.SNOMED, "77386006"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'dataAbsentReason':{'text':'unknown'}",
                "'valueInteger':4,'dataAbsentReason':{'text':'error'}",
                "'valueQuantity':{'unit':'kg'}",
                "'valuePeriod':{'start':'2026'}",
                "'valueCodeableConcept':{}",
                "'valueString':'  '",
                "'language':'en'"
            })
    void saysNothingWithoutAValue(String element) {
        assertThat(read(finished(element)).entries()).isEmpty();
    }

    @Test
    void givesEachComponentAnEntryOfItsOwn() {
        String panel = finished("'effectiveDateTime':'2026-11-05','component':["
                + "{'code':" + loincConcept("8480-6") + ",'valueQuantity':{'value':138,'code':'mm[Hg]'}},"
                + "{'code':" + loincConcept("8462-4") + ",'dataAbsentReason':{'text':'not read'}},"
                + "{'code':" + loincConcept("8867-4") + ",'valueString':'72'}]");
        assertThat(read(panel).entries())
                .isEqualTo(List.of(
                        new Entry.Observation(
                                "Observation/o.component[0]",
                                loinc("8480-6"),
                                day("2026-11-05"),
                                new Value.Quantity(138, Bound.EXACT, "mm[Hg]")),
                        new Entry.Observation(
                                "Observation/o.component[2]",
                                loinc("8867-4"),
                                day("2026-11-05"),
                                new Value.Quantity(72, Bound.EXACT, null))));
    }

    /** Servers list the newest first; whoever takes the last of a day must get the newest. */
    @Test
    void comesInTheOrderOfItsTime() {
        assertThat(read(
                                observation(
                                        "evening",
                                        ",'status':'final','valueInteger':3,'effectiveDateTime':'2026-11-05T18:00:00+03:00'"),
                                "{'resourceType':'Device','id':'d'}",
                                observation(
                                        "morning",
                                        ",'status':'final','valueInteger':8,'effectiveDateTime':'2026-11-05T08:00:00+03:00'"),
                                observation("undated", ",'status':'final','valueInteger':5"))
                        .entries())
                .extracting(Entry::ref)
                .containsExactly("Observation/undated", "Device/d", "Observation/morning", "Observation/evening");
    }

    @Test
    void isNotUsedWhenAModifierExtensionChangesIt() {
        String modified = finished("'valueInteger':4,'modifierExtension':[{'url':'http://clinic.example/x'}]");
        assertThat(read(modified).entries()).isEmpty();
        assertThat(noteKeys(modified)).containsExactly(Notes.MODIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "99999999999999999999999999999999999999999e300"})
    void isRefusedWithANumberBeyondAllMeasure(String number) {
        assertRefused(bundleOf(finished("'valueQuantity':{'value':" + number + "}")))
                .hasMessageContaining("Observation/o.valueQuantity.value: the number is too large");
    }
}
