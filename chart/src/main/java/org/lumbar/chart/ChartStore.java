package org.lumbar.chart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Appends entries to streams and reads them. An append is one transaction: all of its entries are written, or none. Safe for
 * many threads and for several processes on one database.
 */
public final class ChartStore {

    /** Expects nothing of the stream: for journals, to which many write at once. */
    public static final long ANY = -1;

    private static final String COLUMNS = "stream, sequence, at, author, kind, payload, request, previous, hash";
    /** How often an append tries again when another writer took its place. */
    private static final int TRIES = 50;

    private final Sql sql;
    private final Clock clock;

    public ChartStore(Database database, Clock clock) {
        this.sql = database.sql();
        this.clock = clock;
    }

    /**
     * Appends entries to a stream.
     *
     * @param expected sequence of the last entry that the author has seen, 0 for none; {@link #ANY} when it does not matter
     * @param request names this very request, so that sending it again does no harm; null when it is never sent again
     * @throws IllegalArgumentException when the request's name was used for other entries before
     */
    public Outcome append(
            String stream, long expected, @Nullable String request, String author, List<Entry.Draft> drafts) {
        if (drafts.isEmpty()) {
            throw new IllegalArgumentException("An append needs an entry");
        }
        for (int left = TRIES; ; left--) {
            try {
                return sql.write(connection -> append(connection, stream, expected, request, author, drafts));
            } catch (Sql.Taken e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    private Outcome append(
            Connection connection,
            String stream,
            long expected,
            @Nullable String request,
            String author,
            List<Entry.Draft> drafts)
            throws SQLException {
        Sql.takeTurns(connection, stream);
        if (request != null) {
            List<Entry> before =
                    query(connection, "where stream = ? and request = ? order by sequence", stream, request);
            if (!before.isEmpty()) {
                requireSame(before, drafts);
                return new Outcome.Repeated(before);
            }
        }
        Entry last = last(connection, stream);
        long sequence = last == null ? 0 : last.sequence();
        if (expected != ANY && expected != sequence) {
            return new Outcome.Stale(
                    query(connection, "where stream = ? and sequence > ? order by sequence", stream, expected));
        }
        String previous = last == null ? Seal.FIRST : last.hash();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Entry> entries = new ArrayList<>();
        for (Entry.Draft draft : drafts) {
            sequence++;
            String hash = Seal.of(previous, stream, sequence, at, author, draft.kind(), request, draft.payload());
            entries.add(
                    new Entry(stream, sequence, at, author, draft.kind(), draft.payload(), request, previous, hash));
            previous = hash;
        }
        insert(connection, entries);
        PatientList.refresh(connection, stream, () -> read(connection, stream));
        return new Outcome.Appended(entries);
    }

    private static void requireSame(List<Entry> before, List<Entry.Draft> drafts) {
        List<Entry.Draft> written = before.stream()
                .map(entry -> new Entry.Draft(entry.kind(), entry.payload()))
                .toList();
        if (!written.equals(drafts)) {
            throw new IllegalArgumentException(
                    "The name of this request was used for other entries; give it a new name");
        }
    }

    static void insert(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Entry entry : entries) {
                statement.setString(1, entry.stream());
                statement.setLong(2, entry.sequence());
                statement.setString(3, entry.at().toString());
                statement.setString(4, entry.author());
                statement.setString(5, entry.kind());
                statement.setString(6, entry.payload());
                statement.setString(7, entry.request());
                statement.setString(8, entry.previous());
                statement.setString(9, entry.hash());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The entries of a stream from the first to the last; empty when there is none. */
    public List<Entry> read(String stream) {
        return sql.read(connection -> read(connection, stream));
    }

    static List<Entry> read(Connection connection, String stream) throws SQLException {
        return query(connection, "where stream = ? order by sequence", stream);
    }

    /** The last entries of a stream, newest first. */
    public List<Entry> newest(String stream, int most) {
        return sql.read(
                connection -> query(connection, "where stream = ? order by sequence desc limit " + most, stream));
    }

    /** Sequence of the last entry of a stream; 0 when there is none. */
    public long last(String stream) {
        return sql.read(connection -> {
            Entry last = last(connection, stream);
            return last == null ? 0L : last.sequence();
        });
    }

    private static @Nullable Entry last(Connection connection, String stream) throws SQLException {
        List<Entry> last = query(connection, "where stream = ? order by sequence desc limit 1", stream);
        return last.isEmpty() ? null : last.getFirst();
    }

    /** Names of the streams that begin so, in order. */
    public List<String> streams(String prefix) {
        return sql.read(connection -> Sql.strings(
                connection,
                "select stream from entry where sequence = 1 and stream >= ? and stream < ? order by stream",
                prefix,
                prefix + Character.MAX_VALUE));
    }

    /** Keeps a document and returns its SHA-256; the same content is kept once. */
    public String keep(byte[] content, String mediaType) {
        return sql.write(connection -> Documents.keep(connection, content, mediaType));
    }

    /** The document with this SHA-256. */
    public Optional<byte[]> document(String hash) {
        return sql.read(connection -> Documents.find(connection, hash));
    }

    /** The list of patients. */
    public PatientList patients() {
        return new PatientList(sql);
    }

    /** Checks every hash of every stream and document. */
    public Verification verify() {
        return sql.snapshot(Verification::of);
    }

    /** Saves and restores all of it. */
    public Backup backup() {
        return new Backup(sql);
    }

    private static List<Entry> query(Connection connection, String where, Object... values) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement statement =
                        Sql.prepare(connection, "select " + COLUMNS + " from entry " + where, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                entries.add(entry(rows));
            }
        }
        return entries;
    }

    /** Calls {@code each} for every entry, stream by stream, holding one at a time. */
    static void forEach(Connection connection, Sql.Each<Entry> each) throws SQLException {
        try (PreparedStatement statement =
                        Sql.prepare(connection, "select " + COLUMNS + " from entry order by stream, sequence");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                each.accept(entry(rows));
            }
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString(1),
                row.getLong(2),
                Instant.parse(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }
}
