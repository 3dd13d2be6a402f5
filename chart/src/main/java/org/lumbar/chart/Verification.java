package org.lumbar.chart;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.core.text.Sentences;

/**
 * What checking every hash found.
 *
 * @param digest SHA-256 over the last hash of every stream and the hash of every document. Kept elsewhere, it later proves that
 *     no stream lost its end, which the hashes inside cannot
 * @param problems where something was changed, one line each; empty when all is as it was written
 */
public record Verification(long streams, long entries, long documents, String digest, List<LocalizedText> problems) {

    static final Sentences SENTENCES = Sentences.beside(Verification.class, "refusals");

    /** Problems that are named; who changed one row may have changed all. */
    private static final int NAMED = 100;

    public Verification {
        problems = List.copyOf(problems);
    }

    public boolean sound() {
        return problems.isEmpty();
    }

    static Verification of(Connection connection) throws SQLException {
        Check check = new Check();
        ChartStore.forEach(connection, check::entry);
        check.closeStream();
        Documents.forEach(connection, check::document);
        return check.result();
    }

    /** Entries of all streams in order, then documents. */
    static final class Check {
        private final MessageDigest heads = Seal.digest();
        private final List<LocalizedText> problems = new ArrayList<>();
        private @Nullable Entry last;
        private long streams;
        private long entries;
        private long documents;

        void entry(Entry entry) {
            Entry before = last;
            if (before == null || !before.stream().equals(entry.stream())) {
                closeStream();
                before = null;
                streams++;
            }
            long expected = before == null ? 1 : before.sequence() + 1;
            if (entry.sequence() != expected) {
                problem(entry, SENTENCES.say("word.gap", Map.of("number", expected)));
            } else if (!entry.previous().equals(before == null ? Seal.FIRST : before.hash())) {
                problem(entry, SENTENCES.say("word.other-chain"));
            }
            if (!entry.hash().equals(Seal.of(entry))) {
                problem(entry, SENTENCES.say("word.other-content"));
            }
            last = entry;
            entries++;
        }

        private void problem(Entry entry, LocalizedText what) {
            problem(SENTENCES.say(
                    "word.entry", Map.of("stream", entry.stream(), "number", entry.sequence(), "problem", what)));
        }

        private void problem(LocalizedText what) {
            if (problems.size() < NAMED) {
                problems.add(what);
            }
        }

        void closeStream() {
            if (last != null) {
                heads.update((last.stream() + "\n" + last.hash() + "\n").getBytes(StandardCharsets.UTF_8));
                last = null;
            }
        }

        void document(String[] row) {
            closeStream();
            documents++;
            heads.update((row[0] + "\n").getBytes(StandardCharsets.UTF_8));
            if (!row[0].equals(hash(row[2]))) {
                problem(SENTENCES.say("word.document", Map.of("hash", row[0])));
            }
        }

        private static String hash(String base64) {
            try {
                return Seal.sha256(Base64.getDecoder().decode(base64));
            } catch (IllegalArgumentException e) {
                return "";
            }
        }

        Verification result() {
            closeStream();
            return new Verification(streams, entries, documents, HexFormat.of().formatHex(heads.digest()), problems);
        }
    }
}
