package org.lumbar.server.care;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.server.patient.Clinic;
import org.springframework.stereotype.Component;

/**
 * How often each rule stood in somebody's way, and what came of it. A rule counts once for a patient and a draft, however
 * often its card is opened.
 */
@Component
public final class RuleLog {

    private static final String STREAM = "rules";
    private static final String SHOWN = "shown";
    private static final String ACCEPTED = "accepted";
    private static final String OVERRIDDEN = "overridden";

    /** A rule that was shown so often … */
    private static final int ENOUGH = 50;
    /** … and overridden by more than this share should be looked at. */
    private static final double MOSTLY = 0.8;

    private final Clinic clinic;

    RuleLog(Clinic clinic) {
        this.clinic = clinic;
    }

    /**
     * What became of one rule.
     *
     * @param why how often each reason was given, as {@code kind.code}
     */
    public record Count(String rule, int shown, int accepted, int overridden, Map<String, Integer> why) {

        /** True when it is overridden so often that its content should be reviewed. */
        public boolean review() {
            return shown > ENOUGH && overridden > MOSTLY * shown;
        }
    }

    void shown(PlanDraft draft, String item, Collection<String> rules, String author) {
        write(SHOWN, draft, item, rules, author, Map.of());
    }

    /** The rules were followed: the item was left out or replaced. */
    void accepted(PlanDraft draft, String item, Collection<String> rules, String author) {
        write(ACCEPTED, draft, item, rules, author, Map.of());
    }

    /** @param why by rule, {@code kind.code} */
    void overridden(PlanDraft draft, String item, Map<String, String> why, String author) {
        write(OVERRIDDEN, draft, item, why.keySet(), author, why);
    }

    private void write(
            String kind,
            PlanDraft draft,
            String item,
            Collection<String> rules,
            String author,
            Map<String, String> why) {
        List<Entry.Draft> drafts = rules.stream()
                .distinct()
                .sorted()
                .map(rule -> Entry.Draft.of(
                        kind,
                        Map.of(
                                "rule", name(rule),
                                "item", item,
                                "patient", draft.chart().id(),
                                "draft", draft.chart().signed().size() + 1,
                                "why", why.getOrDefault(rule, ""))))
                .toList();
        if (!drafts.isEmpty()) {
            store().append(STREAM, ChartStore.ANY, null, author, drafts);
        }
    }

    /** A rule about two items of a plan is counted as the rule that it is. */
    private static String name(String rule) {
        int pair = rule.indexOf('+');
        return pair < 0 ? rule : rule.substring(0, pair);
    }

    private ChartStore store() {
        return clinic.store();
    }

    /** Every rule that was ever shown, most often overridden first. */
    List<Count> counts() {
        Map<String, Set<String>> shown = new TreeMap<>();
        Map<String, Set<String>> accepted = new HashMap<>();
        Map<String, Map<String, String>> overridden = new HashMap<>();
        for (Entry entry : store().read(STREAM)) {
            Map<String, Object> content = entry.content();
            String rule = Json.text(content, "rule");
            String draft =
                    Json.text(content, "patient") + " " + content.get("draft") + " " + Json.text(content, "item");
            shown.computeIfAbsent(rule, r -> new HashSet<>()).add(draft);
            switch (entry.kind()) {
                case ACCEPTED -> {
                    accepted.computeIfAbsent(rule, r -> new HashSet<>()).add(draft);
                    overridden.getOrDefault(rule, new HashMap<>()).remove(draft);
                }
                case OVERRIDDEN -> {
                    overridden.computeIfAbsent(rule, r -> new HashMap<>()).put(draft, Json.text(content, "why"));
                    accepted.getOrDefault(rule, new HashSet<>()).remove(draft);
                }
                default -> {}
            }
        }
        return shown.entrySet().stream()
                .map(rule -> count(
                        rule.getKey(),
                        rule.getValue().size(),
                        accepted.getOrDefault(rule.getKey(), Set.of()).size(),
                        overridden.getOrDefault(rule.getKey(), Map.of())))
                .sorted(java.util.Comparator.comparingInt(Count::overridden)
                        .reversed()
                        .thenComparing(Count::rule))
                .toList();
    }

    private static Count count(String rule, int shown, int accepted, Map<String, String> overridden) {
        Map<String, Integer> why = new TreeMap<>();
        overridden.values().forEach(reason -> why.merge(reason, 1, Integer::sum));
        return new Count(rule, shown, accepted, overridden.size(), why);
    }
}
