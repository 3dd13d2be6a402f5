package org.lumbar.server.therapy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Performed;
import org.lumbar.core.knowledge.Course;

/**
 * How often a treatment was given before a day.
 *
 * @param done in this course
 * @param most in one course; null when no limit is set
 * @param week in the week of the day, from Monday, without the day itself
 * @param weekMost in one week; null when no limit is set
 * @param review it is time to see whether it has helped
 * @param last the last day on which it was given; null when it never was
 */
public record CourseSoFar(
        int done,
        @Nullable Integer most,
        int week,
        @Nullable Integer weekMost,
        boolean review,
        @Nullable LocalDate last) {

    private static final int WEEK = 7;

    /**
     * Counts. A new course begins after the pause that the knowledge base asks for between courses.
     *
     * @param performed of this treatment
     */
    static CourseSoFar of(List<Performed> performed, @Nullable Course course, LocalDate day) {
        List<LocalDate> days = performed.stream()
                .filter(one -> one.result() == Performed.Result.DONE)
                .map(Performed::on)
                .filter(on -> on.isBefore(day))
                .distinct()
                .sorted()
                .toList();
        Integer pause = course == null ? null : course.pauseWeeksMin();
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int done = 0;
        LocalDate before = null;
        for (LocalDate on : days) {
            done = pause != null && apart(before, on, pause) ? 1 : done + 1;
            before = on;
        }
        done = pause != null && apart(before, day, pause) ? 0 : done;
        Integer every = course == null ? null : course.reviewAfterSessions();
        return new CourseSoFar(
                done,
                course == null ? null : course.sessionsMax(),
                (int) days.stream().filter(on -> !on.isBefore(monday)).count(),
                course == null ? null : course.perWeekMax(),
                every != null && done > 0 && done % every == 0,
                before);
    }

    private static boolean apart(@Nullable LocalDate before, LocalDate after, int weeks) {
        return before != null && ChronoUnit.DAYS.between(before, after) >= (long) weeks * WEEK;
    }

    /** The same with the treatment of the day itself. */
    CourseSoFar withToday() {
        return new CourseSoFar(done + 1, most, week + 1, weekMost, review, last);
    }

    boolean full() {
        return most != null && done >= most;
    }

    boolean weekFull() {
        return weekMost != null && week >= weekMost;
    }
}
