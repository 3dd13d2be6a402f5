package org.lumbar.core.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Substance;
import org.lumbar.core.text.LocalizedText;

/** A dose for one patient: the item's own, under every ceiling that applies to this person in this country. */
public record DoseAdvice(Dose dose, List<IngredientDose> ingredients, List<LocalizedText> adjustments) {

    public DoseAdvice {
        ingredients = List.copyOf(ingredients);
        adjustments = List.copyOf(adjustments);
    }

    /**
     * How much of one ingredient.
     *
     * @param perDoseMg milligrams in one dose; null when not stated
     * @param perDayMaxMg most milligrams a day; null when neither the dose nor a ceiling says
     */
    public record IngredientDose(
            Substance substance,
            @Nullable Range perDoseMg,
            @Nullable Double perDayMaxMg) {}
}
