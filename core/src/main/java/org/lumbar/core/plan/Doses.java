package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Substance;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.text.LocalizedText;

/** Fits doses under ceilings. A ceiling whose condition is not known to be false applies. */
final class Doses {

    /** A dose limit with its compiled "for whom". */
    private record CompiledCeiling(Substance.Ceiling ceiling, Condition when) {

        boolean applies(Case patient) {
            List<String> countries = ceiling.countries();
            return (countries.isEmpty() || countries.contains(patient.country()))
                    && patient.state().of(when) != Truth.FALSE;
        }
    }

    private record CompiledAdjustment(Dose.Adjustment adjustment, Condition when) {}

    /** An ingredient with every ceiling of it, the substance's own and those of the item. */
    private record Part(Substance substance, @Nullable Range perDoseMg, List<CompiledCeiling> ceilings) {}

    /** @param standing the advice, when it is the same for all patients */
    private record Compiled(
            Dose dose,
            List<Part> parts,
            List<CompiledAdjustment> adjustments,
            @Nullable DoseAdvice standing) {}

    private final Atoms atoms;
    private final Map<String, Substance> substances = new HashMap<>();
    private final Map<String, List<CompiledCeiling>> ceilings = new HashMap<>();
    /** By the place of an item; null when it has no dose. */
    private final List<@Nullable Compiled> doses = new ArrayList<>();

    /** @throws IllegalArgumentException when an item contains a substance that the knowledge base does not have */
    Doses(KnowledgeBase knowledge, Atoms atoms) {
        this.atoms = atoms;
        for (Substance substance : knowledge.substances()) {
            substances.put(substance.id(), substance);
            ceilings.put(substance.id(), compile(substance.ceilings(), substance.id()));
        }
        for (Item item : knowledge.items()) {
            doses.add(item.dose() == null ? null : compile(item, item.dose()));
        }
    }

    private List<CompiledCeiling> compile(List<Substance.Ceiling> some, String substance) {
        return some.stream()
                .filter(ceiling -> ceiling.substance().equals(substance))
                .map(ceiling -> new CompiledCeiling(ceiling, Condition.compile(ceiling.when(), atoms)))
                .toList();
    }

    private Compiled compile(Item item, Dose stated) {
        Dose dose = new Lowering(stated, null).dose();
        List<Part> parts = dose.ingredients().stream()
                .map(ingredient -> compile(item, dose, ingredient))
                .toList();
        List<CompiledAdjustment> adjustments = dose.adjustments().stream()
                .map(one -> new CompiledAdjustment(one, Condition.compile(one.when(), atoms)))
                .toList();
        boolean same = adjustments.isEmpty()
                && parts.stream().allMatch(part -> part.ceilings().isEmpty());
        return new Compiled(dose, parts, adjustments, same ? standing(dose, parts) : null);
    }

    private static DoseAdvice standing(Dose dose, List<Part> parts) {
        List<DoseAdvice.IngredientDose> ingredients = parts.stream()
                .map(part -> fitted(part.substance(), part.perDoseMg(), dose, null))
                .toList();
        return new DoseAdvice(dose, ingredients, List.of());
    }

    private Part compile(Item item, Dose dose, Dose.Ingredient ingredient) {
        Substance substance = substances.get(ingredient.substance());
        if (substance == null) {
            throw new IllegalArgumentException(
                    item.id() + " contains " + ingredient.substance() + ", which substances.yaml does not have");
        }
        List<CompiledCeiling> all = Stream.concat(
                        ceilings.getOrDefault(substance.id(), List.of()).stream(),
                        compile(dose.ceilings(), substance.id()).stream())
                .toList();
        return new Part(substance, ingredient.perDoseMg(), all);
    }

    /** The dose of an item for this patient; null when it has none. */
    @Nullable
    DoseAdvice advise(CompiledItem compiled, Case patient) {
        Compiled dose = doses.get(compiled.index);
        if (dose == null || dose.standing() != null) {
            return dose == null ? null : dose.standing();
        }
        List<LocalizedText> adjustments = new ArrayList<>(1);
        Lowering lowering = null;
        for (CompiledAdjustment compiledOne : dose.adjustments()) {
            if (patient.state().holds(compiledOne.when())) {
                adjustments.add(compiledOne.adjustment().text());
                Dose.Change give = compiledOne.adjustment().give();
                if (give != null) {
                    lowering = lowering == null ? lowering(dose, patient) : lowering;
                    lowering.by(give);
                }
            }
        }
        Dose given = lowering == null ? dose.dose() : lowering.dose();
        List<DoseAdvice.IngredientDose> ingredients =
                new ArrayList<>(dose.parts().size());
        for (Part part : dose.parts()) {
            Double limit = limit(part.ceilings(), patient);
            ingredients.add(
                    lowering == null
                            ? fitted(part.substance(), part.perDoseMg(), given, limit)
                            : fitted(
                                    part.substance(),
                                    lowering.perDose(part.perDoseMg()),
                                    given,
                                    strictest(limit, lowering.perDay())));
        }
        return new DoseAdvice(given, ingredients, adjustments);
    }

    private static Lowering lowering(Compiled dose, Case patient) {
        return new Lowering(dose.dose(), patient.findings().measures().get(Vocabulary.WEIGHT));
    }

    /** The ceiling of a substance for this patient, in milligrams a day; null when none applies. */
    @Nullable
    Double ceiling(String substance, Case patient) {
        return limit(ceilings.getOrDefault(substance, List.of()), patient);
    }

    private static @Nullable Double limit(List<CompiledCeiling> ceilings, Case patient) {
        Double least = null;
        for (CompiledCeiling compiled : ceilings) {
            if (compiled.applies(patient)) {
                least = strictest(least, compiled.ceiling().mgPerDay());
            }
        }
        return least;
    }

    /** One dose, taken as seldom as it may be, never exceeds what a whole day allows. */
    private static DoseAdvice.IngredientDose fitted(
            Substance substance, @Nullable Range perDose, Dose dose, @Nullable Double limit) {
        Range times = dose.timesPerDay();
        Double planned = perDose == null || times == null ? null : Double.valueOf(perDose.most() * times.most());
        Double perDay = strictest(planned, limit);
        if (perDose == null || perDay == null) {
            return new DoseAdvice.IngredientDose(substance, perDose, perDay);
        }
        double seldom = times == null ? 1 : Math.max(1, times.least());
        return new DoseAdvice.IngredientDose(substance, perDose.below(perDay / seldom), perDay);
    }

    private static @Nullable Double strictest(@Nullable Double a, @Nullable Double b) {
        if (a == null) {
            return b;
        }
        return b == null ? a : Double.valueOf(Math.min(a, b));
    }
}
