package org.lumbar.chart;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all servers of a clinic must know for a while: sessions, counted tries, codes that were used. It lies in the database of
 * the chart and is no part of it: it has no history, is in no backup, and goes when its time is over. Safe for many threads and
 * for several processes.
 */
public final class ShortLived {

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

    private final Sql sql;
    private final Clock clock;
    private final AtomicLong nextSweep;

    public ShortLived(Database database, Clock clock) {
        this.sql = database.sql();
        this.clock = clock;
        this.nextSweep = new AtomicLong(clock.millis());
    }

    /** A value and when its time is over. */
    public record Kept(String value, Instant until) {}

    /** What is kept under a name; empty when nothing ever was or its time is over. */
    public Optional<Kept> find(String name) {
        return sql.read(connection -> {
            try (PreparedStatement statement = Sql.prepare(
                            connection,
                            "select value, until from short_lived where name = ? and until > ?",
                            name,
                            clock.millis());
                    ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Kept(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                        : Optional.empty();
            }
        });
    }

    /** Keeps a value, in place of an earlier one of this name. */
    public void keep(String name, String value, Instant until) {
        sweep();
        update(
                "insert into short_lived (name, value, tally, until) values (?, ?, 0, ?)"
                        + " on conflict (name) do update set value = excluded.value, until = excluded.until",
                name,
                value,
                until.toEpochMilli());
    }

    /** Gives a name that is kept another value; what was forgotten meanwhile stays forgotten. */
    public void replace(String name, String value, Instant until) {
        update("update short_lived set value = ?, until = ? where name = ?", value, until.toEpochMilli(), name);
    }

    /** Keeps what there is for longer; what was forgotten meanwhile stays forgotten. */
    public void extend(String name, Instant until) {
        update("update short_lived set until = ? where name = ?", until.toEpochMilli(), name);
    }

    private int update(String statement, Object... values) {
        return sql.write(connection -> {
            try (PreparedStatement prepared = Sql.prepare(connection, statement, values)) {
                return prepared.executeUpdate();
            }
        });
    }

    /** Takes a name for a while; true for the first who asks, false for whoever asks until its time is over. */
    public boolean claim(String name, Instant until) {
        sweep();
        return update(
                        "insert into short_lived (name, value, tally, until) values (?, '', 0, ?)"
                                + " on conflict (name) do update set until = excluded.until where short_lived.until <= ?",
                        name,
                        until.toEpochMilli(),
                        clock.millis())
                == 1;
    }

    /** Counts one more and returns how many there were within the window, which begins with the first of them. */
    public long count(String name, Duration window) {
        sweep();
        long now = clock.millis();
        return sql.write(connection -> {
            try (PreparedStatement statement = Sql.prepare(
                            connection,
                            "insert into short_lived (name, value, tally, until) values (?, '', 1, ?)"
                                    + " on conflict (name) do update set"
                                    + " tally = case when short_lived.until <= ? then 1 else short_lived.tally + 1 end,"
                                    + " until = case when short_lived.until <= ? then excluded.until"
                                    + " else short_lived.until end returning tally",
                            name,
                            now + window.toMillis(),
                            now,
                            now);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** How many were counted in the window that is open now; counts nothing. */
    public long counted(String name) {
        List<String> tally = sql.read(connection -> Sql.strings(
                connection, "select tally from short_lived where name = ? and until > ?", name, clock.millis()));
        return tally.isEmpty() ? 0 : Long.parseLong(tally.getFirst());
    }

    public void forget(String name) {
        update("delete from short_lived where name = ?", name);
    }

    /** Removes now and then what is over. */
    private void sweep() {
        long now = clock.millis();
        long due = nextSweep.get();
        if (now < due || !nextSweep.compareAndSet(due, now + BETWEEN_SWEEPS.toMillis())) {
            return;
        }
        update("delete from short_lived where until <= ?", now);
    }
}
