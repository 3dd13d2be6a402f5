package org.lumbar.server.my;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.server.exercise.Course;
import org.lumbar.server.exercise.Exercised;
import org.lumbar.server.exercise.Pains;

/**
 * Pain and exercise over the last weeks.
 *
 * @param days from the first to today; a day on which nothing is known has no values
 * @param weeks Mondays to Sundays, oldest first
 * @param trend how pain after exercise changed; null when too little is known
 */
public record Diary(
        List<Day> days, List<Week> weeks, @Nullable Trend trend) {

    /** Days that are looked back on. */
    static final int DAYS = 56;

    private static final int WEEK = 7;
    /** Sessions at either end that a trend needs. */
    private static final int ENOUGH = 2;

    /**
     * A day; what is null is not known.
     *
     * @param pain told by itself or before exercise, 0 to 10, the newest of the day
     * @param worst strongest during exercise
     * @param after at the end of exercise
     */
    public record Day(
            LocalDate date,
            @Nullable Integer pain,
            @Nullable Integer worst,
            @Nullable Integer after) {
        public boolean known() {
            return pain != null || worst != null || after != null;
        }
    }

    /**
     * A week.
     *
     * @param planned sessions up to today, never less than were done
     * @param minutes of exercise
     */
    public record Week(LocalDate monday, int done, int planned, int minutes) {}

    /** Pain after exercise, on average of the first and of the last week of it, in whole points. */
    public record Trend(long from, long to, long weeks) {
        /** Key of the sentence. */
        public String key() {
            return to < from ? "diary.trend.fell" : to > from ? "diary.trend.rose" : "diary.trend.same";
        }
    }

    public Diary {
        days = List.copyOf(days);
        weeks = List.copyOf(weeks);
    }

    /** @param course null when no exercise is planned */
    static Diary of(PatientChart chart, @Nullable Course course, KnowledgeBase knowledge, LocalDate today) {
        List<Exercised> done = course == null ? List.of() : course.done();
        LocalDate first = today.minusDays(DAYS - 1L);
        Map<LocalDate, Integer> told = Pains.of(chart, knowledge, (earlier, newer) -> newer);
        List<Day> days = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(today); date = date.plusDays(1)) {
            LocalDate day = date;
            List<Exercised> sessions =
                    done.stream().filter(one -> one.on().equals(day)).toList();
            Integer before = newest(sessions, Exercised::before);
            Integer own = told.get(day);
            days.add(new Day(
                    day,
                    own == null ? before : own,
                    newest(sessions, Exercised::worst),
                    newest(sessions, Exercised::after)));
        }
        return new Diary(days, course == null ? List.of() : weeks(course, first, today), trend(done, first));
    }

    private static @Nullable Integer newest(List<Exercised> sessions, Function<Exercised, @Nullable Integer> value) {
        return sessions.stream()
                .map(value)
                .flatMap(Stream::ofNullable)
                .reduce((one, later) -> later)
                .orElse(null);
    }

    private static List<Week> weeks(Course course, LocalDate first, LocalDate today) {
        List<Week> weeks = new ArrayList<>();
        LocalDate monday = course.days().stream()
                .map(day -> day.date())
                .findFirst()
                .map(day -> day.isBefore(first) ? first : day)
                .orElse(today)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(today); monday = monday.plusDays(WEEK)) {
            LocalDate from = monday;
            LocalDate to = monday.plusDays(WEEK - 1L).isAfter(today) ? today : monday.plusDays(WEEK - 1L);
            List<Exercised> done = course.done().stream()
                    .filter(one ->
                            one.done() && !one.on().isBefore(from) && !one.on().isAfter(to))
                    .toList();
            int planned = course.between(from, to).sessions().size();
            weeks.add(new Week(
                    from,
                    done.size(),
                    Math.max(planned, done.size()),
                    done.stream()
                            .map(Exercised::minutes)
                            .flatMap(Stream::ofNullable)
                            .mapToInt(Integer::intValue)
                            .sum()));
        }
        return weeks;
    }

    private static @Nullable Trend trend(List<Exercised> done, LocalDate first) {
        List<Exercised> told = done.stream()
                .filter(one -> one.after() != null && !one.on().isBefore(first))
                .toList();
        if (told.isEmpty()) {
            return null;
        }
        LocalDate begin = told.getFirst().on();
        LocalDate end = told.getLast().on();
        List<Exercised> early = told.stream()
                .filter(one -> one.on().isBefore(begin.plusDays(WEEK)))
                .toList();
        List<Exercised> late = told.stream()
                .filter(one -> one.on().isAfter(end.minusDays(WEEK)))
                .toList();
        long weeks = Math.round(ChronoUnit.DAYS.between(begin, end) / (double) WEEK);
        if (weeks < 1 || early.size() < ENOUGH || late.size() < ENOUGH) {
            return null;
        }
        return new Trend(average(early), average(late), weeks);
    }

    private static long average(List<Exercised> sessions) {
        OptionalDouble average = sessions.stream()
                .map(Exercised::after)
                .flatMap(Stream::ofNullable)
                .mapToInt(Integer::intValue)
                .average();
        return Math.round(average.orElse(0));
    }

    // ---- the picture: a day is 10 units wide, a point of pain 14 units high

    private static final int WIDE = 10;
    private static final int HIGH = 14;
    private static final int MOST = 10;

    public int width() {
        return days.size() * WIDE;
    }

    public int x(int day) {
        return day * WIDE + WIDE / 2;
    }

    public int y(int pain) {
        return (MOST - pain) * HIGH + WIDE;
    }

    /** The line through the days on which pain was told; empty when there are fewer than two. */
    public String line() {
        StringBuilder line = new StringBuilder();
        int points = 0;
        for (int i = 0; i < days.size(); i++) {
            Integer pain = days.get(i).pain();
            if (pain != null) {
                line.append(line.isEmpty() ? "" : " ").append(x(i)).append(',').append(y(pain));
                points++;
            }
        }
        return points < 2 ? "" : line.toString();
    }

    /** Days on which something is known, newest first. */
    public List<Day> known() {
        return days.stream().filter(Day::known).toList().reversed();
    }
}
