package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.fhir.BundleFixtures.noteKeys;
import static org.lumbar.fhir.BundleFixtures.read;
import static org.lumbar.fhir.BundleFixtures.readOne;
import static org.lumbar.fhir.BundleFixtures.snomed;
import static org.lumbar.fhir.BundleFixtures.snomedConcept;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Concept;
import org.lumbar.core.record.Span;

class EventReadingTest {

    private static String event(String type, String more) {
        String element = type.equals("Procedure") ? "code" : "type";
        String concept = snomedConcept("80146002");
        String value = type.equals("Encounter") ? "[" + concept + "]" : concept;
        return "{'resourceType':'" + type + "','id':'e','" + element + "':" + value + more + "}";
    }

    @ParameterizedTest
    @CsvSource({
        "Procedure, completed",
        "Procedure, in-progress",
        "Device, active",
        "Device, unknown",
        "Encounter, finished",
        "Encounter, in-progress"
    })
    void counts(String type, String status) {
        assertThat(readOne(event(type, ",'status':'" + status + "'")))
                .isEqualTo(new Entry.Event(type + "/e", snomed("80146002"), null));
    }

    @ParameterizedTest
    @CsvSource({
        "Procedure, not-done",
        "Procedure, preparation",
        "Procedure, entered-in-error",
        "Device, inactive",
        "Device, entered-in-error",
        "Encounter, planned",
        "Encounter, arrived",
        "Encounter, triaged",
        "Encounter, onleave",
        "Encounter, cancelled",
        "Encounter, entered-in-error"
    })
    void doesNotCount(String type, String status) {
        String resource = event(type, ",'status':'" + status + "'");
        assertThat(read(resource).entries()).isEmpty();
        assertThat(noteKeys(resource)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",'status':'stopped'", ",'status':'on-hold'", ",'status':'unknown'", ""})
    void isNotedWhenItIsUnclearWhetherAProcedureHappened(String status) {
        assertThat(read(event("Procedure", status)).entries()).isEmpty();
        assertThat(noteKeys(event("Procedure", status))).containsExactly(Notes.STATUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {",'status':'unknown'", ""})
    void isNotedWhenItIsUnclearWhetherAnEncounterHappened(String status) {
        assertThat(noteKeys(event("Encounter", status))).containsExactly(Notes.STATUS);
    }

    @Test
    void needsNoStatusForADevice() {
        assertThat(readOne(event("Device", "")).ref()).isEqualTo("Device/e");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Procedure | 'status':'completed','performedDateTime':'2026-05'                         | 2026-05-01 | 2026-05-31",
                "Procedure | 'status':'completed','performedPeriod':{'start':'2026-05-02','end':'2026-05-09'} | 2026-05-02 | 2026-05-09",
                "Procedure | 'status':'completed','performedPeriod':{'end':'2026-05-09'}                 | 2026-05-09 | 2026-05-09",
                "Encounter | 'status':'finished','period':{'start':'2026-05-02T09:00:00Z'}               | 2026-05-02 | 2026-05-02"
            })
    void isDated(String type, String elements, LocalDate earliest, LocalDate latest) {
        Entry.Event event = (Entry.Event) readOne(event(type, "," + elements));
        assertThat(event.happened()).isEqualTo(new Span(earliest, latest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'performedString':'in childhood'",
                "'performedAge':{'value':12,'code':'a'}",
                "'performedRange':{'low':{'value':12,'code':'a'}}"
            })
    void isUndatedWhenItsTimeIsNoDate(String element) {
        Entry.Event event = (Entry.Event) readOne(event("Procedure", ",'status':'completed'," + element));
        assertThat(event.happened()).isNull();
    }

    @Test
    void takesTheReasonsOfAnEncounter() {
        String resource =
                event("Encounter", ",'status':'finished','reasonCode':[" + BundleFixtures.icd10Concept("M54.4") + "]");
        assertThat(((Entry.Event) readOne(resource)).concept())
                .isEqualTo(new Concept(
                        List.of(new Coding(CodeSystem.SNOMED, "80146002"), new Coding(CodeSystem.ICD10, "M544")),
                        null));
    }

    @Test
    void staysWithANoteWhenAModifierExtensionChangesIt() {
        String modified = event("Device", ",'modifierExtension':[{'url':'http://clinic.example/x'}]");
        assertThat(read(modified).entries()).hasSize(1);
        assertThat(noteKeys(modified)).containsExactly(Notes.MODIFIED);
    }
}
