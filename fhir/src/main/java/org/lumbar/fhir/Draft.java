package org.lumbar.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Concept;
import org.lumbar.core.record.PatientRecord.ReadingNote;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;

/** What one resource says, before it is known whose bundle it is in and what its references mean. */
sealed interface Draft {

    /** Names the resource: {@code Condition/ulcer}. */
    String ref();

    /** The reference to whom it is about; null when it names nobody. */
    @Nullable
    String subject();

    /** What of it could not be used. */
    List<ReadingNote> notes();

    /** The patient; the id is null when none is written. */
    record Person(
            String ref,
            @Nullable String id,
            Sex sex,
            @Nullable Span birth,
            @Nullable String country,
            List<ReadingNote> notes)
            implements Draft {
        @Override
        public @Nullable String subject() {
            return null;
        }
    }

    /** Entries that need nothing else; none for a resource that does not count. */
    record Ready(String ref, @Nullable String subject, List<Entry> entries, List<ReadingNote> notes) implements Draft {}

    /** A condition whose onset is told as an age. */
    record SinceAge(String ref, @Nullable String subject, Entry.Condition condition, Age onset, List<ReadingNote> notes)
            implements Draft {}

    /** A medicine that may be described by a resource of its own. */
    record Taken(
            String ref,
            @Nullable String subject,
            Entry.Medicine medicine,
            @Nullable String medication,
            List<ReadingNote> notes)
            implements Draft {}

    /** What a medicine consists of. */
    record Product(String ref, Concept concept) implements Draft {
        @Override
        public @Nullable String subject() {
            return null;
        }

        @Override
        public List<ReadingNote> notes() {
            return List.of();
        }
    }

    /** An observation and its components. */
    record Measured(
            String ref,
            @Nullable String subject,
            List<Entry> observations,
            @Nullable Moment taken,
            List<ReadingNote> notes)
            implements Draft {}

    /** The answers of one filled-in questionnaire. */
    record Answered(
            String ref,
            @Nullable String subject,
            @Nullable Moment authored,
            List<Entry.Answer> answers,
            List<ReadingNote> notes)
            implements Draft {}

    static Draft nothing(String ref, @Nullable String subject) {
        return new Ready(ref, subject, List.of(), List.of());
    }

    static Draft nothing(String ref, @Nullable String subject, ReadingNote note) {
        return new Ready(ref, subject, List.of(), List.of(note));
    }
}
