package org.lumbar.server.governance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Outcome;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.Status;
import org.lumbar.knowledge.Edition;
import org.lumbar.knowledge.Problems;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Dates;
import org.lumbar.server.patient.Form;
import org.lumbar.server.patient.Notices;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A second editor reviews a change with its effect on plans, and publishes or refuses it; any editor undoes an edition. */
@Controller
public final class ReviewController {

    private final Changes changes;
    private final Editions editions;
    private final KnowledgeInForce inForce;
    private final Checks checks;
    private final Replanning replanning;
    private final Clinic clinic;

    ReviewController(
            Changes changes,
            Editions editions,
            KnowledgeInForce inForce,
            Checks checks,
            Replanning replanning,
            Clinic clinic) {
        this.changes = changes;
        this.editions = editions;
        this.inForce = inForce;
        this.checks = checks;
        this.replanning = replanning;
        this.clinic = clinic;
    }

    /** What differs in a file. */
    public record FileDifference(String path, boolean fresh, List<Difference.Line> lines) {}

    /** How many plans change in one way: from one status of an item to another. */
    public record Turn(String item, String name, String from, String to, long plans, long signed) {}

    /** Something that happened to a proposal. */
    public record Happened(String at, String who, String what, String detail) {}

    /** What comes of publishing: whether the content passes, and how plans change. */
    private record Outlook(Edition edition, List<Problems.Problem> problems, List<Effect> effects) {
        boolean passes() {
            return Checks.pass(problems);
        }
    }

    @GetMapping("/knowledge/changes/{change}")
    View show(Page page, @PathVariable String change) {
        Changes.Change found = find(change);
        Form form = Form.empty().filled("effective", page.messages().shortDate(earliest()));
        return show(HttpStatus.OK, page, found, form);
    }

    private Changes.Change find(String id) {
        return changes.find(id).orElseThrow(Missing::new);
    }

    private LocalDate earliest() {
        return editions.read().earliest(clinic.today());
    }

    private View show(HttpStatus status, Page page, Changes.Change change, Form form) {
        Editions.Book book = editions.read();
        Edition newest = inForce.newest(book);
        Map<String, String> texts = changes.texts(change);
        Outlook outlook = change.open() ? outlook(book, texts) : new Outlook(newest, List.of(), List.of());
        List<Effect> effects = change.open() ? outlook.effects() : published(book, change);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("change", change);
        values.put("form", form.filled("expected", change.sequence() + ":" + book.sequence()));
        values.put("differences", differences(change, texts, newest));
        values.put("problems", outlook.problems());
        values.put("turns", turns(effects, page));
        values.put("plans", effects.size());
        values.put("patients", clinic.store().patients().find("", 0, 1).total());
        values.put("outdated", change.open() && changes.outdated(change, newest));
        values.put("mine", change.authors().contains(page.username()));
        values.put("earliest", page.messages().shortDate(book.earliest(clinic.today())));
        values.put(
                "history",
                change.history().stream().map(entry -> happened(entry, page)).toList());
        return Html.of(status, "change", page, values);
    }

    private static List<Effect> published(Editions.Book book, Changes.Change change) {
        return book.published().stream()
                .filter(one -> one.number() == change.edition())
                .map(Editions.Published::effects)
                .findFirst()
                .orElse(List.of());
    }

    /** A published change is compared with what it replaced. */
    private List<FileDifference> differences(Changes.Change change, Map<String, String> texts, Edition newest) {
        Editions.Book book = editions.read();
        Edition before = change.edition() == 0
                ? newest
                : editions.over(book.published().stream()
                        .filter(one -> one.number() < change.edition())
                        .filter(one -> one.stands() || one.undoneBy() > change.edition())
                        .toList());
        List<FileDifference> differences = new ArrayList<>();
        new TreeMap<>(texts).forEach((path, text) -> {
            String old = before.text(path).orElse("");
            differences.add(new FileDifference(path, old.isEmpty(), Difference.of(old, text)));
        });
        return differences;
    }

    private Outlook outlook(Editions.Book book, Map<String, String> texts) {
        Edition edition = inForce.with(book, texts);
        List<Problems.Problem> problems = checks.of(edition);
        List<Effect> effects = Checks.pass(problems)
                ? replanning.effects(
                        new Planner(inForce.newest(book).knowledge("")), new Planner(edition.knowledge("")))
                : List.of();
        return new Outlook(edition, problems, effects);
    }

    /** The ways in which plans change, those that touch signed plans first. */
    private List<Turn> turns(List<Effect> effects, Page page) {
        Map<String, Turn> turns = new TreeMap<>();
        for (Effect effect : effects) {
            for (Notices.Shift shift : effect.shifts()) {
                String key = shift.item() + " " + shift.from() + " " + shift.to();
                Turn turn = turns.getOrDefault(
                        key,
                        new Turn(
                                shift.item(),
                                ReportController.name(clinic.knowledge(), shift.item(), page),
                                status(shift.from(), page),
                                status(shift.to(), page),
                                0,
                                0));
                turns.put(
                        key,
                        new Turn(
                                turn.item(),
                                turn.name(),
                                turn.from(),
                                turn.to(),
                                turn.plans() + 1,
                                turn.signed() + (shift.signed() ? 1 : 0)));
            }
        }
        return turns.values().stream()
                .sorted(java.util.Comparator.comparing((Turn turn) -> turn.signed() == 0))
                .toList();
    }

