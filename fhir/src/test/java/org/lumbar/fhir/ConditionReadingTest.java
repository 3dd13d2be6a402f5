package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.fhir.BundleFixtures.assertRefused;
import static org.lumbar.fhir.BundleFixtures.bundleOf;
import static org.lumbar.fhir.BundleFixtures.day;
import static org.lumbar.fhir.BundleFixtures.icd10;
import static org.lumbar.fhir.BundleFixtures.icd10Concept;
import static org.lumbar.fhir.BundleFixtures.noteKeys;
import static org.lumbar.fhir.BundleFixtures.read;
import static org.lumbar.fhir.BundleFixtures.readOne;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Activity;
import org.lumbar.core.record.Entry.Certainty;
import org.lumbar.core.record.Span;

class ConditionReadingTest {

    private static String condition(String more) {
        return "{'resourceType':'Condition','id':'c','code':" + icd10Concept("M54.5") + more + "}";
    }

    private static String clinical(String code) {
        return ",'clinicalStatus':"
                + BundleFixtures.concept("http://terminology.hl7.org/CodeSystem/condition-clinical", code);
    }

    private static String verification(String code) {
        return ",'verificationStatus':"
                + BundleFixtures.concept("http://terminology.hl7.org/CodeSystem/condition-ver-status", code);
    }

    private static Entry.Condition readCondition(String more) {
        return (Entry.Condition) readOne(condition(more));
    }

    private static @Nullable Span onset(String more) {
        return readCondition(more).onset();
    }

