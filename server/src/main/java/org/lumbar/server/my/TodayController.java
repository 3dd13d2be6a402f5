package org.lumbar.server.my;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.exercise.ProgrammeDay;
import org.lumbar.core.exercise.Review.Decision;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.documents.ProgrammeView;
import org.lumbar.server.exercise.Course;
import org.lumbar.server.exercise.Programmes;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.SignedSheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The day: one thing to begin, the rest at a glance. */
@Controller
public final class TodayController {

    private static final int AHEAD = 3;

    private final Own own;
    private final Clinic clinic;
    private final Programmes programmes;

    TodayController(Own own, Clinic clinic, Programmes programmes) {
        this.own = own;
        this.clinic = clinic;
        this.programmes = programmes;
    }

    /** A session of a day. */
    public record Due(String id, String name, String size, String at, boolean done) {}

    /** A day that comes, with what is planned. */
    public record Ahead(String day, List<Due> sessions) {}

    /**
     * Exercise as it stands today.
     *
     * @param state {@code none} nothing signed, {@code stopped}, {@code rest}, {@code due} or {@code done}
     * @param start id of the session to begin; empty when there is none
     * @param changed the load has changed lately; {@code notes} begin with why
     */
    public record Exercise(
            String state, List<Due> today, String start, List<Ahead> ahead, boolean changed, List<String> notes) {}

    /** Something that is due on a day. */
    public record Visit(String day, String text) {}

    @GetMapping("/my")
    View home() {
        return new RedirectView("/my/today");
    }

    @GetMapping("/my/today")
    View today(Page page) {
        PatientChart chart = own.chart(page);
        TreatmentPlan plan = clinic.plan(chart, page.language());
        return Html.of(
                "my-today",
                page,
                Map.of(
                        "name",
                                chart.name().given().isEmpty()
                                        ? chart.name().formal()
                                        : chart.name().given().getFirst(),
                        "date", page.messages().date(clinic.today()),
                        "emergency", plan.triage().level().emergency(),
                        "exercise", exercise(programmes.course(chart, page.language())),
                        "medicines", Medicine.of(chart, clinic, page.messages()),
                        "visits", visits(chart, plan, page),
                        "signed", !chart.signed().isEmpty(),
                        "worse", worse(chart),
                        "help", Help.of(plan, clinic.knowledge())));
    }

    /** What was told today that makes it a day without exercise; none has the number 0. */
    private Worse worse(PatientChart chart) {
        double watched = ExerciseRules.of(clinic.knowledge()).pain().amberMost();
        return Worse.resting(
                        clinic.store().read(PatientChart.stream(chart.id())), clinic.today(), clinic.zone(), watched)
                .orElse(new Worse(0, ""));
    }

    private Exercise exercise(Optional<Course> course) {
        return course.map(this::exercise).orElse(new Exercise("none", List.of(), "", List.of(), false, List.of()));
    }

    private Exercise exercise(Course course) {
        ProgrammeView view = new ProgrammeView(course.now().programme(), clinic.knowledge());
        List<String> notes = view.notes();
        LocalDate today = clinic.today();
        if (course.now().programme().days().isEmpty()) {
            return new Exercise("stopped", List.of(), "", List.of(), false, notes);
        }
        List<Due> due = due(course, view, today);
        String start =
                due.stream().filter(one -> !one.done()).map(Due::id).findFirst().orElse("");
        List<Ahead> ahead = new ArrayList<>();
        for (ProgrammeDay day : course.days()) {
            if (day.date().isAfter(today) && !day.sessions().isEmpty() && ahead.size() < AHEAD) {
                ahead.add(new Ahead(weekday(day.date(), course), due(course, view, day.date())));
            }
        }
        boolean changed = course.now().review().decision() != Decision.STAY;
        return new Exercise(
                due.isEmpty() ? "rest" : start.isEmpty() ? "done" : "due", due, start, ahead, changed, notes);
    }

    private static List<Due> due(Course course, ProgrammeView view, LocalDate day) {
        return course.sessions(day).stream()
                .map(one -> new Due(one.id(), view.name(one), view.size(one), view.clock(one), course.isDone(one.id())))
                .toList();
    }

    private String weekday(LocalDate day, Course course) {
        return new org.lumbar.server.page.Messages(
                        course.now().programme().plan().request().language(), clinic.zone())
                .weekday(day);
    }

    /** What was agreed at the last signature and is still to come. */
    private List<Visit> visits(PatientChart chart, TreatmentPlan plan, Page page) {
        if (chart.signed().isEmpty()) {
            return List.of();
        }
        LocalDate signed =
                LocalDate.parse(SignedSheet.of(chart.signed().getLast()).date());
        return plan.path().followUps().stream()
                .map(due -> due.followUp())
                .filter(due -> !signed.plusDays(due.inDays()).isBefore(clinic.today()))
                .sorted(java.util.Comparator.comparingInt(due -> due.inDays()))
                .limit(2)
                .map(due -> new Visit(
                        page.messages().date(signed.plusDays(due.inDays())), PatientWords.of(due, page.messages())))
                .toList();
    }
}
