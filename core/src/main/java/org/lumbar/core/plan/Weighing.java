package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.FindingDefinition.Effect;
import org.lumbar.core.knowledge.FindingDefinition.Source;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Level;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.Objection.Kind;
import org.lumbar.core.plan.Objection.Weight;

/**
 * Everything that speaks against single items for one patient on one day, whatever status they have: also what the plan does
 * not say because something else decided first. And what speaks against several items together. Not for sharing between
 * threads.
 */
public final class Weighing {

    private final KnowledgeBase knowledge;
    private final Map<String, CompiledItem> items;
    private final Case patient;
    private final Explanation explanation;
    private final OpenQuestions open;
    private final Doses doses;
    private final InteractionIndex interactions;
    private final Consistency consistency;
    private final FactsBehind facts;
    private final Map<String, FindingDefinition> findings = new HashMap<>();
    private final Map<String, Level> levels = new HashMap<>();

    Weighing(
            Explainer explainer,
            Consistency consistency,
            Map<String, CompiledItem> items,
            Case patient,
            Explanation explanation) {
        this.knowledge = explainer.knowledge;
        this.items = items;
        this.patient = patient;
        this.explanation = explanation;
        this.open = explainer.openQuestions(patient);
        this.doses = explainer.doses;
        this.interactions = explainer.interactions;
        this.consistency = consistency;
        this.facts = new FactsBehind(knowledge, patient);
        knowledge.findings().forEach(finding -> findings.put(finding.id(), finding));
        knowledge.interactions().forEach(interaction -> levels.put(interaction.id(), interaction.level()));
    }

    /**
     * An item that is to be given.
     *
     * @param prescription how; empty when the range of the knowledge base stands
     */
    public record Portion(String item, Prescription prescription) {}

    /** An item meets another. */
    public record Clash(String item, String other, Objection objection) {}

    /** What speaks against an item on its own, worst first; empty when it is offered, and when there is no such item. */
    public List<Objection> against(String id) {
        CompiledItem compiled = items.get(id);
        if (compiled == null || compiled.umbrella) {
            return List.of();
        }
        List<Reason> reasons = new ArrayList<>();
        if (compiled.closed) {
            reasons.addAll(compiled.reasons.refused);
        } else {
            reasons.addAll(explanation.stops(compiled.item));
            reasons.addAll(explanation.withheld(compiled));
            if (compiled.offer(patient.standard()) == null || patient.state().of(compiled.indicated) == Truth.FALSE) {
                reasons.addAll(explanation.unwanted(compiled));
            }
            List<String> missing = open.of(compiled);
            if (!missing.isEmpty()) {
                reasons.add(explanation.waiting(compiled.item, missing));
            }
        }
        return reasons.stream()
                .map(this::objection)
                .sorted(Comparator.comparing(Objection::weight, Comparator.reverseOrder()))
                .toList();
    }

    private Objection objection(Reason reason) {
        Kind kind = kind(reason);
        boolean never = levels.get(reason.rule()) == Level.CONTRAINDICATED;
        return new Objection(kind, never ? Weight.ABSOLUTE : Objection.weight(kind), reason, facts.of(reason));
    }

    private Kind kind(Reason reason) {
        return switch (reason.pattern()) {
            case Reason.EMERGENCY -> Kind.EMERGENCY;
            case Reason.RED_FLAG -> Kind.RED_FLAG;
            case Reason.ALLERGY -> Kind.ALLERGY;
            case Reason.DUPLICATE -> Kind.DUPLICATION;
            case Reason.INTERACTION -> Kind.INTERACTION;
            case Reason.NOT_LICENSED -> Kind.LICENCE;
            case Reason.GATE -> Kind.GATE;
            case Reason.REFUSED -> Kind.REFUSED;
            case Reason.MISSING ->
                reason.findings().contains(Vocabulary.DIAGNOSIS_CONFIRMED) ? Kind.DIAGNOSIS : Kind.MISSING;
            case Reason.NOT_INDICATED, Reason.STANDARD, Reason.CHECK_ONLY -> Kind.NOT_INDICATED;
            default -> subject(reason.findings());
        };
    }

    /** What an exclusion is about. */
    private Kind subject(List<String> ids) {
        if (ids.stream().anyMatch(facts::goesByAgeOrWeeks)) {
            return Kind.AGE_PREGNANCY;
        }
        return ids.stream().map(findings::get).anyMatch(Weighing::ofAllergy) ? Kind.ALLERGY : Kind.CONTRAINDICATION;
    }

