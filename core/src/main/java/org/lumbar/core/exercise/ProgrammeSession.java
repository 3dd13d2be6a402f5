package org.lumbar.core.exercise;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.lumbar.core.knowledge.ExerciseSession;
import org.lumbar.core.knowledge.ProgrammeTemplate.DayPart;
import org.lumbar.core.knowledge.ProgrammeTemplate.Use;

/**
 * One session.
 *
 * @param id stable for the day, the part of the day and the use: {@code 2026-11-22-morning-main}
 * @param scripts what it is made from, in order; the first gives it its name
 * @param supervised with an instructor
 * @param steps in order: opening, main part, closing
 */
public record ProgrammeSession(
        String id,
        LocalDate date,
        DayPart part,
        LocalTime at,
        Use use,
        List<ExerciseSession> scripts,
        boolean supervised,
        List<ProgrammeStep> steps) {

    public ProgrammeSession {
        scripts = List.copyOf(scripts);
        steps = List.copyOf(steps);
    }

    /** The id of a session, as stable as its day, part of the day and use. */
    static String id(LocalDate date, DayPart part, Use use) {
        return date + "-" + word(part) + "-" + word(use);
    }

    /** True for the id of a session beside those that the load is about: of every day, or of balance. */
    static boolean isBeside(String id) {
        return id.endsWith("-" + word(Use.DAILY)) || id.endsWith("-" + word(Use.BALANCE));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Length with rests, in seconds. */
    public double seconds() {
        double all = 0;
        for (ProgrammeStep step : steps) {
            all += step.seconds();
        }
        return all;
    }

    /** Length with rests, in whole minutes, rounded up. */
    public int minutes() {
        return (int) Math.ceil(seconds() / 60);
    }
}
