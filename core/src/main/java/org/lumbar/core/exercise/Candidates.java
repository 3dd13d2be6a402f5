package org.lumbar.core.exercise;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.Programme.Omission;
import org.lumbar.core.exercise.ProgrammeStep.Role;
import org.lumbar.core.knowledge.ExerciseSession;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Movement;

/** What of some scripts may be done, and what takes the place of what may not. */
final class Candidates {

    /** Ids of the sections that a session begins and ends with. */
    private static final String WARM_UP = "warm-up";

    static final String BREATHING = "breathing";
    static final String RELAXATION = "relaxation";

    private final Allowed allowed;
    private final Dosing dosing;
    private final Changed changed;

    Candidates(Allowed allowed, Dosing dosing, Changed changed) {
        this.allowed = allowed;
        this.dosing = dosing;
        this.changed = changed;
    }

    /**
     * The steps of the scripts that may be done, with their first doses.
     *
     * @param lateAllowed a late movement may be part of it, one at most
     * @param strength it is a day on which muscles are strengthened
     * @param omitted takes what may not be done
     */
    List<ProgrammeStep> of(
            List<ExerciseSession> scripts, boolean lateAllowed, boolean strength, List<Omission> omitted) {
        Set<String> scripted = new HashSet<>();
        scripts.forEach(script -> script.steps().forEach(step -> scripted.add(step.movement())));
        Map<String, ProgrammeStep> steps = new LinkedHashMap<>();
        boolean lateTaken = false;
        for (ExerciseSession script : scripts) {
            for (ExerciseSession.Step step : script.steps()) {
                boolean closing = closes(step.movement());
                Changed.Instead decided = changed.of(step.movement()).orElse(null);
                Omission refusal = decided == null ? allowed.refusal(step.movement(), closing) : decided.omission();
                Item item = decided != null
                        ? decided.item()
                        : refusal == null
                                ? allowed.movement(step.movement(), closing).orElse(null)
                                : substitute(step, scripted, steps.keySet());
                if (refusal != null) {
                    omitted.add(new Omission(
                            refusal.movement(), item == null ? null : item.id(), refusal.why(), refusal.reasons()));
                }
                if (item == null || steps.containsKey(item.id()) || (!strength && StrengthDays.isStrength(item))) {
                    continue;
                }
                boolean late = isLate(item);
                if (late && (lateTaken || !lateAllowed)) {
                    continue;
                }
                lateTaken |= late;
                String insteadOf = refusal == null ? step.insteadOf() : step.movement();
                steps.put(
                        item.id(),
                        dosing.first(
                                item,
                                refusal == null ? step : plain(item.id(), step),
                                role(item, steps.isEmpty()),
                                insteadOf,
                                allowed.version(item.id())));
            }
        }
        return List.copyOf(steps.values());
    }

    /** True for a step that this person does with something to mind. */
    boolean needsCaution(ProgrammeStep step) {
        return allowed.needsCaution(step.item().id());
    }

    /** The next easier movement that may be done, is no rest, and is not part of the session anyway. */
    private @Nullable Item substitute(ExerciseSession.Step step, Set<String> scripted, Set<String> taken) {
        if (step.optional() || closes(step.movement())) {
            return null;
        }
        Set<String> passed = new HashSet<>();
        String at = easier(step.movement());
        while (at != null && passed.add(at)) {
            if (!scripted.contains(at) && !taken.contains(at) && !closes(at)) {
                Item item = allowed.movement(at, false).orElse(null);
                if (item != null) {
                    return item;
                }
            }
            at = easier(at);
        }
        return null;
    }

    private @Nullable String easier(String movement) {
        Movement known = known(movement);
        return known == null ? null : known.easier();
    }

    private @Nullable Movement known(String movement) {
        var recommendation = allowed.plan(movement);
        return recommendation == null ? null : recommendation.item().movement();
    }

    /** A substitute has its own dose. */
    private static ExerciseSession.Step plain(String movement, ExerciseSession.Step step) {
        return new ExerciseSession.Step(movement, step.movement(), null, null, null, step.optional(), false, null);
    }

    private boolean closes(String movement) {
        Movement known = known(movement);
        return known != null
                && (known.section().equals(BREATHING) || known.section().equals(RELAXATION));
    }

    private Role role(Item item, boolean first) {
        Movement movement = item.movement();
        if (movement == null) {
            return Role.MAIN;
        }
        if (closes(item.id())) {
            return Role.CLOSING;
        }
        return first && movement.section().equals(WARM_UP) ? Role.OPENING : Role.MAIN;
    }

    private static boolean isLate(Item item) {
        return item.movement() != null && item.movement().late();
    }
}
