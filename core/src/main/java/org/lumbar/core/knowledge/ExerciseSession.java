package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.text.LocalizedText;

/**
 * Single exercises in their order.
 *
 * @param minutes of the session, without rests
 */
public record ExerciseSession(
        String id,
        String item,
        LocalizedText name,
        LocalizedText about,
        Range minutes,
        List<Step> steps,
        Sources sources)
        implements Session {

    public ExerciseSession {
        steps = List.copyOf(steps);
    }

    /**
     * One exercise of the session.
     *
     * @param movement its item
     * @param insteadOf the closed movement that stood here in the source; null when none did
     * @param minutes instead of the movement's own dose; null when that holds
     * @param repetitions instead of the movement's own; null when those hold
     * @param sets instead of the movement's own; null when those hold
     * @param optional left out when time is short, the movement comes late or a clinician has not chosen it
     * @param inTurn repetition by repetition in turn with the next step
     */
    public record Step(
            String movement,
            @Nullable String insteadOf,
            @Nullable Range minutes,
            @Nullable Range repetitions,
            @Nullable Range sets,
            boolean optional,
            boolean inTurn,
            @Nullable LocalizedText note)
            implements Serializable {

        /** Least and most seconds that the step takes. */
        public Range duration(Movement.Count dose) {
            if (minutes != null) {
                return new Range(minutes.least() * 60, minutes.most() * 60);
            }
            return new Movement.Count(
                            repetitions == null ? dose.repetitions() : repetitions,
                            sets == null ? dose.sets() : sets,
                            dose.seconds(),
                            dose.holdSeconds(),
                            dose.perSide(),
                            dose.tempo())
                    .duration();
        }
    }
}
