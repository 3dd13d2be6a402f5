package org.lumbar.fhir;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.Span;

/** An age, or a range of ages, as completed units of time since birth. */
record Age(double least, double most, Unit unit) {

    enum Unit {
        YEARS,
        MONTHS,
        WEEKS,
        DAYS;

        Period times(long count) {
            int number = Math.toIntExact(count);
            return switch (this) {
                case YEARS -> Period.ofYears(number);
                case MONTHS -> Period.ofMonths(number);
                case WEEKS -> Period.ofWeeks(number);
                case DAYS -> Period.ofDays(number);
            };
        }
    }

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("a", Unit.YEARS),
            Map.entry("year", Unit.YEARS),
            Map.entry("years", Unit.YEARS),
            Map.entry("yr", Unit.YEARS),
            Map.entry("лет", Unit.YEARS),
            Map.entry("год", Unit.YEARS),
            Map.entry("года", Unit.YEARS),
            Map.entry("mo", Unit.MONTHS),
            Map.entry("month", Unit.MONTHS),
            Map.entry("months", Unit.MONTHS),
            Map.entry("мес", Unit.MONTHS),
            Map.entry("wk", Unit.WEEKS),
            Map.entry("week", Unit.WEEKS),
            Map.entry("weeks", Unit.WEEKS),
            Map.entry("d", Unit.DAYS),
            Map.entry("day", Unit.DAYS),
            Map.entry("days", Unit.DAYS));

    /** The Age in the field; null when it has no number or no unit of time. */
    static @Nullable Age read(Cursor in) throws IOException {
        Values.Quantity age = Values.Quantity.read(in);
        return of(age, age);
    }

    /** The Range of ages in the field; null when an end or its unit is missing. */
    static @Nullable Age readRange(Cursor in) throws IOException {
        Values.Quantity low = null;
        Values.Quantity high = null;
        if (in.object()) {
            for (String field = in.field(); field != null; field = in.field()) {
                switch (field) {
                    case "low" -> low = Values.Quantity.read(in);
                    case "high" -> high = Values.Quantity.read(in);
                    default -> in.skip();
                }
            }
        }
        return low == null || high == null ? null : of(low, high);
    }

    private static @Nullable Age of(Values.Quantity low, Values.Quantity high) {
        Unit unit = unit(low);
        boolean usable = unit != null
                && unit == unit(high)
                && low.number() != null
                && high.number() != null
                && low.number() >= 0
                && low.number() <= high.number();
        return usable ? new Age(low.number(), high.number(), unit) : null;
    }

    private static @Nullable Unit unit(Values.Quantity quantity) {
        String written = quantity.unitOrCode();
        return written == null ? null : UNITS.get(written.toLowerCase(Locale.ROOT));
    }

    /** The days on which someone born within {@code birth} was of this age; null beyond the calendar. */
    @Nullable
    Span since(Span birth) {
        try {
            LocalDate first = birth.earliest().plus(unit.times((long) least));
            LocalDate last = birth.latest().plus(unit.times((long) most + 1)).minusDays(1);
            return new Span(first, last);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
