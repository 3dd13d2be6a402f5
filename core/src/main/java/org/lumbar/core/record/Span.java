package org.lumbar.core.record;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * A date as precise as it was written: the earliest and the latest day that it can mean. {@code 2026-03} is the span from the
 * first to the last day of March.
 */
public record Span(LocalDate earliest, LocalDate latest) implements Serializable {

    public Span {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("A span ends on " + latest + ", before it starts on " + earliest);
        }
    }

    public static Span day(LocalDate day) {
        return new Span(day, day);
    }

    public static Span month(YearMonth month) {
        return new Span(month.atDay(1), month.atEndOfMonth());
    }

    public static Span year(int year) {
        return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Fewest days from this date to {@code day}; negative when it can lie after {@code day}. */
    public long leastDaysUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(latest, day);
    }

    /** Most days from this date to {@code day}. */
    public long mostDaysUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(earliest, day);
    }
}
