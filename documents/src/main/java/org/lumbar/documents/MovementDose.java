package org.lumbar.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Movement;

/** How much of a movement, in the order in which an instructor says it; a single set goes without saying. */
final class MovementDose {

    private static final double MINUTE = 60;
    /** From here on a length is said in minutes. */
    private static final double LONG = 120;

    private final Words words;

    MovementDose(Words words) {
        this.words = words;
    }

    String of(Movement.Count dose) {
        List<String> how = new ArrayList<>();
        if (dose.repetitions() != null) {
            how.add(counted("movement.reps", dose.repetitions()));
        }
        if (dose.perSide()) {
            how.add(words.say("movement.per-side"));
        }
        if (dose.sets().most() > 1) {
            how.add(counted("movement.sets", dose.sets()));
        }
        String length = length(dose.seconds());
        if (dose.repetitions() == null) {
            how.add(length);
        } else if (dose.holdSeconds() == null) {
            how.add(words.fill("movement.each", "length", length));
        } else {
            how.add(words.fill(
                    "movement.each-with-hold", Map.of("length", length, "hold", length(dose.holdSeconds()))));
        }
        return String.join(", ", how);
    }

    /** A range in a pattern that counts, such as sets or repetitions. */
    String counted(String key, Range range) {
        return words.fill(key, Map.of("range", words.range(range), "n", Math.round(range.most())));
    }

    private String length(Range seconds) {
        return seconds.least() >= LONG
                ? words.quantity("unit.min", words.range(new Range(seconds.least() / MINUTE, seconds.most() / MINUTE)))
                : words.quantity("unit.s", words.range(seconds));
    }
}
