package org.lumbar.figures;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One stretch of a movement.
 *
 * @param pose what the base pose becomes at the end, as changes of the base; empty when the body holds still
 * @param milliseconds how long it lasts
 * @param breath in, out, or empty
 * @param cue the step of the movement that says what to do, from 1
 * @param through true when the movement goes on without a stop at the end
 * @param contacts what stays in place meanwhile; empty for those of the clip
 */
public record Phase(
        String name,
        int milliseconds,
        Optional<Map<Dof, Double>> pose,
        Optional<Breath> breath,
        Optional<Integer> cue,
        boolean through,
        Optional<Set<Contact>> contacts) {

    /** Which way the breath goes. */
    public enum Breath {
        IN,
        OUT
    }

    public Phase {
        if (milliseconds <= 0) {
            throw new IllegalArgumentException("The phase " + name + " lasts no time");
        }
    }
}
