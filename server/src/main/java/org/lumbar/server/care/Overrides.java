package org.lumbar.server.care;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Kind;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.plan.Objection;
import org.lumbar.core.plan.Objection.Weight;

/**
 * Decisions against rules. A decision covers one rule of one item of one patient, under the content and the facts that it was
 * made with; when one of these changes it has lapsed, and the rule speaks again.
 */
final class Overrides {

    /** The item of a decision that lifts the stop of an emergency. */
    static final String EMERGENCY = "";

    private static final int STAMP = 8;

    private final Map<String, PatientChart.Overridden> decisions;
    private final PatientChart chart;
    private final String knowledge;

    /** @param knowledge SHA-256 of the content */
    Overrides(PatientChart chart, String knowledge) {
        this(chart.overrides(), chart, knowledge);
    }

    /**
     * Decisions of another time, held against the facts of today.
     *
     * @param decisions by item
     * @param chart with the facts
     * @param knowledge SHA-256 of the content
     */
    Overrides(Map<String, PatientChart.Overridden> decisions, PatientChart chart, String knowledge) {
        this.decisions = decisions;
        this.chart = chart;
        this.knowledge = knowledge;
    }

    /** The decision that covers an objection to an item; empty when there is none, or it has lapsed. */
    Optional<PatientChart.Rule> covering(String item, Objection objection) {
        PatientChart.Overridden override = decisions.get(item);
        if (objection.weight() == Weight.FINAL
                || override == null
                || !override.knowledge().equals(knowledge)) {
            return Optional.empty();
        }
        List<String> facts = facts(objection);
        return override.rules().stream()
                .filter(rule ->
                        rule.rule().equals(objection.rule()) && rule.facts().equals(facts))
                .findFirst();
    }

    /** What an objection rests on, down to what the entries of the chart say now. */
    List<String> facts(Objection objection) {
        return objection.facts().stream().map(this::stamped).toList();
    }

    private String stamped(String fact) {
        for (Map.Entry<String, Map<String, Object>> resource : chart.resources().entrySet()) {
            if (fact.equals(resource.getKey()) || fact.endsWith(" " + resource.getKey())) {
                return fact + "@" + hash(Json.canonical(resource.getValue()));
            }
        }
        return fact;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, STAMP);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A decision to write down. */
    Entry.Draft decided(String item, List<PatientChart.Rule> rules) {
        List<Object> all = new ArrayList<>();
        for (PatientChart.Rule rule : rules) {
            all.add(Map.of(
                    "rule", rule.rule(),
                    "kind", rule.kind(),
                    "reason", rule.reason(),
                    "text", rule.text(),
                    "facts", rule.facts(),
                    "says", rule.says()));
        }
        return Entry.Draft.of(Kind.OVERRIDDEN, Map.of("item", item, "knowledge", knowledge, "rules", all));
    }
}
