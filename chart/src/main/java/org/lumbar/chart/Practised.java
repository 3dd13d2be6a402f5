package org.lumbar.chart;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an instructor saw of a patient's exercises in one session.
 *
 * @param sequence of its entry, which names it
 * @param seen the exercises that were done
 */
public record Practised(long sequence, LocalDate on, List<Seen> seen, Instant at, String author) {

    /** How an exercise is done from now on. */
    public static final String SAME = "same";

    public static final String EASIER = "easier";
    public static final String HARDER = "harder";

    public Practised {
        seen = List.copyOf(seen);
    }

    /**
     * One exercise.
     *
     * @param movement its item
     * @param correct checkpoints of its technique that were right
     * @param points checkpoints that it has
     * @param change {@link #SAME}, {@link #EASIER} or {@link #HARDER} from now on
     * @param why code of the reason for a change; empty when nothing changes
     */
    public record Seen(String movement, int correct, int points, String change, String why) {
        public boolean right() {
            return points > 0 && correct == points;
        }

        public boolean changes() {
            return change.equals(EASIER) || change.equals(HARDER);
        }
    }

    /** What is to be written down. */
    public static Entry.Draft draft(LocalDate on, List<Seen> seen) {
        List<Object> movements = new ArrayList<>();
        for (Seen one : seen) {
            movements.add(new HashMap<>(Map.of(
                    "movement", one.movement(),
                    "correct", one.correct(),
                    "points", one.points(),
                    "change", one.change(),
                    "why", one.why())));
        }
        return Entry.Draft.of(Kind.PRACTISED, Map.of("on", on.toString(), "movements", movements));
    }

    /** True when every exercise was right at every checkpoint. */
    public boolean right() {
        return !seen.isEmpty() && seen.stream().allMatch(Seen::right);
    }

    static Practised of(Entry entry) {
        Map<String, Object> content = entry.content();
        return new Practised(
                entry.sequence(),
                LocalDate.parse(Json.text(content, "on")),
                Json.maps(content, "movements").stream()
                        .map(one -> new Seen(
                                Json.text(one, "movement"),
                                whole(one, "correct"),
                                whole(one, "points"),
                                Json.text(one, "change"),
                                Json.text(one, "why")))
                        .toList(),
                entry.at(),
                entry.author());
    }

    private static int whole(Map<String, Object> in, String name) {
        return in.get(name) instanceof BigDecimal number ? number.intValue() : 0;
    }
}
