package org.lumbar.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Value;
import org.lumbar.core.record.Span;

/** Reads observations; each component becomes an observation of its own. */
final class ObservationReader {

    /** Whether a result may be used. */
    private enum Use {
        YES,
        NO,
        UNCLEAR
    }

    private static final Map<String, Use> STATUS = Map.of(
            "final", Use.YES,
            "amended", Use.YES,
            "corrected", Use.YES,
            "registered", Use.NO,
            "preliminary", Use.NO,
            "cancelled", Use.NO,
            "entered-in-error", Use.NO,
            "unknown", Use.UNCLEAR);

    private Use use = Use.UNCLEAR;
    private @Nullable String subject;
    private @Nullable Moment effective;
    private @Nullable Moment issued;
    private boolean modified;
    private final Result whole = new Result();
    private final List<Result> components = new ArrayList<>(0);

    /** A code with its value; a component, or the observation itself. */
    private static final class Result {
        final Elements.Codes code = new Elements.Codes();

        @Nullable
        Value value;

        boolean absent;

        void element(Cursor in, String field) throws IOException {
            switch (field) {
                case "code" -> code.addConcept(in);
                case "dataAbsentReason" -> {
                    absent = true;
                    in.skip();
                }
                default -> {
                    Value read = Values.read(in, field);
                    value = read == null ? value : read;
                }
            }
        }

        void addTo(List<Entry> observations, String ref, @Nullable Span taken) {
            if (value != null && !absent) {
                observations.add(new Entry.Observation(ref, code.concept(), taken, value));
            }
        }
    }

    private ObservationReader() {}

    static Draft read(Cursor in) throws IOException {
        ObservationReader reader = new ObservationReader();
        for (String field = in.field(); field != null; field = in.field()) {
            reader.element(in, field);
        }
        return reader.draft(in.place().ref());
    }

    private void element(Cursor in, String field) throws IOException {
        switch (field) {
            case "id" -> in.id();
            case "subject" -> subject = Elements.reference(in);
            case "status" -> {
                Use stated = Elements.code(in, STATUS);
                use = stated == null ? Use.UNCLEAR : stated;
            }
            case "effectiveDateTime", "effectiveInstant" -> effective = in.moment();
            case "effectivePeriod" -> effective = Elements.Period.read(in).last();
            case "issued" -> issued = in.moment();
            case "component" -> components(in);
            case "modifierExtension" -> {
                modified = true;
                in.skip();
            }
            default -> whole.element(in, field);
        }
    }

    private void components(Cursor in) throws IOException {
        if (!in.array()) {
            return;
        }
        while (in.element()) {
            Result component = new Result();
            for (String field = in.field(); field != null; field = in.field()) {
                component.element(in, field);
            }
            components.add(component);
        }
    }

    private Draft draft(String ref) {
        if (use == Use.NO) {
            return Draft.nothing(ref, subject);
        }
        if (use == Use.UNCLEAR || modified) {
            String key = modified ? Notes.MODIFIED : Notes.STATUS;
            return Draft.nothing(
                    ref, subject, Notes.note(ref, key, whole.code.concept().text()));
        }
        Moment taken = effective == null ? issued : effective;
        Span day = taken == null ? null : taken.day();
        List<Entry> observations = new ArrayList<>(1 + components.size());
        whole.addTo(observations, ref, day);
        for (int i = 0; i < components.size(); i++) {
            components.get(i).addTo(observations, ref + ".component[" + i + "]", day);
        }
        return new Draft.Measured(ref, subject, List.copyOf(observations), taken, List.of());
    }
}
