package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.LocalizedText;

/** How a procedure, an exercise or a habit is carried out; null where nothing is stated. */
public record Course(
        Dose.@Nullable Range minutes,
        @Nullable Integer sessionsMax,
        @Nullable Integer perWeekMax,
        @Nullable Integer pauseWeeksMin,
        @Nullable Integer reviewAfterSessions,
        List<Parameter> parameters)
        implements Serializable {

    public Course {
        parameters = List.copyOf(parameters);
    }

    /**
     * A setting: a range with its unit, or words where no number is meant.
     *
     * @param id by which programs read the number; null when only people do
     */
    public record Parameter(
            @Nullable String id,
            LocalizedText name,
            Dose.@Nullable Range range,
            @Nullable String unit,
            @Nullable LocalizedText text)
            implements Serializable {}
}