    private String status(String id, Page page) {
        return status(clinic, id, page);
    }

    static String status(Clinic clinic, String id, Page page) {
        return List.of(Status.values()).stream().anyMatch(one -> one.id().equals(id))
                ? page.messages().say(clinic.knowledge().text("status." + id))
                : page.say("change.absent");
    }

    private static Happened happened(Entry entry, Page page) {
        return new Happened(
                page.messages().moment(entry.at()),
                entry.author(),
                page.say("change.happened." + entry.kind()),
                Json.text(entry.content(), "reason"));
    }

    @PostMapping("/knowledge/changes/{change}")
    View decide(Page page, @PathVariable String change, @RequestParam MultiValueMap<String, String> sent) {
        Changes.Change found = find(change);
        Form form = Form.of(sent);
        if (page.switching()) {
            return show(HttpStatus.OK, page, found, form);
        }
        boolean mine = found.authors().contains(page.username());
        Editions.Book book = editions.read();
        if (!found.open() || !form.is("expected", found.sequence() + ":" + book.sequence())) {
            return show(HttpStatus.CONFLICT, page, found, form.with("", page, "inaccuracy.stale"));
        }
        return switch (form.value("do")) {
            case "withdraw" ->
                mine
                        ? done(page, change, form, changes.withdraw(change, found.sequence(), page.username()))
                        : refused(page, found, form, "", "change.not-yours");
            case "refuse" ->
                form.value("reason").isEmpty()
                        ? refused(page, found, form, "reason", "inaccuracy.reason.missing")
                        : done(
                                page,
                                change,
                                form,
                                changes.refuse(change, found.sequence(), page.username(), form.value("reason")));
            default -> mine ? refused(page, found, form, "", "change.four-eyes") : approve(page, found, form, book);
        };
    }

    private View refused(Page page, Changes.Change change, Form form, String field, String key) {
        return show(HttpStatus.UNPROCESSABLE_CONTENT, page, change, form.with(field, page, key));
    }

    /** Checks once more with everything published since, and publishes only what passes. */
    private View approve(Page page, Changes.Change change, Form form, Editions.Book book) {
        LocalDate effective = Dates.read(form.value("effective")).orElse(LocalDate.MIN);
        if (effective.isBefore(book.earliest(clinic.today()))) {
            return refused(page, change, form, "effective", "change.effective.wrong");
        }
        if (changes.outdated(change, inForce.newest(book))) {
            return refused(page, change, form, "", "change.outdated");
        }
        Outlook outlook = outlook(book, changes.texts(change));
        if (!outlook.passes()) {
            return refused(page, change, form, "", "change.fails");
        }
        return done(
                page,
                change.id(),
                form,
                editions.publish(book.sequence(), page.username(), change, effective, outlook.effects()));
    }

    private View done(Page page, String change, Form form, Outcome outcome) {
        return outcome instanceof Outcome.Stale
                ? show(HttpStatus.CONFLICT, page, find(change), form.with("", page, "inaccuracy.stale"))
                : new RedirectView("/knowledge/changes/" + change);
    }

    @PostMapping("/knowledge/editions/{edition}")
    View undo(Page page, @PathVariable int edition, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Editions.Book book = editions.read();
        Editions.Published found = book.published().stream()
                .filter(one -> one.number() == edition)
                .findFirst()
                .orElseThrow(Missing::new);
        if (page.switching()) {
            return undoing(HttpStatus.OK, page, found, book, form);
        }
        if (!book.undoable(found) || form.expected() != book.sequence()) {
            return undoing(HttpStatus.CONFLICT, page, found, book, form.with("", page, "inaccuracy.stale"));
        }
        if (form.value("reason").isEmpty()) {
            return undoing(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    page,
                    found,
                    book,
                    form.with("reason", page, "change.undo.missing"));
        }
        List<Editions.Published> rest =
                book.standing().stream().filter(one -> one.number() != edition).toList();
        Edition after = editions.over(editions.usable(rest));
        if (!Checks.pass(checks.of(after))) {
            return undoing(
                    HttpStatus.UNPROCESSABLE_CONTENT, page, found, book, form.with("", page, "change.undo.fails"));
        }
        List<Effect> effects =
                replanning.effects(new Planner(inForce.newest(book).knowledge("")), new Planner(after.knowledge("")));
        Outcome outcome = editions.undo(book.sequence(), page.username(), edition, form.value("reason"), effects);
        return outcome instanceof Outcome.Stale
                ? undoing(HttpStatus.CONFLICT, page, found, editions.read(), form.with("", page, "inaccuracy.stale"))
                : new RedirectView("/knowledge/changes");
    }

    @GetMapping("/knowledge/editions/{edition}")
    View undoing(Page page, @PathVariable int edition) {
        Editions.Book book = editions.read();
        Editions.Published found = book.published().stream()
                .filter(one -> one.number() == edition)
                .findFirst()
                .orElseThrow(Missing::new);
        return undoing(HttpStatus.OK, page, found, book, Form.empty());
    }

    private View undoing(HttpStatus status, Page page, Editions.Published edition, Editions.Book book, Form form) {
        return Html.of(
                status,
                "edition",
                page,
                Map.of(
                        "edition", edition,
                        "undoable", book.undoable(edition),
                        "turns", turns(edition.effects(), page),
                        "form", form.filled("expected", Long.toString(book.sequence()))));
    }
}
