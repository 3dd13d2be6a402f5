package org.lumbar.server.therapy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lumbar.chart.Performed;
import org.lumbar.core.exercise.SessionCheck;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.Pathway.SessionSign;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Form;

/** What a therapist writes down of a session: the form, its fields and what may stand in them. */
final class SessionForm {

    /** What the names of signs begin with. */
    static final String SIGN = "sign-";

    /** Why a session was not done. */
    static final List<String> REASONS = List.of("did-not-come", "unwell", "declined", "no-time", "other");

    static final String DONE = "done";
    private static final int LONGEST_NOTE = 500;

    /** What can be measured, and the measure of the knowledge base that bounds it. */
    static final Map<String, String> MEASURES = Map.of(
            SessionCheck.PULSE, "heart-rate",
            SessionCheck.SYSTOLIC, "systolic",
            SessionCheck.DIASTOLIC, "diastolic",
            SessionCheck.PAIN_BEFORE, "pain-nrs",
            SessionCheck.PAIN_AFTER, "pain-nrs");

    private static final List<String> IN_ORDER = List.of(
            SessionCheck.PULSE,
            SessionCheck.SYSTOLIC,
            SessionCheck.DIASTOLIC,
            SessionCheck.PAIN_BEFORE,
            SessionCheck.PAIN_AFTER);

    private SessionForm() {}

    /** Ids of the signs that were ticked. */
    static Set<String> present(Form form) {
        return form.values().keySet().stream()
                .filter(name -> name.startsWith(SIGN))
                .map(name -> name.substring(SIGN.length()))
                .collect(Collectors.toSet());
    }

    /** The numbers that were typed; what is no whole number is left out. */
    static Map<String, BigDecimal> measured(Form form) {
        Map<String, BigDecimal> measured = new HashMap<>();
        for (String name : IN_ORDER) {
            form.whole(name).ifPresent(value -> measured.put(name, BigDecimal.valueOf(value)));
        }
        return measured;
    }

    /** The form of a record that is to be corrected. */
    static Form of(Performed performed) {
        Form form = Form.empty()
                .filled("corrects", Long.toString(performed.sequence()))
                .filled("note", performed.note());
        for (Map.Entry<String, BigDecimal> one : performed.measured().entrySet()) {
            form = form.filled(one.getKey(), one.getValue().toPlainString());
        }
        return form;
    }

    /** The form with what has to be corrected in it. */
    static Form checked(Form form, KnowledgeBase knowledge, Page page) {
        Form checked = form;
        for (String name : IN_ORDER) {
            if (!form.value(name).isEmpty()) {
                Measure measure = measure(name, knowledge);
                long value = form.whole(name).orElse(Long.MIN_VALUE);
                if (value < measure.least() || value > measure.most()) {
                    checked = checked.with(new Problem(
                            name,
                            page.say("treatment.wrong." + name, Map.of("least", (int) measure.least(), "most", (int)
                                    measure.most()))));
                }
            }
        }
        checked = pressure(checked, page);
        if (form.value("note").length() > LONGEST_NOTE) {
            checked = checked.with("note", page, "treatment.note.long");
        }
        if (form.is("result", "other") && form.value("note").isEmpty()) {
            checked = checked.with("note", page, "treatment.note.missing");
        }
        return checked;
    }

    private static Form pressure(Form form, Page page) {
        boolean upper = !form.value(SessionCheck.SYSTOLIC).isEmpty();
        boolean lower = !form.value(SessionCheck.DIASTOLIC).isEmpty();
        if (form.wrong(SessionCheck.SYSTOLIC) || form.wrong(SessionCheck.DIASTOLIC)) {
            return form;
        }
        if (upper != lower) {
            return form.with(
                    upper ? SessionCheck.DIASTOLIC : SessionCheck.SYSTOLIC, page, "treatment.wrong.pressure-half");
        }
        boolean swapped = upper
                && form.whole(SessionCheck.SYSTOLIC).orElse(0L)
                        <= form.whole(SessionCheck.DIASTOLIC).orElse(0L);
        return swapped ? form.with(SessionCheck.SYSTOLIC, page, "treatment.wrong.pressure-order") : form;
    }

    private static Measure measure(String name, KnowledgeBase knowledge) {
        String id = MEASURES.getOrDefault(name, name);
        return knowledge.measures().stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The knowledge base has no measure " + id));
    }

    /** What a flag says besides its reason: the number that was crossed. */
    static String details(SessionSign sign, Map<String, BigDecimal> measured) {
        BigDecimal value = sign.bound() == null ? null : measured.get(SessionCheck.measure(sign.bound()));
        return value == null ? "" : value.toPlainString();
    }
}
