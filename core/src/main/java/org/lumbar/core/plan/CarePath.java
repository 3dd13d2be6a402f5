package org.lumbar.core.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Pathway;

/** The course of care in time: what is done now, what comes later, what to watch for. */
public record CarePath(
        List<Pathway.Goal> goals,
        List<StagePlan> stages,
        List<DatedFollowUp> followUps,
        List<Pathway.Advice> safetyNet,
        List<Pathway.Advice> stopRules) {

    public static final CarePath NONE = new CarePath(List.of(), List.of(), List.of(), List.of(), List.of());

    public CarePath {
        goals = List.copyOf(goals);
        stages = List.copyOf(stages);
        followUps = List.copyOf(followUps);
        safetyNet = List.copyOf(safetyNet);
        stopRules = List.copyOf(stopRules);
    }

    /**
     * A stage with its dates and items.
     *
     * @param end last day; null when open-ended
     * @param items ids of the items that are recommended in it, as far as can be foreseen
     */
    public record StagePlan(
            Pathway.Stage stage, LocalDate start, @Nullable LocalDate end, LocalDate review, List<String> items) {
        public StagePlan {
            items = List.copyOf(items);
        }
    }

    public record DatedFollowUp(Pathway.FollowUp followUp, LocalDate on) {}
}
