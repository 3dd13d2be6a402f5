package org.lumbar.chart;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Who wants news by mail, and the letters that wait to be sent. It lies in the database of the chart and is no part of it: it has
 * no history, is in no backup, and whoever leaves is forgotten with all letters to them. Safe for many threads and for several
 * processes.
 */
public final class News {

    /** How long somebody may take to confirm; then the address is forgotten. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    private static final int BYTES = 20;

    private final Sql sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public News(Database database, Clock clock) {
        this.sql = database.sql();
        this.clock = clock;
    }

    /**
     * Somebody who wants news.
     *
     * @param token secret of 160 bits that stands in letters; it opens nothing but this subscription
     * @param language as ISO 639 has it
     * @param confirmed whoever reads the mail has said so
     * @param since asked, or once confirmed, confirmed
     */
    public record Subscription(String token, String email, String language, boolean confirmed, Instant since) {}

    /** A letter that waits to be sent. */
    public record Letter(String id, String email, String subject, String body, Instant since) {}

    /** Begins a subscription that has to be confirmed; empty when there is one for this address that already is, or waits. */
    public Optional<Subscription> ask(String email, String language) {
        forgetUnconfirmed();
        Subscription asked = new Subscription(secret(), email, language, false, clock.instant());
        int written = update(
                "insert into subscription (token, email, language, confirmed, since) values (?, ?, ?, 0, ?)"
                        + " on conflict (email) do nothing",
                asked.token(),
                email,
                language,
                clock.millis());
        return written == 1 ? Optional.of(asked) : Optional.empty();
    }

    /** The subscription of a token; empty when there is none, or its time to be confirmed is over. */
    public Optional<Subscription> find(String token) {
        forgetUnconfirmed();
        return subscriptions("where token = ?", token).stream().findFirst();
    }

    public void confirm(String token) {
        update(
                "update subscription set confirmed = 1, since = ? where token = ? and confirmed = 0",
                clock.millis(),
                token);
    }

    /** Ends a subscription and forgets the address. */
    public void end(String token) {
        sql.write(connection -> {
            execute(
                    connection,
                    "delete from letter where email in (select email from subscription where token = ?)",
                    token);
            execute(connection, "delete from subscription where token = ?", token);
            return null;
        });
    }

    /** Everybody who has confirmed, by address. */
    public List<Subscription> confirmed() {
        return subscriptions("where confirmed = 1");
    }

    /** Puts a letter where it waits to be sent. */
    public void write(String email, String subject, String body) {
        update(
                "insert into letter (id, email, subject, body, since) values (?, ?, ?, ?, ?)",
                secret(),
                email,
                subject,
                body,
                clock.millis());
    }

    /** Letters that wait, the oldest first. */
    public List<Letter> letters() {
        return sql.read(connection -> {
            List<Letter> letters = new ArrayList<>();
            try (PreparedStatement statement = Sql.prepare(
                            connection, "select id, email, subject, body, since from letter order by since, id");
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    letters.add(new Letter(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            Instant.ofEpochMilli(row.getLong(5))));
                }
            }
            return letters;
        });
    }

    /** The letter was sent, or is not to be sent any more. */
    public void remove(String letter) {
        update("delete from letter where id = ?", letter);
    }

    private void forgetUnconfirmed() {
        long latest = clock.millis() - PATIENCE.toMillis();
        sql.write(connection -> {
            execute(
                    connection,
                    "delete from letter where email in (select email from subscription where confirmed = 0 and since <= ?)",
                    latest);
            execute(connection, "delete from subscription where confirmed = 0 and since <= ?", latest);
            return null;
        });
    }

    private List<Subscription> subscriptions(String where, Object... values) {
        return sql.read(connection -> {
            List<Subscription> found = new ArrayList<>();
            try (PreparedStatement statement = Sql.prepare(
                            connection,
                            "select token, email, language, confirmed, since from subscription " + where
                                    + " order by email",
                            values);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Subscription(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getInt(4) == 1,
                            Instant.ofEpochMilli(row.getLong(5))));
                }
            }
            return found;
        });
    }

    private int update(String statement, Object... values) {
        return sql.write(connection -> execute(connection, statement, values));
    }

    private static int execute(Connection connection, String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = Sql.prepare(connection, statement, values)) {
            return prepared.executeUpdate();
        }
    }

    private String secret() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
