package org.lumbar.chart;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a database that lets only one write at a time. Whoever comes while another writes waits without a connection, and
 * is written together with all others who wait: flushing to the disk, which takes longest, is then done once for all of them.
 * Each write is whole or absent on its own, and returns when it is safe. Safe for many threads.
 */
final class SharedCommit {

    /** Writes of one transaction; more would keep other processes waiting. */
    private static final int MOST = 100;

    private final DataSource source;
    private final Queue<Waiting<?>> waiting = new ConcurrentLinkedQueue<>();
    /** Fair, or some writers would starve. It also hands what was written from one thread to the other. */
    private final ReentrantLock turn = new ReentrantLock(true);

    SharedCommit(DataSource source) {
        this.source = source;
    }

    /** Something to write and what came of it. */
    private static final class Waiting<T> {

        private final Sql.Work<T> work;
        private @Nullable T result;
        private @Nullable Exception problem;
        private boolean over;

        Waiting(Sql.Work<T> work) {
            this.work = work;
        }

        /** A failure undoes this work alone. */
        void on(Connection connection) throws SQLException {
            Savepoint before = connection.setSavepoint();
            try {
                result = work.on(connection);
                connection.releaseSavepoint(before);
            } catch (SQLException | RuntimeException e) {
                connection.rollback(before);
                problem = e;
            }
        }

        void end(@Nullable Exception ofAll) {
            problem = ofAll == null ? problem : ofAll;
            over = true;
        }

        T result() throws SQLException {
            switch (problem) {
                case null -> {}
                case SQLException failed -> throw failed;
                case RuntimeException refused -> throw refused;
                default -> throw new IllegalStateException(problem);
            }
            return result;
        }
    }

    <T> T write(Sql.Work<T> work) throws SQLException {
        Waiting<T> mine = new Waiting<>(work);
        waiting.add(mine);
        turn.lock();
        try {
            while (!mine.over) {
                writeTogether();
            }
        } finally {
            turn.unlock();
        }
        return mine.result();
    }

    private void writeTogether() {
        List<Waiting<?>> all = new ArrayList<>();
        while (all.size() < MOST && !waiting.isEmpty()) {
            all.add(waiting.remove());
        }
        Exception problem = new IllegalStateException("Writing ended before it was done");
        try (Connection connection = source.getConnection()) {
            Sql.committed(connection, same -> {
                for (Waiting<?> one : all) {
                    one.on(same);
                }
                return all;
            });
            problem = null;
        } catch (SQLException | RuntimeException e) {
            problem = e;
        } finally {
            for (Waiting<?> one : all) {
                one.end(problem);
            }
        }
    }
}
