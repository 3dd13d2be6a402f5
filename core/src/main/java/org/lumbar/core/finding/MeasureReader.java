package org.lumbar.core.finding;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry.Answer;
import org.lumbar.core.record.Entry.Bound;
import org.lumbar.core.record.Entry.Observation;
import org.lumbar.core.record.Entry.Value;
import org.lumbar.core.record.PatientRecord.ReadingNote;
import org.lumbar.core.record.Span;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.core.text.LocalizedText;

/** Reads measures out of observations and answers: newest wins, units are converted, strange values are reported. */
final class MeasureReader {

    /** A measure's value for one patient, and the entry that it comes from. */
    record Reading(Interval value, String ref, @Nullable Span taken) {}

    private final Map<String, Measure> byId = new HashMap<>();
    private final Map<String, Measure> byLoinc = new HashMap<>();

    MeasureReader(List<Measure> measures) {
        for (Measure measure : measures) {
            byId.put(measure.id(), measure);
            for (String code : measure.loinc()) {
                byLoinc.put(code, measure);
            }
        }
    }

    boolean knows(String id) {
        return byId.containsKey(id);
    }

    /** Reads one observation into {@code readings}, unless an equally good or better one is there. */
    void read(Observation observation, LocalDate date, Map<String, Reading> readings, List<ReadingNote> notes) {
        Measure measure = measureOf(observation.concept().codings());
        if (measure == null || !(observation.value() instanceof Value.Quantity number)) {
            return;
        }
        if (aged(measure, observation.taken(), date)) {
            return;
        }
        Interval value = convert(measure, number, observation.ref(), notes);
        if (value == null || !plausible(measure, value, observation.ref(), notes)) {
            return;
        }
        Interval today = grown(measure, value, observation.taken(), date);
        if (today.least() > measure.most()) {
            return;
        }
        Reading fresh = new Reading(today, observation.ref(), observation.taken());
        readings.merge(measure.id(), fresh, (old, next) -> better(measure, old, next));
    }

    /**
     * The value of an answer.
     *
     * @throws UnusableRecord when it is not a number or lies outside what the measure can be
     */
    Reading read(Answer answer) {
        Measure measure = byId.get(answer.linkId());
        if (measure == null) {
            throw new IllegalArgumentException("No measure has the id " + answer.linkId());
        }
        if (!(answer.value() instanceof Value.Quantity number)) {
            throw Refusals.of(answer.ref(), "refused.no-number");
        }
        Interval value = Interval.exactly(number.number());
        if (value.least() < measure.least() || value.most() > measure.most()) {
            throw outside(measure, answer.ref(), number.number());
        }
        return new Reading(value, answer.ref(), null);
    }

    /**
     * Which of an observation and an answer counts: the answer, but where the knowledge says which direction is dangerous, the
     * more dangerous of the two, so that a laboratory value cannot be talked away.
     */
    Reading settle(String id, Reading observed, Reading answer) {
        Measure measure = byId.get(id);
        return measure == null ? answer : choose(measure, observed, answer);
    }

    /**
     * Reports every value that goes stale and whose day nobody wrote down, and keeps of it only what still holds when it has
     * become worse since: it alarms, but does not reassure. An {@code answered} measure needs no doubt.
     */
    void doubtUndated(Map<String, Reading> readings, Set<String> answered, List<ReadingNote> notes) {
        List<String> undated = readings.keySet().stream()
                .filter(id -> !answered.contains(id) && staleUnseen(id, readings.get(id)))
                .sorted()
                .toList();
        for (String id : undated) {
            readings.computeIfPresent(id, (measure, observed) -> {
                notes.add(new ReadingNote(observed.ref(), "note.undated", say(measure, observed.value())));
                return doubted(byId.get(measure), observed);
            });
        }
    }

    private boolean staleUnseen(String id, @Nullable Reading observed) {
        Measure measure = byId.get(id);
        return observed != null && observed.taken() == null && measure != null && measure.validDays() != null;
    }

    /** Null when nothing is left, since the knowledge does not say which direction is dangerous. */
    private static @Nullable Reading doubted(@Nullable Measure measure, Reading observed) {
        if (measure == null || measure.growsPerDay() != null) {
            return observed;
        }
        Interval value = observed.value();
        Interval rest = switch (measure.sameDay()) {
            case NEWEST -> new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            case LOWEST -> new Interval(Double.NEGATIVE_INFINITY, value.most());
            case HIGHEST -> new Interval(value.least(), Double.POSITIVE_INFINITY);
        };
        boolean saysNothing = Double.isInfinite(rest.least()) && Double.isInfinite(rest.most());
        return saysNothing ? null : new Reading(rest, observed.ref(), null);
    }

