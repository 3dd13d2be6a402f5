package org.lumbar.core.plan;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.knowledge.Substance.Ceiling;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.ConditionSet;
import org.lumbar.core.logic.Lanes;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.Verdicts;

/** An item with its rules in bit-set form. Holds everything that does not depend on the patient. */
final class CompiledItem {

    /** A dose limit with its compiled "for whom". */
    record CompiledCeiling(Ceiling ceiling, Condition when) {}

    record CompiledAdjustment(Dose.Adjustment adjustment, Condition when) {}

    final int index;
    final Item item;
    final boolean umbrella;
    final CompiledRule[] exclusions;
    final CompiledRule[] cautions;
    final CompiledGate[] gates;
    /** Items with the same number have the same gates. */
    final int gateList;

    final List<CompiledCeiling> ceilings;
    final List<CompiledAdjustment> adjustments;
    final Condition indicated;
    /** True when every gate that blocks is open. */
    final Condition open;
    /** Its reasons, as far as they are the same for all patients. */
    final StandingReasons reasons;

    private final ConditionSet excluding;
    private final ConditionSet cautioning;
    private final Map<Standard, Item.Offer> offers = new EnumMap<>(Standard.class);

    private ClosedBy closedBy = ClosedBy.NOTHING;

    CompiledItem(int index, Item item, Atoms atoms, Naming naming, Gates gates) {
        this.index = index;
        this.item = item;
        this.umbrella = item.umbrella();
        this.exclusions = Stream.concat(
                        item.physical()
                                ? Stream.of(CompiledRule.redFlag(item, atoms, naming))
                                : Stream.<CompiledRule>empty(),
                        item.exclusions().stream().map(rule -> CompiledRule.of(rule, Reason.EXCLUDED, atoms, naming)))
                .toArray(CompiledRule[]::new);
        this.cautions = item.cautions().stream()
                .map(rule -> CompiledRule.of(rule, Reason.CAUTION, atoms, naming))
                .toArray(CompiledRule[]::new);
        this.excluding = set(exclusions);
        this.cautioning = set(cautions);
        this.gates = gates.of(item);
        this.gateList = gates.number(item);
        this.indicated = Condition.compile(item.indicatedWhen(), atoms);
        this.open = gates.open(item);
        Dose dose = item.dose();
        this.ceilings = dose == null
                ? List.of()
                : dose.ceilings().stream()
                        .map(ceiling -> Doses.compile(ceiling, atoms))
                        .toList();
        this.adjustments = dose == null
                ? List.of()
                : dose.adjustments().stream()
                        .map(adjustment ->
                                new CompiledAdjustment(adjustment, Condition.compile(adjustment.when(), atoms)))
                        .toList();
        this.reasons = new StandingReasons(item, indicated, naming);
        offers.putAll(item.offer());
    }

    private static ConditionSet set(CompiledRule[] rules) {
        return new ConditionSet(
                Arrays.stream(rules).map(CompiledRule::condition).toList());
    }

    /** Called once all atoms are known. */
    void freeze(Literals literals) {
        closedBy = new ClosedBy(Arrays.stream(exclusions)
                .map(rule -> rule.condition().singleAtom())
                .filter(atom -> atom >= 0)
                .map(atom -> List.of(literals.change(atom, true)))
                .toList());
    }

    ClosedBy closedBy() {
        return closedBy;
    }

    Truth excluded(Verdicts state) {
        return excluding.any(state);
    }

    /** Whether there is something to mind with it. */
    boolean cautioned(Verdicts state) {
        return cautioning.anyHolds(state);
    }

    /** The lanes in which it is excluded. */
    long excluded(Lanes lanes) {
        long any = 0;
        for (CompiledRule rule : exclusions) {
            any |= rule.condition().holds(lanes);
        }
        return any;
    }

    /** The lanes in which it is known not to be excluded. */
    long cleared(Lanes lanes) {
        long all = -1;
        for (CompiledRule rule : exclusions) {
            all &= rule.condition().fails(lanes);
        }
        return all;
    }

    Item.@Nullable Offer offer(Standard standard) {
        return offers.get(standard);
    }
}
