package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item;

/** How an item is ordered for one person, as far as it was written down. */
public record Prescription(Map<Field, Double> values) {

    /** Nothing was written down. */
    public static final Prescription NONE = new Prescription(Map.of());

    public Prescription {
        values = Map.copyOf(values);
    }

    /** What can be ordered. Numbers are whole but for {@link #AMOUNT}. */
    public enum Field {
        /** Milligrams in one dose. */
        AMOUNT,
        /** Doses a day. */
        TIMES,
        /** Days of the course. */
        DAYS,
        /** Minutes of one session. */
        MINUTES,
        SESSIONS,
        /** Sessions a week. */
        PER_WEEK;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The bounds that the knowledge base sets for this patient.
     *
     * @param fields least and most of what can be ordered; a field that is not here has no bound and is not ordered
     * @param perDayMg most milligrams of the one ingredient in a day; null when there are several, or no limit is known
     */
    public record Limits(Map<Field, Range> fields, @Nullable Double perDayMg) {

        static final Limits NONE = new Limits(Map.of(), null);

        public Limits {
            fields = Map.copyOf(fields);
        }

        /** What of a prescription lies beyond; empty when all of it is allowed. {@code null} stands for the daily amount. */
        public List<@Nullable Field> beyond(Prescription prescription) {
            List<@Nullable Field> beyond = new ArrayList<>();
            for (Field field : Field.values()) {
                Double value = prescription.values().get(field);
                Range range = fields.get(field);
                if (value != null && (range == null || value < range.least() || value > range.most())) {
                    beyond.add(field);
                }
            }
            Double amount = prescription.values().get(Field.AMOUNT);
            Double times = prescription.values().get(Field.TIMES);
            if (amount != null && times != null && perDayMg != null && amount * times > perDayMg) {
                beyond.add(null);
            }
            return beyond;
        }
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** A whole number of it; null when it was not written down. */
    public @Nullable Integer whole(Field field) {
        Double value = values.get(field);
        return value == null ? null : (int) Math.round(value);
    }

    static Limits limits(Item item, @Nullable DoseAdvice advice) {
        Map<Field, Range> fields = new EnumMap<>(Field.class);
        Double perDay = null;
        if (advice != null) {
            perDay = limit(advice, fields);
        }
        Course course = item.course();
        if (course != null) {
            limit(course, fields);
        }
        return new Limits(fields, perDay);
    }

    private static @Nullable Double limit(DoseAdvice advice, Map<Field, Range> fields) {
        Double perDay = null;
        Dose dose = advice.dose();
        if (advice.ingredients().size() == 1) {
            DoseAdvice.IngredientDose only = advice.ingredients().getFirst();
            Range each = only.perDoseMg();
            perDay = only.perDayMaxMg();
            if (each != null && each.most() > 0) {
                // Less than the usual dose may be right for a frail person; nothing at all is no dose.
                fields.put(Field.AMOUNT, new Range(Math.min(each.least(), Double.MIN_NORMAL), each.most()));
            }
        }
        if (dose.timesPerDay() != null) {
            double most = dose.timesPerDay().most();
            fields.put(Field.TIMES, new Range(Math.min(1, most), most));
        }
        putWhole(fields, Field.DAYS, dose.daysMax());
        return perDay;
    }

    private static void limit(Course course, Map<Field, Range> fields) {
        Range minutes = course.minutes();
        if (minutes != null) {
            fields.put(Field.MINUTES, new Range(Math.max(1, minutes.least()), Math.max(1, minutes.most())));
        }
        putWhole(fields, Field.SESSIONS, course.sessionsMax());
        putWhole(fields, Field.PER_WEEK, course.perWeekMax());
    }

    private static void putWhole(Map<Field, Range> fields, Field field, @Nullable Integer most) {
        if (most != null && most >= 1) {
            fields.put(field, new Range(1, most));
        }
    }

    /** Milligrams of an ingredient in a day: as ordered, else the most that the dose allows; null when neither is known. */
    @Nullable
    Double perDay(DoseAdvice advice, DoseAdvice.IngredientDose ingredient) {
        Double times = values.get(Field.TIMES);
        Double amount = values.get(Field.AMOUNT);
        if (amount == null || advice.ingredients().size() > 1) {
            Range each = ingredient.perDoseMg();
            amount = each == null ? null : Double.valueOf(each.most());
        }
        return times == null || amount == null ? ingredient.perDayMaxMg() : Double.valueOf(times * amount);
    }
}
