package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    private record CompiledAdjustment(LocalizedText text, Condition when) {}

    /** An ingredient with every ceiling of it, the substance's own and those of the item. */
    private record Part(
            Substance substance,
            @Nullable Range perDoseMg,
            @Nullable Double planned,
            List<CompiledCeiling> ceilings) {}

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

    private Compiled compile(Item item, Dose dose) {
        List<Part> parts = dose.ingredients().stream()
                .map(ingredient -> compile(item, dose, ingredient))
                .toList();
        List<CompiledAdjustment> adjustments = dose.adjustments().stream()
                .map(one -> new CompiledAdjustment(one.text(), Condition.compile(one.when(), atoms)))
                .toList();
        boolean same = adjustments.isEmpty()
                && parts.stream().allMatch(part -> part.ceilings().isEmpty());
        List<DoseAdvice.IngredientDose> planned =
                parts.stream().map(part -> fitted(part, part.planned())).toList();
        return new Compiled(dose, parts, adjustments, same ? new DoseAdvice(dose, planned, List.of()) : null);
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
        return new Part(substance, ingredient.perDoseMg(), planned(ingredient, dose), all);
    }

    /** The dose of an item for this patient; null when it has none. */
    @Nullable
    DoseAdvice advise(CompiledItem compiled, Case patient) {
        Compiled dose = doses.get(compiled.index);
        if (dose == null || dose.standing() != null) {
            return dose == null ? null : dose.standing();
        }
        List<DoseAdvice.IngredientDose> ingredients =
                new ArrayList<>(dose.parts().size());
        for (Part part : dose.parts()) {
            ingredients.add(fitted(part, strictest(part.planned(), limit(part.ceilings(), patient))));
        }
        List<LocalizedText> adjustments = new ArrayList<>(1);
        for (CompiledAdjustment adjustment : dose.adjustments()) {
            if (patient.state().holds(adjustment.when())) {
                adjustments.add(adjustment.text());
            }
        }
        return new DoseAdvice(dose.dose(), ingredients, adjustments);
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

    private static @Nullable Double planned(Dose.Ingredient ingredient, Dose dose) {
        Range perDose = ingredient.perDoseMg();
        Range times = dose.timesPerDay();
        return perDose == null || times == null ? null : perDose.most() * times.most();
    }

    /** One dose never exceeds what a whole day allows. */
    private static DoseAdvice.IngredientDose fitted(Part part, @Nullable Double perDay) {
        Range perDose = part.perDoseMg();
        boolean fits = perDose == null || perDay == null || perDose.most() <= perDay;
        return new DoseAdvice.IngredientDose(
                part.substance(), fits ? perDose : new Range(Math.min(perDose.least(), perDay), perDay), perDay);
    }

    private static @Nullable Double strictest(@Nullable Double a, @Nullable Double b) {
        if (a == null) {
            return b;
        }
        return b == null ? a : Double.valueOf(Math.min(a, b));
    }
}
