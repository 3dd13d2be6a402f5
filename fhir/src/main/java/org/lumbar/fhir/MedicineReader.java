package org.lumbar.fhir;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Concept;
import org.lumbar.core.record.Span;

/** Reads medicines that someone takes or was prescribed, and what a medicine consists of. */
final class MedicineReader {

    /** What a status or an intent means for what the patient takes now. */
    private enum Taking {
        CURRENT,
        /** Current, but perhaps not begun, so that its start date says nothing. */
        INTENDED,
        STOPPED,
        NEVER
    }

    private static final Map<String, Taking> STATEMENT = Map.of(
            "active", Taking.CURRENT,
            "on-hold", Taking.CURRENT,
            "unknown", Taking.CURRENT,
            "intended", Taking.INTENDED,
            "completed", Taking.STOPPED,
            "stopped", Taking.STOPPED,
            "not-taken", Taking.STOPPED,
            "entered-in-error", Taking.NEVER);

    private static final Map<String, Taking> REQUEST = Map.of(
            "active", Taking.CURRENT,
            "on-hold", Taking.CURRENT,
            "unknown", Taking.CURRENT,
            "completed", Taking.STOPPED,
            "stopped", Taking.STOPPED,
            "cancelled", Taking.STOPPED,
            "draft", Taking.NEVER,
            "entered-in-error", Taking.NEVER);

    private static final Map<String, Boolean> ORDERED = Map.of(
            "order", true,
            "original-order", true,
            "reflex-order", true,
            "filler-order", true,
            "instance-order", true,
            "proposal", false,
            "plan", false,
            "option", false);

    private final Elements.Codes code = new Elements.Codes();
    private final Map<String, Concept> contained = new HashMap<>(0);
    private @Nullable String subject;
    private Taking taking = Taking.CURRENT;
    private boolean counts = true;
    private boolean modified;
    private Elements.Link medication = Elements.Link.NONE;
    private @Nullable Span started;
    private @Nullable Span ended;
    private @Nullable Span written;

    private MedicineReader() {}

    static Draft statement(Cursor in) throws IOException {
        MedicineReader reader = new MedicineReader();
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "status" -> reader.taking = orCurrent(Elements.code(in, STATEMENT));
                case "effectiveDateTime" -> reader.started = day(in.moment());
                case "effectivePeriod" -> {
                    Elements.Period period = Elements.Period.read(in);
                    reader.started = day(period.start());
                    reader.ended = day(period.end());
                }
                case "dateAsserted" -> reader.written = day(in.moment());
                default -> reader.common(in, field);
            }
        }
        return reader.draft(in.place().ref());
    }

    static Draft request(Cursor in) throws IOException {
        MedicineReader reader = new MedicineReader();
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "status" -> reader.taking = orCurrent(Elements.code(in, REQUEST));
                case "intent" -> reader.counts &= !Boolean.FALSE.equals(Elements.code(in, ORDERED));
                case "doNotPerform" -> reader.counts &= !Boolean.TRUE.equals(in.yesNo());
                case "authoredOn" -> reader.started = day(in.moment());
                default -> reader.common(in, field);
            }
        }
        return reader.draft(in.place().ref());
    }

    static Draft medication(Cursor in) throws IOException {
        Product product = new Product();
        for (String field = in.field(); field != null; field = in.field()) {
            if (field.equals("id")) {
                in.id();
            } else {
                product.element(in, field);
            }
        }
        return new Draft.Product(in.place().ref(), product.concept());
    }

    /** A Medication: its own codes and those of its ingredients. */
    private static final class Product {
        private final Elements.Codes own = new Elements.Codes();
        private final Elements.Codes ingredients = new Elements.Codes();

        Concept concept() {
            return own.conceptWith(ingredients);
        }

        void element(Cursor in, String field) throws IOException {
            switch (field) {
                case "code" -> own.addConcept(in);
                case "ingredient" -> {
                    if (in.array()) {
                        while (in.element()) {
                            ingredient(in);
                        }
                    }
                }
                default -> in.skip();
            }
        }

        private void ingredient(Cursor in) throws IOException {
            for (String field = in.field(); field != null; field = in.field()) {
                if (field.equals("itemCodeableConcept")) {
                    ingredients.addConcept(in);
                } else {
                    in.skip();
                }
            }
        }
    }

    private void common(Cursor in, String field) throws IOException {
        switch (field) {
            case "id" -> in.id();
            case "subject" -> subject = Elements.reference(in);
            case "medicationCodeableConcept" -> code.addConcept(in);
            case "medicationReference" -> medication = Elements.Link.read(in);
            case "contained" -> contained(in);
            case "modifierExtension" -> {
                modified = true;
                in.skip();
            }
            default -> in.skip();
        }
    }

    /** Medicines that are described inside this resource, by their local id. */
    private void contained(Cursor in) throws IOException {
        if (in.array()) {
            while (in.element()) {
                in.resource(this::containedResource);
            }
        }
    }

    private @Nullable Void containedResource(String type, Cursor in) throws IOException {
        if (!type.equals("Medication")) {
            in.skipRestOfObject();
            return null;
        }
        String id = null;
        Product product = new Product();
        for (String field = in.field(); field != null; field = in.field()) {
            if (field.equals("id")) {
                id = in.text();
            } else {
                product.element(in, field);
            }
        }
        if (id != null) {
            contained.put(id, product.concept());
        }
        return null;
    }

    private static Taking orCurrent(@Nullable Taking taking) {
        return taking == null ? Taking.CURRENT : taking;
    }

    private static @Nullable Span day(@Nullable Moment moment) {
        return moment == null ? null : moment.day();
    }

    private Draft draft(String ref) {
        if (!counts || taking == Taking.NEVER) {
            return Draft.nothing(ref, subject);
        }
        if (taking == Taking.STOPPED && stoppedAt() == null) {
            return Draft.nothing(
                    ref,
                    subject,
                    Notes.note(ref, Notes.STOPPED_UNDATED, concept().text()));
        }
        Notes notes = new Notes();
        if (modified) {
            notes.add(ref, Notes.MODIFIED, null);
        }
        Entry.Medicine medicine = new Entry.Medicine(
                ref,
                concept(),
                taking == Taking.INTENDED ? null : started,
                taking == Taking.STOPPED ? stoppedAt() : ended);
        String elsewhere = inside() == null ? medication.reference() : null;
        return new Draft.Taken(ref, subject, medicine, elsewhere, notes.list());
    }

    private @Nullable Span stoppedAt() {
        if (ended != null) {
            return ended;
        }
        return started == null ? written : started;
    }

    private Concept concept() {
        Concept inside = inside();
        if (inside != null) {
            return inside;
        }
        Concept own = code.concept();
        return own.text() == null ? new Concept(own.codings(), medication.display()) : own;
    }

    private @Nullable Concept inside() {
        String reference = medication.reference();
        return reference == null || !reference.startsWith("#") ? null : contained.get(reference.substring(1));
    }
}
