package org.lumbar.server.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Kind;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.exercise.HomeSet;
import org.lumbar.core.exercise.HomeSet.Choice;
import org.lumbar.server.account.Account;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.Role;
import org.lumbar.server.exercise.ChosenSets;
import org.lumbar.server.exercise.Programmes;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;
import org.lumbar.server.patient.EntryWords;
import org.lumbar.server.patient.Form;
import org.springframework.beans.factory.annotation.Value;
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
 * The exercises for home, as a physician and an instructor put them together. What is saved is a draft until it is signed: with
 * the next plan, or on its own by a physician, and by an instructor where the clinic allows it.
 */
@Controller
public final class ProgrammeController {

    private final Clinic clinic;
    private final Programmes programmes;
    private final Accounts accounts;
    private final MovementPictures figures;
    private final boolean instructorsSign;

    ProgrammeController(
            Clinic clinic,
            Programmes programmes,
            Accounts accounts,
            MovementPictures figures,
            @Value("${lumbar.instructors-sign:false}") boolean instructorsSign) {
        this.clinic = clinic;
        this.programmes = programmes;
        this.accounts = accounts;
        this.figures = figures;
        this.instructorsSign = instructorsSign;
    }

    /** What the page shows of a signed set. */
    public record Version(int number, String at, String author, List<String> changes) {}

    @GetMapping("/patients/{id}/programme")
    View show(Page page, @PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        PatientChart chart = clinic.chart(id);
        Bench bench = bench(page, chart);
        return show(HttpStatus.OK, page, chart, bench, current(chart, bench), Form.of(query));
    }

    private Bench bench(Page page, PatientChart chart) {
        return new Bench(programmes, chart, clinic.knowledge(), page.language());
    }

    /** The draft, else the set in force, else what the programme itself chooses. */
    private HomeSet current(PatientChart chart, Bench bench) {
        ChosenSets sets = programmes.chosen(chart);
        HomeSet draft = sets.draft();
        return bench.shown(draft == null ? inForce(sets, bench) : draft);
    }

    private static HomeSet inForce(ChosenSets sets, Bench bench) {
        return sets.versions().isEmpty()
                ? bench.generated()
                : sets.versions().getLast().set();
    }

    private View show(HttpStatus status, Page page, PatientChart chart, Bench bench, HomeSet set, Form form) {
        ChosenSets sets = programmes.chosen(chart);
        Difference difference = new Difference(page, bench);
        HomeSet draft = sets.draft();
        Form filled = form.filled("request", Drafts.newId())
                .filled(
                        "expected",
                        form.value("expected").isEmpty() ? Long.toString(chart.sequence()) : form.value("expected"));
        Bench.Filter filter = new Bench.Filter(form.value("position"), form.value("equipment"), form.value("region"));
        return Html.of(
                status,
                "programme",
                page,
                Map.ofEntries(
                        Map.entry("banner", clinic.banner(chart, page.messages())),
                        Map.entry("bench", bench),
                        Map.entry("set", set),
                        Map.entry("form", filled),
                        Map.entry("terms", clinic.knowledge().movementTerms()),
                        Map.entry("offered", bench.offered(set, filter)),
                        Map.entry("closed", bench.closed(filter)),
                        Map.entry("changes", draft == null ? List.of() : difference.of(inForce(sets, bench), draft)),
                        Map.entry("draft", draft != null),
                        Map.entry("versions", versions(page, bench, sets, difference)),
                        Map.entry("maySign", maySign(page)),
                        Map.entry("drawn", (Predicate<String>) figures::has)));
    }

    private static List<Version> versions(Page page, Bench bench, ChosenSets sets, Difference difference) {
        List<Version> versions = new ArrayList<>();
        HomeSet before = bench.generated();
        for (ChosenSets.Version one : sets.versions()) {
            versions.addFirst(new Version(
                    one.number(),
                    page.messages().moment(one.at()),
                    page.messages().who(one.author()),
                    difference.of(before, one.set())));
            before = one.set();
        }
        return versions;
    }

