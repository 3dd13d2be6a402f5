package org.lumbar.chart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions on a database. */
final class Sql {

    /** Rows that PostgreSQL sends at once when all of them are wanted. */
    private static final int FETCH = 500;

    private static final int SQLITE_CONSTRAINT = 19;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SERIALIZATION_FAILURE = "40001";

    private final DataSource source;
    /** Null where the database lets many write at once. */
    private final @Nullable SharedCommit oneWriter;

    /** @param oneWriter whether the database locks all of it for one who writes */
    Sql(DataSource source, boolean oneWriter) {
        this.source = source;
        this.oneWriter = oneWriter ? new SharedCommit(source) : null;
    }

    /** Something to do in a transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Something to do with each of many rows. */
    interface Each<T> {
        void accept(T row) throws SQLException;
    }

    /** The database failed; nothing was written. */
    static class Failed extends IllegalStateException {
        Failed(SQLException cause) {
            super("The database failed: " + cause.getMessage(), cause);
        }
    }

    /** Another writer took the same place at the same time; nothing was written. */
    static final class Taken extends Failed {
        Taken(SQLException cause) {
            super(cause);
        }
    }

    <T> T write(Work<T> work) {
        try {
            return oneWriter == null
                    ? inTransaction(work, Connection.TRANSACTION_READ_COMMITTED)
                    : oneWriter.write(work);
        } catch (SQLException e) {
            throw isTaken(e) ? new Taken(e) : new Failed(e);
        }
    }

    /** Reads with each statement on its own. */
    <T> T read(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    /** Reads everything as it was at one moment, while others write. */
    <T> T snapshot(Work<T> work) {
        try {
            return oneWriter == null
                    ? inTransaction(work, Connection.TRANSACTION_REPEATABLE_READ)
                    : sqliteSnapshot(work);
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    private <T> T inTransaction(Work<T> work, int isolation) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setTransactionIsolation(isolation);
            return committed(connection, work);
        }
    }

    static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    /** Begun by hand, since the driver's own transactions would wait for writers. */
    private <T> T sqliteSnapshot(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            execute(connection, "begin deferred");
            try {
                return work.on(connection);
            } finally {
                execute(connection, "rollback");
            }
        }
    }

    private static boolean isTaken(SQLException e) {
        boolean sqlite =
                (e.getErrorCode() & 0xff) == SQLITE_CONSTRAINT && e.getMessage().contains("UNIQUE");
        return sqlite || UNIQUE_VIOLATION.equals(e.getSQLState()) || SERIALIZATION_FAILURE.equals(e.getSQLState());
    }

    /**
     * Lets those who write to the same thing take turns until their transaction ends, where a database lets many write at once: each
     * waits for the one before it instead of trying again.
     */
    static void takeTurns(Connection connection, String name) throws SQLException {
        if (!sqlite(connection)) {
            try (PreparedStatement statement =
                    prepare(connection, "select pg_advisory_xact_lock(hashtextextended(?, 0))", name)) {
                statement.execute();
            }
        }
    }

    private static boolean sqlite(Connection connection) throws SQLException {
        return connection.getMetaData().getURL().startsWith("jdbc:sqlite:");
    }

    static void execute(Connection connection, String statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }

    static PreparedStatement prepare(Connection connection, String text, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        statement.setFetchSize(FETCH);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    static List<String> strings(Connection connection, String text, Object... values) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, text, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
