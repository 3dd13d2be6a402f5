package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.fhir.BundleFixtures.atc;
import static org.lumbar.fhir.BundleFixtures.atcConcept;
import static org.lumbar.fhir.BundleFixtures.noteKeys;
import static org.lumbar.fhir.BundleFixtures.read;
import static org.lumbar.fhir.BundleFixtures.readOne;
import static org.lumbar.fhir.BundleFixtures.snomed;
import static org.lumbar.fhir.BundleFixtures.snomedConcept;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Activity;
import org.lumbar.core.record.Entry.Certainty;
import org.lumbar.core.record.Entry.Concept;

class AllergyReadingTest {

    private static String allergy(String more) {
        return "{'resourceType':'AllergyIntolerance','id':'a'" + more + "}";
    }

    private static final String CODED = ",'code':" + atcConcept("M01AB05");

    private static Entry.Allergy readAllergy(String more) {
        return (Entry.Allergy) readOne(allergy(more));
    }

    private static String clinical(String code) {
        return ",'clinicalStatus':"
                + BundleFixtures.concept("http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", code);
    }

    private static String verification(String code) {
        return ",'verificationStatus':"
                + BundleFixtures.concept("http://terminology.hl7.org/CodeSystem/allergyintolerance-verification", code);
    }

    @Test
    void keepsAnEntryThatSaysNothingButItsCode() {
        assertThat(readAllergy(CODED))
                .isEqualTo(new Entry.Allergy(
                        "AllergyIntolerance/a", atc("M01AB05"), Activity.UNSTATED, Certainty.UNSTATED, false, true));
    }

    @ParameterizedTest
    @CsvSource({"active, ACTIVE", "inactive, INACTIVE", "resolved, RESOLVED"})
    void readsTheClinicalStatus(String code, Activity expected) {
        assertThat(readAllergy(CODED + clinical(code)).activity()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"confirmed, CONFIRMED", "unconfirmed, SUSPECTED"})
    void readsTheVerificationStatus(String code, Certainty expected) {
        assertThat(readAllergy(CODED + verification(code)).certainty()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuted", "entered-in-error"})
    void dropsWhatIsDisowned(String code) {
        assertThat(read(allergy(CODED + verification(code))).entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"intolerance, true", "allergy, false"})
    void tellsAnIntoleranceFromAnAllergy(String type, boolean expected) {
        assertThat(readAllergy(CODED + ",'type':'" + type + "'").intoleranceOnly())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "food, false",
        "environment, false",
        "food environment, false",
        "medication, true",
        "food medication, true",
        "biologic, true"
    })
    void tellsWhatCannotBeAMedicine(String categories, boolean expected) {
        String list = "'" + categories.replace(" ", "','") + "'";
        assertThat(readAllergy(CODED + ",'category':[" + list + "]").maybeMedicine())
                .isEqualTo(expected);
    }

    /** 716186003 is "no known allergy"; what that means is for the knowledge to say. */
    @Test
    void keepsTheStatementThatThereIsNone() {
        assertThat(readAllergy(",'code':" + snomedConcept("716186003")).concept())
                .isEqualTo(snomed("716186003"));
    }

    @Test
    void takesTheSubstancesOfReactionsWhenThereIsNoCode() {
        String reactions = ",'reaction':[{'substance':" + atcConcept("M01AB05")
                + "},{'manifestation':[{'text':'rash'}]}," + "{'substance':" + snomedConcept("7034005") + "}]";
        assertThat(readAllergy(reactions).concept())
                .isEqualTo(new Concept(
                        List.of(new Coding(CodeSystem.ATC, "M01AB05"), new Coding(CodeSystem.SNOMED, "7034005")),
                        null));
        assertThat(readAllergy(",'code':" + atcConcept("M01A") + reactions).concept())
                .isEqualTo(atc("M01A"));
    }

    @Test
    void notesAnAllergyWithoutACodeThatRulesKnow() {
        assertThat(read(allergy(",'code':{'text':'анальгин'}")).notes())
                .isEqualTo(List.of(Notes.note("AllergyIntolerance/a", Notes.UNCODED, "анальгин")));
        assertThat(noteKeys(allergy(",'code':{'text':'анальгин'}" + clinical("resolved"))))
                .isEmpty();
    }

    @Test
    void onlySuspectsWhatAModifierExtensionChanges() {
        String modified =
                CODED + verification("confirmed") + ",'modifierExtension':[{'url':'http://clinic.example/x'}]";
        assertThat(readAllergy(modified).certainty()).isEqualTo(Certainty.SUSPECTED);
        assertThat(noteKeys(allergy(modified))).containsExactly(Notes.MODIFIED);
    }
}
