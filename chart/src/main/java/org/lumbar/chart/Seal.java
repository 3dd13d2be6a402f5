package org.lumbar.chart;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an entry: SHA-256 over its fields as UTF-8, one a line in the order of {@link Entry}, the payload last. No
 * field holds a line break, so two different entries never give the same text. It can be checked with any tool:
 * {@code printf '%s\n%s\n…' | sha256sum}.
 */
public final class Seal {

    /** What stands for the hash before the first entry of a stream. */
    static final String FIRST = "0".repeat(64);

    private Seal() {}

    static String of(
            String previous,
            String stream,
            long sequence,
            Instant at,
            String author,
            String kind,
            @Nullable String request,
            String payload) {
        String text = String.join(
                "\n",
                previous,
                line(stream),
                Long.toString(sequence),
                at.toString(),
                line(author),
                line(kind),
                request == null ? "" : line(request),
                line(payload));
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String of(Entry entry) {
        return of(
                entry.previous(),
                entry.stream(),
                entry.sequence(),
                entry.at(),
                entry.author(),
                entry.kind(),
                entry.request(),
                entry.payload());
    }

    private static String line(String field) {
        if (field.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A field of an entry must stand on one line");
        }
        return field;
    }

    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
