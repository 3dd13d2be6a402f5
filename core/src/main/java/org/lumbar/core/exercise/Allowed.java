package org.lumbar.core.exercise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.Note.Kind;
import org.lumbar.core.exercise.Programme.Omission;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;

/**
 * Which movements a programme may hold. Whether one is safe and indicated the plan has decided; what is asked here besides is
 * whether a clinician chose it, whether the person likes it and has what it needs, and whether its time has come.
 */
final class Allowed {

    private final Map<String, Recommendation> plan = new HashMap<>();
    private final Map<String, Boolean> cautions = new HashMap<>();
    private final ProgrammeRequest request;
    private final ExerciseRules rules;
    private final Load load;
    private final boolean alone;

    /** @param alone the person may exercise without an instructor */
    Allowed(TreatmentPlan plan, ProgrammeRequest request, ExerciseRules rules, Load load, boolean alone) {
        plan.recommendations().forEach(one -> this.plan.put(one.item().id(), one));
        this.request = request;
        this.rules = rules;
        this.load = load;
        this.alone = alone;
    }

    /** What the plan says of an item; null when it is none of the plan's. */
    @Nullable
    Recommendation plan(String item) {
        return plan.get(item);
    }

    /** True when the plan offers the item by itself, or at discretion and the clinician has chosen it. */
    boolean offered(String item) {
        Recommendation one = plan.get(item);
        return one != null
                && one.status().offered()
                && (one.status() != Status.DISCRETION || request.chosen().contains(item));
    }

    /** The item of a movement that may be done; empty when it may not. */
    Optional<Item> movement(String id, boolean closing) {
        Recommendation one = plan.get(id);
        return one == null || refusal(id, closing) != null ? Optional.empty() : Optional.of(one.item());
    }

    /** True when the plan offers the movement with something to mind for this person. */
    boolean needsCaution(String movement) {
        return cautions.computeIfAbsent(movement, id -> {
            Recommendation one = plan.get(id);
            return one != null && one.reasons().stream().anyMatch(Reason::caution);
        });
    }

    /** The version of a movement that it is done in. */
    int version(String movement) {
        return load.versions().getOrDefault(movement, 0);
    }

    /**
     * Why a movement may not be done; null when it may.
     *
     * @param closing it closes a session: breathing and rest are done lying when nothing is at hand
     */
    @Nullable
    Omission refusal(String id, boolean closing) {
        Recommendation one = plan.get(id);
        if (one == null || !one.status().offered()) {
            return new Omission(id, null, Note.of(Kind.PLAN_SAYS_NO), one == null ? List.of() : grounds(one));
        }
        if (one.status() == Status.DISCRETION && !request.chosen().contains(id)) {
            return omission(id, Note.of(Kind.NOT_CHOSEN));
        }
        if (request.disliked().contains(id)) {
            return omission(id, Note.of(Kind.DISLIKED));
        }
        Movement movement = one.item().movement();
        if (movement == null) {
            return omission(id, Note.of(Kind.PLAN_SAYS_NO));
        }
        if (!closing && request.equipment() != null && !request.equipment().containsAll(movement.equipment())) {
            return omission(id, Note.of(Kind.NO_EQUIPMENT));
        }
        if (!alone
                && request.setting() == Setting.HOME
                && load(id, movement) > rules.home().loadAlone()) {
            return omission(id, Note.of(Kind.NEEDS_INSTRUCTOR));
        }
        if (movement.late() && !load.versions().containsKey(id)) {
            return omission(id, Note.of(Kind.LATE_NOT_YET));
        }
        return null;
    }

    /** The load of a movement in the version that it is done in. */
    private int load(String id, Movement movement) {
        return movement.levels().isEmpty()
                ? movement.load()
                : movement.levels()
                        .get(Math.min(version(id), movement.levels().size() - 1))
                        .load();
    }

    private static Omission omission(String id, Note why) {
        return new Omission(id, null, why, List.of());
    }

    static List<Reason> grounds(Recommendation one) {
        return one.reasons().stream().filter(reason -> !reason.caution()).toList();
    }
}
