package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.core.exercise.Load;
import org.lumbar.core.exercise.PerformedSession;
import org.lumbar.core.exercise.ProgrammeHistory;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.fhir.SessionResult.Morning;
import org.lumbar.fhir.SessionResult.OfProgramme;

/** What the page of a session saved, read back. The browser tests read what the page really writes. */
class SessionResultsTest {

    private static final Load LOAD = new Load(1.1, 3, 12.5, 4, Map.of("squat", 1), 2);
    private static final String PROGRAMME = """
            ,{"linkId":"programme","item":[
              {"linkId":"changed","answer":[{"valueDate":"2026-11-30"}]},
              {"linkId":"share","answer":[{"valueDecimal":1.1}]},
              {"linkId":"sessions-a-week","answer":[{"valueInteger":3}]},
              {"linkId":"walk-minutes","answer":[{"valueDecimal":12.5}]},
              {"linkId":"walks-a-week","answer":[{"valueInteger":4}]},
              {"linkId":"steps","answer":[{"valueInteger":2}]},
              {"linkId":"versions","item":[{"linkId":"squat","answer":[{"valueInteger":1}]}]}]}""";

    /** A session of which two exercises were done; it ended late on the evening of 1 December in Moscow. */
    private static String bundle(String more) {
        return bundle("2026-12-01", "completed", "false", more);
    }

    private static String bundle(String day, String completion, String saddle, String more) {
        return """
                {"resourceType":"Bundle","type":"collection","timestamp":"%1$sT20:30:00Z","entry":[
                {"resource":{"resourceType":"Patient","id":"p1"}},
                {"resource":{"resourceType":"QuestionnaireResponse","id":"intake-1","status":"completed",
                 "questionnaire":"https://w3id.org/lumbar/fhir/Questionnaire/intake",
                 "item":[{"linkId":"rf-ces-saddle","answer":[{"valueBoolean":%3$s}]}]}},
                {"resource":{"id":"exercise-session-1","resourceType":"QuestionnaireResponse","status":"completed",
                 "item":[
                  {"linkId":"session","answer":[{"valueString":"%1$s-day-main"}]},
                  {"linkId":"completion","answer":[{"valueString":"%2$s"}]},
                  {"linkId":"pain-before","answer":[{"valueInteger":2}]},
                  {"linkId":"pain-worst","answer":[{"valueInteger":3}]},
                  {"linkId":"pain-after","answer":[{"valueInteger":4}]},
                  {"linkId":"effort","answer":[{"valueInteger":5}]},
                  {"linkId":"leg-symptoms","answer":[{"valueBoolean":true}]},
                  {"linkId":"squat","item":[{"linkId":"outcome","answer":[{"valueString":"done"}]}]},
                  {"linkId":"bridge","item":[{"linkId":"outcome","answer":[{"valueString":"skipped"}]}]},
                  {"linkId":"bow","item":[{"linkId":"outcome","answer":[{"valueString":"partial"}]}]}%4$s],
                 "authored":"%1$sT23:30:00+03:00",
                 "questionnaire":"https://w3id.org/lumbar/fhir/Questionnaire/exercise-session"}}]}""".formatted(day, completion, saddle, more);
    }

    private static SessionResult read(String bundle) {
        return SessionResults.read(bundle.getBytes(StandardCharsets.UTF_8));
    }

    private static PerformedSession performed(String day, Double morning) {
        return new PerformedSession(
                LocalDate.parse(day),
                day + "-day-main",
                null,
                2.0,
                4.0,
                morning,
                5.0,
                true,
                false,
                false,
                List.of("squat", "bow"));
    }

    @Test
    void everythingThatWasSaidIsRead() {
        SessionResult result = read(bundle(PROGRAMME));
        assertThat(result.patient()).isEqualTo("p1");
        assertThat(result.session())
                .as("worst is the worst of during and after; the day is that of the person")
                .isEqualTo(performed("2026-12-01", null));
        assertThat(result.programme()).isEqualTo(new OfProgramme(LOAD, LocalDate.of(2026, 11, 30)));
        assertThat(result.morning()).isNull();
    }

