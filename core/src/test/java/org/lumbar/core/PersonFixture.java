package org.lumbar.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Activity;
import org.lumbar.core.record.Entry.Bound;
import org.lumbar.core.record.Entry.Certainty;
import org.lumbar.core.record.Entry.Concept;
import org.lumbar.core.record.Entry.Value;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;

/** A record in the making. Entries are numbered over all kinds, from 1: the first is {@code Condition/1}, say. */
public final class PersonFixture {

    private Sex sex = Sex.UNSTATED;
    private @Nullable Span birth;
    private @Nullable String country;
    private final List<Entry> entries = new ArrayList<>();
    private final List<PatientRecord.ReadingNote> notes = new ArrayList<>();

    private PersonFixture() {}

    public static PersonFixture person() {
        return new PersonFixture();
    }

    public PersonFixture sex(Sex which) {
        sex = which;
        return this;
    }

    public PersonFixture born(Span when) {
        birth = when;
        return this;
    }

    public PersonFixture from(String code) {
        country = code;
        return this;
    }

    public PersonFixture answers(String finding, boolean yes) {
        return answers(finding, new Value.YesNo(yes));
    }

    public PersonFixture answers(String measure, double number) {
        return answers(measure, new Value.Quantity(number, Bound.EXACT, null));
    }

    public PersonFixture answers(String linkId, Value value) {
        return with(new Entry.Answer(ref("Answer"), linkId, value));
    }

    /** Answers yes to the first and no to the second. */
    public PersonFixture has(String finding) {
        return answers(finding, true);
    }

    public PersonFixture hasNo(String finding) {
        return answers(finding, false);
    }

    public PersonFixture condition(Coding code) {
        return condition(code, Activity.ACTIVE, Certainty.CONFIRMED, null, null);
    }

    public PersonFixture condition(
            Coding code, Activity activity, Certainty certainty, @Nullable Span onset, @Nullable Span recorded) {
        return with(new Entry.Condition(ref("Condition"), concept(code), activity, certainty, onset, recorded));
    }

    public PersonFixture takes(Coding... codes) {
        return with(new Entry.Medicine(ref("Medicine"), concept(codes), null, null));
    }

    public PersonFixture takesSomethingCalled(String words) {
        return with(new Entry.Medicine(ref("Medicine"), new Concept(List.of(), words), null, null));
    }

    public PersonFixture took(Coding code, Span until) {
        return with(new Entry.Medicine(ref("Medicine"), concept(code), null, until));
    }

    public PersonFixture allergicTo(Coding... codes) {
        return allergy(Activity.ACTIVE, Certainty.CONFIRMED, false, codes);
    }

    /** Allergic to something whose code nobody knows. */
    public PersonFixture allergicToSomethingCalled(String words, boolean maybeMedicine) {
        return with(new Entry.Allergy(
                ref("Allergy"),
                new Concept(List.of(), words),
                Activity.ACTIVE,
                Certainty.CONFIRMED,
                false,
                maybeMedicine));
    }

    public PersonFixture allergy(Activity activity, Certainty certainty, boolean intolerance, Coding... codes) {
        return with(new Entry.Allergy(ref("Allergy"), concept(codes), activity, certainty, intolerance, true));
    }

    public PersonFixture measured(Coding code, double number, @Nullable Span taken) {
        return measured(code, new Value.Quantity(number, Bound.EXACT, "u"), taken);
    }

    public PersonFixture measured(Coding code, Value value, @Nullable Span taken) {
        return with(new Entry.Observation(ref("Observation"), concept(code), taken, value));
    }

    public PersonFixture underwent(Coding code, @Nullable Span when) {
        return with(new Entry.Event(ref("Event"), concept(code), when));
    }

    public PersonFixture note(String where, String key, String detail) {
        notes.add(new PatientRecord.ReadingNote(where, key, detail));
        return this;
    }

    public PersonFixture with(Entry entry) {
        entries.add(entry);
        return this;
    }

    public PatientRecord record() {
        return new PatientRecord("p", sex, birth, country, entries, notes);
    }

    private String ref(String kind) {
        return kind + "/" + (entries.size() + 1);
    }

    private static Concept concept(Coding... codes) {
        return new Concept(List.of(codes), null);
    }
}
