package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.LocalizedText;

/**
 * A number about a patient, in {@link #unit()}.
 *
 * @param loinc codes of observations that are read into it
 * @param defaultUnit what a missing unit means; null when a number without unit is not used
 * @param least smallest plausible value
 * @param most largest plausible value
 * @param validDays an older value is not used; null when it never ages
 * @param scale a score whose bounds are exact: a value outside is an error of the record, not a strange result
 * @param growsPerDay how much the value itself grows with every day that passes; null when it does not
 * @param question null when it cannot be asked
 */
public record Measure(
        String id,
        LocalizedText name,
        String unit,
        List<String> loinc,
        List<Conversion> conversions,
        @Nullable String defaultUnit,
        double least,
        double most,
        @Nullable Integer validDays,
        SameDay sameDay,
        boolean scale,
        @Nullable Double growsPerDay,
        @Nullable LocalizedText question,
        FindingDefinition.AskedOf askedOf)
        implements Serializable {

    public Measure {
        loinc = List.copyOf(loinc);
        conversions = List.copyOf(conversions);
    }

    /** A unit as sources write it; value × factor + offset is the value in the measure's unit. */
    public record Conversion(String unit, double factor, double offset) implements Serializable {}

    /** Which of several values of the newest day counts. */
    public enum SameDay {
        NEWEST,
        LOWEST,
        HIGHEST
    }
}
