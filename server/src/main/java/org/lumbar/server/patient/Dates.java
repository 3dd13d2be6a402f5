package org.lumbar.server.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people type them. */
public final class Dates {

    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[./ -]([0-9]{1,2})[./ -]([0-9]{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");

    private Dates() {}

    /** The day that was meant: {@code 23.11.1984}, {@code 23/11/1984} or {@code 1984-11-23}; empty when it is none. */
    public static Optional<LocalDate> read(String text) {
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        return yearFirst.matches() ? day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
