package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.LocalizedText;

/**
 * A massage: zones of the body in their order, with techniques and minutes. What forbids a technique stands on its item; what
 * forbids the whole stands on the item of the session.
 *
 * @param minutes of the whole session; its steps add up to them
 * @param phases in which it is given
 * @param position how the patient lies
 * @param neverOn where no technique is ever used
 * @param stopIf when it ends at once
 */
public record MassageSession(
        String id,
        String item,
        LocalizedText name,
        LocalizedText about,
        double minutes,
        List<String> phases,
        List<String> gates,
        List<LocalizedText> goals,
        LocalizedText position,
        List<LocalizedText> rules,
        List<LocalizedText> neverOn,
        List<LocalizedText> stopIf,
        List<Technique> techniques,
        List<Step> steps,
        List<Variant> variants,
        Sources sources)
        implements Session {

    public MassageSession {
        phases = List.copyOf(phases);
        gates = List.copyOf(gates);
        goals = List.copyOf(goals);
        rules = List.copyOf(rules);
        neverOn = List.copyOf(neverOn);
        stopIf = List.copyOf(stopIf);
        techniques = List.copyOf(techniques);
        steps = List.copyOf(steps);
        variants = List.copyOf(variants);
    }

    /**
     * How a technique is used in this session.
     *
     * @param item the technique
     * @param minutesMost longest use in one session; null when the steps say it
     * @param fromSession first session of a course in which it is used
     * @param onlyInStep the one step in which it is used; null when the steps say it
     * @param afterStep the step after which it is used; null when the steps say it
     * @param minutesFromStep the step that gives it its minutes; null when it is part of a step
     */
    public record Technique(
            String item,
            @Nullable Double minutesMost,
            int fromSession,
            @Nullable Integer onlyInStep,
            @Nullable Integer afterStep,
            @Nullable Integer minutesFromStep)
            implements Serializable {}

    /**
     * One zone.
     *
     * @param number from 1
     * @param zone id of the zone
     * @param techniques their items, in order
     * @param how what the hands do; null where the techniques say enough
     * @param leaveOutWhen each of these alone leaves the step out
     * @param minutesToStep the step that gets its minutes when it is left out; null when stroking gets them
     */
    public record Step(
            int number,
            String zone,
            List<String> techniques,
            double minutes,
            LocalizedText name,
            @Nullable LocalizedText how,
            List<Expression> leaveOutWhen,
            @Nullable Integer minutesToStep,
            Sources sources)
            implements Serializable {
        public Step {
            techniques = List.copyOf(techniques);
            leaveOutWhen = List.copyOf(leaveOutWhen);
        }
    }

    /**
     * Another course of the session for some patients or sessions.
     *
     * @param when for whom; null when it depends on the session only
     * @param sessions first and last session of a course; null for all
     * @param minutes of the whole session, or of the steps that replace others; null when unchanged
     * @param replaces numbers of the steps that {@code added} replaces
     * @param added steps of this variant only
     * @param kept the only steps of the session that are done; empty for all
     * @param halved steps that take half their minutes
     * @param without techniques that are left out
     */
    public record Variant(
            String id,
            LocalizedText name,
            @Nullable Expression when,
            @Nullable Range sessions,
            @Nullable Range minutes,
            List<Integer> replaces,
            List<Step> added,
            List<Kept> kept,
            List<Integer> halved,
            List<String> without,
            List<String> gates,
            List<Expression> exclusions,
            @Nullable LocalizedText text,
            Sources sources)
            implements Serializable {
        public Variant {
            replaces = List.copyOf(replaces);
            added = List.copyOf(added);
            kept = List.copyOf(kept);
            halved = List.copyOf(halved);
            without = List.copyOf(without);
            gates = List.copyOf(gates);
            exclusions = List.copyOf(exclusions);
        }
    }

    /**
     * A step of the session that a variant keeps.
     *
     * @param minutes instead of its own; null when those hold
     * @param without techniques left out of it
     */
    public record Kept(int step, @Nullable Double minutes, List<String> without) implements Serializable {
        public Kept {
            without = List.copyOf(without);
        }
    }
}
