package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.LocalizedText;

/**
 * How a medicine is given.
 *
 * @param timesPerDay least and most times a day; null when not stated
 * @param hoursBetween least hours between doses
 * @param daysMax longest course in days; null when no limit is set
 * @param daysReview day of review
 * @param amount what a topical dose looks like
 * @param gramsPerDayMax most of a topical in a day, in grams of product
 * @param ceilings limits of this product, besides those of its substances
 */
public record Dose(
        String route,
        @Nullable LocalizedText form,
        List<Ingredient> ingredients,
        @Nullable Range timesPerDay,
        @Nullable Double hoursBetween,
        @Nullable Integer daysMax,
        @Nullable Integer daysReview,
        @Nullable LocalizedText amount,
        @Nullable Double gramsPerDayMax,
        List<Substance.Ceiling> ceilings,
        List<Adjustment> adjustments)
        implements Serializable {

    public Dose {
        ingredients = List.copyOf(ingredients);
        ceilings = List.copyOf(ceilings);
        adjustments = List.copyOf(adjustments);
    }

    /** An ingredient and the least and most milligrams of it in one dose; null when not stated. */
    public record Ingredient(String substance, @Nullable Range perDoseMg) implements Serializable {}

    /** A closed range of numbers. */
    public record Range(double least, double most) implements Serializable {
        public Range {
            if (most < least) {
                throw new IllegalArgumentException("A range ends at " + most + ", below its start " + least);
            }
        }
    }

    /** What changes for some patients. */
    public record Adjustment(Expression when, LocalizedText text) implements Serializable {}
}
