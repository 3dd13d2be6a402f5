package org.lumbar.chart;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was written down, final.
 *
 * @param stream what it belongs to, such as {@code patient/ID}
 * @param sequence place in its stream, from 1 without gaps
 * @param at when, in whole milliseconds UTC
 * @param author account of who wrote it
 * @param kind what it says, one of the constants of {@link Kind} or another word of the caller
 * @param payload canonical JSON object, see {@link Json#canonical}
 * @param request idempotency key of the append that it came with; null when none was given
 * @param previous hash of the entry before it; {@link Seal#FIRST} for the first
 * @param hash of all of the above
 */
public record Entry(
        String stream,
        long sequence,
        Instant at,
        String author,
        String kind,
        String payload,
        @Nullable String request,
        String previous,
        String hash) {

    /** The payload as a tree, see {@link Json#read}. */
    public Map<String, Object> content() {
        return Json.object(payload);
    }

    /** What is to be written; the store adds the rest. */
    public record Draft(String kind, String payload) {

        /** A draft of what a tree says, as {@link Json} reads and writes it. */
        public static Draft of(String kind, Map<String, ?> content) {
            return new Draft(kind, Json.canonical(content));
        }
    }
}
