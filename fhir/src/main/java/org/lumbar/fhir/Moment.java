package org.lumbar.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.Span;

/**
 * A FHIR date, dateTime or instant: the day as written, in the zone where it was written, and the second for those that
 * share a day.
 */
record Moment(Span day, long second) implements Comparable<Moment> {

    private static final int SECONDS_A_DAY = 86_400;

    /** Null when {@code text} is no date of the calendar or has another form. */
    static @Nullable Moment parse(String text) {
        int length = text.length();
        int year = digits(text, 0, 4);
        if (year < 1) {
            return null;
        }
        if (length == 4) {
            return of(Span.year(year));
        }
        int month = text.charAt(4) == '-' ? digits(text, 5, 2) : -1;
        if (month < 1 || month > 12) {
            return null;
        }
        if (length == 7) {
            return of(Span.month(YearMonth.of(year, month)));
        }
        int day = text.charAt(7) == '-' ? digits(text, 8, 2) : -1;
        if (day < 1 || day > 31) {
            return null;
        }
        LocalDate date;
        try {
            date = LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
        if (length == 10) {
            return of(Span.day(date));
        }
        int time = text.charAt(10) == 'T' ? Clock.seconds(text) : Clock.INVALID;
        return time == Clock.INVALID ? null : new Moment(Span.day(date), date.toEpochDay() * SECONDS_A_DAY + time);
    }

    private static Moment of(Span day) {
        return new Moment(day, day.latest().toEpochDay() * SECONDS_A_DAY);
    }

    /** The number that {@code count} digits from {@code at} make, or -1. */
    private static int digits(String text, int at, int count) {
        if (at + count > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = at; i < at + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Days as written come first, because dates without time have no zone. */
    @Override
    public int compareTo(Moment other) {
        int days = day.latest().compareTo(other.day.latest());
        return days != 0 ? days : Long.compare(second, other.second);
    }

    /** The part behind the T: hh:mm, seconds and their fraction, zone; FHIR asks for all, some sources leave the end out. */
    private static final class Clock {
        static final int INVALID = Integer.MIN_VALUE;

        /** Seconds since midnight UTC of the written day; times without zone count as UTC. */
        static int seconds(String text) {
            int hour = digits(text, 11, 2);
            int minute = colon(text, 13) ? digits(text, 14, 2) : -1;
            if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
                return INVALID;
            }
            int at = 16;
            int second = 0;
            if (colon(text, at)) {
                second = digits(text, 17, 2);
                if (second < 0 || second > 60) {
                    return INVALID;
                }
                at = afterFraction(text, 19);
            }
            int offset = at == INVALID ? INVALID : offset(text, at);
            return offset == INVALID ? INVALID : hour * 3600 + minute * 60 + second - offset;
        }

        private static int afterFraction(String text, int at) {
            if (at >= text.length() || text.charAt(at) != '.') {
                return at;
            }
            int end = at + 1;
            while (end < text.length() && digits(text, end, 1) >= 0) {
                end++;
            }
            return end == at + 1 ? INVALID : end;
        }

        private static int offset(String text, int at) {
            int left = text.length() - at;
            if (left == 0 || (left == 1 && text.charAt(at) == 'Z')) {
                return 0;
            }
            char sign = text.charAt(at);
            int hours = digits(text, at + 1, 2);
            int minutes = colon(text, at + 3) ? digits(text, at + 4, 2) : -1;
            if (left != 6 || (sign != '+' && sign != '-') || hours < 0 || hours > 14 || minutes < 0 || minutes > 59) {
                return INVALID;
            }
            int seconds = hours * 3600 + minutes * 60;
            return sign == '-' ? -seconds : seconds;
        }

        private static boolean colon(String text, int at) {
            return at < text.length() && text.charAt(at) == ':';
        }
    }
}
