package org.lumbar.server.account;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Seal;

/**
 * An authenticator app of somebody, and the recovery codes for the day on which it is lost.
 *
 * @param secret sealed, see {@link Vault}
 * @param recoveryHashes of the codes that are left
 * @param since null before it is kept
 */
record SecondFactor(String secret, List<String> recoveryHashes, Instant since) implements Serializable {

    SecondFactor {
        recoveryHashes = List.copyOf(recoveryHashes);
    }

    static SecondFactor of(Entry entry) {
        List<String> hashes = entry.content().get("recovery") instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
        return new SecondFactor(Json.text(entry.content(), "secret"), hashes, entry.at());
    }

    Map<String, Object> content() {
        return Map.of("secret", secret, "recovery", recoveryHashes);
    }

    /** The same after a recovery code was used. */
    SecondFactor without(Entry used) {
        String hash = Json.text(used.content(), "code");
        return new SecondFactor(
                secret, recoveryHashes.stream().filter(one -> !one.equals(hash)).toList(), since);
    }

    /** The hash of a recovery code that is left; empty when it is none. */
    Optional<String> recovery(String code) {
        String hash = hash(code);
        return recoveryHashes.stream().filter(hash::equals).findFirst();
    }

    /** A recovery code is random enough for a hash without salt. */
    static String hash(String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return Seal.sha256(plain.getBytes(StandardCharsets.UTF_8));
    }
}
