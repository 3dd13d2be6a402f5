package org.lumbar.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords that many people give at once. */
class PasswordsTest {

    private static final int AT_ONCE = 2;

    /** Takes a while, and knows how many were hashed at the same time. */
    private static final class Slow implements PasswordEncoder {
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public String encode(CharSequence password) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                Thread.sleep(10);
                return "hash of " + password;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                now.decrementAndGet();
            }
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            if (password.isEmpty()) {
                throw new IllegalArgumentException("empty");
            }
            return encode(password).equals(hash);
        }
    }

    private final Slow slow = new Slow();
    private final Passwords passwords = new Passwords(slow, AT_ONCE);

    @Test
    void areHashedAFewAtATime() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Future<Boolean>> asked = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String password = "number " + i;
                asked.add(threads.submit(() -> passwords.matches(password, passwords.encode(password))));
            }
            for (Future<Boolean> one : asked) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(slow.most.get()).isEqualTo(AT_ONCE);
    }

    @Test
    void keepNobodyWaitingAfterOneThatFailed() {
        for (int i = 0; i <= AT_ONCE; i++) {
            assertThatThrownBy(() -> passwords.matches("", "hash")).hasMessage("empty");
        }
        assertThat(passwords.matches("right", "hash of right")).isTrue();
    }

    @Test
    void areKeptAsABcryptHash() {
        Passwords real = new Passwords();
        String hash = String.valueOf(real.encode("correct horse"));
        assertThat(hash).startsWith("$2a$11$");
        assertThat(real.matches("correct horse", hash)).isTrue();
        assertThat(real.matches("wrong horse", hash)).isFalse();
    }
}
