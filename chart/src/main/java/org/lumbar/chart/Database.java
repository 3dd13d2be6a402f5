package org.lumbar.chart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * The database of a clinic, with its tables: SQLite in a file of its own, or PostgreSQL. Both hold what was committed through a
 * crash: SQLite with a write-ahead log that is flushed at every commit, PostgreSQL as it is by default.
 */
public final class Database implements AutoCloseable {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String PLACE = "classpath:org/lumbar/chart/";
    /** Milliseconds that a write waits for another process. */
    private static final int PATIENCE = 30_000;
    /** One writes while others read. */
    private static final int SQLITE_CONNECTIONS = 8;

    private static final int POSTGRESQL_CONNECTIONS = 10;

    private final HikariDataSource source;
    private final Sql sql;

    /** The database does not answer, or not to this user; the message is the driver's. */
    public static final class Silent extends RuntimeException {
        private Silent(Throwable cause) {
            super(root(cause).getMessage(), cause);
        }

        private static Throwable root(Throwable problem) {
            Throwable cause = problem.getCause();
            return cause == null ? problem : root(cause);
        }
    }

    private Database(HikariConfig config, String vendor) {
        try {
            this.source = new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw new Silent(e);
        }
        this.sql = new Sql(source, vendor.equals("sqlite"));
        Flyway.configure()
                .dataSource(source)
                .locations(PLACE + "entries", PLACE + vendor)
                .load()
                .migrate();
    }

    /** Opens the SQLite file, and makes it when there is none. */
    public static Database file(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + folder, e);
        }
        return of(SQLITE + file.toAbsolutePath(), null, null);
    }

    /** True for the JDBC address of a database that a clinic can be kept in. */
    public static boolean understands(String url) {
        return url.startsWith(SQLITE) || url.startsWith(POSTGRESQL);
    }

    /**
     * Opens a database by its JDBC address and brings its tables up to date.
     *
     * @param user null when the address says it or none is needed
     * @throws IllegalArgumentException when the address is of another database
     * @throws Silent when it does not answer
     */
    public static Database of(String url, @Nullable String user, @Nullable String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        if (user != null) {
            config.setUsername(user);
        }
        if (password != null) {
            config.setPassword(password);
        }
        if (url.startsWith(SQLITE)) {
            config.setMaximumPoolSize(SQLITE_CONNECTIONS);
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "FULL");
            config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
            config.addDataSourceProperty("busy_timeout", Integer.toString(PATIENCE));
            return new Database(config, "sqlite");
        }
        if (url.startsWith(POSTGRESQL)) {
            config.setMaximumPoolSize(POSTGRESQL_CONNECTIONS);
            return new Database(config, "postgresql");
        }
        throw new IllegalArgumentException(
                "expected an address that starts with " + SQLITE + " or " + POSTGRESQL + "; correct --database");
    }

    DataSource source() {
        return source;
    }

    /** The transactions of this process on it, whose writers take turns. */
    Sql sql() {
        return sql;
    }

    /** Tells a registry of Micrometer how busy the connections are. */
    public void measure(Object registry) {
        source.setMetricRegistry(registry);
    }

    @Override
    public void close() {
        source.close();
    }
}
