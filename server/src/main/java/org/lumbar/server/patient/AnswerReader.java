package org.lumbar.server.patient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lumbar.chart.Entry;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;

/** Reads the answers of a form into entries, and the allergies that they name, leaving out what the chart says already, and tells which of them cannot be. */
final class AnswerReader {

    private final Page page;
    private final PatientChart chart;
    private final java.time.LocalDate today;
    private final List<Entry.Draft> drafts = new ArrayList<>();
    private Form checked;
    private final Allergies allergies;
    private boolean answered;

    /** @param questions ids of everything that can be asked */
    AnswerReader(Clinic clinic, Page page, PatientChart chart, Set<String> questions, Form form) {
        this.page = page;
        this.chart = chart;
        this.today = clinic.today();
        this.checked = form;
        this.allergies = new Allergies(clinic.knowledge());
        Map<String, Measure> measures =
                clinic.knowledge().measures().stream().collect(Collectors.toMap(Measure::id, measure -> measure));
        new TreeMap<>(form.values()).forEach((name, value) -> {
            if (name.startsWith(InterviewController.FIELD) && !value.isEmpty()) {
                String id = name.substring(InterviewController.FIELD.length());
                Measure measure = measures.get(id);
                if (!questions.contains(id)) {
                    checked = checked.with("", page, "interview.no-such-question");
                } else if (measure == null) {
                    choice(name, id, value);
                } else if (!page.fragment()) {
                    number(name, measure, value);
                }
            }
        });
        if (form.is("rest", "no")) {
            for (String id : List.of(form.value("shown").split(",", -1))) {
                boolean open = form.value(InterviewController.FIELD + id).isEmpty();
                if (open && questions.contains(id) && !measures.containsKey(id)) {
                    choice("", id, "no");
                }
            }
        }
        clinic.knowledge().findings().stream()
                .filter(Allergies::namesMedicine)
                .map(FindingDefinition::id)
                .filter(id -> !form.value(InterviewController.WHICH + id).isEmpty() && !page.fragment())
                .forEach(id -> named(id, form));
    }

    /** The medicines that an allergy is said to be to; last, as they may open a question that was answered with "no". */
    private void named(String id, Form form) {
        String field = InterviewController.WHICH + id;
        if (!form.is(InterviewController.FIELD + id, "yes")) {
            checked = checked.with(field, page, "interview.which.no-yes");
            return;
        }
        for (String part : form.value(field).split("[,;\n]", -1)) {
            String name = part.strip();
            if (name.length() > RecordController.LONGEST_NAME) {
                checked = checked.with(field, page, "record.name.long");
            } else if (!name.isEmpty() && !Allergies.has(chart, name)) {
                drafts.addAll(Allergies.recorded(chart, name, allergies.codesOf(name), agreed(form), today));
            }
        }
    }

    /** True when the patient is known to have had an allergy to a medicine. */
    private boolean agreed(Form form) {
        String now = form.value(InterviewController.FIELD + Vocabulary.DRUG_HYPERSENSITIVITY);
        PatientChart.Answer before = chart.answers().get(Vocabulary.DRUG_HYPERSENSITIVITY);
        return now.isEmpty() ? before != null && before.value().equals(true) : now.equals("yes");
    }

    /** What is to be written. */
    List<Entry.Draft> drafts() {
        return drafts;
    }

    /** The form with what has to be corrected. */
    Form checked() {
        return checked;
    }

    /** True when anything was answered, even if the chart knew it. */
    boolean answered() {
        return answered;
    }

    private void choice(String name, String id, String value) {
        PatientChart.Answer before = chart.answers().get(id);
        switch (value) {
            case "yes", "no" -> {
                boolean yes = value.equals("yes");
                answered = true;
                if (before == null || !before.value().equals(yes)) {
                    drafts.add(Drafts.answered(id, yes));
                }
            }
            case "unknown" -> {
                answered = true;
                if (before != null) {
                    drafts.add(Drafts.unanswered(id));
                }
            }
            default -> checked = checked.with(name, page, "interview.choose");
        }
    }

    private void number(String name, Measure measure, String value) {
        String label = page.messages().capital(page.messages().say(measure.name()));
        String plain = value.replace(',', '.').replaceAll("[\\s\u00a0\u202f]", "");
        if (!plain.matches("-?[0-9]{1,9}(\\.[0-9]{1,6})?")) {
            checked = checked.with(new Problem(name, page.say("interview.number", "name", label)));
            return;
        }
        BigDecimal number = new BigDecimal(plain);
        if (number.doubleValue() < measure.least() || number.doubleValue() > measure.most()) {
            checked = checked.with(new Problem(
                    name,
                    page.say(
                            "interview.range",
                            Map.of("name", label, "least", measure.least(), "most", measure.most()))));
            return;
        }
        answered = true;
        drafts.add(Drafts.measured(chart.id(), measure, number, today));
    }
}
