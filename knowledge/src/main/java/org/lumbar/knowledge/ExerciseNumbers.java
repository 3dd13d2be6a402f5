package org.lumbar.knowledge;

import java.util.List;
import java.util.Optional;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item;

/** Sees to it that the rules of an exercise programme find every number that they ask the items for. */
final class ExerciseNumbers {

    private static final String CATEGORY = "exercise";
    private static final Range STAND_IN = new Range(1, 1);

    private ExerciseNumbers() {}

    /** Reports numbers that are missing, in content that has exercise programmes at all. */
    static void check(List<Item> items, Problems problems) {
        if (items.stream().noneMatch(item -> item.category().equals(CATEGORY))) {
            return;
        }
        ExerciseRules.from((item, parameter) -> find(items, item, parameter).orElseGet(() -> {
            problems.error(
                    "items/" + CATEGORY + "/" + item + ".yaml",
                    1,
                    "lacks the number " + parameter,
                    "Exercise programmes are made with it: add a course parameter with this id and a range.");
            return STAND_IN;
        }));
    }

    private static Optional<Range> find(List<Item> items, String id, String parameter) {
        return items.stream()
                .filter(item -> item.id().equals(id) && item.course() != null)
                .flatMap(item -> item.course().parameters().stream())
                .filter(one -> parameter.equals(one.id()) && one.range() != null)
                .findFirst()
                .map(Course.Parameter::range);
    }
}
