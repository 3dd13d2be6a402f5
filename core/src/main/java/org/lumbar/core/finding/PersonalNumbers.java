package org.lumbar.core.finding;

import java.time.LocalDate;
import java.util.Map;
import org.lumbar.core.finding.MeasureReader.Reading;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.PatientRecord.ReadingNote;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;

/** Numbers that no entry states but the record as a whole: age, days since the episode began, renal function. */
final class PersonalNumbers {

    private final MeasureReader measures;
    private final Map<String, Double> ckdEpi;

    /** @param ckdEpi coefficients of {@link RenalFunction#ckdEpi}; none when the knowledge has none */
    PersonalNumbers(MeasureReader measures, Map<String, Double> ckdEpi) {
        this.measures = measures;
        this.ckdEpi = ckdEpi;
    }

    /** Adds them to what entries say. */
    void add(PatientRecord record, LocalDate date, EntryReader entries) {
        addAge(record, date, entries);
        addEpisode(entries);
        addRenalFunction(record.sex(), entries.readings());
    }

    private void addAge(PatientRecord record, LocalDate date, EntryReader entries) {
        Span birth = record.birth();
        if (birth == null) {
            return;
        }
        String ref = "Patient/" + record.id();
        EntryReader.notAfterPlan(birth, date, ref, "word.birth");
        LocalDate latest = birth.latest().isAfter(date) ? date : birth.latest();
        int least = latest.until(date).getYears();
        int most = birth.earliest().until(date).getYears();
        Reading age = new Reading(new Interval(least, most), ref, birth);
        Reading answer = entries.readings().put(Vocabulary.AGE, age);
        if (answer != null && !age.value().contains(answer.value())) {
            entries.notes()
                    .add(new ReadingNote(
                            answer.ref(), "note.age-by-birth-date", measures.say(Vocabulary.AGE, answer.value())));
        }
    }

    private static void addEpisode(EntryReader entries) {
        Reading episode = entries.episode();
        if (episode != null) {
            entries.readings().putIfAbsent(Vocabulary.SYMPTOM_DAYS, episode);
        }
    }

    private void addRenalFunction(Sex sex, Map<String, Reading> readings) {
        Reading creatinine = readings.get(Vocabulary.CREATININE);
        Reading age = readings.get(Vocabulary.AGE);
        Double adult = ckdEpi.get("min-age");
        if (readings.containsKey(Vocabulary.EGFR) || creatinine == null || age == null || adult == null) {
            return;
        }
        boolean exact = creatinine.value().least() == creatinine.value().most();
        if (sex == Sex.UNSTATED || !exact || age.value().least() < adult) {
            return;
        }
        boolean female = sex == Sex.FEMALE;
        double value = creatinine.value().least();
        // Filtration falls with age, so the oldest possible age gives the lowest estimate.
        Interval estimate = new Interval(
                RenalFunction.ckdEpi(value, age.value().most(), female, ckdEpi),
                RenalFunction.ckdEpi(value, age.value().least(), female, ckdEpi));
        readings.put(Vocabulary.EGFR, new Reading(estimate, creatinine.ref(), creatinine.taken()));
    }
}
