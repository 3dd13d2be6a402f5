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

        /** The same with nothing above a number. */
        public Range below(double limit) {
            return most <= limit ? this : new Range(Math.min(least, limit), limit);
        }

        /** The lower of both starts and the lower of both ends. */
        public Range below(Range other) {
            return new Range(Math.min(least, other.least), Math.min(most, other.most));
        }
    }

    /**
     * What changes for some patients.
     *
     * @param give the same in numbers, which then replace those of the dose; null when it is no number
     */
    public record Adjustment(
            Expression when, LocalizedText text, @Nullable Change give) implements Serializable {}

    /**
     * Another dose. It only ever lowers one; what is null stays as it is.
     *
     * @param lowest the least amount of each ingredient, as seldom as the dose allows
     * @param perDoseMg milligrams in one dose of the only ingredient
     * @param timesPerDay least and most times a day
     * @param hoursBetween least hours between doses
     * @param mgPerKg most milligrams in one dose for each kilogram of body weight
     * @param mgPerKgDay most milligrams a day for each kilogram of body weight
     */
    public record Change(
            boolean lowest,
            @Nullable Range perDoseMg,
            @Nullable Range timesPerDay,
            @Nullable Double hoursBetween,
            @Nullable Double mgPerKg,
            @Nullable Double mgPerKgDay)
            implements Serializable {}

    /** The same at other times. */
    public Dose at(@Nullable Range times, @Nullable Double hours) {
        return new Dose(
                route,
                form,
                ingredients,
                times,
                hours,
                daysMax,
                daysReview,
                amount,
                gramsPerDayMax,
                ceilings,
                adjustments);
    }
}
