package org.lumbar.server.account;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords, which is meant to be slow, on half of the cores at most: when many sign in at once, or somebody guesses,
 * they wait for each other at the door, and those who are inside do not.
 */
final class Passwords implements PasswordEncoder {

    private static final int STRENGTH = 11;

    private final PasswordEncoder encoder;
    private final Semaphore turns;

    Passwords() {
        this(
                new BCryptPasswordEncoder(STRENGTH),
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** @param atOnce how many may be hashed at the same time */
    Passwords(PasswordEncoder encoder, int atOnce) {
        this.encoder = encoder;
        this.turns = new Semaphore(atOnce, true);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return inTurn(() -> encoder.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
