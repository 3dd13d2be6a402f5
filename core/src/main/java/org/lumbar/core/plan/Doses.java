package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Substance;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.CompiledItem.CompiledCeiling;
import org.lumbar.core.text.LocalizedText;

/** Fits doses under ceilings. A ceiling whose condition is not known to be false applies. */
final class Doses {

    private final Map<String, Substance> substances = new HashMap<>();
    private final Map<String, List<CompiledCeiling>> ceilings = new HashMap<>();

    Doses(KnowledgeBase knowledge, Atoms atoms) {
        for (Substance substance : knowledge.substances()) {
            substances.put(substance.id(), substance);
            ceilings.put(
                    substance.id(),
                    substance.ceilings().stream()
                            .map(ceiling -> compile(ceiling, atoms))
                            .toList());
        }
    }

    static CompiledCeiling compile(Substance.Ceiling ceiling, Atoms atoms) {
        return new CompiledCeiling(ceiling, Condition.compile(ceiling.when(), atoms));
    }

    /** The dose of an item for this patient; null when it has none. */
    @Nullable
    DoseAdvice advise(CompiledItem compiled, Case patient) {
        Dose dose = compiled.item.dose();
        if (dose == null) {
            return null;
        }
        List<DoseAdvice.IngredientDose> ingredients =
                new ArrayList<>(dose.ingredients().size());
        for (Dose.Ingredient ingredient : dose.ingredients()) {
            Substance substance = substances.get(ingredient.substance());
            if (substance == null) {
                throw new IllegalArgumentException(compiled.item.id() + " contains " + ingredient.substance()
                        + ", which substances.yaml does not have");
            }
            Double most = strictest(planned(ingredient, dose), ceiling(ingredient.substance(), patient));
            most = strictest(most, limit(compiled.ceilings, ingredient.substance(), patient));
            ingredients.add(new DoseAdvice.IngredientDose(substance, fit(ingredient.perDoseMg(), most), most));
        }
        List<LocalizedText> adjustments = new ArrayList<>(1);
        for (CompiledItem.CompiledAdjustment adjustment : compiled.adjustments) {
            if (patient.state().holds(adjustment.when())) {
                adjustments.add(adjustment.adjustment().text());
            }
        }
        return new DoseAdvice(dose, ingredients, adjustments);
    }

    /** The ceiling of a substance for this patient, in milligrams a day; null when none applies. */
    @Nullable
    Double ceiling(String substance, Case patient) {
        return limit(ceilings.getOrDefault(substance, List.of()), substance, patient);
    }

    private static @Nullable Double limit(List<CompiledCeiling> ceilings, String substance, Case patient) {
        Double least = null;
        for (CompiledCeiling compiled : ceilings) {
            Substance.Ceiling ceiling = compiled.ceiling();
            boolean here = ceiling.countries().isEmpty() || ceiling.countries().contains(patient.country());
            if (here && ceiling.substance().equals(substance) && patient.state().of(compiled.when()) != Truth.FALSE) {
                least = strictest(least, ceiling.mgPerDay());
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
    private static @Nullable Range fit(@Nullable Range perDose, @Nullable Double perDay) {
        if (perDose == null || perDay == null || perDose.most() <= perDay) {
            return perDose;
        }
        return new Range(Math.min(perDose.least(), perDay), perDay);
    }

    private static @Nullable Double strictest(@Nullable Double a, @Nullable Double b) {
        if (a == null) {
            return b;
        }
        return b == null ? a : Double.valueOf(Math.min(a, b));
    }
}
