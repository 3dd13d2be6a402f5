package org.lumbar.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lumbar.core.finding.Findings.CurrentMedicine;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.TreatmentPlan;

/** Says in words what {@link Recommendation#wouldChangeIf()} names by id. */
final class Changes {

    private static final Pattern CHANGE = Pattern.compile("(.*?)(<=|>=|<|>|=)(.*)");

    private final TreatmentPlan plan;
    private final Words words;

    Changes(TreatmentPlan plan, Words words) {
        this.plan = plan;
        this.words = words;
    }

    /** Each way that needs several changes stands alone; ways of one change share a line. */
    List<String> of(List<List<String>> ways) {
        List<String> texts = new ArrayList<>();
        String single = ways.stream()
                .filter(way -> way.size() == 1)
                .map(way -> say(way.get(0)))
                .collect(Collectors.joining(Words.DOT));
        if (!single.isEmpty()) {
            texts.add(single);
        }
        for (List<String> way : ways) {
            if (way.size() > 1) {
                texts.add(way.stream().map(this::say).collect(Collectors.joining(", ")));
            }
        }
        return texts;
    }

    private String say(String change) {
        Matcher matcher = CHANGE.matcher(change);
        if (!matcher.matches()) {
            return change;
        }
        String subject = matcher.group(1);
        String value = matcher.group(3);
        if (!matcher.group(2).equals("=")) {
            return words.fill(
                    "condition.compare",
                    Map.of(
                            "measure", words.name(subject),
                            "operator", words.operator(matcher.group(2)),
                            "value", words.number(Double.parseDouble(value))));
        }
        return switch (value) {
            case "present" -> words.fill("change.present", "finding", words.name(subject));
            case "absent" -> words.fill("change.absent", "finding", words.name(subject));
            case "stopped" -> words.fill("change.stopped", "entry", medicine(subject));
            default ->
                subject.equals("country")
                        ? words.fill("change.country", "country", words.country(value))
                        : words.fill("change.standard", "standard", words.say("standard." + value));
        };
    }

    private String medicine(String ref) {
        return plan.findings().medicines().stream()
                .filter(medicine -> medicine.ref().equals(ref))
                .map(CurrentMedicine::label)
                .findFirst()
                .orElse(ref);
    }
}