    private static boolean ofAllergy(@Nullable FindingDefinition finding) {
        return finding != null
                && finding.evidence().stream()
                        .anyMatch(one -> one.source() == Source.ALLERGY && one.effect() == Effect.PRESENT);
    }

    /** The dose of an item under the limits of this patient, whether or not it is offered. */
    public Optional<DoseAdvice> dose(String id) {
        CompiledItem compiled = items.get(id);
        return compiled == null ? Optional.empty() : Optional.ofNullable(doses.advise(compiled, patient));
    }

    /** What may be written of an item, by field; empty when nothing can be. */
    public Prescription.Limits limits(String id) {
        CompiledItem compiled = items.get(id);
        return compiled == null
                ? Prescription.Limits.NONE
                : Prescription.limits(compiled.item, doses.advise(compiled, patient));
    }

    /**
     * What speaks against an item together with others: pairs that must not meet or not in one course, more alternatives of one kind than belong
     * in a plan, and ingredients above their ceiling.
     */
    public List<Clash> clashes(Portion portion, List<Portion> others) {
        CompiledItem compiled = items.get(portion.item());
        if (compiled == null || compiled.umbrella) {
            return List.of();
        }
        List<Clash> clashes = new ArrayList<>();
        Map<String, Double> sums = new HashMap<>();
        for (Portion each : others) {
            CompiledItem other = items.get(each.item());
            if (other != null && !other.umbrella && other != compiled) {
                meet(compiled, other).ifPresent(clashes::add);
                add(other, each.prescription(), sums);
            }
        }
        addCeilings(compiled, portion.prescription(), sums, clashes);
        return clashes;
    }

    private Optional<Clash> meet(CompiledItem compiled, CompiledItem other) {
        if (interactions.keepsApart(compiled.index, other.index)) {
            Interaction worst = Collections.min(
                    interactions.between(other.index, compiled.index), Comparator.comparing(Interaction::level));
            return Optional.of(clash(compiled, other, Kind.INTERACTION, consistency.meeting(worst, other.item)));
        }
        return consistency
                .sameChoice(other.item, compiled.item, patient.standard())
                .or(() -> consistency.sameCourse(other.item, compiled.item))
                .map(reason -> clash(compiled, other, Kind.DUPLICATION, reason));
    }

    private Clash clash(CompiledItem compiled, CompiledItem other, Kind kind, Reason reason) {
        boolean never = levels.get(reason.rule()) == Level.CONTRAINDICATED;
        Weight weight = never ? Weight.ABSOLUTE : Objection.weight(kind);
        // The rule is named with the other item, so that to accept one pair accepts no other.
        Reason pair = reason.as(reason.rule() + "+" + other.item.id());
        return new Clash(
                compiled.item.id(),
                other.item.id(),
                new Objection(kind, weight, pair, List.of("plan " + other.item.id())));
    }

    private void add(CompiledItem compiled, Prescription prescription, Map<String, Double> sums) {
        DoseAdvice advice = doses.advise(compiled, patient);
        if (advice != null) {
            for (DoseAdvice.IngredientDose ingredient : advice.ingredients()) {
                Double more = prescription.perDay(advice, ingredient);
                sums.merge(ingredient.substance().id(), more == null ? 0.0 : more, Double::sum);
            }
        }
    }

    private void addCeilings(
            CompiledItem compiled, Prescription prescription, Map<String, Double> sums, List<Clash> clashes) {
        DoseAdvice advice = doses.advise(compiled, patient);
        if (advice == null) {
            return;
        }
        for (DoseAdvice.IngredientDose ingredient : advice.ingredients()) {
            String id = ingredient.substance().id();
            Double ceiling = doses.ceiling(id, patient);
            Double more = prescription.perDay(advice, ingredient);
            Double before = sums.get(id);
            if (before != null && (ceiling == null || more == null || before + more > ceiling)) {
                Reason reason = Consistency.tooMuch(compiled.item, ingredient);
                clashes.add(new Clash(
                        compiled.item.id(),
                        compiled.item.id(),
                        new Objection(Kind.CEILING, Weight.FINAL, reason, List.of("sum " + id))));
            }
        }
    }
}