    private boolean maySign(Page page) {
        return page.is(Role.PHYSICIAN) || instructorsSign;
    }

    @PostMapping("/patients/{id}/programme")
    View change(Page page, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        PatientChart chart = clinic.chart(id);
        Bench bench = bench(page, chart);
        Form form = Form.of(sent);
        HomeSet before = current(chart, bench);
        if (page.switching() || !form.value("filter").isEmpty()) {
            return show(HttpStatus.OK, page, chart, bench, before, form);
        }
        if (!bench.open()) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    page,
                    chart,
                    bench,
                    before,
                    form.with("", page, "programme.none"));
        }
        SetForm typed = new SetForm(page, bench, before, form);
        HomeSet after = form.value("do").equals("generated")
                ? new HomeSet(List.of(), null, bench.growthMost())
                : edited(bench, typed.read(), form);
        typed.weigh(after);
        if (!typed.checked().problems().isEmpty()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, chart, bench, before, typed.checked());
        }
        Outcome outcome = clinic.write(
                id, form.expected(), form.value("request"), page.username(), List.of(ChosenSets.entry(after)));
        if (outcome instanceof Outcome.Stale stale) {
            return stale(page, chart.id(), form, stale.since());
        }
        String query = form.value("add").isEmpty()
                ? ""
                : "?position=" + form.value("position") + "&equipment=" + form.value("equipment") + "&region="
                        + form.value("region");
        return new RedirectView("/patients/" + id + "/programme" + query);
    }

    /** The set after the button that was pressed. */
    private static HomeSet edited(Bench bench, HomeSet set, Form form) {
        List<Choice> choices = new ArrayList<>(set.choices());
        String add = form.value("add");
        String replace = form.value("replace");
        String fresh = add.isEmpty() ? form.value("with-" + replace) : add;
        if ((!add.isEmpty() || !replace.isEmpty()) && !bench.mayBeDone(fresh)) {
            throw new Missing();
        }
        int at = choices.stream().map(Choice::movement).toList().indexOf(replace);
        if (!add.isEmpty()) {
            bench.usual(add).ifPresent(choices::add);
        } else if (at >= 0) {
            bench.usual(fresh).ifPresent(choice -> choices.set(at, choice));
        }
        choices.removeIf(choice -> choice.movement().equals(form.value("remove")));
        return new HomeSet(choices, set.sessionsAWeek(), set.growth());
    }

    private View stale(Page page, String id, Form form, List<Entry> since) {
        PatientChart now = clinic.chart(id);
        Bench bench = bench(page, now);
        String told = new EntryWords(clinic.knowledge(), page.messages()).since(since);
        Form fresh = form.with(new Problem("", told)).filled("expected", Long.toString(now.sequence()));
        return show(HttpStatus.CONFLICT, page, now, bench, current(now, bench), fresh);
    }

    @PostMapping("/patients/{id}/programme/sign")
    View sign(Page page, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        PatientChart chart = clinic.chart(id);
        Bench bench = bench(page, chart);
        Form form = Form.of(sent);
        HomeSet set = current(chart, bench);
        Account account = accounts.find(page.username()).orElseThrow(Missing::new);
        Form checked = form;
        if (!maySign(page) || programmes.chosen(chart).draft() == null) {
            checked = checked.with("", page, "programme.sign.not");
        } else if (set.choices().stream().anyMatch(choice -> bench.isClosed(choice.movement()))) {
            checked = checked.with("", page, "programme.sign.closed");
        } else if (!accounts.matches(account, form.value("password"))) {
            checked = checked.with("password", page, "sign.password.wrong");
        }
        if (!checked.problems().isEmpty()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, chart, bench, set, checked);
        }
        Outcome outcome = clinic.write(
                id,
                form.expected(),
                form.value("request"),
                page.username(),
                List.of(Entry.Draft.of(Kind.PROGRAMME_SIGNED, Map.of())));
        return outcome instanceof Outcome.Stale stale
                ? stale(page, id, form, stale.since())
                : new RedirectView("/patients/" + id + "/programme");
    }
}
