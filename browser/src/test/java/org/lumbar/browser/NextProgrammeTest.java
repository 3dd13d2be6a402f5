package org.lumbar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.core.exercise.PerformedSession;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammeHistory;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.knowledge.ProgrammeTemplate.Use;
import org.lumbar.core.text.Language;
import org.lumbar.fhir.SessionResult;
import org.lumbar.fhir.SessionResults;

/** What a patient did and saved becomes the next programme. */
class NextProgrammeTest {

    private static final String SAVE = "[data-screen=summary] [data-save]";

    /** Opens the first main session. */
    private static ProgrammeSession choose(Programme programme, Visit visit) {
        List<ProgrammeSession> sessions = programme.sessions();
        ProgrammeSession first = sessions.stream()
                .filter(one -> one.use() == Use.MAIN)
                .findFirst()
                .orElseThrow();
        visit.find("[data-session=\"" + sessions.indexOf(first) + "\"]").click();
        return first;
    }

    @ParameterizedTest
    @CsvSource({"EN, 2, 1.0", "RU, 9, 0.7"})
    void followsFromTheSavedSession(Language language, int worst, double share) throws IOException {
        Programme programme = Sessions.twoWeeks("chronic-lumbalgia", language);
        SessionResult result;
        try (Visit visit = Visit.to(Sessions.programme(programme), 390)) {
            ProgrammeSession chosen = choose(programme, visit);
            visit.begin(2);
            visit.doAll();
            visit.report(false, worst, 2, 3);
            result = SessionResults.read(visit.file(visit.find(SAVE)));

            PerformedSession session = result.session();
            assertThat(session.session()).isEqualTo(chosen.id());
            assertThat(session.on()).isEqualTo(Sessions.DAY);
            assertThat(session.stopped()).isFalse();
            assertThat(session.before()).isEqualTo(2);
            assertThat(session.worst()).isEqualTo(worst);
            assertThat(session.movements())
                    .hasSize(visit.find(".cards > li").count())
                    .isSubsetOf(chosen.steps().stream()
                            .map(step -> step.item().id())
                            .toList());
        }
        assertThat(result.patient()).isEqualTo(programme.plan().patientId());
        assertThat(result.programme()).isEqualTo(new SessionResult.OfProgramme(programme.load(), programme.changed()));
        ProgrammeHistory history = SessionResults.history(List.of(result), null).orElseThrow();
        Programme next = Sessions.PROGRAMMES.next(programme.plan(), Sessions.atHome(Sessions.DAY.plusDays(2)), history);
        assertThat(next.load().share()).isEqualTo(share);
    }

    @Test
    void aSessionBelongsToTheDayOfThePersonWhoDidIt() throws IOException {
        Programme programme = Sessions.twoWeeks("chronic-lumbalgia", Language.EN);
        try (Visit visit = Visit.in("Pacific/Honolulu", Sessions.programme(programme), 390)) {
            choose(programme, visit);
            visit.begin(2);
            visit.press("end");
            visit.report(false, 2, 2, 3);
            PerformedSession session =
                    SessionResults.read(visit.file(visit.find(SAVE))).session();
            assertThat(session.on()).as("11 in the evening of the day before").isEqualTo(Sessions.DAY.minusDays(1));
            assertThat(session.stopped()).isTrue();
        }
    }

    @Test
    void theMorningAfterTheLastSessionIsToldWithTheNext() throws IOException {
        Programme programme = Sessions.twoWeeks("chronic-lumbalgia", Language.EN);
        try (Visit visit = Visit.to(Sessions.programme(programme), 390)) {
            choose(programme, visit);
            visit.begin(2);
            visit.press("end");
            visit.report(false, 2, 2, 3);
            byte[] first = visit.file(visit.find(SAVE));
            visit.find("[data-screen=summary] [data-do=again]").click();
            visit.find("[data-screen=days].on").waitFor();
            visit.find("[data-session]").last().click();
            visit.check();
            assertThat(visit.find("[data-scale=pain-next-morning]").isVisible())
                    .as("the morning after a session of today has not come")
                    .isFalse();
            visit.reload();
            visit.jump(30 * 3_600_000L);
            visit.find("[data-session]").last().click();
            visit.check();
            visit.isAccessible("before");
            assertThat(visit.find("#earlier-day").textContent()).isNotBlank();
            visit.number("pain-next-morning", 1);
            visit.number("pain-before", 2);
            visit.press("start");
            visit.press("end");
            visit.report(false, 2, 2, 3);
            byte[] second = visit.file(visit.find(SAVE));
            assertThat(SessionResults.sessions(List.of(SessionResults.read(second), SessionResults.read(first))))
                    .extracting(PerformedSession::nextMorning)
                    .containsExactly(1.0, null);
        }
    }

    @Test
    void aWarningSignEndsTheProgramme() throws IOException {
        Programme programme = Sessions.twoWeeks("chronic-lumbalgia", Language.EN);
        try (Visit visit = Visit.to(Sessions.programme(programme), 390)) {
            choose(programme, visit);
            for (Locator question : visit.find("[data-screen=check] .yesno").all()) {
                question.locator("label").nth(1).click();
            }
            visit.press("checked");
            SessionResult result = SessionResults.read(visit.file(visit.find("[data-screen=stop] [data-save]")));
            assertThat(result.session().warningSign()).isTrue();
            ProgrammeHistory history =
                    SessionResults.history(List.of(result), null).orElseThrow();
            assertThat(Sessions.PROGRAMMES
                            .next(programme.plan(), Sessions.atHome(Sessions.DAY.plusDays(1)), history)
                            .days())
                    .isEmpty();
        }
    }
}
