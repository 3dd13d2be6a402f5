package org.lumbar.server.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.knowledge.ExerciseSession;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.documents.PlayerPage.Member;
import org.lumbar.documents.SessionOutline;
import org.lumbar.server.account.Journal;
import org.lumbar.server.exercise.Players;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Clinic;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Exercises on a large screen, to explain them: the next session of one patient, or one session for a group. */
@Controller
public final class LessonController {

    /** People that one instructor can watch at once. */
    static final int GROUP_MOST = 8;

    /** The session that groups do together. */
    private static final String TOGETHER = "lesson";

    private final Clinic clinic;
    private final DayBook book;
    private final Lessons lessons;
    private final Players players;
    private final Journal journal;

    LessonController(Clinic clinic, DayBook book, Lessons lessons, Players players, Journal journal) {
        this.clinic = clinic;
        this.book = book;
        this.lessons = lessons;
        this.players = players;
        this.journal = journal;
    }

    /**
     * Somebody who could be in the group.
     *
     * @param hold why not; empty when nothing speaks against it
     */
    public record Candidate(String id, String name, String person, String hold) {}

    @GetMapping("/patients/{id}/lesson")
    Object lesson(Page page, @PathVariable String id) {
        PatientChart chart = clinic.chart(id);
        if (!hold(book.of(chart, clinic.today(), page.messages())).isEmpty()) {
            return new org.springframework.web.servlet.view.RedirectView("/patients/" + id + "/technique");
        }
        TreatmentPlan plan = clinic.plan(chart, page.language());
        SessionOutline outline = lessons.next(chart, plan).orElseThrow(Missing::new);
        return players.lesson(page, outline, List.of(new Member(plan, outline)));
    }

    private static String hold(PatientDay day) {
        return day.treatments().stream()
                .filter(one -> one.work() == Work.EXERCISE)
                .map(Treatment::hold)
                .findFirst()
                .orElse(day.emergency());
    }

    @GetMapping("/group")
    View choose(Page page) {
        return choose(HttpStatus.OK, page, List.of());
    }

    private View choose(HttpStatus status, Page page, List<Problem> problems) {
        List<Candidate> candidates = book.day(clinic.today(), page.messages()).stream()
                .filter(day -> day.treatments().stream().anyMatch(one -> one.work() == Work.EXERCISE))
                .map(day -> new Candidate(
                        day.patient().id(), day.patient().name(), day.patient().person(), hold(day)))
                .toList();
        return Html.of(
                status, "group", page, Map.of("candidates", candidates, "most", GROUP_MOST, "problems", problems));
    }

    /** The session of a group; it says who leaves out what. Whoever must not exercise now is not in it. */
    @GetMapping(
            path = "/group/lesson",
            produces = {MediaType.TEXT_HTML_VALUE, MediaType.ALL_VALUE})
    Object group(Page page, @RequestParam(name = "with", defaultValue = "") List<String> ids) {
        List<String> chosen = ids.stream().distinct().toList();
        if (chosen.isEmpty() || chosen.size() > GROUP_MOST) {
            String text = page.say("group.wrong", "most", GROUP_MOST);
            return choose(HttpStatus.UNPROCESSABLE_CONTENT, page, List.of(new Problem("with", text)));
        }
        ExerciseSession session = session();
        List<Member> members = new ArrayList<>();
        for (String id : chosen) {
            PatientChart chart = clinic.chart(id);
            journal.write(id, page.username(), "viewed", "/group/lesson");
            if (!hold(book.of(chart, clinic.today(), page.messages())).isEmpty()) {
                String text = page.say("group.held", "name", chart.name().formal());
                return choose(HttpStatus.UNPROCESSABLE_CONTENT, page, List.of(new Problem("with", text)));
            }
            TreatmentPlan plan = clinic.plan(chart, page.language());
            SessionOutline outline = SessionOutline.of(
                    session, plan, ExerciseRules.of(clinic.knowledge()).day());
            members.add(new Member(plan, outline, chart.name().formal()));
        }
        SessionOutline together = SessionOutline.together(
                session, members.stream().map(Member::outline).toList());
        return together.exercises().isEmpty()
                ? choose(HttpStatus.UNPROCESSABLE_CONTENT, page, List.of(new Problem("with", page.say("group.none"))))
                : players.lesson(page, together, members);
    }

    private ExerciseSession session() {
        return clinic.knowledge().sessions().stream()
                .filter(one -> one.id().equals(TOGETHER))
                .filter(ExerciseSession.class::isInstance)
                .map(ExerciseSession.class::cast)
                .findFirst()
                .orElseThrow(Missing::new);
    }
}
