package org.lumbar.core.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Gate;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.logic.Truth;

/**
 * What the plan says of one item, and why.
 *
 * @param missing findings and measures that must be known first
 * @param wouldChangeIf smallest sets of changes that would give another status, each change as {@code finding=state},
 *     {@code measure<number}, {@code country=…}, {@code standard=…} or {@code entry=stopped}
 * @param dose how much of it, for medicines that are offered
 */
public record Recommendation(
        Item item,
        Status status,
        List<Reason> reasons,
        List<String> missing,
        List<GateState> gates,
        List<List<String>> wouldChangeIf,
        @Nullable DoseAdvice dose) {

    public Recommendation {
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
        gates = List.copyOf(gates);
        wouldChangeIf = List.copyOf(wouldChangeIf);
    }

    /** A gate of the item; {@link Truth#UNKNOWN} for steps that are taken during the course. */
    public record GateState(Gate gate, Truth open) {}
}
