package org.lumbar.core.exercise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lumbar.core.exercise.ProgrammeStep.Role;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.Movement.Trains;

/** Which days of exercise are days of strength: never two in a row, and no more in seven days than the rules allow. */
final class StrengthDays {

    private static final int WEEK = 7;

    private final int most;
    private final List<LocalDate> days = new ArrayList<>();

    StrengthDays(ExerciseRules rules) {
        this.most = (int) rules.week().strengthDays().most();
    }

    /** Whether a day of exercise is one of strength. Days are asked about in order; one that is asked about again answers the same. */
    boolean takes(LocalDate day) {
        LocalDate last = days.isEmpty() ? LocalDate.MIN : days.getLast();
        if (last.equals(day)) {
            return true;
        }
        LocalDate weekBefore = day.minusDays(WEEK);
        long lately = days.stream().filter(one -> one.isAfter(weekBefore)).count();
        boolean takes = last.isBefore(day.minusDays(1)) && lately < most;
        if (takes) {
            days.add(day);
        }
        return takes;
    }

    /** True for a step of the main part that needs days of rest. */
    static boolean isStrength(ProgrammeStep step) {
        return step.role() == Role.MAIN && isStrength(step.item());
    }

    static boolean isStrength(Item item) {
        Movement movement = item.movement();
        return movement != null && movement.trains().contains(Trains.STRENGTH);
    }
}
