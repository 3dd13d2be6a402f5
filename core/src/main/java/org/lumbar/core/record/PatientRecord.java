package org.lumbar.core.record;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written about one patient. Nothing here is interpreted: codes are codes, dates are as precise as they were
 * written, and a missing entry means only that nobody wrote one.
 *
 * @param id the patient's id in the source
 * @param country ISO 3166-1 alpha-2 code of the home address, upper case, or null
 * @param entries in the order of the source, but observations in the order in which they were made: of one day, the last is
 *     the newest
 * @param notes what the reader could not use, to be shown with the plan
 */
public record PatientRecord(
        String id,
        Sex sex,
        @Nullable Span birth,
        @Nullable String country,
        List<Entry> entries,
        List<ReadingNote> notes)
        implements Serializable {

    public PatientRecord {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }

    /** Something in the source that could not be used: where it stands and a key of the text that says why. */
    public record ReadingNote(String where, String textKey, String detail) implements Serializable {}
}
