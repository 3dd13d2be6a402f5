package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lumbar.fhir.BundleFixtures.PATIENT;
import static org.lumbar.fhir.BundleFixtures.assertRefused;
import static org.lumbar.fhir.BundleFixtures.bundleOf;
import static org.lumbar.fhir.BundleFixtures.json;
import static org.lumbar.fhir.BundleFixtures.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.record.UnusableRecord;

class UnusableBundleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                       | the input is empty; give a FHIR R4 Bundle in JSON",
                "` `                      | the input is empty; give a FHIR R4 Bundle in JSON",
                "[]                       | the input is JSON, but not an object; give a FHIR R4 Bundle",
                "'Bundle'                 | the input is JSON, but not an object; give a FHIR R4 Bundle",
                "null                     | the input is JSON, but not an object; give a FHIR R4 Bundle",
                "{}                       | the input has no resourceType; give a FHIR R4 Bundle",
                "{'resourceType':'Patient','id':'p'} | expected a Bundle, found Patient; put the patient's resources into one Bundle",
                "{'id':'p','contained':[],'resourceType':'Patient'} | expected a Bundle, found Patient; put the patient's resources into one Bundle",
                "{'resourceType':'Bundle'} | Bundle.type: is missing; give a collection, transaction, batch or searchset",
                "{'resourceType':'Bundle','type':'document'} | Bundle.type: is document; give a collection, transaction, batch or searchset",
                "{'resourceType':'Bundle','type':'message'}  | Bundle.type: is message; give a collection, transaction, batch or searchset",
                "{'resourceType':'Bundle','type':'history'}  | Bundle.type: is history; give a collection, transaction, batch or searchset",
                "{'resourceType':'Bundle','type':'Ivan Petrov'} | Bundle.type: is unknown; give a collection, transaction, batch or searchset",
                "{'resourceType':'Bundle','type':'collection'} | Bundle: has no Patient resource; add the patient whom the entries are about",
                "{'resourceType':'Bundle','type':'collection','entry':{}} | Bundle.entry: expected an array, found an object; check that the file is FHIR R4",
                "{'resourceType':'Bundle','type':'collection','entry':[1]} | Bundle.entry[0]: expected an object, found a number; check that the file is FHIR R4",
                "{'resourceType':'Bundle','type':'collection','entry':[{'resource':'x'}]} | Bundle.entry[0].resource: expected an object, found a string; check that the file is FHIR R4",
                "{'resourceType':'Bundle','type':'collection','entry':[{'resource':{'id':'x'}}]} | Bundle.entry[0].resource: the resource has no resourceType; add it"
            })
    void saysWhatItIsInstead(String text, String message) {
        assertThatThrownBy(() -> BundleReader.read(json(text)))
                .isInstanceOf(UnusableRecord.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Patient | 'birthDate':19840512 | Patient[1].birthDate: expected a string, found a number",
                "Patient | 'gender':1 | Patient[1].gender: expected a string, found a number",
                "Patient | 'id':7 | Patient[1].id: expected a string, found a number",
                "Patient | 'address':{'country':'RU'} | Patient[1].address: expected an array, found an object",
                "Patient | 'address':[{'country':['RU']}] | Patient[1].address[0].country: expected a string, found an array",
                "Condition | 'onsetDateTime':{'start':'2026'} | Condition[1].onsetDateTime: expected a string, found an object",
                "Condition | 'clinicalStatus':'active' | Condition[1].clinicalStatus: expected an object, found a string",
                "Condition | 'code':{'coding':[{'code':{}}]} | Condition[1].code.coding[0].code: expected a string, found an object",
                "Condition | 'code':{'coding':{'code':'M54'}} | Condition[1].code.coding: expected an array, found an object",
                "Condition | 'abatementBoolean':'yes' | Condition[1].abatementBoolean: expected true or false, found a string",
                "Condition | 'subject':'Patient/p' | Condition[1].subject: expected an object, found a string",
                "Observation | 'valueQuantity':{'value':'7'} | Observation[1].valueQuantity.value: expected a number, found a string",
                "Observation | 'valueInteger':true | Observation[1].valueInteger: expected a number, found true or false",
                "Observation | 'component':[{'valueBoolean':0}] | Observation[1].component[0].valueBoolean: expected true or false, found a number",
                "Encounter | 'type':{'text':'visit'} | Encounter[1].type: expected an array, found an object",
                "MedicationRequest | 'doNotPerform':'true' | MedicationRequest[1].doNotPerform: expected true or false, found a string"
            })
    void namesTheElementOfTheWrongType(String type, String element, String message) {
        assertRefused(bundleOf("{'resourceType':'" + type + "'," + element + "}"))
                .hasMessage(message + "; check that the file is FHIR R4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'onsetDateTime':'2026-13-40' | Condition/c.onsetDateTime: \"2026-13-40\" is not a date",
                "'recordedDate':'2026-02-30T10:00:00Z' | Condition/c.recordedDate: \"2026-02-30T10:00:00Z\" is not a date",
                "'onsetPeriod':{'start':'24.11.2026'} | Condition/c.onsetPeriod.start: \"24.11.2026\" is not a date",
                "'abatementDateTime':'when Ivan Petrov came' | Condition/c.abatementDateTime: the text is not a date",
                "'onsetPeriod':{'start':'2026-11-02','end':'2026-11-01'} | Condition/c.onsetPeriod: ends before it starts"
            })
    void namesTheInvalidDate(String element, String message) {
        assertRefused(bundleOf("{'resourceType':'Condition','id':'c'," + element + "}"))
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesABirthDateWithTime() {
        assertRefused(json("{'resourceType':'Bundle','type':'collection','entry':[{'resource':"
                        + "{'resourceType':'Patient','id':'p','birthDate':'1980-06-15T10:00:00Z'}}]}"))
                .hasMessage(
                        "Patient/p.birthDate: \"1980-06-15T10:00:00Z\" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Condition | 'clinicalStatus':{'coding':[{'code':'gone'}]} | clinicalStatus.coding[0]",
                "Condition | 'verificationStatus':{'coding':[{'code':'gone'}]} | verificationStatus.coding[0]",
                "AllergyIntolerance | 'clinicalStatus':{'coding':[{'code':'gone'}]} | clinicalStatus.coding[0]",
                "AllergyIntolerance | 'type':'gone' | type",
                "Observation | 'status':'gone' | status",
                "Observation | 'valueQuantity':{'comparator':'gone'} | valueQuantity.comparator",
                "MedicationStatement | 'status':'gone' | status",
                "MedicationRequest | 'status':'gone' | status",
                "MedicationRequest | 'intent':'gone' | intent",
                "Procedure | 'status':'gone' | status",
                "Device | 'status':'gone' | status",
                "Encounter | 'status':'gone' | status",
                "QuestionnaireResponse | 'status':'gone' | status"
            })
    void namesTheUnknownStatus(String type, String element, String path) {
        assertRefused(bundleOf("{'resourceType':'" + type + "','id':'x'," + element + "}"))
                .hasMessageStartingWith(type + "/x." + path + ": \"gone\" is none of its codes: ");
    }

    @Test
    void doesNotRepeatWordsThatStandInPlaceOfACode() {
        assertRefused(bundleOf("{'resourceType':'Observation','id':'x','status':'Ivan Petrov'}"))
                .hasMessageStartingWith("Observation/x.status: the text is none of its codes: ")
                .hasMessageNotContaining("Ivan");
    }

    @Test
    void refusesTwoPatients() {
        assertRefused(bundleOf("{'resourceType':'Patient','id':'q'}"))
                .hasMessage("Patient/q: is a second patient beside Patient/p; send one bundle for each patient");
    }

    @ParameterizedTest
    @CsvSource({
        "Condition, subject, Patient/q",
        "Condition, subject, https://clinic.example/fhir/Patient/q",
        "Condition, subject, Patient/q/_history/1",
        "Condition, subject, urn:uuid:0f6b2c8e-0000-4000-8000-000000000001",
        "Condition, subject, #someone",
        "Condition, subject, q",
        "Observation, subject, Patient/q",
        "MedicationStatement, subject, Patient/q",
        "MedicationRequest, subject, Patient/q",
        "AllergyIntolerance, patient, Patient/q",
        "Procedure, subject, Patient/q",
        "Device, patient, Patient/q",
        "Encounter, subject, Patient/q",
        "QuestionnaireResponse, subject, Patient/q"
    })
    void refusesEntriesOfAnotherPatient(String type, String element, String reference) {
        assertRefused(bundleOf(
                        "{'resourceType':'" + type + "','id':'x','" + element + "':{'reference':'" + reference + "'}}"))
                .hasMessage(type + "/x: belongs to another patient than the Patient of the bundle;"
                        + " send one bundle for each patient");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'reference':'Patient/p'}",
                "{'reference':'Patient/p/_history/2'}",
                "{'reference':'https://clinic.example/fhir/Patient/p'}",
                "{'reference':'urn:uuid:p'}",
                "{'reference':'p'}",
                "{'reference':'Patient?identifier=https://clinic.example|7'}",
                "{'identifier':{'value':'7'}}",
                "{'display':'A. B.'}",
                "{}"
            })
    void acceptsEntriesOfThePatient(String subject) {
        assertThat(read("{'resourceType':'Device','id':'d','patient':" + subject + "}")
                        .entries())
                .hasSize(1);
    }

    @Test
    void tellsPatientsOfDifferentServersApart() {
        assertRefused(
                        json(
                                "{'resourceType':'Bundle','type':'collection','entry':["
                                        + "{'fullUrl':'https://a.example/Patient/p','resource':" + PATIENT + "},"
                                        + "{'resource':{'resourceType':'Device','id':'d','patient':{'reference':'https://b.example/Patient/p'}}}]}"))
                .hasMessageStartingWith("Device/d: belongs to another patient");
    }

    @Test
    void leavesOutEntriesThatAreAboutNoPatient() {
        assertThat(read("{'resourceType':'Observation','id':'x','status':'final','valueInteger':1,"
                                + "'subject':{'reference':'Location/ward'}}")
                        .notes())
                .containsExactly(Notes.note("Observation/x", Notes.SUBJECT, null));
    }

    @Test
    void refusesTheSameIdWithDifferentContent() {
        assertRefused(bundleOf(
                        "{'resourceType':'Device','id':'d','type':{'text':'pump'}}",
                        "{'resourceType':'Device','id':'d','status':'inactive','type':{'text':'pump'}}"))
                .hasMessage("Device/d: is in the bundle twice with different content; keep the one that is right");
    }

    @Test
    void takesTheSameContentTwiceAsOnce() {
        String device = "{'resourceType':'Device','id':'d','type':{'text':'pump'}}";
        assertThat(read(device, device, PATIENT).entries()).hasSize(1);
    }

    @Test
    void takesTheSameIdOfAnotherTypeAsAnotherResource() {
        assertThat(read("{'resourceType':'Device','id':'d'}", "{'resourceType':'Condition','id':'d'}")
                        .entries())
                .hasSize(2);
    }

    @Test
    void refusesTheSameFullUrlForDifferentEntries() {
        assertRefused(json("{'resourceType':'Bundle','type':'collection','entry':[{'resource':" + PATIENT + "},"
                        + "{'fullUrl':'urn:uuid:1','resource':{'resourceType':'Device'}},"
                        + "{'fullUrl':'urn:uuid:1','resource':{'resourceType':'Device','status':'inactive'}}]}"))
                .hasMessage("Device[2]: has the same fullUrl as another entry; give each entry its own");
    }

    @Test
    void namesEntriesWithoutIdByTheirPlace() {
        assertThat(read("{'resourceType':'Organization'}", "{'resourceType':'Device'}")
                        .entries()
                        .get(0)
                        .ref())
                .isEqualTo("Device[2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'text':null", "'type':null", "'type':{'coding':[null,{'code':null}]}", "'patient':null"})
    void takesNullAsNotWritten(String element) {
        assertThat(read("{'resourceType':'Device','id':'d'," + element + "}").entries())
                .hasSize(1);
    }
}
