package org.lumbar.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.Load;
import org.lumbar.core.exercise.PerformedSession;

/**
 * What the page of a session wrote down when it was over.
 *
 * @param patient id of the patient that the page was made for
 * @param session what became of it; the next morning is not known yet
 * @param programme of which the session is a part; null for a session by itself
 * @param morning how the back was on the morning after an earlier session; null when nobody said
 * @param told the answers one by one
 */
public record SessionResult(
        String patient,
        PerformedSession session,
        @Nullable OfProgramme programme,
        @Nullable Morning morning,
        Told told) {

    /** The same session, counted for another day. */
    public SessionResult on(LocalDate day) {
        return new SessionResult(patient, session.on(day), programme, morning, told);
    }

    /**
     * What was told of a session, as it was told. What is null was not said.
     *
     * @param completion {@code completed}, {@code stopped} or {@code not-started}
     * @param minutes that it took
     * @param worst strongest pain during it, 0 to 10
     * @param after pain at its end, 0 to 10
     * @param leg symptoms in a leg came or spread
     * @param warnings ids of the warning signs that were answered with yes before it
     * @param outcomes by movement: {@code done}, {@code partial} or {@code skipped}
     */
    public record Told(
            String completion,
            @Nullable Double minutes,
            @Nullable Double worst,
            @Nullable Double after,
            @Nullable Boolean leg,
            List<String> warnings,
            Map<String, String> outcomes) {
        public Told {
            warnings = List.copyOf(warnings);
            outcomes = Map.copyOf(outcomes);
        }
    }

    /**
     * The programme that a session is a part of.
     *
     * @param load that its sessions are done with
     * @param changed the day up to which sessions have counted for the load
     */
    public record OfProgramme(Load load, LocalDate changed) {}

    /**
     * Pain on the morning after a session.
     *
     * @param day of that session; null when the page did not know it, then the last one before
     * @param pain 0 to 10
     */
    public record Morning(@Nullable LocalDate day, double pain) {}
}
