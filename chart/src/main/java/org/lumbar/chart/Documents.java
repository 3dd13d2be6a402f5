package org.lumbar.chart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;

/** Documents that entries refer to by their SHA-256. */
final class Documents {

    private Documents() {}

    static String keep(Connection connection, byte[] content, String mediaType) throws SQLException {
        String hash = Seal.sha256(content);
        if (find(connection, hash).isEmpty()) {
            insert(connection, hash, mediaType, Base64.getEncoder().encodeToString(content));
        }
        return hash;
    }

    static void insert(Connection connection, String hash, String mediaType, String base64) throws SQLException {
        try (PreparedStatement statement = Sql.prepare(
                connection,
                "insert into document (hash, media_type, content) values (?, ?, ?) on conflict (hash) do nothing",
                hash,
                mediaType,
                base64)) {
            statement.executeUpdate();
        }
    }

    static Optional<byte[]> find(Connection connection, String hash) throws SQLException {
        return Sql.strings(connection, "select content from document where hash = ?", hash).stream()
                .map(Base64.getDecoder()::decode)
                .findFirst();
    }

    /** Calls {@code each} with hash, media type and content of every document. */
    static void forEach(Connection connection, Sql.Each<String[]> each) throws SQLException {
        try (PreparedStatement statement =
                        Sql.prepare(connection, "select hash, media_type, content from document order by hash");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                each.accept(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
            }
        }
    }
}