    @Test
    void everyAnswerIsKeptAsItWasTold() {
        SessionResult result = read(bundle("2026-12-01", "stopped", "true", ""));
        assertThat(result.told())
                .isEqualTo(new SessionResult.Told(
                        "stopped",
                        null,
                        3.0,
                        4.0,
                        true,
                        List.of("rf-ces-saddle"),
                        Map.of("squat", "done", "bridge", "skipped", "bow", "partial")));
        assertThat(result.on(LocalDate.of(2026, 11, 30)).session().on()).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void aYesBeforeTheSessionIsAWarningSign() {
        PerformedSession stopped =
                read(bundle("2026-12-01", "not-started", "true", "")).session();
        assertThat(stopped.warningSign()).isTrue();
        assertThat(stopped.done()).isFalse();
    }

    @Test
    void aSessionThatEndedEarlyIsMarked() {
        PerformedSession session =
                read(bundle("2026-12-01", "stopped", "false", "")).session();
        assertThat(session.done()).isTrue();
        assertThat(session.stopped()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'earlier-day', 2026-11-28", "'', 2026-11-29"})
    void theNextMorningBelongsToItsDay(String known, LocalDate day) {
        String earlier =
                known.isEmpty() ? "" : ",{\"linkId\":\"earlier-day\",\"answer\":[{\"valueDate\":\"2026-11-28\"}]}";
        SessionResult later =
                read(bundle(earlier + ",{\"linkId\":\"pain-next-morning\",\"answer\":[{\"valueInteger\":1}]}"));
        assertThat(later.morning()).isEqualTo(new Morning(known.isEmpty() ? null : day, 1));
        List<SessionResult> all = List.of(
                later,
                read(bundle("2026-11-28", "completed", "false", "")),
                read(bundle("2026-11-29", "completed", "false", "")));
        assertThat(SessionResults.sessions(all))
                .containsExactly(
                        performed("2026-11-28", day.getDayOfMonth() == 28 ? 1.0 : null),
                        performed("2026-11-29", day.getDayOfMonth() == 29 ? 1.0 : null),
                        performed("2026-12-01", null));
    }

    @Test
    void theNewestLoadCountsWithEverySession() {
        SessionResult result = read(bundle(PROGRAMME));
        Load old = new Load(1, 3, 10, 3, Map.of(), 0);
        ProgrammeHistory earlier =
                new ProgrammeHistory(old, LocalDate.of(2026, 11, 20), List.of(performed("2026-11-21", 2.0)));
        assertThat(SessionResults.history(List.of(result, result), earlier))
                .as("the same file twice is one session")
                .contains(new ProgrammeHistory(
                        LOAD,
                        LocalDate.of(2026, 11, 30),
                        List.of(performed("2026-11-21", 2.0), performed("2026-12-01", null))));
        SessionResult single = read(bundle(""));
        assertThat(SessionResults.history(List.of(single), null)).isEmpty();
        assertThat(SessionResults.history(List.of(single), earlier)
                        .orElseThrow()
                        .load())
                .isEqualTo(old);
    }

    @Test
    void whatIsNoResultIsRefusedInOneLine() {
        refused("[]", "no JSON object");
        refused("{\"resourceType\":\"Bundle\",\"entry\":[]}", "there is no result of an exercise session in it");
        refused("{\"resourceType\":", "line 1, column 17: the text ends in the middle");
        refused(
                bundle("").replace("{\"valueInteger\":5}", "{\"valueInteger\":50}"),
                "QuestionnaireResponse/exercise-session-1#effort: expected a number from 0 to 10");
        refused(
                bundle("").replace("\"valueInteger\":5", "\"valueString\":\"five\""),
                "QuestionnaireResponse/exercise-session-1#effort: expected a number from 0 to 10");
        refused(
                bundle(PROGRAMME.replace("2026-11-30", "soon")),
                "QuestionnaireResponse/exercise-session-1#changed: expected a day as 2026-11-24");
        refused(
                bundle("").replaceFirst("\\{\"resource\":\\{\"resourceType\":\"Patient\",\"id\":\"p1\"}},", ""),
                "there is no result");
    }

    private static void refused(String bundle, String why) {
        assertThatThrownBy(() -> read(bundle))
                .isInstanceOf(UnusableRecord.class)
                .hasMessageContaining(why);
    }
}
