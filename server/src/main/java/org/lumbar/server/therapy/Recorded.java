package org.lumbar.server.therapy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lumbar.chart.PatientChart;
import org.lumbar.chart.Performed;
import org.lumbar.core.exercise.SessionCheck;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Pathway.SessionSign;
import org.lumbar.server.page.Messages;
import org.lumbar.server.patient.Clinic;

/**
 * What became of a treatment, in words.
 *
 * @param name of the treatment
 * @param reason why it was not done or was stopped; empty when it was done
 * @param measured what was measured, one line
 * @param late written down on a later day
 */
public record Recorded(Performed performed, String name, String reason, String measured, boolean late) {

    /** Everything recorded of a patient, newest day first. */
    static List<Recorded> all(PatientChart chart, Clinic clinic, Messages messages) {
        return chart.performed().stream()
                .sorted(java.util.Comparator.comparing(Performed::on)
                        .thenComparingLong(Performed::sequence)
                        .reversed())
                .map(one -> of(one, clinic, messages))
                .toList();
    }

    static Recorded of(Performed one, Clinic clinic, Messages messages) {
        String name = clinic.knowledge().items().stream()
                .filter(item -> item.id().equals(one.item()))
                .findFirst()
                .map(Item::name)
                .map(messages::say)
                .map(messages::capital)
                .orElse(one.item());
        return new Recorded(one, name, reason(one, clinic, messages), measured(one, messages), one.late(clinic.zone()));
    }

    private static String reason(Performed one, Clinic clinic, Messages messages) {
        if (one.result() == Performed.Result.STOPPED) {
            return signs(one, clinic).stream()
                    .map(sign -> messages.say(sign.sign()))
                    .collect(Collectors.joining("; "));
        }
        String key = "treatment.reason." + one.reason();
        return messages.has(key) ? messages.say(key) : one.reason();
    }

    /** The signs that stopped it. */
    static List<SessionSign> signs(Performed one, Clinic clinic) {
        List<String> ids = List.of(one.reason().split(" ", -1));
        return clinic.knowledge().pathway().sessionSigns().stream()
                .filter(sign -> ids.contains(sign.id()))
                .toList();
    }

    private static String measured(Performed one, Messages messages) {
        Map<String, BigDecimal> values = one.measured();
        List<String> parts = new ArrayList<>();
        if (values.containsKey(SessionCheck.PULSE)) {
            parts.add(messages.say("treatment.told.pulse", "n", values.get(SessionCheck.PULSE)));
        }
        if (values.containsKey(SessionCheck.SYSTOLIC)) {
            parts.add(messages.say(
                    "treatment.told.pressure",
                    Map.of(
                            "upper", values.get(SessionCheck.SYSTOLIC),
                            "lower", values.getOrDefault(SessionCheck.DIASTOLIC, BigDecimal.ZERO))));
        }
        pain(values, messages).ifPresent(parts::add);
        return String.join(", ", parts);
    }

    private static java.util.Optional<String> pain(Map<String, BigDecimal> values, Messages messages) {
        BigDecimal before = values.get(SessionCheck.PAIN_BEFORE);
        BigDecimal after = values.get(SessionCheck.PAIN_AFTER);
        if (before != null && after != null) {
            return java.util.Optional.of(messages.say("treatment.told.pain", Map.of("before", before, "after", after)));
        }
        if (before != null) {
            return java.util.Optional.of(messages.say("treatment.told.pain-before", "n", before));
        }
        return after == null
                ? java.util.Optional.empty()
                : java.util.Optional.of(messages.say("treatment.told.pain-after", "n", after));
    }
}
