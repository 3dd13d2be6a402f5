package org.lumbar.server.therapy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.PatientChart;
import org.lumbar.server.exercise.Exercised;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Dates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The list of a day: who is to be treated and with what. */
@Controller
public final class DayController {

    /** How many sessions at home the page of a patient tells of. */
    private static final int SESSIONS = 10;

    private final Clinic clinic;
    private final DayBook book;

    DayController(Clinic clinic, DayBook book) {
        this.clinic = clinic;
        this.book = book;
    }

    /**
     * The list of a day.
     *
     * @param work the only kind of work that is shown; null for all
     * @param next patient and treatment that come next; empty when nothing is left
     */
    public record DayList(
            LocalDate date, LocalDate today, @Nullable Work work, List<PatientDay> patients, String next) {

        public DayList {
            patients = List.copyOf(patients);
        }

        public long open() {
            return patients.stream().mapToLong(PatientDay::open).sum();
        }

        public long recorded() {
            return patients.stream().mapToLong(PatientDay::recorded).sum();
        }

        public boolean isNext(PatientDay patient, Treatment treatment) {
            return next.equals(key(patient, treatment));
        }

        public boolean future() {
            return date.isAfter(today);
        }

        public boolean past() {
            return date.isBefore(today);
        }

        public String workId() {
            return work == null ? "" : work.id();
        }

        /** The address of another day or kind of work. */
        public String address(LocalDate other, String otherWork) {
            return "/day?date=" + other + (otherWork.isEmpty() ? "" : "&work=" + otherWork);
        }
    }

    private static String key(PatientDay patient, Treatment treatment) {
        return patient.patient().id() + "/" + treatment.id();
    }

    @GetMapping("/day")
    View day(
            Page page,
            @RequestParam(name = "date", defaultValue = "") String typed,
            @RequestParam(name = "work", defaultValue = "") String workId) {
        LocalDate today = clinic.today();
        Optional<LocalDate> read = Dates.read(typed);
        LocalDate date = read.orElse(today);
        Work work = Work.of(workId).orElse(null);
        List<PatientDay> patients = book.day(date, page.messages()).stream()
                .map(one -> work == null ? one : one.only(work))
                .filter(one -> !one.treatments().isEmpty())
                .toList();
        String next = patients.stream()
                .flatMap(
                        one -> one.treatments().stream().filter(Treatment::open).map(treatment -> key(one, treatment)))
                .findFirst()
                .orElse("");
        List<Problem> problems = typed.isBlank() || read.isPresent()
                ? List.of()
                : List.of(new Problem("date", page.say("day.date.wrong", "typed", typed)));
        return Html.of(
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                "day",
                page,
                Map.of(
                        "day",
                        new DayList(date, today, work, patients, next),
                        "typed",
                        problems.isEmpty() ? page.messages().shortDate(date) : typed,
                        "problems",
                        problems));
    }

    @GetMapping("/patients/{id}/treatments")
    View patient(Page page, @PathVariable String id) {
        var chart = clinic.chart(id);
        LocalDate today = clinic.today();
        return Html.of(
                "treatments",
                page,
                Map.of(
                        "day", book.of(chart, today, page.messages()),
                        "today", today,
                        "home", HomeStatus.of(chart, clinic.knowledge()),
                        "atHome", atHome(id),
                        "done", Recorded.all(chart, clinic, page.messages())));
    }

    /** The last sessions that the patient did at home, newest first. */
    private List<Exercised> atHome(String id) {
        List<Exercised> sessions = Exercised.all(clinic.store().read(PatientChart.stream(id)));
        return sessions.subList(Math.max(0, sessions.size() - SESSIONS), sessions.size())
                .reversed();
    }
}
