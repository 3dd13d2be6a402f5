package org.lumbar.fhir;

import java.time.LocalDate;
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
 */
public record SessionResult(
        String patient,
        PerformedSession session,
        @Nullable OfProgramme programme,
        @Nullable Morning morning) {

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
