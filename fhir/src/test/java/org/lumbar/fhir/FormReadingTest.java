package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.core.outcome.Answers.Given;
import org.lumbar.core.record.UnusableRecord;

class FormReadingTest {

    private static final String ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

    private static Map<String, Given> read(String json) throws IOException {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return FormReader.read(new ByteArrayInputStream(bytes));
    }

    private static Map<String, Given> answered(String answer) throws IOException {
        return read("{'resourceType':'QuestionnaireResponse','item':[{'linkId':'q','answer':[" + answer + "]}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'valueInteger':3} | 3 | false",
                "{'valueDecimal':3.0} | 3 | false",
                "{'valueBoolean':true} | 1 | false",
                "{'valueBoolean':false} | 0 | false",
                "{'valueCoding':{'code':'4','display':'four'}} | 4 | false",
                "{'valueCoding':{'extension':[{'url':'" + ORDINAL
                        + "','valueDecimal':2}],'code':'LA6751-7'}} | 2 | true",
            })
    void readsWholeNumbersInEveryForm(String answer, int value, boolean points) throws IOException {
        assertThat(answered(answer)).containsExactly(Map.entry("q", new Given(value, points)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'valueString':'much'}",
                "{'valueCoding':{'code':'LA6751-7'}}",
                "{'valueInteger':null}",
            })
    void leavesOutWhatIsNoNumber(String answer) throws IOException {
        assertThat(answered(answer)).isEmpty();
    }

    @Test
    void readsGroupsWhateverTheOrderOfElements() throws IOException {
        assertThat(read("{'item':[{'linkId':'g','item':[{'answer':[{'valueInteger':1}],'linkId':'a'}]}],"
                        + "'resourceType':'QuestionnaireResponse'}"))
                .containsExactly(Map.entry("a", new Given(1, false)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | no JSON object",
                "{'resourceType':'Bundle'} | expected a QuestionnaireResponse, found Bundle",
                "{'resourceType':'QuestionnaireResponse','status':'entered-in-error'} | entered-in-error",
                "{'resourceType':'QuestionnaireResponse','item':[{'linkId':'q','answer':[{'valueDecimal':1.5}]}]} | whole number",
                "{'resourceType':'QuestionnaireResponse','item':[{'linkId':'q','answer':[{'valueInteger':1},{'valueInteger':2}]}]} | two answers",
                "{'resourceType':'QuestionnaireResponse','item':[{'linkId':'q','answer':[{'valueInteger':1}]},{'linkId':'q','answer':[{'valueInteger':2}]}]} | answered twice",
                "{'resourceType': | not JSON",
            })
    void refusesWhatCannotBeAForm(String json, String why) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(UnusableRecord.class).hasMessageContaining(why);
    }
}
