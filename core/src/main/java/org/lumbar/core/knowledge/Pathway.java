package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.LocalizedText;

/** How a course of care unfolds in time. */
public record Pathway(
        List<Stage> stages, List<Goal> goals, List<FollowUp> followUps, List<Advice> safetyNet, List<Advice> stopRules)
        implements Serializable {

    public Pathway {
        stages = List.copyOf(stages);
        goals = List.copyOf(goals);
        followUps = List.copyOf(followUps);
        safetyNet = List.copyOf(safetyNet);
        stopRules = List.copyOf(stopRules);
    }

    /**
     * A stretch of the episode.
     *
     * @param when who is in it now
     * @param findings what is true of a person in it, to see which items it will hold
     * @param fromDay first day of the episode in it; null when it does not depend on the day
     * @param toDay last day of the episode in it; null when open-ended
     * @param next id of the stage that follows; null when none does
     */
    public record Stage(
            String id,
            LocalizedText name,
            Expression when,
            Map<String, Boolean> findings,
            @Nullable Integer fromDay,
            @Nullable Integer toDay,
            LocalizedText aim,
            int reviewDays,
            LocalizedText moveOnWhen,
            LocalizedText backWhen,
            @Nullable String next)
            implements Serializable {
        public Stage {
            findings = Map.copyOf(findings);
        }
    }

    /**
     * What is to be reached.
     *
     * @param measure what is measured; null when it is only described
     * @param target change of the measure, in {@code unit}; null when none is named
     * @param targetPercent change of the measure in percent of its start; null when none is named
     */
    public record Goal(
            String id,
            Expression when,
            LocalizedText text,
            @Nullable String measure,
            @Nullable Double target,
            @Nullable Double targetPercent,
            @Nullable String unit,
            @Nullable Integer byDays,
            Sources sources)
            implements Serializable {}

    /** A look back: when, and what to measure. */
    public record FollowUp(
            String id, Expression when, int inDays, LocalizedText text, List<String> measures, Sources sources)
            implements Serializable {
        public FollowUp {
            measures = List.copyOf(measures);
        }
    }

    /**
     * A piece of advice for those whom {@code when} fits.
     *
     * @param categories when not empty, only for plans that offer an item of one of them
     * @param flags the red flags that it stands for
     */
    public record Advice(
            String id,
            Expression when,
            List<String> categories,
            List<String> flags,
            LocalizedText text,
            Sources sources)
            implements Serializable {
        public Advice {
            categories = List.copyOf(categories);
            flags = List.copyOf(flags);
        }
    }
}
