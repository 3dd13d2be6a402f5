package org.lumbar.server.my;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lumbar.chart.Json;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.documents.ProgrammeView;
import org.lumbar.server.exercise.Course;
import org.lumbar.server.exercise.Exercised;
import org.lumbar.server.exercise.Players;
import org.lumbar.server.exercise.Programmes;
import org.lumbar.server.exercise.Results;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Dates;
import org.lumbar.server.patient.Drafts;
import org.lumbar.server.patient.Form;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A session: its page, what became of it, and what that means for the patient. */
@Controller
public final class SessionController {

    private static final String FHIR = "application/fhir+json";
    private static final String KEY = "[A-Za-z0-9._:-]{1,80}";
    /** Characters of the largest honest result. */
    private static final int LARGEST = 200_000;
    /** Days for which a result may wait on a device. */
    private static final int KEPT_DAYS = 30;

    private static final List<String> SCALES = List.of("pain-before", "pain-worst", "pain-after", "effort");
    private static final String MORNING = "pain-next-morning";
    private static final String EARLIER = "earlier-day";

    private final Own own;
    private final Clinic clinic;
    private final Programmes programmes;
    private final Players players;
    private final Results results;
    private final Clock clock;

    SessionController(Own own, Clinic clinic, Programmes programmes, Players players, Results results, Clock clock) {
        this.own = own;
        this.clinic = clinic;
        this.programmes = programmes;
        this.players = players;
        this.results = results;
        this.clock = clock;
    }

    private Course course(PatientChart chart, Page page) {
        return programmes.course(chart, page.language()).orElseThrow(Missing::new);
    }

    @GetMapping("/my/session/{session}")
    ResponseEntity<String> show(Page page, @PathVariable String session) {
        PatientChart chart = own.chart(page);
        Course course = course(chart, page);
        ProgrammeSession one = course.session(session).orElseThrow(Missing::new);
        if (one.date().isAfter(clinic.today())) {
            throw new Missing();
        }
        return players.session(
                page,
                one,
                course.now().programme().plan(),
                Drafts.newId(),
                "/my/session/" + session,
                "/my/today",
                course.lastDay(clinic.today()).orElse(null));
    }

    /** What the page of the session sends; a repetition is answered as the first time. */
    @PostMapping(path = "/my/session/{session}", consumes = FHIR)
    ResponseEntity<String> take(
            Page page,
            @PathVariable String session,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody String body) {
        PatientChart chart = own.chart(page);
        if (!key.matches(KEY) || body.length() > LARGEST || !recent(session)) {
            return ResponseEntity.badRequest().build();
        }
        if (own.repeated(chart, key)) {
            return ResponseEntity.ok().build();
        }
        try {
            Map<String, Object> bundle = Json.object(body);
            if (!Results.isOf(bundle, chart.id())) {
                return ResponseEntity.status(HttpStatus.CONFLICT).build();
            }
            results.write(chart, course(chart, page), session, bundle, key, page.username());
            return ResponseEntity.ok().build();
        } catch (IllegalArgumentException | Results.Unusable e) {
            return ResponseEntity.badRequest().build();
        }
    }

