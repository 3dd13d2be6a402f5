package org.lumbar.core.exercise;

import java.util.HashMap;
import java.util.Map;
import org.lumbar.core.knowledge.Dose.Range;

/** Rules for tests of the reasoning, with the shape of the real ones. */
final class RulesFixture {

    static final ExerciseRules RULES = rules();

    private RulesFixture() {}

    private static ExerciseRules rules() {
        Map<String, Range> numbers = new HashMap<>();
        put(numbers, "acute-minutes", 5, 10);
        put(numbers, "acute-bouts", 2, 4);
        put(numbers, "acute-repetitions-share", 50, 50);
        put(numbers, "acute-repetitions", 5, 8);
        put(numbers, "acute-sets", 1, 1);
        put(numbers, "acute-hold-seconds", 5, 5);
        put(numbers, "acute-range-share", 50, 50);
        put(numbers, "beginner-minutes", 5, 5);
        put(numbers, "bout-minutes", 15, 20);
        put(numbers, "subacute-minutes", 15, 30);
        put(numbers, "subacute-sessions", 3, 5);
        put(numbers, "subacute-repetitions", 8, 10);
        put(numbers, "subacute-sets", 1, 3);
        put(numbers, "chronic-minutes", 15, 40);
        put(numbers, "chronic-sessions", 2, 5);
        put(numbers, "chronic-repetitions", 8, 12);
        put(numbers, "chronic-sets", 2, 3);
        put(numbers, "daytime-minutes", 30, 40);
        put(numbers, "evening-minutes", 15, 20);
        put(numbers, "morning-minutes", 15, 20);
        put(numbers, "minutes-under", 60, 60);
        put(numbers, "breathing-minutes", 5, 5);
        put(numbers, "mobility-bouts", 2, 4);
        put(numbers, "hours-after-rising", 2, 2);
        put(numbers, "strength-days", 2, 3);
        put(numbers, "moderate-minutes", 150, 300);
        put(numbers, "vigorous-minutes", 75, 150);
        put(numbers, "balance-days", 3, 3);
        put(numbers, "effort", 3, 4);
        put(numbers, "rest-between-movements", 15, 15);
        put(numbers, "rest-between-sets", 30, 60);
        put(numbers, "pain-green", 0, 3);
        put(numbers, "pain-amber", 4, 5);
        put(numbers, "pain-rise", 0, 2);
        put(numbers, "pain-settles-hours", 24, 24);
        put(numbers, "red-cut", 30, 50);
        put(numbers, "green-sessions", 2, 2);
        put(numbers, "adherence", 80, 100);
        put(numbers, "step-days", 7, 7);
        put(numbers, "load-step", 0, 10);
        put(numbers, "repetitions-step", 1, 2);
        put(numbers, "minutes-step", 2, 5);
        put(numbers, "late-weeks", 12, 12);
        put(numbers, "pause-days", 7, 7);
        put(numbers, "pause-cut", 30, 50);
        put(numbers, "start-anew-days", 28, 28);
        put(numbers, "systolic-from", 180, 180);
        put(numbers, "systolic-below", 90, 90);
        put(numbers, "diastolic-from", 100, 100);
        put(numbers, "pulse-above", 100, 100);
        put(numbers, "home-movements", 2, 4);
        put(numbers, "home-movements-most", 8, 8);
        put(numbers, "load-alone", 1, 2);
        put(numbers, "supervised-sessions", 3, 5);
        put(numbers, "times-a-day", 1, 2);
        put(numbers, "late-every-days", 2, 2);
        put(numbers, "days-least", 30, 30);
        put(numbers, "review-weeks", 2, 4);
        put(numbers, "start-minutes", 5, 10);
        put(numbers, "days-a-week", 3, 5);
        put(numbers, "step-minutes", 2, 5);
        put(numbers, "goal-minutes", 30, 30);
        put(numbers, "goal-days", 5, 5);
        put(numbers, "goal-months", 6, 6);
        return ExerciseRules.from((item, parameter) -> {
            Range range = numbers.get(parameter);
            if (range == null) {
                throw new IllegalStateException("The fixture lacks " + parameter);
            }
            return range;
        });
    }

    private static void put(Map<String, Range> numbers, String id, double least, double most) {
        numbers.put(id, new Range(least, most));
    }
}
