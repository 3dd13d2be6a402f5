package org.lumbar.fhir;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.PatientRecord.ReadingNote;

/** What of a resource could not be used, by the key of the text that says why. */
final class Notes {

    static final String COUNTRY = "note.country-unknown";
    static final String ONSET = "note.onset-unclear";
    static final String MODIFIED = "note.modifier-extension";
    static final String ACTIVE_AGAIN = "note.active-after-abatement";
    static final String STATUS = "note.status-unused";
    static final String STOPPED_UNDATED = "note.stopped-undated";
    static final String UNCODED = "note.uncoded";
    static final String QUESTIONNAIRE = "note.other-questionnaire";
    static final String SUBJECT = "note.other-subject";

    static final String MORE_PAGES = "note.more-pages";

    private static final String NOTHING_WRITTEN = "–";

    private final List<ReadingNote> notes = new ArrayList<>(0);

    static ReadingNote note(String where, String key, @Nullable String detail) {
        return new ReadingNote(where, key, detail == null ? NOTHING_WRITTEN : detail);
    }

    void add(String where, String key, @Nullable String detail) {
        notes.add(note(where, key, detail));
    }

    List<ReadingNote> list() {
        return List.copyOf(notes);
    }
}
