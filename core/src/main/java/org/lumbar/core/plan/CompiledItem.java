package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.knowledge.Substance.Ceiling;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Lanes;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;
import org.lumbar.core.logic.Verdicts;
import org.lumbar.core.plan.Reason.Word;

/** An item with its rules in bit-set form. Holds everything that does not depend on the patient. */
final class CompiledItem {

    /** A rule, its compiled condition and the reason that it gives. */
    record CompiledRule(Condition condition, int singleAtom, Reason reason) {

        /** The reason, naming the findings that made the rule true; what is lacking is named as a need. */
        Reason because(Grounds grounds) {
            if (singleAtom >= 0) {
                return reason;
            }
            Grounds.Named trigger = grounds.triggering(condition);
            return new Reason(
                    reason.rule(),
                    trigger.needs() ? Reason.NEEDS : reason.pattern(),
                    trigger.words(),
                    reason.why(),
                    trigger.findings(),
                    reason.advice(),
                    reason.sources());
        }
    }

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

    final List<CompiledCeiling> ceilings = new ArrayList<>();
    final List<CompiledAdjustment> adjustments = new ArrayList<>();
    final Condition indicated;
    /** Names of the rules that make it indicated, and not indicated. */
    final String indicatedRule;

    final String indicationRule;
    /** Why it is refused, for items that always are. */
    final List<Reason> refused;

    /** Exclusions that consist of more than "this finding is present". */
    private final CompiledRule[] complexExclusions;

    private final Map<Standard, Item.Offer> offers = new EnumMap<>(Standard.class);
    private long[] exclusionMask = new long[0];
    private ClosedBy closedBy = ClosedBy.NOTHING;

    CompiledItem(int index, Item item, Atoms atoms, Literals literals, Gates gates) {
        this.index = index;
        this.item = item;
        this.umbrella = item.umbrella();
        List<CompiledRule> rules = new ArrayList<>();
        if (item.physical()) {
            rules.add(redFlagRule(item, atoms, literals));
        }
        for (Item.Rule rule : item.exclusions()) {
            rules.add(compile(rule, Reason.EXCLUDED, atoms, literals));
        }
        this.exclusions = rules.toArray(CompiledRule[]::new);
        this.complexExclusions =
                rules.stream().filter(rule -> rule.singleAtom() < 0).toArray(CompiledRule[]::new);
        this.cautions = item.cautions().stream()
                .map(rule -> compile(rule, Reason.CAUTION, atoms, literals))
                .toArray(CompiledRule[]::new);
        this.gates = gates.of(item);
        this.gateList = gates.number(item);
        this.indicated = Condition.compile(item.indicatedWhen(), atoms);
        this.indicatedRule = item.id() + "/indicated";
        this.indicationRule = item.id() + "/indication";
        this.refused = List.of(new Reason(
                item.id() + "/refused", Reason.REFUSED, List.of(), item.refused(), List.of(), null, item.sources()));
        offers.putAll(item.offer());
    }

    /** Called once all atoms are known. */
    void freeze(int words, Literals literals) {
        closedBy = new ClosedBy(Arrays.stream(exclusions)
                .filter(rule -> rule.singleAtom() >= 0)
                .map(rule -> List.of(literals.change(rule.singleAtom(), true)))
                .toList());
        exclusionMask = new long[words];
        for (CompiledRule rule : exclusions) {
            int atom = rule.singleAtom();
            if (atom >= 0) {
                exclusionMask[atom >>> 6] |= 1L << atom;
            }
        }
    }

    ClosedBy closedBy() {
        return closedBy;
    }

    Truth excluded(Verdicts state) {
        TruthSet truths = state.truths();
        if (truths.anyTrue(exclusionMask)) {
            return Truth.TRUE;
        }
        boolean unknown = !truths.allFalse(exclusionMask);
        for (CompiledRule rule : complexExclusions) {
            switch (state.of(rule.condition())) {
                case TRUE -> {
                    return Truth.TRUE;
                }
                case UNKNOWN -> unknown = true;
                case FALSE -> {}
            }
        }
        return unknown ? Truth.UNKNOWN : Truth.FALSE;
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

    /** The lanes in which a gate that blocks is closed. */
    long closed(Lanes lanes) {
        long any = 0;
        for (CompiledGate gate : gates) {
            any |= gate.blocks() ? lanes.isFalse(gate.atom()) : 0;
        }
        return any;
    }

    /** The lanes in which every gate that blocks is open. */
    long opened(Lanes lanes) {
        long all = -1;
        for (CompiledGate gate : gates) {
            all &= gate.blocks() ? lanes.isTrue(gate.atom()) : -1;
        }
        return all;
    }

    /** Whether the gates that block are open: true when all are. */
    Truth open(TruthSet truths) {
        Truth all = Truth.TRUE;
        for (CompiledGate gate : gates) {
            if (gate.blocks()) {
                switch (truths.get(gate.atom())) {
                    case FALSE -> {
                        return Truth.FALSE;
                    }
                    case UNKNOWN -> all = Truth.UNKNOWN;
                    case TRUE -> {}
                }
            }
        }
        return all;
    }

    private static CompiledRule compile(Item.Rule rule, String pattern, Atoms atoms, Literals literals) {
        Condition condition = Condition.compile(rule.when(), atoms);
        int atom = condition.singleAtom();
        List<Word> words = List.of();
        List<String> findings = List.of();
        if (atom >= 0) {
            words = List.of(Word.of("finding", literals.name(atom, true)));
            findings = List.of(literals.subject(atom));
        }
        return new CompiledRule(
                condition, atom, new Reason(rule.id(), pattern, words, rule.why(), findings, null, rule.sources()));
    }

    private static CompiledRule redFlagRule(Item item, Atoms atoms, Literals literals) {
        int atom = atoms.finding(Vocabulary.RED_FLAG_PRESENT);
        Condition condition =
                Condition.compile(new org.lumbar.core.logic.Expression.Finding(Vocabulary.RED_FLAG_PRESENT), atoms);
        Reason reason = new Reason(
                item.id() + "/red-flag",
                Reason.RED_FLAG,
                List.of(Word.of("flag", literals.name(atom, true))),
                null,
                List.of(Vocabulary.RED_FLAG_PRESENT),
                null,
                Sources.NONE);
        return new CompiledRule(condition, atom, reason);
    }

    Item.@Nullable Offer offer(Standard standard) {
        return offers.get(standard);
    }
}
