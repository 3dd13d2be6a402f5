package org.lumbar.core.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Findings.Allergen;
import org.lumbar.core.finding.Findings.CurrentMedicine;
import org.lumbar.core.finding.MeasureReader.Reading;
import org.lumbar.core.knowledge.FindingDefinition.Effect;
import org.lumbar.core.knowledge.FindingDefinition.Evidence;
import org.lumbar.core.knowledge.FindingDefinition.Source;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Answer;
import org.lumbar.core.record.Entry.Certainty;
import org.lumbar.core.record.Entry.Concept;
import org.lumbar.core.record.Entry.Value;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.PatientRecord.ReadingNote;
import org.lumbar.core.record.Span;
import org.lumbar.core.record.UnusableRecord;

/** Collects what the entries of one record say themselves on a day. For one use. */
final class EntryReader {

    /** What reading needs and is the same for all records. */
    record Rules(
            Atoms atoms,
            CodeIndex codes,
            MedicineResolver medicines,
            MeasureReader measures,
            BitSet episodeDiagnoses) {}

    private final Rules rules;
    private final LocalDate date;
    private final Truth[] answers;
    private final String[] answerRefs;
    private final Refs present;
    private final Refs absent;
    private final BitSet questioned;
    private final Map<String, Reading> readings = new HashMap<>();
    private final Map<String, Reading> answered = new LinkedHashMap<>();
    private final List<CurrentMedicine> current = new ArrayList<>(4);
    private final List<Allergen> allergens = new ArrayList<>(2);
    private boolean unnamedAllergen;
    private final List<ReadingNote> notes;
    private @Nullable Span episodeStart;
    private @Nullable String episodeRef;

    EntryReader(Rules rules, PatientRecord record, LocalDate date) {
        int count = rules.atoms().findings();
        this.rules = rules;
        this.date = date;
        this.answers = new Truth[count];
        this.answerRefs = new String[count];
        this.present = new Refs(count);
        this.absent = new Refs(count);
        this.questioned = new BitSet(count);
        this.notes = new ArrayList<>(record.notes());
        record.entries().forEach(this::read);
        answered.forEach(this::settleByAnswer);
        rules.measures().doubtUndated(readings, answered.keySet(), notes);
    }

    /** What entries said; {@link PersonalNumbers} may still add readings. */
    Inference.Direct direct() {
        return new Inference.Direct(answers, answerRefs, present, absent, questioned, readings);
    }

    Map<String, Reading> readings() {
        return readings;
    }

    /** Findings that an entry raises without settling them. */
    BitSet questioned() {
        return questioned;
    }

    List<CurrentMedicine> medicines() {
        return List.copyOf(current);
    }

    List<Allergen> allergens() {
        return List.copyOf(allergens);
    }

    /** Whether an allergy is recorded whose code says nothing to us. */
    boolean unnamedAllergen() {
        return unnamedAllergen;
    }

    /** What could not be used, and what contradicts itself; grows while numbers are added. */
    List<ReadingNote> notes() {
        return notes;
    }

    /** When the episode began, by the diagnosis that dates it; null when none does. */
    @Nullable
    Reading episode() {
        if (episodeStart == null) {
            return null;
        }
        double least = Math.max(0, episodeStart.leastDaysUntil(date));
        Interval days = new Interval(least, episodeStart.mostDaysUntil(date));
        return new Reading(days, String.valueOf(episodeRef), episodeStart);
    }

    private void read(Entry entry) {
        switch (entry) {
            case Entry.Condition condition -> read(condition);
            case Entry.Medicine medicine -> read(medicine);
            case Entry.Allergy allergy -> read(allergy);
            case Entry.Observation observation -> read(observation);
            case Entry.Event event -> read(event);
            case Answer answer -> read(answer);
        }
    }