    /** True for the name of a session that was planned lately: a result may have waited on a device while the plan changed. */
    private boolean recent(String session) {
        if (!session.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z-]{1,40}")) {
            return false;
        }
        return Dates.read(session.substring(0, 10))
                .filter(day -> !day.isAfter(clinic.today()))
                .filter(day -> day.isAfter(clinic.today().minusDays(KEPT_DAYS)))
                .isPresent();
    }

    /** The same without scripts. */
    @PostMapping(path = "/my/session/{session}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    View report(Page page, @PathVariable String session, @RequestParam MultiValueMap<String, String> sent) {
        PatientChart chart = own.chart(page);
        Course course = course(chart, page);
        ProgrammeSession one = course.session(session)
                .filter(planned -> !planned.date().isAfter(clinic.today()))
                .orElseThrow(Missing::new);
        TreatmentPlan plan = course.now().programme().plan();
        Map<String, LocalizedText> questions = results.questions(one, plan);
        Form form = Form.of(sent);
        Map<String, Object> checks = new LinkedHashMap<>();
        questions.keySet().stream()
                .filter(id -> form.is(id, "yes") || form.is(id, "no"))
                .forEach(id -> checks.put(id, form.is(id, "yes")));
        boolean warned = checks.containsValue(true);
        Optional<LocalDate> earlier = course.lastDay(clinic.today());
        Form checked = check(form, page, questions, warned, earlier.isPresent());
        if (page.switching() || !checked.right()) {
            HttpStatus status = page.switching() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
            ProgrammeView view = new ProgrammeView(course.now().programme(), clinic.knowledge());
            return Html.of(
                    status,
                    "my-report",
                    page,
                    Map.of(
                            "form",
                            page.switching() ? form : checked,
                            "session",
                            session,
                            "title",
                            view.name(one),
                            "questions",
                            questions,
                            "earlier",
                            earlier.map(page.messages()::date).orElse(""),
                            "help",
                            Help.of(plan, clinic.knowledge())));
        }
        String request = form.value("request").isEmpty() ? Drafts.newId() : form.value("request");
        long before = own.sequence(chart, request);
        if (before > 0) {
            return new RedirectView("/my/sessions/" + before);
        }
        Outcome outcome = results.write(
                chart,
                course,
                session,
                Results.bundle(
                        chart.id(),
                        session,
                        OffsetDateTime.ofInstant(clock.instant(), clinic.zone()),
                        checks,
                        answers(form, warned, clinic.today())),
                request,
                page.username());
        return new RedirectView("/my/sessions/" + Own.first(outcome));
    }

    /** @param earlier there was a session before, whose next morning is asked about */
    private static Form check(
            Form form, Page page, Map<String, LocalizedText> questions, boolean warned, boolean earlier) {
        Form checked = form;
        for (Map.Entry<String, LocalizedText> question : questions.entrySet()) {
            String id = question.getKey();
            if (!form.is(id, "yes") && !form.is(id, "no")) {
                String asked = page.messages().say(question.getValue());
                checked = checked.with(new Problem(id, page.say("report.check.missing", "question", asked)));
            }
        }
        if (warned) {
            return checked;
        }
        if (earlier && score(form, MORNING).isEmpty() && !form.is(MORNING, "unknown")) {
            checked = checked.with(MORNING, page, "report.pain-next-morning.missing");
        }
        for (String scale : SCALES) {
            if (score(form, scale).isEmpty()) {
                checked = checked.with(scale, page, "report." + scale + ".missing");
            }
        }
        if (!form.is("leg-symptoms", "yes") && !form.is("leg-symptoms", "no")) {
            checked = checked.with("leg-symptoms", page, "report.leg.missing");
        }
        if (!form.is("completion", "completed") && !form.is("completion", "stopped")) {
            checked = checked.with("completion", page, "report.completion.missing");
        }
        return checked;
    }

    private static Optional<Integer> score(Form form, String scale) {
        return form.whole(scale).filter(value -> value >= 0 && value <= 10).map(Long::intValue);
    }

    private static Map<String, Object> answers(Form form, boolean warned, LocalDate today) {
        Map<String, Object> answers = new LinkedHashMap<>();
        String completion = form.value("completion");
        boolean told = completion.equals("completed") || completion.equals("stopped");
        answers.put("completion", told && !warned ? completion : told ? "stopped" : "not-started");
        for (String scale : SCALES) {
            score(form, scale).ifPresent(value -> answers.put(scale, value));
        }
        score(form, MORNING).ifPresent(value -> answers.put(MORNING, value));
        Dates.read(form.value(EARLIER))
                .filter(day -> answers.containsKey(MORNING) && day.isBefore(today))
                .ifPresent(day -> answers.put(EARLIER, day));
        if (form.is("leg-symptoms", "yes") || form.is("leg-symptoms", "no")) {
            answers.put("leg-symptoms", form.is("leg-symptoms", "yes"));
        }
        return answers;
    }

    /** What became of a session, and what that means. */
    @GetMapping("/my/sessions/{number}")
    View done(Page page, @PathVariable long number) {
        PatientChart chart = own.chart(page);
        Exercised one = Exercised.all(clinic.store().read(PatientChart.stream(chart.id()))).stream()
                .filter(done -> done.sequence() == number)
                .findFirst()
                .orElseThrow(Missing::new);
        String state = !one.warnings().isEmpty()
                ? "stop"
                : Boolean.TRUE.equals(one.leg())
                        ? "leg"
                        : results.hurts(one) || results.badMorning(one) ? "pain" : "well";
        Help help = one.warnings().isEmpty()
                ? Help.of(clinic.plan(chart, page.language()), clinic.knowledge())
                : Help.about(one.warnings(), clinic.plan(chart, page.language()), clinic.knowledge());
        return Html.of("my-session-done", page, Map.of("one", one, "state", state, "help", help));
    }
}
