package org.lumbar.core.exercise;

import java.time.LocalDate;
import java.util.List;

/**
 * What follows from the sessions so far.
 *
 * @param load for the next sessions; {@link Load#NONE} when exercise stops until a clinician has looked
 * @param changed the day up to which sessions have counted for it
 * @param seeClinician the programme should be reviewed
 * @param notes why, never empty
 */
public record Review(Decision decision, Load load, LocalDate changed, boolean seeClinician, List<Note> notes) {
    public Review {
        notes = List.copyOf(notes);
    }

    /** What becomes of the load. */
    public enum Decision {
        GROW,
        STAY,
        FALL,
        /** Back to the first sessions. */
        ANEW,
        /** No exercise until it has been looked into. */
        STOP
    }
}
