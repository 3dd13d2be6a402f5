package org.lumbar.core.knowledge;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Item.Availability;
import org.lumbar.core.logic.Expression;

/** The ways in which an item can come out that its worked cases have to show. */
public enum Outcome {
    OFFERED,
    WITHHELD,
    UNKNOWN,
    REFUSED;

    /** Of any item, also of one that can come out in fewer ways. */
    public static final int FEWEST_CASES = 3;

    /**
     * Whether worked cases are enough for an item: they show each way in which it can come out, and are not too few.
     *
     * @param expectations what each of its cases expects: a status, or {@code offered}
     */
    public static boolean shown(Item item, KnowledgeBase knowledge, List<String> expectations) {
        return expectations.size() >= FEWEST_CASES
                && possible(item, knowledge).stream().allMatch(outcome -> outcome.shownBy(expectations));
    }

    /** Whether a case expects it. */
    public boolean shownBy(List<String> expectations) {
        return expectations.stream().anyMatch(expected -> of(expected) == this);
    }

    /** What a case expects; null when the item is not indicated, which shows nothing of its rules. */
    private static @Nullable Outcome of(String expected) {
        return switch (expected) {
            case "withheld" -> WITHHELD;
            case "needs-information" -> UNKNOWN;
            case "refused" -> REFUSED;
            case "not-indicated" -> null;
            default -> OFFERED;
        };
    }

    /**
     * Those that the form of the item allows: a closed item is refused whoever asks; what no standard offers is never asked
     * about; what only an emergency calls for is never offered, since an emergency stops everything.
     */
    public static Set<Outcome> possible(Item item, KnowledgeBase knowledge) {
        if (item.availability() == Availability.CLOSED) {
            return EnumSet.of(REFUSED);
        }
        if (item.umbrella()) {
            return knowledge.items().stream()
                    .filter(member -> item.members().contains(member.id()))
                    .flatMap(member -> possible(member, knowledge).stream())
                    .filter(outcome -> outcome != REFUSED)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.class)));
        }
        Set<Outcome> possible = EnumSet.of(WITHHELD);
        if (!item.offer().isEmpty()) {
            if (!onlyInAnEmergency(item, knowledge)) {
                possible.add(OFFERED);
            }
            if (dependsOnAnswers(item, knowledge)) {
                possible.add(UNKNOWN);
            }
        }
        return possible;
    }

    /** True when it cannot be indicated without an emergency. */
    private static boolean onlyInAnEmergency(Item item, KnowledgeBase knowledge) {
        Set<String> emergencies = knowledge.redFlags().stream()
                .filter(flag -> flag.urgency().emergency())
                .map(RedFlag::id)
                .collect(Collectors.toSet());
        return !canHoldWithout(emergencies, item.indicatedWhen());
    }

    private static boolean canHoldWithout(Set<String> findings, Expression rule) {
        return switch (rule) {
            case Expression.Finding finding -> !findings.contains(finding.id());
            case Expression.Comparison comparison -> true;
            case Expression.Not not -> true;
            case Expression.All all -> all.operands().stream().allMatch(operand -> canHoldWithout(findings, operand));
            case Expression.Any any -> any.operands().stream().anyMatch(operand -> canHoldWithout(findings, operand));
        };
    }

    private static boolean dependsOnAnswers(Item item, KnowledgeBase knowledge) {
        return item.needsDiagnosis()
                || item.physical()
                || !item.exclusions().isEmpty()
                || !item.indicatedWhen().equals(Expression.ALWAYS)
                || knowledge.gates().stream()
                        .anyMatch(gate -> gate.blocks() && item.gates().contains(gate.id()));
    }
}
