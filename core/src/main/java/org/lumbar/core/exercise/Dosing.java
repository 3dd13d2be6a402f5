package org.lumbar.core.exercise;

import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.ProgrammeStep.Role;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.ExerciseSession;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Movement;

/** How much of one movement: its own first dose or the script's, halved in acute pain, and grown within its bounds. */
final class Dosing {

    private static final double SECONDS = 60;
    /** So that a product that should be whole is not cut by the rounding of its factors. */
    private static final double TINY = 1e-9;

    private static final double LONG = 120;
    private static final double HALF_MINUTE = 30;
    private static final double SHORT_GRAIN = 5;

    private final ExerciseRules rules;
    private final Stage stage;

    Dosing(ExerciseRules rules, Stage stage) {
        this.rules = rules;
        this.stage = stage;
    }

    /** The first dose of a movement in a script. */
    ProgrammeStep first(Item item, ExerciseSession.Step script, Role role, @Nullable String insteadOf, int version) {
        Movement.Count dose = dose(item);
        double hold = dose.holdSeconds() == null ? 0 : dose.holdSeconds().least();
        double seconds = script.minutes() == null
                ? dose.seconds().least()
                : script.minutes().least() * SECONDS;
        Range counts = script.repetitions() == null ? dose.repetitions() : script.repetitions();
        int repetitions = counts == null || script.minutes() != null ? 0 : (int) counts.least();
        int sets = (int) (script.sets() == null ? dose.sets() : script.sets()).least();
        if (stage == Stage.ACUTE) {
            ExerciseRules.AcuteDose acute = rules.acute();
            sets = acute.sets();
            repetitions = halved(repetitions, acute);
            if (repetitions > 0 && hold > acute.holdSecondsMost()) {
                seconds -= hold - acute.holdSecondsMost();
                hold = acute.holdSecondsMost();
            }
        }
        return new ProgrammeStep(
                item,
                role,
                insteadOf,
                version,
                repetitions,
                sets,
                seconds,
                hold,
                dose.perSide(),
                rules.day().restBetweenSets().least(),
                script.inTurn() ? 0 : rules.day().restBetweenMovements(),
                script.inTurn(),
                insteadOf == null || insteadOf.equals(script.insteadOf()) ? script.note() : null);
    }

    /**
     * The first dose of a movement that stands in no script.
     *
     * @param choice dose that a clinician chose, within the movement's bounds; null for its own
     */
    ProgrammeStep chosen(Item item, HomeSet.@Nullable Choice choice, int version) {
        ProgrammeStep own = first(
                item,
                new ExerciseSession.Step(item.id(), null, null, null, null, false, false, null),
                Role.MAIN,
                null,
                version);
        if (choice == null) {
            return own;
        }
        double held = choice.holdSeconds() > 0 ? choice.holdSeconds() - own.holdSeconds() : 0;
        double seconds = choice.seconds() > 0 ? choice.seconds() : own.repetitionSeconds() + held;
        return new ProgrammeStep(
                item,
                Role.MAIN,
                null,
                version,
                choice.repetitions(),
                choice.sets(),
                seconds,
                own.holdSeconds() + held,
                own.perSide(),
                own.setRestSeconds(),
                own.restSeconds(),
                false,
                null);
    }

    /** Half of the usual repetitions within the bounds of acute pain, and never more than usual. */
    private static int halved(int usual, ExerciseRules.AcuteDose acute) {
        double half = Math.round(usual * acute.repetitionsShare());
        double bounded = Math.min(
                acute.repetitions().most(), Math.max(acute.repetitions().least(), half));
        return (int) Math.min(usual, bounded);
    }

    /**
     * The step with a share of its repetitions, at least one. Above the most that one set may have, sets are added, as far as
     * the movement allows them.
     */
    ProgrammeStep scaled(ProgrammeStep step, double share) {
        if (step.repetitions() == 0) {
            return share >= 1 ? step : timed(step, step.repetitionSeconds() * share);
        }
        int all = (int) Math.floor(step.repetitions() * step.sets() * share + TINY);
        int most = mostRepetitions(step);
        int setsMost = stage == Stage.ACUTE
                ? step.sets()
                : (int) Math.max(step.sets(), dose(step.item()).sets().most());
        int sets = Math.min(setsMost, Math.max(1, (int) Math.ceil((double) all / most)));
        return counted(step, Math.max(1, Math.min(most, all / sets)), sets);
    }

    /** Repetitions of one set at most: what the movement says, else as far as the phase grows, in proportion. */
    int mostRepetitions(ProgrammeStep step) {
        Range own = dose(step.item()).repetitions();
        int now = step.repetitions();
        if (own != null && own.most() > own.least()) {
            return (int) Math.max(now, own.most());
        }
        return stage.dose(rules)
                .map(dose -> {
                    Range phase = dose.repetitions();
                    double grown = Math.min(phase.most(), Math.floor(now * phase.most() / phase.least() + TINY));
                    return (int) Math.max(now, grown);
                })
                .orElse(now);
    }

    static ProgrammeStep counted(ProgrammeStep step, int repetitions, int sets) {
        return copy(step, repetitions, sets, step.repetitionSeconds(), step.restSeconds(), step.inTurn());
    }

    /** The step with another length, rounded down to what a person counts: half minutes, or five seconds of a short one. */
    static ProgrammeStep timed(ProgrammeStep step, double seconds) {
        double grain = seconds >= LONG ? HALF_MINUTE : SHORT_GRAIN;
        double rounded = Math.max(SHORT_GRAIN, Math.floor(seconds / grain + TINY) * grain);
        return copy(step, step.repetitions(), step.sets(), rounded, step.restSeconds(), step.inTurn());
    }

    static ProgrammeStep unrested(ProgrammeStep step) {
        return copy(step, step.repetitions(), step.sets(), step.repetitionSeconds(), 0, false);
    }

    /** The step without the one that it was in turn with. */
    ProgrammeStep onItsOwn(ProgrammeStep step) {
        double rest = rules.day().restBetweenMovements();
        return copy(step, step.repetitions(), step.sets(), step.repetitionSeconds(), rest, false);
    }

    private static ProgrammeStep copy(
            ProgrammeStep step,
            int repetitions,
            int sets,
            double repetitionSeconds,
            double restSeconds,
            boolean inTurn) {
        return new ProgrammeStep(
                step.item(),
                step.role(),
                step.insteadOf(),
                step.version(),
                repetitions,
                sets,
                repetitionSeconds,
                step.holdSeconds(),
                step.perSide(),
                step.setRestSeconds(),
                restSeconds,
                inTurn,
                step.note());
    }

    private static Movement.Count dose(Item item) {
        Movement movement = item.movement();
        if (movement == null || movement.dose() == null) {
            throw new IllegalArgumentException(item.id() + " has no dose");
        }
        return movement.dose();
    }
}
