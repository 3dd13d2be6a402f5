package org.lumbar.server.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.chart.PatientList;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.documents.PlanView;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The list of patients, the search in it, and the registration of a new one. */
@Controller
public final class PatientsController {

    private static final int PAGE = 20;

    /** Years that nobody lives longer than. */
    private static final int OLDEST = 125;

    private static final int LONGEST_NAME = 100;

    private final Clinic clinic;

    PatientsController(Clinic clinic) {
        this.clinic = clinic;
    }

    /**
     * A line of the list.
     *
     * @param diagnosis in words; empty for those who may not see it
     * @param tone of the triage
     */
    public record Line(PatientList.Row row, String born, String diagnosis, String tone, String triage) {}

    /** Somebody with something that a physician has to look at first. */
    public record Flagged(String id, String name, List<FlagLine> flags) {}

    /** A page of the list. */
    public record Lines(String query, List<Line> lines, int from, int total) {
        public int to() {
            return from + lines.size();
        }

        public int next() {
            return to() < total ? to() : -1;
        }

        public int previous() {
            return from == 0 ? -1 : Math.max(0, from - PAGE);
        }
    }

    @GetMapping("/patients")
    View list(
            Page page,
            @RequestParam(name = "q", defaultValue = "") String query,
            @RequestParam(name = "from", defaultValue = "0") int from) {
        PatientList.Page found = clinic.store().patients().find(query, Math.max(0, from), PAGE);
        boolean clinical = page.may("/patients/{id}");
        List<Line> lines =
                found.rows().stream().map(row -> line(row, page, clinical)).toList();
        Lines all = new Lines(query, lines, Math.max(0, from), found.total());
        return page.fragment()
                ? Html.of("patient-lines", page, Map.of("lines", all))
                : Html.of("patients", page, Map.of("lines", all, "flagged", clinical ? flagged(page) : List.of()));
    }

    private List<Flagged> flagged(Page page) {
        return clinic.store().patients().flagged().stream()
                .map(row -> new Flagged(
                        row.id(),
                        row.name(),
                        FlagLine.open(clinic.chart(row.id()), clinic.knowledge(), page.messages())))
                .toList();
    }

    private Line line(PatientList.Row row, Page page, boolean clinical) {
        String born = Banner.born(row.birthDate(), page.messages(), clinic.today());
        if (!clinical) {
            return new Line(row, born, "", "", "");
        }
        PatientChart chart = clinic.chart(row.id());
        TreatmentPlan plan = clinic.plan(chart, page.language());
        PlanView view = clinic.view(chart, plan, page.messages());
        return new Line(row, born, view.diagnosis(), view.tone(), triage(plan, view, page));
    }

    private static String triage(TreatmentPlan plan, PlanView view, Page page) {
        if (plan.triage().level() != Urgency.NONE) {
            return view.triage();
        }
        int open = plan.triage().unanswered().size();
        return open == 0 ? page.say("patients.triage.none") : page.say("patients.triage.open", "n", open);
    }

    @GetMapping("/patients/new")
    View form(Page page) {
        return form(HttpStatus.OK, page, Form.empty().filled("request", Drafts.newId()));
    }

    private View form(HttpStatus status, Page page, Form form) {
        List<String> countries =
                clinic.knowledge().formularies().keySet().stream().sorted().toList();
        return Html.of(
                status,
                "register",
                page,
                Map.of(
                        "form",
                        form.filled(
                                        "country",
                                        chosen(
                                                form,
                                                "country",
                                                clinic.knowledge().defaultCountry()))
                                .filled("language", chosen(form, "language", page.lang())),
                        "countries",
                        countries,
                        "formularies",
                        clinic.knowledge().formularies()));
    }

    private static String chosen(Form form, String name, String otherwise) {
        return form.value(name).isEmpty() ? otherwise : form.value(name);
    }

    @PostMapping("/patients/new")
    View register(Page page, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        if (page.switching()) {
            return form(HttpStatus.OK, page, form);
        }
        Form checked = check(form, page);
        if (!checked.right()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, page, checked);
        }
        String id = form.value("request").matches("[a-z0-9]{12}") ? form.value("request") : Drafts.newId();
        List<String> given = new ArrayList<>(List.of(form.value("given")));
        if (!form.value("patronymic").isEmpty()) {
            given.add(form.value("patronymic"));
        }
        Outcome outcome = clinic.write(
                id,
                0,
                id,
                page.username(),
                List.of(Drafts.registered(
                        id,
                        form.value("family"),
                        given,
                        form.value("sex"),
                        Dates.read(form.value("born")).map(LocalDate::toString).orElse(""),
                        form.value("country"),
                        form.value("language"))));
        String next = page.may("/patients/{id}") ? "/patients/" + id : "/patients?q=" + id;
        return switch (outcome) {
            case Outcome.Appended ignored -> new RedirectView(next);
            case Outcome.Repeated ignored -> new RedirectView(next);
            case Outcome.Stale ignored ->
                form(
                        HttpStatus.CONFLICT,
                        page,
                        form.with("", page, "stale.again").filled("request", Drafts.newId()));
        };
    }

    private Form check(Form form, Page page) {
        Form checked = form;
        for (String name : List.of("family", "given")) {
            if (form.value(name).isEmpty()) {
                checked = checked.with(name, page, "register." + name + ".missing");
            }
        }
        for (String name : List.of("family", "given", "patronymic")) {
            if (form.value(name).length() > LONGEST_NAME) {
                checked = checked.with(name, page, "register.name.long");
            }
        }
        if (!List.of("female", "male", "other").contains(form.value("sex"))) {
            checked = checked.with("sex", page, "register.sex.missing");
        }
        LocalDate today = clinic.today();
        LocalDate born = Dates.read(form.value("born")).orElse(null);
        if (form.value("born").isEmpty()) {
            checked = checked.with("born", page, "register.born.missing");
        } else if (born == null) {
            checked = checked.with("born", page, "register.born.wrong");
        } else if (born.isAfter(today) || born.isBefore(today.minusYears(OLDEST))) {
            checked = checked.with("born", page, "register.born.impossible");
        }
        if (!clinic.knowledge().formularies().containsKey(form.value("country"))) {
            checked = checked.with("country", page, "register.country.missing");
        }
        if (checked.right() && !form.is("again", "yes")) {
            checked = namesake(checked, born, page);
        }
        if (checked.right()
                && born != null
                && !form.is("child", "yes")
                && clinic.foresight().isChild(born)) {
            checked = checked.with("child", page, "register.child");
        }
        return checked;
    }

    /** Someone of the same name and birth date is registered already. */
    private Form namesake(Form form, LocalDate born, Page page) {
        String name = new PatientChart.Name(form.value("family"), List.of(form.value("given"))).formal();
        int found = clinic.store().patients().find(name + " " + born, 0, 1).total();
        return found == 0 ? form : form.with(new Problem("again", page.say("register.namesake", "name", name)));
    }
}
