package org.lumbar.core.plan;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Interval;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Dose.Range;

/** A dose as it is lowered for one person. What is lowered for two reasons ends at the lower of both. */
final class Lowering {

    private static final double HOURS_OF_DAY = 24;

    private final Dose dose;
    private final @Nullable Interval weight;
    private @Nullable Range times;
    private @Nullable Double hours;
    private boolean lowest;
    private Range perDose = new Range(Double.MAX_VALUE, Double.MAX_VALUE);
    private @Nullable Double perDay;

    /** @param weight in kilograms; null when it is not known, and then limits for each kilogram are left to the words beside them */
    Lowering(Dose dose, @Nullable Interval weight) {
        this.dose = dose;
        this.weight = weight;
        this.times = dose.timesPerDay();
        this.hours = dose.hoursBetween();
    }

    void by(Dose.Change change) {
        lowest |= change.lowest();
        if (change.perDoseMg() != null) {
            perDose = perDose.below(change.perDoseMg());
        }
        if (change.timesPerDay() != null) {
            times = times == null ? change.timesPerDay() : times.below(change.timesPerDay());
        }
        if (change.hoursBetween() != null) {
            hours = hours == null ? change.hoursBetween() : Double.valueOf(Math.max(hours, change.hoursBetween()));
        }
        if (weight != null && change.mgPerKg() != null) {
            perDose = perDose.below(Math.floor(change.mgPerKg() * weight.least()));
        }
        if (weight != null && change.mgPerKgDay() != null) {
            double most = Math.floor(change.mgPerKgDay() * weight.least());
            perDay = perDay == null ? most : Math.min(perDay, most);
        }
    }

    /** The dose at the times that are left. */
    Dose dose() {
        Range left = times;
        if (left != null && lowest) {
            left = left.below(left.least());
        }
        if (left != null && hours != null) {
            left = left.below(Math.floor(HOURS_OF_DAY / hours));
        }
        boolean same = Objects.equals(left, dose.timesPerDay()) && Objects.equals(hours, dose.hoursBetween());
        return same ? dose : dose.at(left, hours);
    }

    /** Milligrams in one dose of an ingredient that had so many. */
    @Nullable
    Range perDose(@Nullable Range usual) {
        if (usual == null) {
            return null;
        }
        return (lowest ? usual.below(usual.least()) : usual).below(perDose);
    }

    /** Most milligrams a day for the weight of this person; null when there is no such limit. */
    @Nullable
    Double perDay() {
        return perDay;
    }
}
