package org.lumbar.chart;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What checking every hash found.
 *
 * @param digest SHA-256 over the last hash of every stream and the hash of every document. Kept elsewhere, it later proves that
 *     no stream lost its end, which the hashes inside cannot
 * @param problems where something was changed, one line each; empty when all is as it was written
 */
public record Verification(long streams, long entries, long documents, String digest, List<String> problems) {

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
        private final List<String> problems = new ArrayList<>();
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
                problem(entry, "entry " + expected + " is missing before it");
            } else if (!entry.previous().equals(before == null ? Seal.FIRST : before.hash())) {
                problem(entry, "it does not follow the entry before it");
            }
            if (!entry.hash().equals(Seal.of(entry))) {
                problem(entry, "its content does not give its hash");
            }
            last = entry;
            entries++;
        }

        private void problem(Entry entry, String what) {
            problem(entry.stream() + " entry " + entry.sequence() + ": " + what);
        }

        private void problem(String what) {
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
                problem("document " + row[0] + ": its content does not give its hash");
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
