package org.lumbar.chart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/** Transactions on a database. */
final class Sql {

    /** Rows that PostgreSQL sends at once when all of them are wanted. */
    private static final int FETCH = 500;

    private static final int SQLITE_CONSTRAINT = 19;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SERIALIZATION_FAILURE = "40001";

    private final DataSource source;
    /** Lets the writers of this process take turns: a database that locks its whole file would let some of them starve. */
    private final ReentrantLock turn = new ReentrantLock(true);

    Sql(DataSource source) {
        this.source = source;
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
        return inTransaction(work, true, Connection.TRANSACTION_READ_COMMITTED);
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
        return inTransaction(work, false, Connection.TRANSACTION_REPEATABLE_READ);
    }

    private <T> T inTransaction(Work<T> work, boolean writes, int isolation) {
        try (Connection connection = source.getConnection()) {
            boolean sqlite = sqlite(connection);
            if (!sqlite) {
                connection.setTransactionIsolation(isolation);
            }
            if (sqlite && !writes) {
                // Begun by hand, since the driver's own transactions would wait for writers.
                return sqliteSnapshot(connection, work);
            }
            if (!sqlite) {
                return committed(connection, work);
            }
            turn.lock();
            try {
                return committed(connection, work);
            } finally {
                turn.unlock();
            }
        } catch (SQLException e) {
            throw isTaken(e) ? new Taken(e) : new Failed(e);
        }
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
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

    private static <T> T sqliteSnapshot(Connection connection, Work<T> work) throws SQLException {
        execute(connection, "begin deferred");
        try {
            return work.on(connection);
        } finally {
            execute(connection, "rollback");
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
