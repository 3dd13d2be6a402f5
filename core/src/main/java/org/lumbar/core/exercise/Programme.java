package org.lumbar.core.exercise;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.ProgrammeTemplate;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.TreatmentPlan;

/**
 * Exercise day by day, complete with its reasons. The same plan, request, load and knowledge give an equal programme.
 *
 * @param template what the days are made from; null when there is no programme
 * @param load what the sessions hold; what the next programme starts from
 * @param alone the person may exercise without an instructor; otherwise home sessions hold only what needs none
 * @param days every day of the programme, rest days included; empty when there is no programme
 * @param omitted what the sessions would hold and do not, each once
 * @param notes why the programme is as it is, the weightiest first
 * @param stops why there is no programme; empty when there is one
 */
public record Programme(
        TreatmentPlan plan,
        ProgrammeRequest request,
        @Nullable ProgrammeTemplate template,
        Load load,
        boolean alone,
        List<ProgrammeDay> days,
        List<Omission> omitted,
        List<Note> notes,
        List<Reason> stops) {

    public Programme {
        days = List.copyOf(days);
        omitted = List.copyOf(omitted);
        notes = List.copyOf(notes);
        stops = List.copyOf(stops);
    }

    /** The same programme with other days of it. */
    public Programme with(List<ProgrammeDay> otherDays) {
        return new Programme(plan, request, template, load, alone, otherDays, omitted, notes, stops);
    }

    /** The sessions of all days in order. */
    public List<ProgrammeSession> sessions() {
        return days.stream().flatMap(day -> day.sessions().stream()).toList();
    }

    /**
     * A movement that is left out.
     *
     * @param movement its item
     * @param substitute what is done instead; null when nothing is
     * @param why in the programme's words
     * @param reasons the plan's reasons, where it was the plan that kept the movement out
     */
    public record Omission(String movement, @Nullable String substitute, Note why, List<Reason> reasons) {
        public Omission {
            reasons = List.copyOf(reasons);
        }
    }
}
