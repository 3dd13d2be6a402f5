package org.lumbar.server.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.chart.Practised;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.documents.SessionOutline;
import org.lumbar.documents.SessionOutline.Exercise;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Messages;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;
import org.lumbar.server.patient.EntryWords;
import org.lumbar.server.patient.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The supervised start: an instructor ticks the checkpoints of each exercise. A session counts when every exercise was right at
 * every point; after enough of them the chart says that the supervised start is done, and exercising at home is open.
 */
@Controller
public final class TechniqueController {

    private final Clinic clinic;
    private final DayBook book;
    private final Lessons lessons;

    TechniqueController(Clinic clinic, DayBook book, Lessons lessons) {
        this.clinic = clinic;
        this.book = book;
        this.lessons = lessons;
    }

    /**
     * One exercise as the page shows it.
     *
     * @param dose how much of it
     * @param points its checkpoints; the field of each is {@code point-ID-NUMBER}
     * @param easier name of the easier movement; empty when there is none
     */
    public record Card(
            String id,
            String name,
            String dose,
            List<String> points,
            List<String> mistakes,
            String easier,
            String harder) {}

    /** A session that was seen, in words. */
    public record Session(String on, String who, boolean right, List<String> lines) {}

    /** What the page shows besides its form. */
    public record Sheet(PatientDay day, String hold, HomeStatus home, List<Card> cards, List<Session> before) {}

    @GetMapping("/patients/{id}/technique")
    View show(Page page, @PathVariable String id) {
        return show(HttpStatus.OK, page, clinic.chart(id), Form.empty().filled("request", Drafts.newId()));
    }

    private View show(HttpStatus status, Page page, PatientChart chart, Form form) {
        PatientDay day = book.of(chart, clinic.today(), page.messages());
        Sheet sheet = new Sheet(
                day,
                hold(day),
                HomeStatus.of(chart, clinic.knowledge()),
                exercises(chart, page).stream()
                        .map(one -> card(one, page.messages()))
                        .toList(),
                chart.practised().reversed().stream()
                        .map(one -> session(one, page.messages()))
                        .toList());
        return Html.of(
                status,
                "technique",
                page,
                Map.of("sheet", sheet, "form", form.filled("expected", Long.toString(chart.sequence()))));
    }

    /** Why there is no exercise with an instructor now; empty when there may be. */
    private static String hold(PatientDay day) {
        return day.treatments().stream()
                .filter(one -> one.work() == Work.EXERCISE)
                .map(Treatment::hold)
                .findFirst()
                .orElse(day.emergency());
    }

    private List<Exercise> exercises(PatientChart chart, Page page) {
        return lessons.next(chart, clinic.plan(chart, page.language()))
                .map(SessionOutline::exercises)
                .orElse(List.of());
    }

    private static List<Item> items(List<Exercise> exercises) {
        return exercises.stream().map(Exercise::movement).distinct().toList();
    }

    private Card card(Exercise exercise, Messages messages) {
        Item item = exercise.movement();
        Movement movement = Objects.requireNonNull(item.movement());
        return new Card(
                item.id(),
                messages.capital(messages.say(item.name())),
                dose(exercise, messages),
                movement.steps().stream().map(messages::say).toList(),
                movement.mistakes().stream().map(messages::say).toList(),
                name(movement.easier(), movement.easierText(), messages),
                name(movement.harder(), movement.harderText(), messages));
    }

    private String name(@Nullable String other, @Nullable LocalizedText text, Messages messages) {
        return clinic.knowledge().items().stream()
                .filter(item -> item.id().equals(other))
                .map(Item::name)
                .findFirst()
                .map(messages::say)
                .orElse(text == null ? "" : messages.say(text));
    }

    private static String dose(Exercise exercise, Messages messages) {
        Integer repetitions = exercise.repetitions();
        List<String> parts = new ArrayList<>();
        parts.add(
                repetitions == null
                        ? messages.say("technique.seconds", "n", Math.round(exercise.seconds()))
                        : messages.say("technique.times", "n", repetitions));
        if (exercise.sets() > 1) {
            parts.add(messages.say("technique.sets", "n", exercise.sets()));
        }
        if (exercise.perSide()) {
            parts.add(messages.say("technique.per-side"));
        }
        return String.join(", ", parts);
    }

    private Session session(Practised one, Messages messages) {
        List<String> lines = one.seen().stream()
                .filter(seen -> !seen.right() || !seen.change().equals(Practised.SAME))
                .map(seen -> line(seen, messages))
                .toList();
        return new Session(messages.shortDate(one.on()), messages.who(one.author()), one.right(), lines);
    }

    private String line(Practised.Seen seen, Messages messages) {
        String text = messages.say(
                "technique.line",
                Map.of(
                        "name", messages.capital(name(seen.movement(), null, messages)),
                        "correct", seen.correct(),
                        "points", seen.points()));
        return seen.change().equals(Practised.SAME)
                ? text
                : text + ", " + messages.say("technique.change." + seen.change()) + " ("
                        + messages.say("technique.why." + seen.why()) + ")";
    }

    @PostMapping("/patients/{id}/technique")
    View record(Page page, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        PatientChart chart = clinic.chart(id);
        Form form = Form.of(sent);
        if (page.switching()) {
            return show(HttpStatus.OK, page, chart, form);
        }
        List<Item> items = items(exercises(chart, page));
        String hold = hold(book.of(chart, clinic.today(), page.messages()));
        Form checked = TechniqueForm.checked(form, items, page);
        if (!hold.isEmpty()) {
            checked = checked.with(new Problem("", page.say("treatment.held", "why", hold)));
        } else if (items.isEmpty()) {
            checked = checked.with("", page, "technique.none");
        }
        if (!checked.right()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, chart, checked);
        }
        List<Entry.Draft> drafts = drafts(chart, TechniqueForm.seen(form, items));
        Outcome outcome = clinic.write(id, form.expected(), form.value("request"), page.username(), drafts);
        if (outcome instanceof Outcome.Stale stale) {
            String since = new EntryWords(clinic.knowledge(), page.messages()).since(stale.since());
            return show(HttpStatus.CONFLICT, page, clinic.chart(id), form.with(new Problem("", since)));
        }
        return new RedirectView("/patients/" + id + "/technique#before");
    }

    /** What was seen and, with the session that makes them enough, that the supervised start is done. */
    private List<Entry.Draft> drafts(PatientChart chart, List<Practised.Seen> seen) {
        List<Entry.Draft> drafts = new ArrayList<>();
        drafts.add(Practised.draft(clinic.today(), seen));
        HomeStatus home = HomeStatus.of(chart, clinic.knowledge());
        boolean right = seen.stream().allMatch(Practised.Seen::right);
        if (right && !home.confirmed() && home.correct() + 1 >= home.needed()) {
            drafts.add(Drafts.answered(HomeStatus.FINDING, true));
        }
        return drafts;
    }
}
