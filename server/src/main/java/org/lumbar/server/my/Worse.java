package org.lumbar.server.my;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Kind;

/**
 * What somebody told who felt worse, and how much it matters.
 *
 * @param number of the entry in the chart
 * @param level {@code now}, {@code today}, {@code call} or {@code gently}
 */
public record Worse(long number, String level) {

    /** @param amberMost the most pain of 10 that is still to be watched only */
    static Worse of(Entry entry, double amberMost) {
        Map<String, Object> told = entry.content();
        Map<String, Object> signs = Json.map(told, "signs");
        boolean present = signs != null && signs.containsValue("yes");
        boolean unsure = signs != null && signs.containsValue("unknown");
        boolean strong = told.get("pain") instanceof BigDecimal pain && pain.doubleValue() > amberMost;
        String level =
                present ? "now" : unsure || Boolean.TRUE.equals(told.get("leg")) ? "today" : strong ? "call" : "gently";
        return new Worse(entry.sequence(), level);
    }

    /** The last of a day after which no exercise is done on it; empty when there is none. */
    static Optional<Worse> resting(List<Entry> chart, LocalDate day, ZoneId zone, double amberMost) {
        return chart.stream()
                .filter(entry -> entry.kind().equals(Kind.REPORTED))
                .filter(entry -> LocalDate.ofInstant(entry.at(), zone).equals(day))
                .reduce((earlier, later) -> later)
                .map(entry -> of(entry, amberMost))
                .filter(worse -> !worse.level().equals("gently"));
    }
}
