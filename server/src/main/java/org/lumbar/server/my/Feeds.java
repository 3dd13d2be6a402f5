package org.lumbar.server.my;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.server.patient.Clinic;
import org.springframework.stereotype.Component;

/**
 * The addresses under which calendars fetch a patient's sessions. An address is a secret of 160 bits of which only the hash is
 * kept. A patient has one at most: a new one ends the one before.
 */
@Component
final class Feeds {

    private static final String OPENED = "calendar-opened";
    private static final String CLOSED = "calendar-closed";
    private static final int BYTES = 20;

    private final ChartStore store;
    private final SecureRandom random = new SecureRandom();

    Feeds(Clinic clinic) {
        this.store = clinic.store();
    }

    /** @param details the entries name the exercises */
    record Feed(String patient, boolean details) {}

    private static String of(String patient) {
        return "calendar-of/" + patient;
    }

    private static String named(String hash) {
        return "calendar/" + hash;
    }

    /** The address in force; empty when there is none. */
    Optional<Feed> find(String patient) {
        return store.newest(of(patient), 1).stream()
                .filter(entry -> entry.kind().equals(OPENED))
                .map(entry ->
                        new Feed(patient, Boolean.TRUE.equals(entry.content().get("details"))))
                .findFirst();
    }

    /** Makes a new address and returns its secret, which nobody can read again. */
    String open(String patient, boolean details, String author) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        String hash = hash(token);
        append(named(hash), author, OPENED, Map.of("patient", patient));
        append(of(patient), author, OPENED, Map.of("hash", hash, "details", details));
        return token;
    }

    void close(String patient, String author) {
        if (find(patient).isPresent()) {
            append(of(patient), author, CLOSED, Map.of());
        }
    }

    /** Whose calendar a secret opens; empty for none, and for one that has ended. */
    Optional<Feed> opened(String token) {
        String hash = hash(token);
        return store.newest(named(hash), 1).stream()
                .map(entry -> Json.text(entry.content(), "patient"))
                .filter(patient -> store.newest(of(patient), 1).stream()
                        .anyMatch(last -> last.kind().equals(OPENED)
                                && Json.text(last.content(), "hash").equals(hash)))
                .flatMap(patient -> find(patient).stream())
                .findFirst();
    }

    private void append(String stream, String author, String kind, Map<String, Object> content) {
        store.append(stream, ChartStore.ANY, null, author, List.of(Entry.Draft.of(kind, content)));
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