    private void read(Entry.Condition condition) {
        notAfterPlan(condition.onset(), condition.ref(), "word.onset");
        notAfterPlan(condition.recorded(), condition.ref(), "word.recorded");
        Span began = condition.onset() == null ? condition.recorded() : condition.onset();
        for (Coding coding : condition.concept().codings()) {
            rules.codes().lookUp(Source.CONDITION, coding, hit -> {
                Evidence evidence = hit.evidence();
                if (!evidence.activities().isEmpty() && !evidence.activities().contains(condition.activity())) {
                    return;
                }
                if (!evidence.ever()
                        && !condition.activity().current()
                        && evidence.activities().isEmpty()) {
                    return;
                }
                if (evidence.confirmedOnly() && condition.certainty() != Certainty.CONFIRMED) {
                    questioned.set(hit.finding());
                    return;
                }
                add(hit, condition.ref(), condition.certainty(), began);
                if (rules.episodeDiagnoses().get(hit.finding())
                        && condition.activity().current()
                        && condition.onset() != null) {
                    startEpisode(condition.onset(), condition.ref());
                }
            });
        }
    }

    /** The oldest diagnosis that still holds dates the episode: what lasts is not called new. */
    private void startEpisode(Span onset, String ref) {
        if (episodeStart == null || onset.earliest().isBefore(episodeStart.earliest())) {
            episodeStart = onset;
            episodeRef = ref;
        }
    }

    private void read(Entry.Medicine medicine) {
        notAfterPlan(medicine.started(), medicine.ref(), "word.started");
        MedicineResolver.Content content = rules.medicines().resolve(medicine.concept());
        boolean stopped = medicine.stopped() != null && medicine.stopped().leastDaysUntil(date) > 0;
        if (!stopped) {
            current.add(new CurrentMedicine(
                    medicine.ref(), label(medicine.concept(), content), content.atc(), content.ingredients()));
        }
        lookUpMedicine(Source.MEDICINE, medicine.concept(), content, hit -> {
            if (!stopped) {
                addPlain(hit, medicine.ref());
            } else if (hit.evidence().withinDays() != null) {
                add(hit, medicine.ref(), Certainty.CONFIRMED, medicine.stopped());
            }
        });
    }

    private void read(Entry.Allergy allergy) {
        if (!allergy.activity().current()) {
            return;
        }
        MedicineResolver.Content content = rules.medicines().resolve(allergy.concept());
        boolean certain = allergy.certainty() != Certainty.SUSPECTED && !allergy.intoleranceOnly();
        boolean named = !content.atc().isEmpty() || !content.ingredients().isEmpty();
        if (certain && named) {
            allergens.add(new Allergen(
                    allergy.ref(), label(allergy.concept(), content), content.atc(), content.ingredients()));
        }
        boolean[] understood = {named};
        lookUpMedicine(Source.ALLERGY, allergy.concept(), content, hit -> {
            understood[0] = true;
            if (certain) {
                addPlain(hit, allergy.ref());
            } else if (hit.evidence().effect() != Effect.ABSENT) {
                questioned.set(hit.finding());
            }
        });
        if (!understood[0] && allergy.maybeMedicine()) {
            unnamedAllergen = true;
            questionMedicineAllergy();
        }
    }

    /** Whatever else the record says, nobody knows what this allergy is to. */
    private void questionMedicineAllergy() {
        int finding = rules.atoms().findingOrNone(Vocabulary.DRUG_HYPERSENSITIVITY);
        if (finding >= 0) {
            questioned.set(finding);
        }
    }

    private void read(Entry.Observation observation) {
        notAfterPlan(observation.taken(), observation.ref(), "word.date");
        rules.measures().read(observation, date, readings, notes);
        if (!(observation.value() instanceof Value.Coded coded)) {
            return;
        }
        for (Coding question : observation.concept().codings()) {
            rules.codes().lookUp(Source.OBSERVATION, question, hit -> {
                List<String> wanted = hit.evidence().valueCodes();
                if (coded.codings().stream().anyMatch(answer -> wanted.contains(answer.code()))) {
                    add(hit, observation.ref(), Certainty.CONFIRMED, observation.taken());
                }
            });
        }
    }

