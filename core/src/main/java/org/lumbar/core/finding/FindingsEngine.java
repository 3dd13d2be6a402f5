package org.lumbar.core.finding;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.MeasureReader.Reading;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Lanes;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.UnusableRecord;

/**
 * Establishes what a record means on a day. An answer of the intake overrides codes, but not those of a warning sign; what follows from measured numbers and
 * from other findings stays present whatever the answer; every contradiction is reported. Immutable and safe to share.
 */
public final class FindingsEngine {

    private final List<FindingDefinition> definitions;
    private final Atoms atoms;
    private final EntryReader.Rules reading;
    private final PersonalNumbers numbers;
    private final Inference inference;
    private Comparisons comparisons;
    private @Nullable Suppositions suppositions;

    /** Compiles the findings of a knowledge base over {@code atoms}, which must number its findings in the same order. */
    public FindingsEngine(KnowledgeBase knowledge, Atoms atoms) {
        this.definitions = knowledge.findings();
        this.atoms = atoms;
        MeasureReader measures = new MeasureReader(knowledge.measures());
        this.reading = new EntryReader.Rules(
                atoms,
                new CodeIndex(definitions),
                new MedicineResolver(knowledge.medicineCodes()),
                measures,
                IntStream.range(0, definitions.size())
                        .filter(i -> definitions.get(i).id().startsWith(Vocabulary.DIAGNOSED_PREFIX))
                        .collect(BitSet::new, BitSet::set, BitSet::or));
        this.numbers =
                new PersonalNumbers(measures, knowledge.formulas().getOrDefault(Vocabulary.CKD_EPI_2021, Map.of()));
        this.inference = new Inference(definitions, redFlags(knowledge), atoms);
        this.comparisons = new Comparisons(atoms);
    }

    private static BitSet redFlags(KnowledgeBase knowledge) {
        Set<String> flags = knowledge.redFlags().stream().map(RedFlag::id).collect(Collectors.toSet());
        List<FindingDefinition> findings = knowledge.findings();
        return IntStream.range(0, findings.size())
                .filter(i -> flags.contains(findings.get(i).id()))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /**
     * Establishes the findings of one patient on {@code date}.
     *
     * @throws UnusableRecord when the record contradicts itself beyond use: dates after {@code date}, scores outside
     *     their scale, answers of the wrong type
     */
    public Findings establish(PatientRecord record, LocalDate date) {
        EntryReader entries = new EntryReader(reading, record, date);
        Map<String, Reading> readings = entries.readings();
        numbers.add(record, date, entries);
        TruthSet truths = new TruthSet(atoms.words());
        setSex(record.sex(), truths);
        readings.forEach((measure, number) -> comparisons.set(measure, number.value(), truths));
        return inference.conclude(
                truths,
                entries.direct(),
                (settled, recorded, certain, assumed, evidence, conflicts) -> new Findings(
                        settled,
                        recorded,
                        certain,
                        entries.questioned(),
                        assumed,
                        evidence,
                        each(readings, Reading::value),
                        each(readings, Reading::ref),
                        entries.medicines(),
                        entries.allergens(),
                        entries.unnamedAllergen(),
                        conflicts,
                        List.copyOf(entries.notes())));
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

    private void setSex(Sex sex, TruthSet truths) {
        if (sex != Sex.UNSTATED) {
            setIfKnown(truths, Vocabulary.SEX_FEMALE, sex == Sex.FEMALE);
            setIfKnown(truths, Vocabulary.SEX_MALE, sex == Sex.MALE);
        }
    }

    private void setIfKnown(TruthSet truths, String finding, boolean value) {
        int index = atoms.findingOrNone(finding);
        if (index >= 0) {
            truths.set(index, Truth.of(value));
        }
    }

    private static <T> Map<String, T> each(Map<String, Reading> readings, Function<Reading, T> part) {
        Map<String, T> parts = HashMap.newHashMap(readings.size());
        readings.forEach((measure, reading) -> parts.put(measure, part.apply(reading)));
        return parts;
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