    private @Nullable Measure measureOf(List<Coding> codings) {
        for (Coding coding : codings) {
            Measure measure = switch (coding.system()) {
                case LOINC -> byLoinc.get(coding.code());
                case MEASURE -> byId.get(coding.code());
                default -> null;
            };
            if (measure != null) {
                return measure;
            }
        }
        return null;
    }

    private static boolean aged(Measure measure, @Nullable Span taken, LocalDate date) {
        Integer days = measure.validDays();
        return days != null && taken != null && taken.leastDaysUntil(date) > days;
    }

    private static @Nullable Interval convert(
            Measure measure, Value.Quantity number, String ref, List<ReadingNote> notes) {
        String unit = number.unit() == null ? measure.defaultUnit() : number.unit();
        if (unit == null) {
            notes.add(new ReadingNote(ref, "note.unit-missing", Double.toString(number.number())));
            return null;
        }
        String plain = unit.replace('\u00a0', ' ');
        for (Measure.Conversion conversion : measure.conversions()) {
            if (conversion.unit().equalsIgnoreCase(plain)) {
                double value = number.number() * conversion.factor() + conversion.offset();
                return bounded(value, number.bound());
            }
        }
        notes.add(new ReadingNote(ref, "note.unit-unknown", unit));
        return null;
    }

    /** The value on {@code date} of a measure that grows by itself; undated, it can only be more than it was. */
    private static Interval grown(Measure measure, Interval value, @Nullable Span taken, LocalDate date) {
        Double perDay = measure.growsPerDay();
        if (perDay == null) {
            return value;
        }
        if (taken == null) {
            return new Interval(value.least(), Double.POSITIVE_INFINITY);
        }
        return new Interval(
                value.least() + Math.max(0, taken.leastDaysUntil(date)) * perDay,
                value.most() + Math.max(0, taken.mostDaysUntil(date)) * perDay);
    }

    private static Interval bounded(double value, Bound bound) {
        return switch (bound) {
            case EXACT -> Interval.exactly(value);
            case BELOW, AT_MOST -> new Interval(Double.NEGATIVE_INFINITY, value);
            case AT_LEAST, ABOVE -> new Interval(value, Double.POSITIVE_INFINITY);
        };
    }

    private static boolean plausible(Measure measure, Interval value, String ref, List<ReadingNote> notes) {
        double known = known(value);
        if (known >= measure.least() && known <= measure.most()) {
            return true;
        }
        if (measure.scale()) {
            throw outside(measure, ref, known);
        }
        notes.add(new ReadingNote(ref, "note.implausible", trim(known) + " " + measure.unit()));
        return false;
    }

    /** The bound that is known of a value, with the measure's unit. */
    String say(String id, Interval value) {
        Measure measure = byId.get(id);
        return trim(known(value)) + (measure == null ? "" : " " + measure.unit());
    }

    private static double known(Interval value) {
        return Double.isInfinite(value.least()) ? value.most() : value.least();
    }

    private static UnusableRecord outside(Measure measure, String ref, double value) {
        return Refusals.of(
                ref,
                "refused.outside",
                Map.of(
                        "measure",
                        measure.id(),
                        "value",
                        trim(value),
                        "least",
                        limit(measure.least(), ""),
                        "most",
                        limit(measure.most(), measure.unit())));
    }

    /** A limit as each language writes numbers. A unit in braces is only counted, which English tells and Russian leaves out. */
    private static LocalizedText limit(double value, String unit) {
        String number = trim(value);
        String after = unit.isEmpty() ? "" : " " + unit;
        return new LocalizedText(number + after, number.replace('.', ',') + (unit.startsWith("{") ? "" : after));
    }

    private static String trim(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static Reading better(Measure measure, Reading old, Reading next) {
        int newer = Long.compare(day(next.taken()), day(old.taken()));
        if (newer != 0) {
            return newer > 0 ? next : old;
        }
        return choose(measure, old, next);
    }

    private static Reading choose(Measure measure, Reading old, Reading next) {
        return switch (measure.sameDay()) {
            case NEWEST -> next;
            case LOWEST -> next.value().least() < old.value().least() ? next : old;
            case HIGHEST -> next.value().most() > old.value().most() ? next : old;
        };
    }

    private static long day(@Nullable Span taken) {
        return taken == null ? Long.MIN_VALUE : taken.latest().toEpochDay();
    }
}