    private void read(Entry.Event event) {
        notAfterPlan(event.happened(), event.ref(), "word.date");
        for (Coding coding : event.concept().codings()) {
            rules.codes()
                    .lookUp(Source.EVENT, coding, hit -> add(hit, event.ref(), Certainty.CONFIRMED, event.happened()));
        }
    }

    private void read(Answer answer) {
        int finding = rules.atoms().findingOrNone(answer.linkId());
        if (finding >= 0) {
            if (!(answer.value() instanceof Value.YesNo yesNo)) {
                throw Refusals.of(answer.ref(), "refused.no-truth");
            }
            Truth truth = Truth.of(yesNo.yes());
            // Two different answers to one question: the dangerous one counts.
            if (answers[finding] == null || truth == Truth.TRUE) {
                answers[finding] = truth;
                answerRefs[finding] = answer.ref();
            }
        } else if (rules.measures().knows(answer.linkId())) {
            answered.put(answer.linkId(), rules.measures().read(answer));
        } else {
            notes.add(new ReadingNote(answer.ref(), "note.unknown-question", answer.linkId()));
        }
    }

    /** An answer counts wherever it stands in the record; what it contradicts is reported. */
    private void settleByAnswer(String measure, Reading answer) {
        Reading observed = readings.get(measure);
        Reading taken = observed == null ? answer : rules.measures().settle(measure, observed, answer);
        readings.put(measure, taken);
        if (observed != null && !observed.value().contains(answer.value())) {
            notes.add(new ReadingNote(
                    observed.ref(),
                    taken.equals(answer) ? "note.answered-otherwise" : "note.answer-not-used",
                    rules.measures().say(measure, observed.value())));
        }
    }

    private void lookUpMedicine(Source source, Concept concept, MedicineResolver.Content content, CodeIndex.Sink sink) {
        for (Coding coding : concept.codings()) {
            rules.codes().lookUp(source, coding, sink);
        }
        for (String atc : content.atc()) {
            Coding derived = new Coding(CodeSystem.ATC, atc);
            if (!concept.codings().contains(derived)) {
                rules.codes().lookUp(source, derived, sink);
            }
        }
    }

    /** Adds what an entry says, as far as its age and certainty let it. */
    private void add(CodeIndex.Hit hit, String ref, Certainty certainty, @Nullable Span began) {
        Evidence evidence = hit.evidence();
        if (certainty == Certainty.SUSPECTED) {
            if (evidence.effect() != Effect.ABSENT) {
                questioned.set(hit.finding());
            }
            return;
        }
        Integer window = evidence.withinDays();
        if (window == null) {
            addPlain(hit, ref);
        } else if (began != null && began.mostDaysUntil(date) <= window) {
            addPlain(hit, ref);
        } else if (began == null || evidence.olderIsQuestion() || began.leastDaysUntil(date) <= window) {
            if (evidence.effect() != Effect.ABSENT) {
                questioned.set(hit.finding());
            }
        }
    }

    private void addPlain(CodeIndex.Hit hit, String ref) {
        switch (hit.evidence().effect()) {
            case PRESENT -> present.add(hit.finding(), ref);
            case ABSENT -> absent.add(hit.finding(), ref);
            case QUESTION -> questioned.set(hit.finding());
            case NOTHING -> {}
        }
    }

    private void notAfterPlan(@Nullable Span span, String ref, String element) {
        notAfterPlan(span, date, ref, element);
    }

    /**
     * @param element key of what the span is called
     * @throws UnusableRecord when the span begins after the date of the plan
     */
    static void notAfterPlan(@Nullable Span span, LocalDate date, String ref, String element) {
        if (span != null && span.earliest().isAfter(date)) {
            throw Refusals.of(
                    ref,
                    "refused.after-plan",
                    Map.of("element", Refusals.say(element), "day", span.earliest(), "plan", date));
        }
    }

    private static String label(Concept concept, MedicineResolver.Content content) {
        if (concept.text() != null) {
            return concept.text();
        }
        if (!content.ingredients().isEmpty()) {
            return String.join(" + ", content.ingredients());
        }
        return concept.codings().isEmpty() ? "?" : concept.codings().get(0).display();
    }
}
