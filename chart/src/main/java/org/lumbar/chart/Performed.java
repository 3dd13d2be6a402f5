package org.lumbar.chart;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a treatment on a day, as the therapist wrote it down.
 *
 * @param sequence of its entry, which names it
 * @param item the treatment
 * @param on the day that it was for
 * @param reason code of why it was not done or was stopped; empty when it was done
 * @param measured by name, such as {@code heart-rate} or {@code pain-before}
 * @param note in words; may be empty
 * @param corrects sequence of the entry that this one takes the place of; null when it is the first word
 */
public record Performed(
        long sequence,
        String item,
        LocalDate on,
        Result result,
        String reason,
        Map<String, BigDecimal> measured,
        String note,
        @Nullable Long corrects,
        Instant at,
        String author) {

    public Performed {
        measured = Map.copyOf(measured);
    }

    /** How it went. */
    public enum Result {
        DONE,
        NOT_DONE,
        /** A stop criterion ended it, or kept it from beginning. */
        STOPPED;

        /** The word for it in entries and message keys. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Result of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** What is to be written down. */
    public static Entry.Draft draft(
            String item,
            LocalDate on,
            Result result,
            String reason,
            Map<String, BigDecimal> measured,
            String note,
            @Nullable Long corrects) {
        Map<String, Object> content = new HashMap<>(Map.of(
                "item",
                item,
                "on",
                on.toString(),
                "result",
                result.id(),
                "reason",
                reason,
                "measured",
                new HashMap<>(measured),
                "note",
                note));
        if (corrects != null) {
            content.put("corrects", corrects);
        }
        return Entry.Draft.of(Kind.PERFORMED, content);
    }

    /** True when it was written down on a later day than that of the treatment. */
    public boolean late(ZoneId zone) {
        return LocalDate.ofInstant(at, zone).isAfter(on);
    }

    static Performed of(Entry entry) {
        Map<String, Object> content = entry.content();
        Map<String, BigDecimal> measured = new HashMap<>();
        Map<String, Object> values = Json.map(content, "measured");
        if (values != null) {
            values.forEach((name, value) -> {
                if (value instanceof BigDecimal number) {
                    measured.put(name, number);
                }
            });
        }
        return new Performed(
                entry.sequence(),
                Json.text(content, "item"),
                LocalDate.parse(Json.text(content, "on")),
                Result.of(Json.text(content, "result")),
                Json.text(content, "reason"),
                measured,
                Json.text(content, "note"),
                content.get("corrects") instanceof BigDecimal sequence ? sequence.longValue() : null,
                entry.at(),
                entry.author());
    }
}
