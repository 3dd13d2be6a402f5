package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.fhir.BundleFixtures.atc;
import static org.lumbar.fhir.BundleFixtures.atcConcept;
import static org.lumbar.fhir.BundleFixtures.day;
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
import org.lumbar.core.record.Entry.Concept;

class MedicineReadingTest {

    private static final String CODED = ",'medicationCodeableConcept':" + atcConcept("B01AA03");

    private static String statement(String more) {
        return "{'resourceType':'MedicationStatement','id':'m'" + more + "}";
    }

    private static String request(String more) {
        return "{'resourceType':'MedicationRequest','id':'m'" + more + "}";
    }

    private static Entry.Medicine medicine(String resource) {
        return (Entry.Medicine) readOne(resource);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'status':'active'", "'status':'on-hold'", "'status':'unknown'", "'language':'en'"})
    void isCurrent(String status) {
        assertThat(medicine(statement(CODED + "," + status + ",'effectiveDateTime':'2026-01-05'")))
                .isEqualTo(new Entry.Medicine("MedicationStatement/m", atc("B01AA03"), day("2026-01-05"), null));
        assertThat(medicine(request(CODED + "," + status + ",'intent':'order','authoredOn':'2026-01-05'")))
                .isEqualTo(new Entry.Medicine("MedicationRequest/m", atc("B01AA03"), day("2026-01-05"), null));
    }

    /** An intended medicine may begin in the future, which is no error of the record. */
    @Test
    void isCurrentWithoutStartWhenItIsIntended() {
        assertThat(medicine(statement(CODED + ",'status':'intended','effectiveDateTime':'2027-01-05'")))
                .isEqualTo(new Entry.Medicine("MedicationStatement/m", atc("B01AA03"), null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "stopped", "not-taken"})
    void isStoppedAtTheEndOfItsPeriod(String status) {
        String stopped = statement(
                CODED + ",'status':'" + status + "','effectivePeriod':{'start':'2025-01-01','end':'2025-03-01'}");
        assertThat(medicine(stopped))
                .isEqualTo(new Entry.Medicine(
                        "MedicationStatement/m", atc("B01AA03"), day("2025-01-01"), day("2025-03-01")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'effectiveDateTime':'2025-02-01'         | 2025-02-01",
                "'effectivePeriod':{'start':'2025-01-01'} | 2025-01-01",
                "'dateAsserted':'2025-04-01'              | 2025-04-01"
            })
    void isStoppedAtTheNextBestDate(String element, String expected) {
        assertThat(medicine(statement(CODED + ",'status':'stopped'," + element)).stopped())
                .isEqualTo(day(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "stopped", "cancelled"})
    void isStoppedWhenItsOrderIsOver(String status) {
        assertThat(medicine(request(CODED + ",'status':'" + status + "','authoredOn':'2025-02-01'"))
                        .stopped())
                .isEqualTo(day("2025-02-01"));
    }

    @Test
    void isNotedWhenItStoppedAtAnUnknownTime() {
        assertThat(read(statement(CODED + ",'status':'stopped'")).entries()).isEmpty();
        assertThat(noteKeys(statement(CODED + ",'status':'stopped'"))).containsExactly(Notes.STOPPED_UNDATED);
    }

    /** An end date tells until when, whatever the status says. */
    @Test
    void lastsUntilTheEndOfAnActiveStatement() {
        assertThat(medicine(statement(CODED + ",'status':'active','effectivePeriod':{'end':'2026-12-31'}"))
                        .stopped())
                .isEqualTo(day("2026-12-31"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'MedicationStatement','status':'entered-in-error'",
                "{'resourceType':'MedicationRequest','status':'entered-in-error'",
                "{'resourceType':'MedicationRequest','status':'draft'",
                "{'resourceType':'MedicationRequest','status':'active','intent':'proposal'",
                "{'resourceType':'MedicationRequest','status':'active','intent':'plan'",
                "{'resourceType':'MedicationRequest','status':'active','intent':'option'",
                "{'resourceType':'MedicationRequest','status':'active','intent':'order','doNotPerform':true",
                "{'resourceType':'MedicationAdministration','status':'completed'",
                "{'resourceType':'MedicationDispense','status':'completed'"
            })
    void doesNotCount(String beginning) {
        assertThat(read(beginning + CODED + "}")).satisfies(record -> {
            assertThat(record.entries()).isEmpty();
            assertThat(record.notes()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "original-order", "reflex-order", "filler-order", "instance-order"})
    void countsWithEveryIntentToGiveIt(String intent) {
        String resource = request(CODED + ",'status':'active','intent':'" + intent + "','doNotPerform':false");
        assertThat(medicine(resource).current()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Medication/w",
                "https://clinic.example/fhir/Medication/w",
                "Medication/w/_history/3",
                "urn:uuid:0f6b2c8e-0000-4000-8000-000000000001"
            })
    void isDescribedByAResourceOfTheBundle(String reference) {
        String medication =
                "{'resourceType':'Medication','id':'w','code':{'coding':[{'system':'http://www.whocc.no/atc',"
                        + "'code':'B01AA03'}],'text':'warfarin 5 mg'},'ingredient':[{'itemCodeableConcept':"
                        + BundleFixtures.concept("http://www.nlm.nih.gov/research/umls/rxnorm", "11289") + "}]}";
        byte[] bundle = BundleFixtures.json("{'resourceType':'Bundle','type':'collection','entry':[{'resource':"
                + request(",'status':'active','medicationReference':{'reference':'" + reference + "'}")
                + "},{'fullUrl':'"
                + (reference.startsWith("urn:") ? reference : "https://clinic.example/fhir/Medication/w")
                + "','resource':" + medication + "},{'resource':" + BundleFixtures.PATIENT + "}]}");
        assertThat(BundleReader.read(bundle).entries())
                .isEqualTo(List.of(new Entry.Medicine(
                        "MedicationRequest/m",
                        new Concept(
                                List.of(new Coding(CodeSystem.ATC, "B01AA03"), new Coding(CodeSystem.RXNORM, "11289")),
                                "warfarin 5 mg"),
                        null,
                        null)));
    }

    /** Elements of a JSON object come in any order: the type last, and the reference before what it refers to. */
    @Test
    void isDescribedByAContainedResourceInAnyOrder() {
        String resource = "{'id':'m','medicationReference':{'reference':'#w'},'contained':["
                + "{'id':'who','code':[{'text':'pharmacist'}],'resourceType':'PractitionerRole'},"
                + "{'code':" + atcConcept("B01AA03") + ",'id':'w','resourceType':'Medication'}],"
                + "'status':'active','resourceType':'MedicationStatement'}";
        assertThat(medicine(resource))
                .isEqualTo(new Entry.Medicine("MedicationStatement/m", atc("B01AA03"), null, null));
    }

    @Test
    void keepsItsWordsWhenItsDescriptionIsNotInTheBundle() {
        String resource = statement(
                ",'status':'active','medicationReference':{'reference':'Medication/gone','display':'warfarin'}");
        assertThat(medicine(resource).concept()).isEqualTo(new Concept(List.of(), "warfarin"));
    }

    @Test
    void staysCurrentWithANoteWhenAModifierExtensionChangesIt() {
        String modified =
                statement(CODED + ",'status':'active','modifierExtension':[{'url':'http://clinic.example/x'}]");
        assertThat(medicine(modified).current()).isTrue();
        assertThat(noteKeys(modified)).containsExactly(Notes.MODIFIED);
    }
}
