package org.lumbar.core.exercise;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one session. What is null was not said, and never counts as well.
 *
 * @param session id of the {@link ProgrammeSession}
 * @param skipped why it was not done, in the person's words; null when it was done
 * @param before pain before it, 0 to 10
 * @param worst pain during and after it, 0 to 10
 * @param nextMorning pain the next morning, 0 to 10
 * @param effort 0 to 10
 * @param legSymptoms pain, numbness or weakness in a leg came or spread
 * @param warningSign a warning sign appeared
 * @param stopped ended early, so that it never lets the load grow
 * @param movements ids of the movements that were done
 */
public record PerformedSession(
        LocalDate on,
        String session,
        @Nullable String skipped,
        @Nullable Double before,
        @Nullable Double worst,
        @Nullable Double nextMorning,
        @Nullable Double effort,
        boolean legSymptoms,
        boolean warningSign,
        boolean stopped,
        List<String> movements) {

    public PerformedSession {
        movements = List.copyOf(movements);
        require("before", before);
        require("worst", worst);
        require("nextMorning", nextMorning);
        require("effort", effort);
    }

    private static void require(String what, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 10)) {
            throw new IllegalArgumentException(what + " is " + value + ", but goes from 0 to 10");
        }
    }

    /** The same with what was said later; null leaves it as it is. */
    public PerformedSession withNextMorning(@Nullable Double pain) {
        return new PerformedSession(
                on,
                session,
                skipped,
                before,
                worst,
                pain == null ? nextMorning : pain,
                effort,
                legSymptoms,
                warningSign,
                stopped,
                movements);
    }

    /** The same, counted for another day. */
    public PerformedSession on(LocalDate day) {
        return new PerformedSession(
                day,
                session,
                skipped,
                before,
                worst,
                nextMorning,
                effort,
                legSymptoms,
                warningSign,
                stopped,
                movements);
    }

    public boolean done() {
        return skipped == null;
    }

    /** True for a short session of every day or of balance: they can take load back, but what grows are main sessions and walks. */
    boolean beside() {
        return ProgrammeSession.isBeside(session);
    }
}
