package org.lumbar.server.account;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;

/**
 * Someone who may sign in: the fold over the entries of the account's stream.
 *
 * @param patient id of the patient whose own account this is; empty for staff
 * @param failures wrong passwords in a row
 * @param lockedUntil no password opens it before; null when it is not locked
 * @param mustChange the password was given by someone else
 * @param closed nobody can sign in with it any more
 * @param credentials changes whenever a password, a second factor or a closing does; sessions that began before are over
 * @param factor the second factor; null when there is none
 * @param identity what the provider of OpenID Connect calls this person; empty when it does not know them
 */
public record Account(
        String username,
        String name,
        Role role,
        String patient,
        String passwordHash,
        boolean mustChange,
        int failures,
        @Nullable Instant lockedUntil,
        boolean closed,
        long credentials,
        @Nullable SecondFactor factor,
        String identity)
        implements Serializable {

    static final String CREATED = "account-created";
    static final String PASSWORD = "password-changed";
    static final String SIGNED_IN = "signed-in";
    static final String FAILED = "sign-in-failed";
    static final String UNLOCKED = "unlocked";
    static final String CLOSED = "closed";
    static final String REOPENED = "reopened";
    static final String FACTOR_SET = "second-factor-set";
    static final String FACTOR_CODE_USED = "recovery-code-used";
    static final String FACTOR_REMOVED = "second-factor-removed";
    static final String IDENTITY = "identity-set";

    private static final String PREFIX = "account/";
    /** Wrong passwords in a row that lock the account. */
    static final int FAILURES = 5;

    static final Duration LOCKED = Duration.ofMinutes(15);

    /** The stream of an account. */
    static String stream(String username) {
        return PREFIX + username.toLowerCase(Locale.ROOT);
    }

    static String streams() {
        return PREFIX;
    }

    boolean locked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** An open account without a second factor. */
    public Account(
            String username,
            String name,
            Role role,
            String patient,
            String passwordHash,
            boolean mustChange,
            int failures,
            @Nullable Instant lockedUntil) {
        this(username, name, role, patient, passwordHash, mustChange, failures, lockedUntil, false, 0, null, "");
    }

    /** Stands in for an account that there is not. */
    static Account nobody(String passwordHash) {
        return new Account("", "", Role.PATIENT, "", passwordHash, false, 0, null);
    }

    /** True for whoever works in the clinic. */
    boolean staff() {
        return role != Role.PATIENT;
    }

    /** Folds the entries of one account's stream, from the first on. */
    static Account of(List<Entry> entries) {
        Map<String, Object> created = entries.getFirst().content();
        String hash = Json.text(created, "password");
        boolean mustChange = Boolean.TRUE.equals(created.get("mustChange"));
        int failures = 0;
        Instant lockedUntil = null;
        boolean closed = false;
        long credentials = 1;
        SecondFactor factor = null;
        String identity = "";
        for (Entry entry : entries) {
            switch (entry.kind()) {
                case PASSWORD -> {
                    hash = Json.text(entry.content(), "password");
                    mustChange = Boolean.TRUE.equals(entry.content().get("mustChange"));
                    credentials = entry.sequence();
                }
                case FAILED -> {
                    failures++;
                    if (failures >= FAILURES) {
                        lockedUntil = entry.at().plus(LOCKED);
                        failures = 0;
                    }
                }
                case SIGNED_IN, UNLOCKED -> {
                    failures = 0;
                    lockedUntil = null;
                }
                case CLOSED, REOPENED -> {
                    closed = entry.kind().equals(CLOSED);
                    credentials = entry.sequence();
                }
                case FACTOR_SET -> {
                    factor = SecondFactor.of(entry);
                    credentials = entry.sequence();
                }
                case FACTOR_CODE_USED -> factor = factor == null ? null : factor.without(entry);
                case FACTOR_REMOVED -> {
                    factor = null;
                    credentials = entry.sequence();
                }
                case IDENTITY -> identity = Json.text(entry.content(), "identity");
                default -> {}
            }
        }
        return new Account(
                Json.text(created, "username"),
                Json.text(created, "name"),
                Role.valueOf(Json.text(created, "role").toUpperCase(Locale.ROOT)),
                Json.text(created, "patient"),
                hash,
                mustChange,
                failures,
                lockedUntil,
                closed,
                credentials,
                factor,
                identity);
    }
}
