package org.lumbar.core.exercise;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;

/**
 * The exercises of the main sessions at home as a clinician has put them together, in order. Walks, breathing and rest stay as the
 * programme has them.
 *
 * @param choices empty for what the programme itself chooses
 * @param sessionsAWeek main sessions a week; null for the usual number
 * @param growth of the load in one step as a share, from 0 to {@link ExerciseRules.Progression#loadStepMost()}
 */
public record HomeSet(List<Choice> choices, @Nullable Integer sessionsAWeek, double growth) {

    public HomeSet {
        choices = List.copyOf(choices);
    }

    /**
     * A movement and how much of it at first.
     *
     * @param repetitions in one set, on each side; 0 for a movement that is timed as a whole
     * @param sets one or more
     * @param holdSeconds the part of a repetition that is held; 0 when nothing is held
     * @param seconds length of a movement that is timed as a whole; 0 for one that is repeated
     */
    public record Choice(String movement, int repetitions, int sets, double holdSeconds, double seconds) {}

    /**
     * What a dose may be.
     *
     * @param repetitions null for a movement that is timed as a whole
     * @param holdSeconds null when nothing is held
     * @param seconds null for a movement that is repeated
     */
    public record Limits(
            @Nullable Range repetitions,
            Range sets,
            @Nullable Range holdSeconds,
            @Nullable Range seconds) {

        /** True when the dose stays within them. */
        public boolean allow(Choice choice) {
            return within(repetitions, choice.repetitions())
                    && within(sets, choice.sets())
                    && within(holdSeconds, choice.holdSeconds())
                    && within(seconds, choice.seconds());
        }

        private static boolean within(@Nullable Range range, double value) {
            return range == null ? value == 0 : value >= range.least() && value <= range.most();
        }
    }
}
