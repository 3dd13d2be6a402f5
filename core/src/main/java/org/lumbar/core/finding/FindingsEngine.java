package org.lumbar.core.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Findings.Allergen;
import org.lumbar.core.finding.Findings.CurrentMedicine;
import org.lumbar.core.finding.MeasureReader.Reading;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.FindingDefinition.Effect;
import org.lumbar.core.knowledge.FindingDefinition.Evidence;
import org.lumbar.core.knowledge.FindingDefinition.Source;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Lanes;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Answer;
import org.lumbar.core.record.Entry.Certainty;
import org.lumbar.core.record.Entry.Concept;
import org.lumbar.core.record.Entry.Value;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.PatientRecord.ReadingNote;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;
import org.lumbar.core.record.UnusableRecord;

/**
 * Establishes what a record means on a day. An answer of the intake overrides codes; what follows from measured numbers and
 * from other findings stays present whatever the answer; every contradiction is reported. Immutable and safe to share.
 */
public final class FindingsEngine {

    private final List<FindingDefinition> definitions;
    private final Atoms atoms;
    private final CodeIndex codes;
    private final MedicineResolver medicines;
    private final MeasureReader measures;
    private final Inference inference;
    private final Map<String, Double> ckdEpi;
    private final BitSet episodeDiagnoses;
    private Comparisons comparisons;
    private @Nullable Suppositions suppositions;

