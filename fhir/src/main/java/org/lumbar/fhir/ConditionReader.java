package org.lumbar.fhir;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Activity;
import org.lumbar.core.record.Span;

/** Reads diagnoses and problems. */
final class ConditionReader {

    private static final String CLINICAL_SYSTEM = "http://terminology.hl7.org/CodeSystem/condition-clinical";

    private static final Map<String, Activity> CLINICAL = Map.of(
            "active", Activity.ACTIVE,
            "recurrence", Activity.RECURRENCE,
            "relapse", Activity.RELAPSE,
            "remission", Activity.REMISSION,
            "inactive", Activity.INACTIVE,
            "resolved", Activity.RESOLVED);

    private final Elements.Codes code = new Elements.Codes();
    private final Notes notes = new Notes();
    private @Nullable String subject;
    private Activity activity = Activity.UNSTATED;
    private Verification verification = Verification.UNSTATED;
    private boolean modified;
    private @Nullable Span onset;
    private @Nullable Age onsetAge;
    private @Nullable String unclearOnset;
    private @Nullable Span recorded;
    private boolean abated;
    private @Nullable Span abatement;

    private ConditionReader() {}

    static Draft read(Cursor in) throws IOException {
        ConditionReader reader = new ConditionReader();
        for (String field = in.field(); field != null; field = in.field()) {
            reader.element(in, field);
        }
        return reader.draft(in.place().ref());
    }

    private void element(Cursor in, String field) throws IOException {
        switch (field) {
            case "id" -> in.id();
            case "subject" -> subject = Elements.reference(in);
            case "code" -> code.addConcept(in);
            case "clinicalStatus" -> {
                Activity stated = Elements.conceptCode(in, CLINICAL_SYSTEM, CLINICAL);
                activity = stated == null ? Activity.UNSTATED : stated;
            }
            case "verificationStatus" -> {
                Verification stated =
                        Elements.conceptCode(in, Verification.CONDITION_SYSTEM, Verification.OF_CONDITION);
                verification = stated == null ? Verification.UNSTATED : stated;
            }
            case "recordedDate" -> recorded = day(in.moment());
            case "modifierExtension" -> {
                modified = true;
                in.skip();
            }
            case "onsetDateTime" -> onset = day(in.moment());
            case "onsetPeriod" -> onset = Elements.Period.read(in).within();
            case "onsetAge" -> {
                onsetAge = Age.read(in);
                unclearOnset = RecordAssembly.AGE;
            }
            case "onsetRange" -> {
                onsetAge = Age.readRange(in);
                unclearOnset = RecordAssembly.AGE;
            }
            case "onsetString" -> unclearOnset = in.text();
            case "abatementDateTime" -> abated(day(in.moment()));
            case "abatementPeriod" -> abated(day(Elements.Period.read(in).last()));
            case "abatementBoolean" -> abated |= Boolean.TRUE.equals(in.yesNo());
            case "abatementAge", "abatementRange", "abatementString" -> {
                in.skip();
                abated(null);
            }
            default -> in.skip();
        }
    }

    private void abated(@Nullable Span when) {
        abated = true;
        abatement = when;
    }

    private static @Nullable Span day(@Nullable Moment moment) {
        return moment == null ? null : moment.day();
    }

    private Draft draft(String ref) {
        if (verification == Verification.DISOWNED) {
            return Draft.nothing(ref, subject);
        }
        settleActivity(ref);
        if (modified) {
            notes.add(ref, Notes.MODIFIED, null);
        }
        if (activity.current() && !code.understood()) {
            notes.add(ref, Notes.UNCODED, code.concept().text());
        }
        Entry.Condition condition =
                new Entry.Condition(ref, code.concept(), activity, verification.certainty(modified), onset, recorded);
        if (onset == null && onsetAge != null) {
            return new Draft.SinceAge(ref, subject, condition, onsetAge, notes.list());
        }
        if (onset == null && unclearOnset != null) {
            notes.add(ref, Notes.ONSET, unclearOnset);
        }
        return new Draft.Ready(ref, subject, java.util.List.of(condition), notes.list());
    }

    /** An end date resolves what is not said to be over, unless it began or was recorded again after it. */
    private void settleActivity(String ref) {
        if (!abated || !activity.current()) {
            return;
        }
        Span later = later(onset, recorded);
        boolean again = activity != Activity.UNSTATED
                && abatement != null
                && later != null
                && later.earliest().isAfter(abatement.latest());
        if (again) {
            notes.add(ref, Notes.ACTIVE_AGAIN, abatement.latest().toString());
        } else {
            activity = Activity.RESOLVED;
        }
    }

    private static @Nullable Span later(@Nullable Span a, @Nullable Span b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.earliest().isAfter(b.earliest()) ? a : b;
    }
}
