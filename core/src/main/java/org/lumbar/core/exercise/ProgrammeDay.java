package org.lumbar.core.exercise;

import java.time.LocalDate;
import java.util.List;

/**
 * One day.
 *
 * @param number from 1
 * @param sessions in the order of the clock; empty on a rest day
 */
public record ProgrammeDay(LocalDate date, int number, List<ProgrammeSession> sessions) {
    public ProgrammeDay {
        sessions = List.copyOf(sessions);
    }

    /** Week of the programme, from 1. */
    public int week() {
        return (number - 1) / 7 + 1;
    }
}
