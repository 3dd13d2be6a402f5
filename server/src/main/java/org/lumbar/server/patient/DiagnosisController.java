package org.lumbar.server.patient;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lumbar.chart.Json;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.DiagnosisTerm;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Messages;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The diagnosis of the back pain: a code, since when, and whether it is confirmed. Nothing is prescribed before it is. */
@Controller
public final class DiagnosisController {

    private static final String OTHER = "other";

    /** A code of ICD-10 or of its national versions, which may go on in letters. */
    private static final String ICD10 = "[A-Z][0-9][0-9AB](\\.[0-9A-Z]{1,4})?";

    private static final String CYRILLIC = "АВСЕКМНОРТХУ";
    private static final String LATIN = "ABCEKMHOPTXY";

    private final Clinic clinic;

    DiagnosisController(Clinic clinic) {
        this.clinic = clinic;
    }

    @GetMapping("/patients/{id}/diagnosis")
    View show(Page page, @PathVariable String id) {
        PatientChart chart = clinic.chart(id);
        return show(HttpStatus.OK, page, chart, written(chart, page));
    }

    /** The form as the chart fills it. */
    private Form written(PatientChart chart, Page page) {
        Form form = Form.empty().filled("request", Drafts.newId());
        Map<String, Object> condition = current(chart);
        if (condition.isEmpty()) {
            return form;
        }
        String code = code(condition);
        boolean known = codes(page).containsKey(code);
        String onset = Json.text(condition, "onsetDateTime");
        return form.filled("code", known ? code : OTHER)
                .filled("other", known ? "" : code)
                .filled(
                        "onset",
                        Dates.read(onset).map(page.messages()::shortDate).orElse(onset))
                .filled("certainty", Json.canonical(condition).contains("\"confirmed\"") ? "confirmed" : "provisional");
    }

    /** The condition that the form is about: the first of the chart; empty when there is none. */
    private static Map<String, Object> current(PatientChart chart) {
        List<Map<String, Object>> conditions = chart.resources("Condition");
        return conditions.isEmpty() ? Map.of() : conditions.getFirst();
    }

    private static String code(Map<String, Object> condition) {
        Map<String, Object> concept = Json.map(condition, "code");
        List<Map<String, Object>> codings = concept == null ? List.of() : Json.maps(concept, "coding");
        return codings.isEmpty() ? "" : Json.text(codings.getFirst(), "code");
    }

    /** Codes of ICD-10 that the knowledge base has a name for. */
    static Map<String, String> names(KnowledgeBase knowledge, Messages messages) {
        Map<String, String> names = new LinkedHashMap<>();
        for (DiagnosisTerm term : knowledge.syndromes()) {
            String code = term.icd10();
            if (code != null) {
                names.merge(code, messages.say(term.name()), (one, other) -> one + ", " + other);
            }
        }
        return names;
    }

    private Map<String, String> codes(Page page) {
        return names(clinic.knowledge(), page.messages());
    }

    private View show(HttpStatus status, Page page, PatientChart chart, Form form) {
        return Html.of(
                status,
                "diagnosis",
                page,
                Map.of(
                        "banner", clinic.banner(chart, page.messages()),
                        "form", form.filled("expected", Long.toString(chart.sequence())),
                        "codes", codes(page),
                        "plan", clinic.view(chart, clinic.plan(chart, page.language()), page.messages())));
    }

    @PostMapping("/patients/{id}/diagnosis")
    View write(Page page, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        PatientChart chart = clinic.chart(id);
        Form form = Form.of(sent);
        if (page.switching()) {
            return show(HttpStatus.OK, page, chart, form);
        }
        Form checked = check(form, page, Dates.read(chart.birthDate()).orElse(LocalDate.MIN));
        if (!checked.right()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, chart, checked);
        }
        boolean other = form.is("code", OTHER);
        String code = other ? typed(form) : form.value("code");
        Map<String, Object> before = current(chart);
        Outcome outcome = clinic.write(
                id,
                form.expected(),
                form.value("request"),
                page.username(),
                List.of(Drafts.diagnosed(
                        id,
                        before.isEmpty() ? Drafts.newId() : Json.text(before, "id"),
                        code,
                        other ? "" : codes(page).getOrDefault(code, ""),
                        form.is("certainty", "confirmed"),
                        Dates.read(form.value("onset")).map(LocalDate::toString).orElse(""),
                        clinic.today())));
        if (outcome instanceof Outcome.Stale stale) {
            String since = new EntryWords(clinic.knowledge(), page.messages()).since(stale.since());
            return show(HttpStatus.CONFLICT, page, clinic.chart(id), form.with(new Problem("", since)));
        }
        return new RedirectView("/patients/" + id + "/interview");
    }

    /** A code as it was meant: in capital letters, and in Latin ones where a Cyrillic letter looks the same. */
    private static String typed(Form form) {
        StringBuilder code = new StringBuilder();
        for (char letter : form.value("other").toUpperCase(Locale.ROOT).toCharArray()) {
            int place = CYRILLIC.indexOf(letter);
            code.append(place < 0 ? letter : LATIN.charAt(place));
        }
        return code.toString();
    }

    /** What is no code is refused; what is one of something else than low back pain has to be confirmed. */
    private Form checkOther(Form form, Page page) {
        String code = typed(form);
        if (!code.matches(ICD10)) {
            return form.with("other", page, "diagnosis.other.wrong");
        }
        boolean elsewhere = !form.is("anyway", "yes") && !clinic.foresight().isOfBackPain(code);
        return elsewhere ? form.with(new Problem("anyway", page.say("diagnosis.other.elsewhere", "code", code))) : form;
    }

    private Form check(Form form, Page page, LocalDate born) {
        Form checked = form;
        if (form.value("code").isEmpty()) {
            checked = checked.with("code", page, "diagnosis.code.missing");
        } else if (form.is("code", OTHER)) {
            checked = checkOther(checked, page);
        } else if (!codes(page).containsKey(form.value("code"))) {
            checked = checked.with("code", page, "diagnosis.code.missing");
        }
        LocalDate onset = Dates.read(form.value("onset")).orElse(null);
        if (form.value("onset").isEmpty()) {
            checked = checked.with("onset", page, "diagnosis.onset.missing");
        } else if (onset == null) {
            checked = checked.with("onset", page, "register.born.wrong");
        } else if (onset.isAfter(clinic.today())) {
            checked = checked.with("onset", page, "diagnosis.onset.future");
        } else if (onset.isBefore(born)) {
            checked = checked.with("onset", page, "diagnosis.onset.unborn");
        }
        if (!List.of("confirmed", "provisional").contains(form.value("certainty"))) {
            checked = checked.with("certainty", page, "diagnosis.certainty.missing");
        }
        return checked;
    }
}