    /** Compiles the findings of a knowledge base over {@code atoms}, which must number its findings in the same order. */
    public FindingsEngine(KnowledgeBase knowledge, Atoms atoms) {
        this.definitions = knowledge.findings();
        this.atoms = atoms;
        this.codes = new CodeIndex(definitions);
        this.medicines = new MedicineResolver(knowledge.medicineCodes());
        this.measures = new MeasureReader(knowledge.measures());
        this.inference = new Inference(definitions, atoms);
        this.comparisons = new Comparisons(atoms);
        this.ckdEpi = knowledge.formulas().getOrDefault(Vocabulary.CKD_EPI_2021, Map.of());
        this.episodeDiagnoses = IntStream.range(0, definitions.size())
                .filter(i -> definitions.get(i).id().startsWith(Vocabulary.DIAGNOSED_PREFIX))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /**
     * Establishes the findings of one patient on {@code date}.
     *
     * @throws UnusableRecord when the record contradicts itself beyond use: dates after {@code date}, scores outside
     *     their scale, answers of the wrong type
     */
    public Findings establish(PatientRecord record, LocalDate date) {
        return new Reader(record, date).establish();
    }

    /**
     * What would hold if something were otherwise and the rest of the record stayed as it is.
     *
     * @param now what holds
     * @param changes for each lane, at most {@link Lanes#COUNT}, what is otherwise: twice the number of an atom, plus one when it
     *     is to be true; bounds of one measure must leave a number
     * @return one supposition in each lane; what holds now in lanes without one
     */
    public Lanes suppose(Findings established, TruthSet now, List<int[]> changes) {
        if (suppositions == null) {
            throw new IllegalStateException("Rules are still being compiled: freeze() comes before suppose()");
        }
        Lanes truths = new Lanes(now, atoms.size());
        Lanes certain = new Lanes(established.certain(), atoms.size());
        long[] open = new long[definitions.size()];
        long[] said = new long[atoms.size()];
        for (int lane = 0; lane < changes.size(); lane++) {
            suppositions.say(changes.get(lane), truths, 1L << lane);
            suppositions.say(changes.get(lane), certain, 1L << lane);
            suppositions.reopen(changes.get(lane), open, 1L << lane);
            for (int change : changes.get(lane)) {
                said[change >> 1] |= 1L << lane;
            }
        }
        inference.reconsider(truths, certain, established, open, said);
        return truths;
    }

    /** Works on one record; never escapes {@link #establish}. */
    private final class Reader {
        private final PatientRecord record;
        private final LocalDate date;
        private final int count = definitions.size();
        private final Truth[] answers = new Truth[count];
        private final String[] answerRefs = new String[count];
        private final Refs present = new Refs(count);
        private final Refs absent = new Refs(count);
        private final BitSet questioned = new BitSet(count);
        private final Map<String, Reading> readings = new HashMap<>();
        private final Map<String, Reading> answered = new LinkedHashMap<>();
        private final List<CurrentMedicine> current = new ArrayList<>(4);
        private final List<Allergen> allergens = new ArrayList<>(2);
        private boolean unnamedAllergen;
        private final List<ReadingNote> notes;
        private @Nullable Span episodeStart;
        private @Nullable String episodeRef;

        Reader(PatientRecord record, LocalDate date) {
            this.record = record;
            this.date = date;
            this.notes = new ArrayList<>(record.notes());
        }

        Findings establish() {
            for (Entry entry : record.entries()) {
                switch (entry) {
                    case Entry.Condition condition -> read(condition);
                    case Entry.Medicine medicine -> read(medicine);
                    case Entry.Allergy allergy -> read(allergy);
                    case Entry.Observation observation -> read(observation);
                    case Entry.Event event -> read(event);
                    case Answer answer -> read(answer);
                }
            }
            answered.forEach(this::settleByAnswer);
            measures.doubtUndated(readings, answered.keySet(), notes);
            addDemographics();
            addEpisode();
            addRenalFunction();
            TruthSet truths = new TruthSet(atoms.words());
            setSex(truths);
            setComparisons(truths);
            return inference.conclude(
                    truths,
                    new Inference.Direct(answers, answerRefs, present, absent, questioned, readings),
                    (settled, recorded, certain, assumed, evidence, conflicts) -> new Findings(
                            settled,
                            recorded,
                            certain,
                            questioned,
                            assumed,
                            evidence,
                            each(Reading::value),
                            each(Reading::ref),
                            List.copyOf(current),
                            List.copyOf(allergens),
                            unnamedAllergen,
                            conflicts,
                            List.copyOf(notes)));
        }

        private <T> Map<String, T> each(Function<Reading, T> part) {
            Map<String, T> parts = HashMap.newHashMap(readings.size());
            readings.forEach((measure, reading) -> parts.put(measure, part.apply(reading)));
            return parts;
        }

        private void read(Entry.Condition condition) {
            notAfterPlan(condition.onset(), condition.ref(), "onset");
            notAfterPlan(condition.recorded(), condition.ref(), "recordedDate");
            Span began = condition.onset() == null ? condition.recorded() : condition.onset();
            for (Coding coding : condition.concept().codings()) {
                codes.lookUp(Source.CONDITION, coding, hit -> {
                    Evidence evidence = hit.evidence();
                    if (!evidence.activities().isEmpty()
                            && !evidence.activities().contains(condition.activity())) {
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
                    if (episodeDiagnoses.get(hit.finding())
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
            notAfterPlan(medicine.started(), medicine.ref(), "start date");
            MedicineResolver.Content content = medicines.resolve(medicine.concept());
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
            MedicineResolver.Content content = medicines.resolve(allergy.concept());
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
            int finding = atoms.findingOrNone(Vocabulary.DRUG_HYPERSENSITIVITY);
            if (finding >= 0) {
                questioned.set(finding);
            }
        }

        private void read(Entry.Observation observation) {
            notAfterPlan(observation.taken(), observation.ref(), "date");
            measures.read(observation, date, readings, notes);
            if (!(observation.value() instanceof Value.Coded coded)) {
                return;
            }
            for (Coding question : observation.concept().codings()) {
                codes.lookUp(Source.OBSERVATION, question, hit -> {
                    List<String> wanted = hit.evidence().valueCodes();
                    if (coded.codings().stream().anyMatch(answer -> wanted.contains(answer.code()))) {
                        add(hit, observation.ref(), Certainty.CONFIRMED, observation.taken());
                    }
                });
            }
        }

        private void read(Entry.Event event) {
            notAfterPlan(event.happened(), event.ref(), "date");
            for (Coding coding : event.concept().codings()) {
                codes.lookUp(Source.EVENT, coding, hit -> add(hit, event.ref(), Certainty.CONFIRMED, event.happened()));
            }
        }

        private void read(Answer answer) {
            int finding = atoms.findingOrNone(answer.linkId());
            if (finding >= 0) {
                if (!(answer.value() instanceof Value.YesNo yesNo)) {
                    throw new UnusableRecord(answer.ref(), "expected true or false (valueBoolean)");
                }
                Truth truth = Truth.of(yesNo.yes());
                // Two different answers to one question: the dangerous one counts.
                if (answers[finding] == null || truth == Truth.TRUE) {
                    answers[finding] = truth;
                    answerRefs[finding] = answer.ref();
                }
            } else if (measures.knows(answer.linkId())) {
                answered.put(answer.linkId(), measures.read(answer));
            } else {
                notes.add(new ReadingNote(answer.ref(), "note.unknown-question", answer.linkId()));
            }
        }

        /** An answer counts wherever it stands in the record; what it contradicts is reported. */
        private void settleByAnswer(String measure, Reading answer) {
            Reading observed = readings.get(measure);
            Reading taken = observed == null ? answer : measures.settle(measure, observed, answer);
            readings.put(measure, taken);
            if (observed != null && !observed.value().contains(answer.value())) {
                notes.add(new ReadingNote(
                        observed.ref(),
                        taken.equals(answer) ? "note.answered-otherwise" : "note.answer-not-used",
                        measures.say(measure, observed.value())));
            }
        }

        private void lookUpMedicine(
                Source source, Concept concept, MedicineResolver.Content content, CodeIndex.Sink sink) {
            for (Coding coding : concept.codings()) {
                codes.lookUp(source, coding, sink);
            }
            for (String atc : content.atc()) {
                Coding derived = new Coding(CodeSystem.ATC, atc);
                if (!concept.codings().contains(derived)) {
                    codes.lookUp(source, derived, sink);
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
            if (span != null && span.earliest().isAfter(date)) {
                throw new UnusableRecord(
                        ref,
                        element + " " + span.earliest() + " lies after the date of the plan, " + date
                                + "; correct it or plan for a later date");
            }
        }

        private void addDemographics() {
            Span birth = record.birth();
            if (birth == null) {
                return;
            }
            String ref = "Patient/" + record.id();
            notAfterPlan(birth, ref, "birthDate");
            LocalDate latest = birth.latest().isAfter(date) ? date : birth.latest();
            int least = latest.until(date).getYears();
            int most = birth.earliest().until(date).getYears();
            Reading age = new Reading(new Interval(least, most), ref, birth);
            Reading answer = readings.put(Vocabulary.AGE, age);
            if (answer != null && !age.value().contains(answer.value())) {
                notes.add(new ReadingNote(
                        answer.ref(), "note.age-by-birth-date", measures.say(Vocabulary.AGE, answer.value())));
            }
        }

        private void addEpisode() {
            if (episodeStart != null && !readings.containsKey(Vocabulary.SYMPTOM_DAYS)) {
                double least = Math.max(0, episodeStart.leastDaysUntil(date));
                Interval days = new Interval(least, episodeStart.mostDaysUntil(date));
                readings.put(Vocabulary.SYMPTOM_DAYS, new Reading(days, String.valueOf(episodeRef), episodeStart));
            }
        }

        private void addRenalFunction() {
            Reading creatinine = readings.get(Vocabulary.CREATININE);
            Reading age = readings.get(Vocabulary.AGE);
            Double adult = ckdEpi.get("min-age");
            if (readings.containsKey(Vocabulary.EGFR) || creatinine == null || age == null || adult == null) {
                return;
            }
            boolean exact = creatinine.value().least() == creatinine.value().most();
            if (record.sex() == Sex.UNSTATED || !exact || age.value().least() < adult) {
                return;
            }
            boolean female = record.sex() == Sex.FEMALE;
            double value = creatinine.value().least();
            // Filtration falls with age, so the oldest possible age gives the lowest estimate.
            Interval estimate = new Interval(
                    RenalFunction.ckdEpi(value, age.value().most(), female, ckdEpi),
                    RenalFunction.ckdEpi(value, age.value().least(), female, ckdEpi));
            readings.put(Vocabulary.EGFR, new Reading(estimate, creatinine.ref(), creatinine.taken()));
        }

        private void setSex(TruthSet truths) {
            if (record.sex() != Sex.UNSTATED) {
                setIfKnown(truths, Vocabulary.SEX_FEMALE, record.sex() == Sex.FEMALE);
                setIfKnown(truths, Vocabulary.SEX_MALE, record.sex() == Sex.MALE);
            }
        }

        private void setIfKnown(TruthSet truths, String finding, boolean value) {
            int index = atoms.findingOrNone(finding);
            if (index >= 0) {
                truths.set(index, Truth.of(value));
            }
        }

        private void setComparisons(TruthSet truths) {
            readings.forEach((measure, reading) -> comparisons.set(measure, reading.value(), truths));
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

    /**
     * Numbers the comparisons that rules mention; called once all of them are compiled.
     *
     * @return this engine
     */
    public FindingsEngine freeze() {
        comparisons = new Comparisons(atoms);
        inference.freeze();
        suppositions = new Suppositions(atoms, comparisons, inference);
        return this;
    }
}
