package org.lumbar.server.patient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.text.Language;
import org.lumbar.server.page.Html;
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

/** What every plan is checked against: medicines, allergies and diseases on record. */
@Controller
public final class RecordController {

    private static final String STATEMENT = "MedicationStatement";
    private static final String ALLERGY = "AllergyIntolerance";
    private static final String CONDITION = "Condition";
    static final int LONGEST_NAME = 200;

    private final Clinic clinic;

    RecordController(Clinic clinic) {
        this.clinic = clinic;
    }

    /**
     * Something recorded.
     *
     * @param reference its type and id
     * @param codes of ATC, of diseases their own; empty when none is known
     * @param current false for a medicine that was stopped and a disease that is over
     */
    public record Line(String reference, String name, String codes, boolean current) {}

    /** What substances are called, to choose from while typing. */
    public record Known(String name, String atc) {}

    @GetMapping("/patients/{id}/record")
    View show(Page page, @PathVariable String id) {
        PatientChart chart = clinic.chart(id);
        Form form = Form.empty().filled("request", Drafts.newId()).filled("kind", "medicine");
        return show(HttpStatus.OK, page, chart, form);
    }

    private View show(HttpStatus status, Page page, PatientChart chart, Form form) {
        return Html.of(
                status,
                "record",
                page,
                Map.of(
                        "banner", clinic.banner(chart, page.messages()),
                        "form", form.filled("expected", Long.toString(chart.sequence())),
                        "medicines", lines(page, chart, STATEMENT, "medicationCodeableConcept"),
                        "allergies", lines(page, chart, ALLERGY, "code"),
                        "conditions", lines(page, chart, CONDITION, "code"),
                        "known", known(clinic.knowledge(), page)));
    }

    private List<Line> lines(Page page, PatientChart chart, String type, String concept) {
        EntryWords words = new EntryWords(clinic.knowledge(), page.messages());
        List<Line> lines = new ArrayList<>();
        for (Map<String, Object> resource : chart.resources(type)) {
            Map<String, Object> code = Json.map(resource, concept);
            List<Map<String, Object>> codings = code == null ? List.of() : Json.maps(code, "coding");
            String codes =
                    codings.stream().map(coding -> Json.text(coding, "code")).collect(Collectors.joining(", "));
            lines.add(new Line(
                    type + "/" + Json.text(resource, "id"),
                    words.recorded(resource),
                    codes,
                    !Json.text(resource, "status").equals("stopped")
                            && Json.text(resource, "abatementDateTime").isEmpty()));
        }
        return lines;
    }

    /** The names in the language of the page. */
    static List<Known> known(KnowledgeBase knowledge, Page page) {
        Character.UnicodeScript script =
                page.language() == Language.RU ? Character.UnicodeScript.CYRILLIC : Character.UnicodeScript.LATIN;
        return knowledge.medicineCodes().atcOfName().entrySet().stream()
                .filter(named -> Character.UnicodeScript.of(named.getKey().codePointAt(0)) == script)
                .map(named -> new Known(page.messages().capital(named.getKey()), String.join(", ", named.getValue())))
                .sorted(Comparator.comparing(Known::name))
                .toList();
    }

    @PostMapping("/patients/{id}/record")
    View write(Page page, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        PatientChart chart = clinic.chart(id);
        Form form = Form.of(sent);
        if (page.switching()) {
            return show(HttpStatus.OK, page, chart, form);
        }
        Entry.Draft draft = removal(chart, form);
        Form checked = draft == null ? check(form, page) : form;
        if (!checked.right()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, chart, checked);
        }
        List<Entry.Draft> entries = draft == null ? addition(chart, form) : List.of(draft);
        Outcome outcome = clinic.write(id, form.expected(), form.value("request"), page.username(), entries);
        if (outcome instanceof Outcome.Stale stale) {
            String since = new EntryWords(clinic.knowledge(), page.messages()).since(stale.since());
            return show(HttpStatus.CONFLICT, page, clinic.chart(id), form.with(new Problem("", since)));
        }
        return new RedirectView("/patients/" + id + "/record");
    }

    /** A medicine that is stopped, a disease that is over, or an entry made in error; null when the form adds something. */
    private Entry.@Nullable Draft removal(PatientChart chart, Form form) {
        Map<String, Object> stopped = chart.resources().get(form.value("stop"));
        if (stopped != null && form.value("stop").startsWith(STATEMENT)) {
            return Drafts.stopped(stopped, clinic.today());
        }
        if (stopped != null && form.value("stop").startsWith(CONDITION)) {
            return Drafts.resolved(stopped, clinic.today());
        }
        String withdrawn = form.value("withdraw");
        boolean there = chart.resources().containsKey(withdrawn)
                && List.of(STATEMENT, ALLERGY, CONDITION).contains(withdrawn.split("/", 2)[0]);
        return there
                ? Drafts.withdrawn(withdrawn, EntryNames.text(chart.resources().get(withdrawn)), "")
                : null;
    }

    /** The name of a substance brings its codes, unless the form names one. */
    private List<Entry.Draft> addition(PatientChart chart, Form form) {
        String name = form.value("name");
        String code = code(form);
        List<String> atc = code.isEmpty() ? new Allergies(clinic.knowledge()).codesOf(name) : List.of(code);
        if (!form.is("kind", "allergy")) {
            return List.of(Drafts.takes(chart.id(), name, atc, clinic.today()));
        }
        return Allergies.recorded(chart, name, atc, false, clinic.today());
    }

    private static String code(Form form) {
        return form.value("atc").replace(" ", "").toUpperCase(Locale.ROOT);
    }

    private static Form check(Form form, Page page) {
        Form checked = form;
        if (!List.of("medicine", "allergy").contains(form.value("kind"))) {
            checked = checked.with("kind", page, "record.kind.missing");
        }
        if (form.value("name").isEmpty()) {
            checked = checked.with("name", page, "record.name.missing");
        } else if (form.value("name").length() > LONGEST_NAME) {
            checked = checked.with("name", page, "record.name.long");
        }
        if (!code(form).matches("([A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?)?")) {
            checked = checked.with("atc", page, "record.atc.wrong");
        }
        return checked;
    }
}
