package org.lumbar.server.therapy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Flag;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.chart.Performed;
import org.lumbar.chart.Performed.Result;
import org.lumbar.core.exercise.SessionCheck;
import org.lumbar.core.knowledge.Pathway.SessionSign;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Dates;
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
 * The record of one treatment on one day. Whatever was ticked or measured that stops a treatment makes it a stopped one, whichever
 * button was pressed, and raises a flag for the physician; a sign that is a red flag also answers the question about it, so that
 * the plan stops at once.
 */
@Controller
public final class TreatmentController {

    /** Where flags of sessions in the clinic come from. */
    private static final String SOURCE = "session";

    private final Clinic clinic;
    private final DayBook book;
    private final SessionCheck check;

    TreatmentController(Clinic clinic, DayBook book) {
        this.clinic = clinic;
        this.book = book;
        this.check = SessionCheck.of(clinic.knowledge());
    }

    /** A sign as the form asks for it. */
    public record Sign(String field, String text) {}

    /** A sign that stopped the treatment, and what to do. */
    public record Stop(String sign, String action) {}

    /**
     * What the page shows besides its form.
     *
     * @param late the day is over: the record will be marked
     * @param stops why it was stopped, and what to do
     * @param before records of the same treatment on other days
     */
    public record Sheet(
            PatientDay day,
            Treatment treatment,
            LocalDate on,
            boolean late,
            List<Sign> signs,
            Optional<Recorded> now,
            List<Stop> stops,
            List<Recorded> before) {}

    @GetMapping("/patients/{id}/treatments/{item}")
    View show(
            Page page,
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam(name = "on", defaultValue = "") String typed) {
        PatientChart chart = clinic.chart(id);
        LocalDate on = Dates.read(typed).orElse(clinic.today());
        Treatment treatment = treatment(chart, item, on, page);
        Performed today = treatment.today();
        Form form = (today == null ? Form.empty() : SessionForm.of(today)).filled("request", Drafts.newId());
        return show(HttpStatus.OK, page, chart, item, form.filled("on", on.toString()));
    }

    private Treatment treatment(PatientChart chart, String item, LocalDate on, Page page) {
        if (on.isAfter(clinic.today())) {
            throw new Missing();
        }
        return find(book.of(chart, on, page.messages()), item);
    }

    private static Treatment find(PatientDay day, String item) {
        return day.treatments().stream()
                .filter(one -> one.id().equals(item))
                .findFirst()
                .orElseThrow(Missing::new);
    }

    private View show(HttpStatus status, Page page, PatientChart chart, String item, Form form) {
        LocalDate on = Dates.read(form.value("on")).orElse(clinic.today());
        PatientDay day = book.of(chart, on, page.messages());
        Treatment treatment = find(day, item);
        Performed today = treatment.today();
        List<Recorded> all = Recorded.all(chart, clinic, page.messages()).stream()
                .filter(one -> one.performed().item().equals(item))
                .toList();
        Sheet sheet = new Sheet(
                day,
                treatment,
                on,
                on.isBefore(clinic.today()),
                check.signs(treatment.item().category()).stream()
                        .map(sign -> new Sign(
                                SessionForm.SIGN + sign.id(), page.messages().say(sign.sign())))
                        .toList(),
                all.stream().filter(one -> one.performed().equals(today)).findFirst(),
                stops(status, today, treatment, form, page),
                all.stream().filter(one -> !one.performed().equals(today)).toList());
        return Html.of(
                status,
                "treatment",
                page,
                Map.of("sheet", sheet, "form", form.filled("expected", Long.toString(chart.sequence()))));
    }

    /** What stopped it, or what will stop it once a form is corrected: what to do does not wait for a typing error. */
    private List<Stop> stops(HttpStatus status, @Nullable Performed today, Treatment treatment, Form form, Page page) {
        List<SessionSign> signs = List.of();
        if (status != HttpStatus.OK) {
            signs = check.stops(treatment.item().category(), SessionForm.present(form), SessionForm.measured(form));
        } else if (today != null && today.result() == Result.STOPPED) {
            signs = Recorded.signs(today, clinic);
        }
        return signs.stream()
                .map(sign -> new Stop(
                        page.messages().say(sign.sign()), page.messages().say(sign.action())))
                .toList();
    }

    @PostMapping("/patients/{id}/treatments/{item}")
    View record(
            Page page,
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam MultiValueMap<String, String> sent) {
        PatientChart chart = clinic.chart(id);
        Form form = Form.of(sent);
        LocalDate on = Dates.read(form.value("on")).orElse(clinic.today());
        Treatment treatment = treatment(chart, item, on, page);
        if (page.switching()) {
            return show(HttpStatus.OK, page, chart, item, form);
        }
        Form checked = SessionForm.checked(form, clinic.knowledge(), page);
        Map<String, BigDecimal> measured = SessionForm.measured(form);
        List<SessionSign> stops = check.stops(treatment.item().category(), SessionForm.present(form), measured);
        checked = result(checked, treatment, on, !stops.isEmpty(), page);
        if (!checked.right()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, chart, item, checked);
        }
        List<Entry.Draft> drafts = drafts(treatment, on, form, measured, stops);
        long expected = stops.isEmpty() ? form.expected() : ChartStore.ANY;
        Outcome outcome = clinic.write(id, expected, form.value("request"), page.username(), drafts);
        if (outcome instanceof Outcome.Stale stale) {
            String since = new EntryWords(clinic.knowledge(), page.messages()).since(stale.since());
            return show(HttpStatus.CONFLICT, page, clinic.chart(id), item, form.with(new Problem("", since)));
        }
        return stops.isEmpty()
                ? new RedirectView("/day?date=" + on + "#" + id)
                : new RedirectView("/patients/" + id + "/treatments/" + item + "?on=" + on);
    }

    /** What was decided. Of what must not be given today nothing can be written down but that it was not done. */
    private Form result(Form form, Treatment treatment, LocalDate on, boolean stopped, Page page) {
        if (stopped) {
            return form;
        }
        if (!form.is("result", SessionForm.DONE)) {
            boolean known = SessionForm.REASONS.contains(form.value("result"));
            return known ? form : form.with("result", page, "treatment.result.missing");
        }
        if (on.isBefore(clinic.today())) {
            return form;
        }
        Treatment.Later later = treatment.later();
        String why = !treatment.hold().isEmpty() ? treatment.hold() : later != null && later.firm() ? later.why() : "";
        return why.isEmpty() ? form : form.with(new Problem("result", page.say("treatment.held", "why", why)));
    }

    private List<Entry.Draft> drafts(
            Treatment treatment, LocalDate on, Form form, Map<String, BigDecimal> measured, List<SessionSign> stops) {
        boolean done = form.is("result", SessionForm.DONE);
        Result result = !stops.isEmpty() ? Result.STOPPED : done ? Result.DONE : Result.NOT_DONE;
        String reason = switch (result) {
            case DONE -> "";
            case NOT_DONE -> form.value("result");
            case STOPPED -> stops.stream().map(SessionSign::id).collect(Collectors.joining(" "));
        };
        Long corrects = form.whole("corrects").orElse(null);
        List<Entry.Draft> drafts = new ArrayList<>();
        drafts.add(Performed.draft(treatment.id(), on, result, reason, measured, form.value("note"), corrects));
        for (SessionSign sign : stops) {
            drafts.add(Flag.draft(sign.id(), SOURCE, treatment.id(), SessionForm.details(sign, measured)));
            if (sign.flag() != null) {
                drafts.add(Drafts.answered(sign.flag(), true));
            }
        }
        return drafts;
    }
}
