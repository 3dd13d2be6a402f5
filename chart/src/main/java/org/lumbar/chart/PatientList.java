package org.lumbar.chart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patients of a clinic, for lists and search. It is written with every append, in the same transaction, and can be made anew
 * from the entries alone.
 */
public final class PatientList {

    /**
     * A patient in the list.
     *
     * @param name family name first
     * @param birthDate as precise as it is known; empty when it is not
     * @param signedVersion version of the newest signed plan; 0 when none was signed
     * @param signedAt when it was signed; null when none was
     * @param openFlags what a physician has to look at first
     */
    public record Row(
            String id,
            long sequence,
            String name,
            String sex,
            String birthDate,
            Instant changedAt,
            int signedVersion,
            @Nullable Instant signedAt,
            int openFlags) {}

    /** A page of the list and how many there are in all. */
    public record Page(List<Row> rows, int total) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    private static final String COLUMNS =
            "id, sequence, name, sex, birth_date, changed_at, signed_version, signed_at, open_flags, sort_key, search";

    private final Sql sql;

    PatientList(Sql sql) {
        this.sql = sql;
    }

    /**
     * Patients by name.
     *
     * @param query beginnings of names, of the birth date or of the id, in any spelling; empty for all
     * @param from how many to pass over
     * @param most how many at most
     */
    public Page find(String query, int from, int most) {
        List<String> words = SearchKey.words(query);
        StringBuilder where = new StringBuilder(" where 1 = 1");
        List<String> values = new ArrayList<>();
        for (String word : words) {
            where.append(" and search like ?");
            values.add("% " + word + "%");
        }
        return sql.read(connection -> new Page(
                rows(connection, where + " order by sort_key, id limit " + most + " offset " + from, values.toArray()),
                Integer.parseInt(Sql.strings(connection, "select count(*) from patient" + where, values.toArray())
                        .getFirst())));
    }

    /** The patients with open flags, by name. */
    public List<Row> flagged() {
        return sql.read(connection -> rows(connection, " where open_flags > 0 order by sort_key, id"));
    }

    /** The patients who have a signed plan, by name. */
    public List<Row> signed() {
        return sql.read(connection -> rows(connection, " where signed_version > 0 order by sort_key, id"));
    }

    private static List<Row> rows(Connection connection, String where, Object... values) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement =
                        Sql.prepare(connection, "select " + COLUMNS + " from patient" + where, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String signed = row.getString(8);
                rows.add(new Row(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Instant.parse(row.getString(6)),
                        row.getInt(7),
                        signed.isEmpty() ? null : Instant.parse(signed),
                        row.getInt(9)));
            }
        }
        return rows;
    }

    /** Makes the list anew from the entries. */
    public void rebuild() {
        sql.write(connection -> {
            rebuild(connection);
            return true;
        });
    }

    static void rebuild(Connection connection) throws SQLException {
        Sql.execute(connection, "delete from patient");
        for (String stream : Sql.strings(connection, "select stream from entry where sequence = 1")) {
            refresh(connection, stream, () -> ChartStore.read(connection, stream));
        }
    }

    /** Entries, when they are needed. */
    interface Entries {
        List<Entry> read() throws SQLException;
    }

    static void refresh(Connection connection, String stream, Entries entries) throws SQLException {
        String id = PatientChart.idOf(stream);
        if (id == null) {
            return;
        }
        PatientChart chart = PatientChart.of(entries.read());
        PatientChart.SignedPlan signed =
                chart.signed().isEmpty() ? null : chart.signed().getLast();
        String name = chart.name().formal();
        try (PreparedStatement delete = Sql.prepare(connection, "delete from patient where id = ?", id)) {
            delete.executeUpdate();
        }
        try (PreparedStatement insert = Sql.prepare(
                connection,
                "insert into patient (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                chart.sequence(),
                name,
                chart.sex(),
                chart.birthDate(),
                chart.changedAt().toString(),
                signed == null ? 0 : signed.version(),
                signed == null ? "" : signed.at().toString(),
                chart.openFlags().size(),
                SearchKey.sortKey(name),
                SearchKey.of(name + " " + id) + " " + chart.birthDate().replace("-", "") + " "
                        + chart.birthDate().replace("-", " "))) {
            insert.executeUpdate();
        }
    }
}
