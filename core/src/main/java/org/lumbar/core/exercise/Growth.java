package org.lumbar.core.exercise;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.ExerciseRules.BuildingDose;
import org.lumbar.core.exercise.Note.Kind;
import org.lumbar.core.knowledge.Movement;

/**
 * The next step up. Sessions and walks grow in turn, one of them at a time. A session first grows in minutes up to a usual
 * bout, then one movement is done in a harder way, then sessions come more often, then they grow to the length of the phase.
 */
public final class Growth {

    private static final double PERCENT = 100;

    private final ExerciseRules rules;

    Growth(ExerciseRules rules) {
        this.rules = rules;
    }

    /**
     * What bounds the growth of one person.
     *
     * @param stage decides the bounds
     * @param grows false where the load only stays or falls
     * @param walking walks are part of the programme
     * @param start the load of the first programme
     * @param movements that the plan offers, by id
     */
    public record Scope(Stage stage, boolean grows, boolean walking, Load start, Map<String, Movement> movements) {
        public Scope {
            movements = Map.copyOf(movements);
        }
    }

    /** One step up and what it is. */
    record Step(Load load, Note why) {}

    /**
     * The next step; empty when nothing can grow any more.
     *
     * @param wellDone how often each movement was part of a session that went well
     */
    Optional<Step> next(Load load, Scope scope, Map<String, Integer> wellDone) {
        Optional<Step> session = scope.stage()
                .dose(rules)
                .flatMap(dose -> session(load, dose, scope, wellDone))
                .map(Growth::counted);
        Optional<Step> walk = scope.walking() ? walk(load).map(Growth::counted) : Optional.empty();
        return load.steps() % 2 == 0 ? session.or(() -> walk) : walk.or(() -> session);
    }

    private Optional<Step> session(Load load, BuildingDose dose, Scope scope, Map<String, Integer> wellDone) {
        double usual = rules.day().bout().most() / rules.day().bout().least();
        double longest = dose.minutes().most() / rules.day().bout().least();
        if (load.share() < usual) {
            return Optional.of(minutes(load, usual));
        }
        return version(load, scope, wellDone).or(() -> {
            if (load.sessionsAWeek() < dose.sessionsAWeek().most()) {
                return Optional.of(sessions(load));
            }
            return load.share() < longest ? Optional.of(minutes(load, longest)) : Optional.empty();
        });
    }

    /** By a tenth at most; a session that is shorter than usual may grow by some minutes a week instead. */
    private Step minutes(Load load, double most) {
        double grown = load.share() * (1 + rules.progression().loadStepMost());
        if (load.share() < 1) {
            double some = rules.progression().minutesStep().most()
                    / load.sessionsAWeek()
                    / rules.day().bout().least();
            grown = Math.min(1, Math.max(grown, load.share() + some));
        }
        double share = Math.min(most, grown);
        return new Step(
                load.withSessions(share, load.sessionsAWeek()),
                Note.of(Kind.GREW_MINUTES, "percent", Math.round((share / load.share() - 1) * PERCENT)));
    }

    /** One session more; each becomes shorter, so that the week grows by a tenth at most. */
    private Step sessions(Load load) {
        int more = load.sessionsAWeek() + 1;
        double share =
                load.share() * load.sessionsAWeek() * (1 + rules.progression().loadStepMost()) / more;
        return new Step(load.withSessions(share, more), Note.of(Kind.GREW_SESSIONS, "n", more));
    }

    /** The first movement, by id, that has a harder version and went well, or whose late successor may begin. */
    private Optional<Step> version(Load load, Scope scope, Map<String, Integer> wellDone) {
        for (Map.Entry<String, Movement> entry : new TreeMap<>(scope.movements()).entrySet()) {
            String id = entry.getKey();
            Movement movement = entry.getValue();
            if (movement.late()) {
                if (!load.versions().containsKey(id) && wentWell(movement.easier(), wellDone)) {
                    return Optional.of(new Step(with(load, id, 0), Note.of(Kind.GREW_LATE, "movement", id)));
                }
            } else if (wentWell(id, wellDone)) {
                int next = load.versions().getOrDefault(id, 0) + 1;
                if (next < movement.levels().size()
                        && movement.levels().get(next).load() <= movement.load()) {
                    return Optional.of(new Step(
                            with(load, id, next),
                            Note.of(
                                    Kind.GREW_VERSION,
                                    "movement",
                                    id,
                                    "version",
                                    movement.levels().get(next).name())));
                }
            }
        }
        return Optional.empty();
    }

    private boolean wentWell(@Nullable String movement, Map<String, Integer> wellDone) {
        return movement != null
                && wellDone.getOrDefault(movement, 0) >= rules.progression().greenSessions();
    }

    private static Load with(Load load, String movement, int version) {
        Map<String, Integer> versions = new TreeMap<>(load.versions());
        versions.put(movement, version);
        return load.withVersions(versions);
    }

    /** First longer walks, then more of them; one more walk makes each shorter, so that the week grows by a tenth at most. */
    private Optional<Step> walk(Load load) {
        ExerciseRules.Walking goal = rules.walking();
        if (load.walkMinutes() < goal.goalMinutes()) {
            double minutes = Math.min(
                    goal.goalMinutes(), load.walkMinutes() + goal.stepMinutes().least());
            return Optional.of(new Step(
                    load.withWalks(minutes, load.walksAWeek()),
                    Note.of(Kind.GREW_WALK, "minutes", Math.floor(minutes))));
        }
        if (load.walksAWeek() < goal.goalDays()) {
            int more = load.walksAWeek() + 1;
            double minutes = load.walkMinutes()
                    * load.walksAWeek()
                    * (1 + rules.progression().loadStepMost())
                    / more;
            return Optional.of(new Step(load.withWalks(minutes, more), Note.of(Kind.GREW_WALKS, "n", more)));
        }
        return Optional.empty();
    }

    private static Step counted(Step step) {
        return new Step(step.load().withSteps(step.load().steps() + 1), step.why());
    }
}
