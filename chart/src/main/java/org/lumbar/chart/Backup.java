package org.lumbar.chart;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/**
 * Saves every stream and document as lines of JSON, of one moment while others write, and restores them into an empty database
 * of either kind. The last line tells how much there is and seals it, so that a cut or changed file is refused.
 */
public final class Backup {

    /** The backup is not whole, or the database is not empty. Nothing was restored. The message says why in English. */
    public static final class Refused extends RuntimeException {
        private final LocalizedText why;

        Refused(String why, Map<String, Object> values) {
            this(Verification.SENTENCES.say(why, values));
        }

        private Refused(LocalizedText why) {
            super(why.en());
            this.why = why;
        }

        /** Why, in a language. */
        public String in(Language language) {
            return why.in(language);
        }
    }

    private static final String ENTRY = "entry";
    private static final String DOCUMENT = "document";
    private static final String END = "end";

    private final Sql sql;

    Backup(Sql sql) {
        this.sql = sql;
    }

    /** Writes all there is; leaves {@code out} open. */
    public Verification write(OutputStream out) {
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return sql.snapshot(connection -> {
            Verification.Check check = new Verification.Check();
            ChartStore.forEach(connection, entry -> {
                check.entry(entry);
                line(lines, ENTRY, fields(entry));
            });
            Documents.forEach(connection, row -> {
                check.document(row);
                line(lines, DOCUMENT, Map.of("hash", row[0], "mediaType", row[1], "content", row[2]));
            });
            Verification all = check.result();
            line(lines, END, seal(all));
            try {
                lines.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write the backup", e);
            }
            return all;
        });
    }

    private static Map<String, Object> seal(Verification all) {
        return Map.of("entries", all.entries(), "documents", all.documents(), "digest", all.digest());
    }

    private static Map<String, Object> fields(Entry entry) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("stream", entry.stream());
        fields.put("sequence", entry.sequence());
        fields.put("at", entry.at().toString());
        fields.put("author", entry.author());
        fields.put("kind", entry.kind());
        fields.put("payload", entry.payload());
        if (entry.request() != null) {
            fields.put("request", entry.request());
        }
        fields.put("previous", entry.previous());
        fields.put("hash", entry.hash());
        return fields;
    }

    private static void line(Writer out, String what, Map<String, ?> fields) {
        try {
            out.write(Json.canonical(Map.of(what, fields)));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the backup", e);
        }
    }

    /**
     * Restores a backup into this database, all of it or nothing.
     *
     * @throws Refused when the database is not empty, or the backup is not as it was written
     */
    public Verification restore(InputStream in) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return sql.write(connection -> {
            if (!Sql.strings(connection, "select stream from entry limit 1").isEmpty()) {
                throw new Refused("refused.not-empty", Map.of());
            }
            Verification all = new Restoring(connection).read(lines);
            PatientList.rebuild(connection);
            return all;
        });
    }

    private static final class Restoring {
        private final Connection connection;
        private final Verification.Check check = new Verification.Check();
        private @Nullable Map<String, Object> end;
        private int number;

        Restoring(Connection connection) {
            this.connection = connection;
        }

        Verification read(BufferedReader lines) throws SQLException {
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    line(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the backup", e);
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                throw new Refused("refused.damaged", Map.of("line", number, "parser", String.valueOf(e.getMessage())));
            }
            Verification all = check.result();
            if (end == null) {
                throw new Refused("refused.cut-off", Map.of("line", number));
            }
            if (!all.sound()) {
                throw new Refused(
                        "refused.changed", Map.of("problem", all.problems().getFirst()));
            }
            if (!Json.canonical(end).equals(Json.canonical(seal(all)))) {
                throw new Refused("refused.not-whole", Map.of());
            }
            return all;
        }

        private void line(String text) throws SQLException {
            Map<String, Object> line = Json.object(text);
            if (end != null) {
                throw new Refused("refused.goes-on", Map.of("line", number));
            }
            Map<String, Object> entry = Json.map(line, ENTRY);
            Map<String, Object> document = Json.map(line, DOCUMENT);
            if (entry != null) {
                Entry read = entry(entry);
                check.entry(read);
                ChartStore.insert(connection, List.of(read));
            } else if (document != null) {
                String[] row = {
                    Json.text(document, "hash"), Json.text(document, "mediaType"), Json.text(document, "content")
                };
                check.document(row);
                Documents.insert(connection, row[0], row[1], row[2]);
            } else {
                end = Json.map(line, END);
            }
        }

        private static Entry entry(Map<String, Object> fields) {
            return new Entry(
                    Json.text(fields, "stream"),
                    fields.get("sequence") instanceof BigDecimal sequence ? sequence.longValueExact() : 0,
                    Instant.parse(Json.text(fields, "at")),
                    Json.text(fields, "author"),
                    Json.text(fields, "kind"),
                    Json.text(fields, "payload"),
                    fields.get("request") instanceof String request ? request : null,
                    Json.text(fields, "previous"),
                    Json.text(fields, "hash"));
        }
    }
}
