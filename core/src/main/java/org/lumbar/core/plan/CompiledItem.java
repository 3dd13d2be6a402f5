package org.lumbar.core.plan;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;

/** An item with its rules in bit-set form. Holds everything that does not depend on the patient. */
final class CompiledItem {

    final int index;
    final Item item;
    final boolean umbrella;
    /** Never offered. */
    final boolean closed;

    final boolean needsDiagnosis;
    /** It is a medicine with a dose. */
    final boolean dosed;

    final CompiledRules exclusions;
    final CompiledRules cautions;
    final CompiledGate[] gates;
    /** Items with the same number have the same gates. */
    final int gateList;

    final Condition indicated;
    /** True when every gate that blocks is open. */
    final Condition open;
    /** Its reasons, as far as they are the same for all patients. */
    final StandingReasons reasons;

    private final Item.@Nullable Offer comprehensive;
    private final Item.@Nullable Offer guideline;

    private ClosedBy closedBy = ClosedBy.NOTHING;

    CompiledItem(int index, Item item, Atoms atoms, Naming naming, Gates gates) {
        this.index = index;
        this.item = item;
        this.umbrella = item.umbrella();
        this.closed = item.availability() == Item.Availability.CLOSED;
        this.needsDiagnosis = item.needsDiagnosis();
        this.dosed = item.dose() != null;
        this.exclusions = new CompiledRules(Stream.concat(
                        item.physical()
                                ? Stream.of(CompiledRule.redFlag(item, atoms, naming))
                                : Stream.<CompiledRule>empty(),
                        item.exclusions().stream().map(rule -> CompiledRule.of(rule, Reason.EXCLUDED, atoms, naming)))
                .toList());
        this.cautions = new CompiledRules(item.cautions().stream()
                .map(rule -> CompiledRule.of(rule, Reason.CAUTION, atoms, naming))
                .toList());
        this.gates = gates.of(item);
        this.gateList = gates.number(item);
        this.indicated = Condition.compile(item.indicatedWhen(), atoms);
        this.open = gates.open(item);
        this.reasons = new StandingReasons(item, indicated, naming);
        this.comprehensive = item.offer().get(Standard.COMPREHENSIVE);
        this.guideline = item.offer().get(Standard.GUIDELINE);
    }

    /** Called once all atoms are known. */
    void freeze(Literals literals) {
        closedBy = new ClosedBy(exclusions
                .alone()
                .mapToObj(atom -> List.of(literals.change(atom, true)))
                .toList());
    }

    ClosedBy closedBy() {
        return closedBy;
    }

    Item.@Nullable Offer offer(Standard standard) {
        return switch (standard) {
            case COMPREHENSIVE -> comprehensive;
            case GUIDELINE -> guideline;
        };
    }
}