    @Test
    void keepsAnEntryThatSaysNothingButItsCode() {
        assertThat(readCondition(""))
                .isEqualTo(new Entry.Condition(
                        "Condition/c", icd10("M545"), Activity.UNSTATED, Certainty.UNSTATED, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "active, ACTIVE",
        "recurrence, RECURRENCE",
        "relapse, RELAPSE",
        "inactive, INACTIVE",
        "remission, REMISSION",
        "resolved, RESOLVED"
    })
    void readsTheClinicalStatus(String code, Activity expected) {
        assertThat(readCondition(clinical(code)).activity()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"confirmed, CONFIRMED", "unconfirmed, SUSPECTED", "provisional, SUSPECTED", "differential, SUSPECTED"})
    void readsTheVerificationStatus(String code, Certainty expected) {
        assertThat(readCondition(verification(code)).certainty()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuted", "entered-in-error"})
    void dropsWhatIsDisowned(String code) {
        assertThat(read(condition(verification(code))).entries()).isEmpty();
    }

    @Test
    void takesAStatusThatIsKnownToBeUnknownAsUnstated() {
        String dataAbsent = ",'clinicalStatus':{'extension':[{'url':"
                + "'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'unknown'}]}";
        assertThat(readCondition(dataAbsent).activity()).isEqualTo(Activity.UNSTATED);
    }

    @Test
    void findsTheStatusBesideCodesOfOtherSystems() {
        String both = ",'clinicalStatus':{'coding':[{'system':'http://clinic.example/status','code':'A1'},"
                + "{'system':'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'remission'}]}";
        assertThat(readCondition(both).activity()).isEqualTo(Activity.REMISSION);
    }

    @Test
    void refusesAStatusOfAnotherSystemOnly() {
        String foreign = ",'clinicalStatus':" + BundleFixtures.concept("http://clinic.example/status", "A1");
        assertRefused(bundleOf(condition(foreign)))
                .hasMessageContaining("Condition/c.clinicalStatus: has no code of http://terminology.hl7.org/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'onsetDateTime':'2026-11-02'                 | 2026-11-02 | 2026-11-02",
                "'onsetDateTime':'2026-11'                    | 2026-11-01 | 2026-11-30",
                "'onsetDateTime':'2024'                       | 2024-01-01 | 2024-12-31",
                "'onsetDateTime':'2026-11-02T23:30:00+03:00'  | 2026-11-02 | 2026-11-02",
                "'onsetPeriod':{'start':'2026-10','end':'2026-11-03'} | 2026-10-01 | 2026-11-03",
                "'onsetPeriod':{'start':'2026-10'}            | 2026-10-01 | 2026-10-31",
                // The patient of these bundles was born on 15 June 1980.
                "'onsetAge':{'value':40,'code':'a'}           | 2020-06-15 | 2021-06-14",
                "'onsetAge':{'value':18,'unit':'months'}      | 1981-12-15 | 1982-01-14",
                "'onsetAge':{'value':2,'unit':'wk'}           | 1980-06-29 | 1980-07-05",
                "'onsetRange':{'low':{'value':40,'code':'a'},'high':{'value':42,'code':'a'}} | 2020-06-15 | 2023-06-14"
            },
            quoteCharacter = '`')
    void readsTheOnset(String element, LocalDate earliest, LocalDate latest) {
        assertThat(onset("," + element)).isEqualTo(new Span(earliest, latest));
    }

    @Test
    void takesTheSpanOfAnAgeFromTheSpanOfTheBirth() {
        byte[] bornIn1980 = BundleFixtures.json("{'resourceType':'Bundle','type':'collection','entry':["
                + "{'resource':" + condition(",'onsetAge':{'value':40,'code':'a'}") + "},"
                + "{'resource':{'resourceType':'Patient','id':'p','birthDate':'1980'}}]}");
        Entry.Condition condition =
                (Entry.Condition) BundleReader.read(bornIn1980).entries().get(0);
        assertThat(condition.onset()).isEqualTo(new Span(LocalDate.parse("2020-01-01"), LocalDate.parse("2021-12-30")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'onsetString':'since the move'",
                "'onsetAge':{'value':40}",
                "'onsetAge':{'unit':'years'}",
                "'onsetRange':{'low':{'value':40,'code':'a'}}",
                "'onsetAge':{'value':99999999999,'code':'a'}"
            })
    void notesAnOnsetThatIsNoDate(String element) {
        assertThat(onset("," + element)).isNull();
        assertThat(noteKeys(condition("," + element))).containsExactly(Notes.ONSET);
    }

    @Test
    void notesAnAgeWhenTheBirthDateIsNotKnown() {
        byte[] bundle = BundleFixtures.json("{'resourceType':'Bundle','type':'collection','entry':["
                + "{'resource':{'resourceType':'Patient','id':'p'}},"
                + "{'resource':" + condition(",'onsetAge':{'value':40,'code':'a'}") + "}]}");
        assertThat(BundleReader.read(bundle).notes()).containsExactly(Notes.note("Condition/c", Notes.ONSET, "age"));
    }

    @Test
    void readsTheRecordedDate() {
        assertThat(readCondition(",'recordedDate':'2026-11-05T10:15:00Z'").recorded())
                .isEqualTo(day("2026-11-05"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'abatementDateTime':'2026-01-10'",
                "'abatementPeriod':{'start':'2026-01','end':'2026-02'}",
                "'abatementAge':{'value':44,'code':'a'}",
                "'abatementRange':{'low':{'value':44,'code':'a'}}",
                "'abatementString':'last spring'",
                "'abatementBoolean':true"
            })
    void resolvesWhatHasEnded(String element) {
        assertThat(readCondition("," + element).activity()).isEqualTo(Activity.RESOLVED);
        assertThat(readCondition(clinical("active") + "," + element).activity()).isEqualTo(Activity.RESOLVED);
        assertThat(readCondition(clinical("recurrence") + "," + element).activity())
                .isEqualTo(Activity.RESOLVED);
        assertThat(readCondition(clinical("remission") + "," + element).activity())
                .isEqualTo(Activity.REMISSION);
    }

    @Test
    void doesNotResolveWhatIsSaidNotToHaveEnded() {
        assertThat(readCondition(",'abatementBoolean':false").activity()).isEqualTo(Activity.UNSTATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "recurrence", "relapse"})
    void keepsWhatIsRecordedAsActiveAgainAfterItsEnd(String status) {
        String again = clinical(status) + ",'abatementDateTime':'2026-01-10','recordedDate':'2026-11-05'";
        assertThat(readCondition(again).activity().current()).isTrue();
        assertThat(noteKeys(condition(again))).containsExactly(Notes.ACTIVE_AGAIN);
    }

    @Test
    void resolvesAnUnstatedActivityEvenWhenItWasRecordedLater() {
        String recordedLater = ",'abatementDateTime':'2026-01-10','recordedDate':'2026-11-05'";
        assertThat(readCondition(recordedLater).activity()).isEqualTo(Activity.RESOLVED);
    }

    @Test
    void onlySuspectsWhatAModifierExtensionChanges() {
        String modified = verification("confirmed") + ",'modifierExtension':[{'url':'http://clinic.example/x'}]";
        assertThat(readCondition(modified).certainty()).isEqualTo(Certainty.SUSPECTED);
        assertThat(noteKeys(condition(modified))).containsExactly(Notes.MODIFIED);
    }

    @Test
    void notesAProblemWithoutACodeThatRulesKnow() {
        String words = "{'resourceType':'Condition','id':'c','code':{'text':'язва желудка'}}";
        assertThat(read(words).notes()).isEqualTo(List.of(Notes.note("Condition/c", Notes.UNCODED, "язва желудка")));
        assertThat(readOne(words)).isInstanceOf(Entry.Condition.class);
    }
}
