package org.lumbar.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.lumbar.chart.Database;

/** One PostgreSQL for all tests, each with databases of its own. */
final class Postgresql {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger MADE = new AtomicInteger();

    private Postgresql() {}

    private static EmbeddedPostgres start() {
        try {
            // Ends with the process by itself.
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Address of an empty database. */
    static String newDatabase() throws SQLException {
        String name = "clinic" + MADE.incrementAndGet();
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }

    static Database open(String address) {
        return Database.of(address, "postgres", null);
    }
}
