package org.lumbar.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.PatientRecord.ReadingNote;
import org.lumbar.core.record.Span;
import org.lumbar.core.record.UnusableRecord;

/** Puts what the resources of a bundle say together, once all of them are read. */
final class RecordAssembly {

    /** What a patient without id and address is called. */
    private static final String WITHOUT_ID = "unidentified";

    /** What kind of onset it is that could not be dated. */
    static final String AGE = "age";

    private final Place place;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Draft> byRef = new HashMap<>();
    private final Set<String> urls = new HashSet<>();
    private final Map<String, Draft.Product> products = new HashMap<>();
    private Draft.@Nullable Person person;
    private @Nullable String personUrl;

    private final List<Entry> entries = new ArrayList<>();
    private final List<ReadingNote> notes = new ArrayList<>();
    private final List<Draft.Measured> measured = new ArrayList<>();
    private final List<Integer> measuredPlaces = new ArrayList<>();

    RecordAssembly(Place place) {
        this.place = place;
    }

    /**
     * Adds what a resource says.
     *
     * @throws UnusableRecord when another resource has the same name and says something else
     */
    void add(Draft draft, @Nullable String fullUrl) {
        Draft before = byRef.putIfAbsent(draft.ref(), draft);
        if (before != null) {
            if (!before.equals(draft)) {
                throw place.refuseAt(draft.ref(), "refused.twice");
            }
            return;
        }
        if (fullUrl != null && !urls.add(fullUrl)) {
            throw place.refuseAt(draft.ref(), "refused.same-url");
        }
        switch (draft) {
            case Draft.Person here -> {
                if (person != null) {
                    throw place.refuseAt(draft.ref(), "refused.second-patient", Map.of("first", person.ref()));
                }
                person = here;
                personUrl = fullUrl;
            }
            case Draft.Product product -> {
                products.put(product.ref(), product);
                if (fullUrl != null) {
                    products.put(fullUrl, product);
                }
            }
            case Draft.Ready ignored -> drafts.add(draft);
            case Draft.SinceAge ignored -> drafts.add(draft);
            case Draft.Taken ignored -> drafts.add(draft);
            case Draft.Measured ignored -> drafts.add(draft);
            case Draft.Answered ignored -> drafts.add(draft);
        }
    }

    void note(ReadingNote note) {
        notes.add(note);
    }

    /**
     * The record.
     *
     * @throws UnusableRecord when the bundle has no patient, or entries about another one
     */
    PatientRecord finish() {
        Draft.Person patient = person;
        if (patient == null) {
            throw place.refuseAt("Bundle", "refused.no-patient");
        }
        Identity identity = new Identity("Patient", patient.id(), personUrl);
        Newest newest = new Newest(drafts);
        notes.addAll(patient.notes());
        for (Draft draft : drafts) {
            if (isAbout(identity, draft)) {
                notes.addAll(draft.notes());
                addEntries(draft, patient.birth(), newest);
            }
        }
        orderMeasured();
        String id = patient.id() == null ? Identity.lastPart(personUrl) : patient.id();
        return new PatientRecord(
                id == null ? WITHOUT_ID : id, patient.sex(), patient.birth(), patient.country(), entries, notes);
    }

    private boolean isAbout(Identity patient, Draft draft) {
        String subject = draft.subject();
        if (subject == null) {
            return true;
        }
        return switch (patient.match(subject)) {
            case SAME -> true;
            case OTHER_TYPE -> {
                notes.add(Notes.note(draft.ref(), Notes.SUBJECT, null));
                yield false;
            }
            case OTHER -> throw place.refuseAt(draft.ref(), "refused.other-patient");
        };
    }

    private void addEntries(Draft draft, @Nullable Span birth, Newest newest) {
        switch (draft) {
            case Draft.Ready ready -> entries.addAll(ready.entries());
            case Draft.SinceAge condition -> entries.add(dated(condition, birth));
            case Draft.Taken taken -> entries.add(described(taken));
            case Draft.Measured observation -> {
                measured.add(observation);
                for (Entry ignored : observation.observations()) {
                    measuredPlaces.add(entries.size());
                    entries.add(ignored);
                }
            }
            case Draft.Answered answered ->
                answered.answers().stream()
                        .filter(answer -> newest.isFrom(answered, answer.linkId()))
                        .forEach(entries::add);
            case Draft.Person ignored -> {}
            case Draft.Product ignored -> {}
        }
    }

    private Entry dated(Draft.SinceAge draft, @Nullable Span birth) {
        Entry.Condition condition = draft.condition();
        Span onset = birth == null ? null : draft.onset().since(birth);
        if (onset == null) {
            notes.add(Notes.note(draft.ref(), Notes.ONSET, AGE));
        }
        return new Entry.Condition(
                condition.ref(),
                condition.concept(),
                condition.activity(),
                condition.certainty(),
                onset,
                condition.recorded());
    }

    private Entry described(Draft.Taken draft) {
        Entry.Medicine medicine = draft.medicine();
        Draft.Product product = draft.medication() == null ? null : product(draft.medication());
        if (product == null) {
            return medicine;
        }
        Entry.Concept concept = Elements.join(medicine.concept(), product.concept());
        return new Entry.Medicine(medicine.ref(), concept, medicine.started(), medicine.stopped());
    }

    private Draft.@Nullable Product product(String reference) {
        String plain = Identity.withoutVersion(reference);
        Draft.Product byUrl = products.get(plain);
        return byUrl == null ? products.get("Medication/" + Identity.lastPart(plain)) : byUrl;
    }

    /** Puts observations in the order in which they were made: of one day, the last one is the newest. */
    private void orderMeasured() {
        measured.sort(java.util.Comparator.comparing(
                Draft.Measured::taken, java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder())));
        int next = 0;
        for (Draft.Measured each : measured) {
            for (Entry observation : each.observations()) {
                entries.set(measuredPlaces.get(next++), observation);
            }
        }
    }
}
