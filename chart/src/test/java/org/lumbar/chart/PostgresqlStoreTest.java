package org.lumbar.chart;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresqlStoreTest extends ChartStoreContract {

    private static EmbeddedPostgres server;
    private static int opened;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    Database open() throws Exception {
        String name = "clinic" + opened++;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return Database.of(server.getJdbcUrl("postgres", name), "postgres", null);
    }

    @Override
    List<String> withoutTriggers() {
        return List.of("drop trigger entry_is_final on entry", "drop trigger document_is_final on document");
    }
}
