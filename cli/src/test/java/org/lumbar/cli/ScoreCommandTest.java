package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.cli.CommandFixtures.lumbar;
import static org.lumbar.cli.CommandFixtures.lumbarReading;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.cli.CommandFixtures.Answer;

class ScoreCommandTest {

    @Test
    void listsTheQuestionnaires() {
        Answer answer = lumbar("score");
        assertThat(answer.exit()).isZero();
        assertThat(answer.lines())
                .extracting(line -> line.strip().split("[ \u00a0]", 2)[0])
                .containsExactly("dn4", "fabq", "nrs", "odi", "paindetect", "peg", "psfs", "rmdq", "start-back");
    }

    @Test
    void explainsOne() {
        assertThat(lumbar("score", "odi").out()).contains("OSWESTRY", "9 of 10 answers needed", "Mapi Research Trust");
        assertThat(lumbar("score", "odi", "--lang", "ru").out()).contains("ИНДЕКС ОСВЕСТРИ", "лицензия");
    }

    /** Clinics' scoring notes: 16 of 45 with one section missing. */
    @Test
    void scoresAForm() {
        assertThat(lumbar("score", "odi", "--answers", "2,2,2,2,2,2,2,?,2,0").out())
                .contains("35.6% · moderate");
        assertThat(lumbar("score", "odi", "--answers", "2,2,2,2,2,2,2,?,2,0", "--lang", "ru")
                        .out())
                .contains("35,6\u00a0% · умеренное");
    }

    @Test
    void saysWhyThereIsNoScore() {
        Answer answer = lumbar("score", "peg", "--answers", "5,?,5");
        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("no score: 2 of 3 answered, 3 needed", "enjoying life");
    }

    @Test
    void comparesWithAnEarlierForm() {
        assertThat(lumbar("score", "peg", "--answers", "4,4,4", "--before", "6,7,5")
                        .out())
                .contains("better: from 6 to 4, 33.3%");
        Json changed = Json.of(lumbar("score", "peg", "--answers", "4,4,4", "--before", "6,7,5", "--format", "json")
                .out());
        assertThat(changed.at("changes").items().map(one -> one.at("course").text()))
                .containsExactly("improved");
    }

    @Test
    void readsAnElectronicForm() {
        String form = """
                {"resourceType": "QuestionnaireResponse", "status": "completed", "item": [
                  {"linkId": "pain", "answer": [{"valueInteger": 7}]},
                  {"linkId": "/91145-3", "answer": [{"valueDecimal": 8.0}]},
                  {"linkId": "peg-activity", "answer": [{"valueCoding": {"code": "6"}}]}]}
                """;
        Answer answer = lumbarReading(form.getBytes(StandardCharsets.UTF_8), "score", "peg", "-");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).contains("7 of 10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "odx | 1 | no questionnaire has the id odx; maybe odi?",
                "astrology | 1 | no questionnaire has the id astrology; see \"lumbar score\"",
                "odi | 1,2 | odi needs 10 answers, found 2; write ? for a blank",
                "psfs | 1,2,3,4,5,6 | psfs needs 1–5 answers, found 6; write ? for a blank",
                "odi | 0,0,0,6,0,0,0,0,0,0 | question 4: 6 is no answer to it; its answers are 0 to 5, ? for a blank",
                "nrs | ten | question pain: ten is no answer; write whole numbers parted by commas, ? for a blank",
                "nrs | 7.5 | question pain: 7.5 is no answer; write whole numbers parted by commas, ? for a blank",
                "nrs | '' | question pain:  is no answer; write whole numbers parted by commas, ? for a blank",
            })
    void refusesWrongAnswersInOneLine(String instrument, String answers, String line) {
        Answer answer = lumbar("score", instrument, "--answers", answers);
        assertThat(answer.exit()).isEqualTo(Exit.USAGE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().strip()).isEqualTo("lumbar: " + line);
    }

    @Test
    void refusesWrongUsage() {
        assertThat(lumbar("score", "nrs", "--before", "3").err()).contains("--before needs --answers or a FILE");
        assertThat(lumbar("score", "nrs", "x.json", "--answers", "3").err()).contains("not both");
        assertThat(lumbar("score", "nrs", "--answers", "3", "--format", "fhir").err())
                .contains("choose text, json");
    }

    @Test
    void refusesAForeignForm() {
        byte[] form =
                "{\"resourceType\": \"QuestionnaireResponse\", \"item\": [{\"linkId\": \"q1\", \"answer\": [{\"valueInteger\": 7}]}]}"
                        .getBytes(StandardCharsets.UTF_8);
        Answer answer = lumbarReading(form, "score", "peg", "-");
        assertThat(answer.exit()).isEqualTo(Exit.INPUT);
        assertThat(answer.err()).contains("no answer belongs to peg: found the linkId q1, expected one like pain");
    }
}
