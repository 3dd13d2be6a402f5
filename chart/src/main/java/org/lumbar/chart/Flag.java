package org.lumbar.chart;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a physician has to look at before treatment goes on. It stays open until a physician clears it.
 *
 * @param sequence of its entry, which names it
 * @param reason code of what happened, such as the id of a red flag
 * @param source where it was noticed, such as {@code session} or {@code home}
 * @param about item that was being done; empty when it was none
 * @param details in words or figures; may be empty
 * @param cleared by whom and why; null while it is open
 */
public record Flag(
        long sequence,
        String reason,
        String source,
        String about,
        String details,
        Instant at,
        String author,
        @Nullable Cleared cleared) {

    /** A physician has looked at it. */
    public record Cleared(String note, Instant at, String author) {}

    /** An open flag. */
    public static Entry.Draft draft(String reason, String source, String about, String details) {
        return Entry.Draft.of(
                Kind.FLAGGED, Map.of("reason", reason, "source", source, "about", about, "details", details));
    }

    /** A flag is cleared. */
    public static Entry.Draft clearing(long sequence, String note) {
        return Entry.Draft.of(Kind.FLAG_CLEARED, Map.of("flag", sequence, "note", note));
    }

    public boolean open() {
        return cleared == null;
    }

    static Flag of(Entry entry) {
        Map<String, Object> content = entry.content();
        return new Flag(
                entry.sequence(),
                Json.text(content, "reason"),
                Json.text(content, "source"),
                Json.text(content, "about"),
                Json.text(content, "details"),
                entry.at(),
                entry.author(),
                null);
    }

    /** The sequence of the flag that an entry clears; 0 when it names none. */
    static long cleared(Entry entry) {
        return entry.content().get("flag") instanceof BigDecimal sequence ? sequence.longValue() : 0;
    }

    Flag by(Entry entry) {
        Cleared by = new Cleared(Json.text(entry.content(), "note"), entry.at(), entry.author());
        return cleared == null ? new Flag(sequence, reason, source, about, details, at, author, by) : this;
    }
}
