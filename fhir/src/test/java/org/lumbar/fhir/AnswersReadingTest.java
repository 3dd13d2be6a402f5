package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.fhir.BundleFixtures.assertRefused;
import static org.lumbar.fhir.BundleFixtures.bundleOf;
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
import org.lumbar.core.record.Entry.Answer;
import org.lumbar.core.record.Entry.Bound;
import org.lumbar.core.record.Entry.Value;

class AnswersReadingTest {

    private static final String INTAKE = ",'questionnaire':'https://w3id.org/lumbar/fhir/Questionnaire/intake'";

    private static String response(String id, String more) {
        return "{'resourceType':'QuestionnaireResponse','id':'" + id + "'" + more + "}";
    }

    private static String answered(String id, String authored, String linkId, boolean yes) {
        String when = authored.isEmpty() ? "" : ",'authored':'" + authored + "'";
        return response(
                id,
                INTAKE + ",'status':'completed'" + when + ",'item':[{'linkId':'" + linkId
                        + "','answer':[{'valueBoolean':" + yes + "}]}]");
    }

    private static Value value(String element) {
        String resource =
                response("r", INTAKE + ",'status':'completed','item':[{'linkId':'q','answer':[{" + element + "}]}]");
        return ((Answer) readOne(resource)).value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'questionnaire':'https://w3id.org/lumbar/fhir/Questionnaire/intake'",
                ",'questionnaire':'https://w3id.org/lumbar/fhir/Questionnaire/intake|2026.11'"
            })
    void readsTheIntakeQuestionnaireOfAnyVersion(String questionnaire) {
        String resource = response(
                "r",
                questionnaire
                        + ",'status':'completed','item':[{'linkId':'pregnancy','answer':[{'valueBoolean':true}]}]");
        assertThat(readOne(resource))
                .isEqualTo(new Answer("QuestionnaireResponse/r#pregnancy", "pregnancy", new Value.YesNo(true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {",'questionnaire':'https://clinic.example/Questionnaire/satisfaction'", ""})
    void notesOtherQuestionnaires(String questionnaire) {
        String resource = response(
                "r", questionnaire + ",'status':'completed','item':[{'linkId':'q','answer':[{'valueBoolean':true}]}]");
        assertThat(read(resource).entries()).isEmpty();
        assertThat(noteKeys(resource)).containsExactly(Notes.QUESTIONNAIRE);
    }

    @ParameterizedTest
    @CsvSource({"completed, 1", "amended, 1", "in-progress, 1", "stopped, 0", "entered-in-error, 0"})
    void countsByStatus(String status, int answers) {
        String resource = response(
                "r", INTAKE + ",'status':'" + status + "','item':[{'linkId':'q','answer':[{'valueBoolean':true}]}]");
        assertThat(read(resource).entries()).hasSize(answers);
    }

    @Test
    void readsEveryTypeOfAnswerThatRulesKnow() {
        assertThat(value("'valueBoolean':false")).isEqualTo(new Value.YesNo(false));
        assertThat(value("'valueInteger':7")).isEqualTo(new Value.Quantity(7, Bound.EXACT, null));
        assertThat(value("'valueDecimal':36.6")).isEqualTo(new Value.Quantity(36.6, Bound.EXACT, null));
        assertThat(value("'valueQuantity':{'value':12,'code':'wk'}"))
                .isEqualTo(new Value.Quantity(12, Bound.EXACT, "wk"));
        assertThat(value("'valueCoding':{'system':'http://snomed.info/sct','code':'373066001'}"))
                .isEqualTo(new Value.Coded(List.of(new Coding(CodeSystem.SNOMED, "373066001"))));
        assertThat(value("'valueString':'yes'")).isEqualTo(new Value.Text("yes"));
    }

    @Test
    void findsAnswersInGroupsAndBelowAnswers() {
        String resource = response(
                "r",
                INTAKE
                        + ",'status':'completed','item':[{'linkId':'group','item':[{'linkId':'inner','item':["
                        + "{'linkId':'a','answer':[{'item':[{'linkId':'b','answer':[{'valueInteger':1}]}],'valueBoolean':true}]}"
                        + "]}]},{'linkId':'c','answer':[{'valueBoolean':false},{'valueBoolean':true}]}]");
        assertThat(read(resource).entries())
                .extracting(Entry::ref)
                .containsExactly(
                        "QuestionnaireResponse/r#a",
                        "QuestionnaireResponse/r#b",
                        "QuestionnaireResponse/r#c",
                        "QuestionnaireResponse/r#c");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, 2026-11-02, second",
        "2026-11-02, 2026-11-01, first",
        "2026-11-02T08:00:00Z, 2026-11-02T09:00:00Z, second",
        "2026-11-02T10:00:00+03:00, 2026-11-02T09:00:00+01:00, second",
        "'', 2026-11-01, second",
        "2026, '', first"
    })
    void takesTheNewestAnswerToEachQuestion(String first, String second, String expected) {
        assertThat(read(answered("first", first, "q", true), answered("second", second, "q", false))
                        .entries())
                .extracting(Entry::ref)
                .containsExactly("QuestionnaireResponse/" + expected + "#q");
    }

    @Test
    void keepsOlderAnswersToOtherQuestions() {
        assertThat(read(answered("first", "2026-11-01", "a", true), answered("second", "2026-11-02", "b", false))
                        .entries())
                .hasSize(2);
    }

    @Test
    void keepsBothAnswersOfTheSameTime() {
        assertThat(read(answered("first", "2026-11-01", "q", true), answered("second", "2026-11-01", "q", false))
                        .entries())
                .hasSize(2);
    }

    @Test
    void refusesAnAnswerToNoQuestion() {
        assertRefused(bundleOf(
                        response("r", INTAKE + ",'status':'completed','item':[{'answer':[{'valueInteger':1}]}]")))
                .hasMessageContaining("QuestionnaireResponse/r.item[0]: an answer has no linkId");
    }
}
