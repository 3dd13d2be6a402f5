package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.text.LocalizedText;

/**
 * How a single exercise is done. Sections, regions, positions and equipment are ids of {@link MovementTerms}.
 *
 * @param regions parts of the body that it works
 * @param positions starting positions, the usual one first
 * @param equipment what it needs
 * @param load an id of the load scale, the higher the heavier
 * @param levels versions of the movement, easiest first
 * @param dose the first prescription for an average adult after the acute phase; null for a closed movement
 * @param steps what to do, in order; the last one returns to the start
 * @param easier item of an easier movement; null when none is known
 * @param easierText the easier version in words, where it is no movement of its own
 * @param late only between episodes or late in a long one, after the easier movement went well
 * @param substitutes what is done instead of a closed movement, best first
 * @param trains what it trains besides mobility
 */
public record Movement(
        String section,
        List<String> regions,
        List<String> positions,
        List<String> equipment,
        int load,
        List<Level> levels,
        @Nullable Count dose,
        @Nullable LocalizedText breathing,
        List<LocalizedText> steps,
        List<LocalizedText> mistakes,
        @Nullable LocalizedText purpose,
        @Nullable String easier,
        @Nullable LocalizedText easierText,
        @Nullable String harder,
        @Nullable LocalizedText harderText,
        boolean late,
        List<String> substitutes,
        Set<Trains> trains)
        implements Serializable {

    public Movement {
        regions = List.copyOf(regions);
        positions = List.copyOf(positions);
        equipment = List.copyOf(equipment);
        levels = List.copyOf(levels);
        steps = List.copyOf(steps);
        mistakes = List.copyOf(mistakes);
        substitutes = List.copyOf(substitutes);
        trains = Set.copyOf(trains);
    }

    /** What has days of its own in a week. */
    public enum Trains {
        /** Muscles need days of rest between. */
        STRENGTH,
        BALANCE
    }

    /** A version of the movement and its load. */
    public record Level(int load, LocalizedText name) implements Serializable {}

    /**
     * How much of it.
     *
     * @param repetitions in one set, on each side; null for a movement that is timed as a whole
     * @param sets one or more
     * @param seconds length of one repetition with its hold, on one side; of the whole movement when it has no repetitions
     * @param holdSeconds the part of a repetition that is held still; null when nothing is held
     * @param perSide both sides, each with the full count
     */
    public record Count(
            @Nullable Range repetitions,
            Range sets,
            Range seconds,
            @Nullable Range holdSeconds,
            boolean perSide,
            @Nullable LocalizedText tempo)
            implements Serializable {

        /** Least and most seconds that it takes, without rests. */
        public Range duration() {
            Range times = repetitions == null ? new Range(1, 1) : repetitions;
            int sides = perSide ? 2 : 1;
            return new Range(
                    times.least() * sets.least() * seconds.least() * sides,
                    times.most() * sets.most() * seconds.most() * sides);
        }
    }
}
