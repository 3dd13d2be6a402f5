package org.lumbar.core.exercise;

import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.text.LocalizedText;

/**
 * One movement of a session and how much of it.
 *
 * @param item the movement's item
 * @param role where in the session it stands
 * @param insteadOf id of the movement that stood here before; null when none did
 * @param version index of {@link Movement#levels()}, 0 the easiest; 0 when there is only one
 * @param repetitions in one set, on each side; 0 for a movement that is timed as a whole
 * @param sets one or more
 * @param repetitionSeconds length of one repetition with its hold, on one side; of the whole movement when it is timed
 * @param holdSeconds the part of a repetition that is held still; 0 when nothing is held
 * @param perSide both sides, each with the full count
 * @param setRestSeconds rest between two sets
 * @param restSeconds rest after the movement; 0 after the last and before the one that it is in turn with
 * @param inTurn repetition by repetition in turn with the next step
 */
public record ProgrammeStep(
        Item item,
        Role role,
        @Nullable String insteadOf,
        int version,
        int repetitions,
        int sets,
        double repetitionSeconds,
        double holdSeconds,
        boolean perSide,
        double setRestSeconds,
        double restSeconds,
        boolean inTurn,
        @Nullable LocalizedText note) {

    /** Part of a session. */
    public enum Role {
        /** Walking to warm up. */
        OPENING,
        MAIN,
        /** Breathing and relaxation. */
        CLOSING
    }

    public Movement movement() {
        Movement movement = item.movement();
        if (movement == null) {
            throw new IllegalStateException(item.id() + " is no movement");
        }
        return movement;
    }

    /** Seconds of moving, without rests. */
    public double work() {
        return Math.max(1, repetitions) * sets * repetitionSeconds * (perSide ? 2 : 1);
    }

    /** Seconds with all its rests. */
    public double seconds() {
        return work() + (sets - 1) * setRestSeconds + restSeconds;
    }
}
