package org.lumbar.fhir;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Span;

/** Reads procedures, implanted devices and encounters. */
final class EventReader {

    /** What a status means for the question whether it happened. */
    private enum Happened {
        YES,
        NO,
        UNCLEAR
    }

    private static final Map<String, Happened> PROCEDURE = Map.of(
            "completed", Happened.YES,
            "in-progress", Happened.YES,
            "preparation", Happened.NO,
            "not-done", Happened.NO,
            "entered-in-error", Happened.NO,
            "on-hold", Happened.UNCLEAR,
            "stopped", Happened.UNCLEAR,
            "unknown", Happened.UNCLEAR);

    private static final Map<String, Happened> DEVICE = Map.of(
            "active", Happened.YES,
            "unknown", Happened.YES,
            "inactive", Happened.NO,
            "entered-in-error", Happened.NO);

    private static final Map<String, Happened> ENCOUNTER = Map.of(
            "finished", Happened.YES,
            "in-progress", Happened.YES,
            "planned", Happened.NO,
            "arrived", Happened.NO,
            "triaged", Happened.NO,
            "onleave", Happened.NO,
            "cancelled", Happened.NO,
            "entered-in-error", Happened.NO,
            "unknown", Happened.UNCLEAR);

    private final Elements.Codes codes = new Elements.Codes();
    private final Elements.Codes reasons = new Elements.Codes();
    private @Nullable String subject;
    private @Nullable Happened happened;
    private @Nullable Span when;
    private boolean modified;

    private EventReader() {}

    static Draft procedure(Cursor in) throws IOException {
        EventReader reader = new EventReader();
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "status" -> reader.happened = Elements.code(in, PROCEDURE);
                case "code" -> reader.codes.addConcept(in);
                case "performedDateTime" -> {
                    Moment moment = in.moment();
                    reader.when = moment == null ? null : moment.day();
                }
                case "performedPeriod" -> reader.when = Elements.Period.read(in).within();
                default -> reader.common(in, field);
            }
        }
        return reader.draft(in.place().ref(), Happened.UNCLEAR);
    }

    static Draft device(Cursor in) throws IOException {
        EventReader reader = new EventReader();
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "status" -> reader.happened = Elements.code(in, DEVICE);
                case "type" -> reader.codes.addConcept(in);
                case "patient" -> reader.subject = Elements.reference(in);
                default -> reader.common(in, field);
            }
        }
        return reader.draft(in.place().ref(), Happened.YES);
    }

    static Draft encounter(Cursor in) throws IOException {
        EventReader reader = new EventReader();
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "status" -> reader.happened = Elements.code(in, ENCOUNTER);
                case "type" -> reader.codes.addConcepts(in);
                case "reasonCode" -> reader.reasons.addConcepts(in);
                case "period" -> reader.when = Elements.Period.read(in).within();
                default -> reader.common(in, field);
            }
        }
        return reader.draft(in.place().ref(), Happened.UNCLEAR);
    }

    private void common(Cursor in, String field) throws IOException {
        switch (field) {
            case "id" -> in.id();
            case "subject" -> subject = Elements.reference(in);
            case "modifierExtension" -> {
                modified = true;
                in.skip();
            }
            default -> in.skip();
        }
    }

    private Draft draft(String ref, Happened ifMissing) {
        Notes notes = new Notes();
        if (modified) {
            notes.add(ref, Notes.MODIFIED, null);
        }
        return switch (happened == null ? ifMissing : happened) {
            case NO -> Draft.nothing(ref, subject);
            case UNCLEAR ->
                Draft.nothing(
                        ref,
                        subject,
                        Notes.note(ref, Notes.STATUS, codes.conceptWith(reasons).text()));
            case YES ->
                new Draft.Ready(
                        ref, subject, List.of(new Entry.Event(ref, codes.conceptWith(reasons), when)), notes.list());
        };
    }
}
