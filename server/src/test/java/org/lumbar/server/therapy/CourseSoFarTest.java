package org.lumbar.server.therapy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lumbar.chart.Performed;
import org.lumbar.chart.Performed.Result;
import org.lumbar.core.knowledge.Course;

/** How far a course has come: 12 sessions, 3 a week, a look after every 4, 12 weeks between courses. */
class CourseSoFarTest {

    private static final Course COURSE = new Course(null, 12, 3, 12, 4, List.of());
    /** A Wednesday. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private static Performed on(LocalDate day, Result result) {
        return new Performed(1, "massage-course", day, result, "", Map.of(), "", null, Instant.EPOCH, "therapist");
    }

    private static CourseSoFar after(LocalDate... days) {
        List<Performed> done = Stream.of(days).map(day -> on(day, Result.DONE)).toList();
        return CourseSoFar.of(done, COURSE, DAY);
    }

    @Test
    void countsTheWeekFromMonday() {
        CourseSoFar course = after(DAY.minusDays(3), DAY.minusDays(2), DAY.minusDays(1));
        assertThat(course.done()).isEqualTo(3);
        assertThat(course.week()).as("Sunday was last week").isEqualTo(2);
        assertThat(course.weekFull()).isFalse();
        assertThat(course.last()).isEqualTo(DAY.minusDays(1));
        CourseSoFar sunday = CourseSoFar.of(
                Stream.of(0, 1, 3).map(n -> on(DAY.plusDays(n), Result.DONE)).toList(), COURSE, DAY.plusDays(4));
        assertThat(sunday.weekFull()).isTrue();
    }

    @Test
    void countsOnlyWhatWasDoneBeforeTheDay() {
        List<Performed> all = List.of(
                on(DAY.minusDays(1), Result.NOT_DONE),
                on(DAY.minusDays(1), Result.STOPPED),
                on(DAY.minusDays(2), Result.DONE),
                on(DAY, Result.DONE),
                on(DAY.plusDays(1), Result.DONE));
        assertThat(CourseSoFar.of(all, COURSE, DAY).done()).isEqualTo(1);
        assertThat(CourseSoFar.of(List.of(), null, DAY)).isEqualTo(new CourseSoFar(0, null, 0, null, false, null));
    }

    @Test
    void asksForALookAfterEveryFourthSession() {
        LocalDate start = DAY.minusDays(14);
        assertThat(after(start, start.plusDays(2), start.plusDays(4)).review()).isFalse();
        assertThat(after(start, start.plusDays(2), start.plusDays(4), start.plusDays(7))
                        .review())
                .isTrue();
    }

    @Test
    void endsTheCourseAndBeginsANewOneAfterThePause() {
        LocalDate[] twelve = Stream.iterate(DAY.minusDays(28), day -> day.plusDays(2))
                .limit(12)
                .toArray(LocalDate[]::new);
        assertThat(after(twelve).full()).isTrue();
        LocalDate last = twelve[11];
        List<Performed> done =
                Stream.of(twelve).map(day -> on(day, Result.DONE)).toList();
        assertThat(CourseSoFar.of(done, COURSE, last.plusWeeks(12).minusDays(1)).full())
                .isTrue();
        assertThat(CourseSoFar.of(done, COURSE, last.plusWeeks(12)).done()).isZero();
    }
}
