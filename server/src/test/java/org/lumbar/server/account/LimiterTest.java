package org.lumbar.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Database;
import org.lumbar.chart.ShortLived;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class LimiterTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    @Test
    void countsEachByThemselvesUntilTheWindowIsOver(@TempDir Path folder) {
        try (Database database = Database.file(folder.resolve("chart.sqlite"))) {
            Limiter limiter = new Limiter(new ShortLived(database, at(NOON)));
            assertThat(limiter.allows("report", "10.0.0.1", 2, HOUR)).isTrue();
            assertThat(limiter.exhausted("report", "10.0.0.1", 2)).isFalse();
            assertThat(limiter.allows("report", "10.0.0.1", 2, HOUR)).isTrue();
            assertThat(limiter.exhausted("report", "10.0.0.1", 2)).isTrue();
            assertThat(limiter.allows("report", "10.0.0.1", 2, HOUR)).isFalse();
            assertThat(limiter.allows("report", "10.0.0.2", 2, HOUR)).isTrue();
            assertThat(limiter.allows("letter", "10.0.0.1", 2, HOUR)).isTrue();
            assertThatThrownBy(() -> limiter.require("report", "10.0.0.1", 2, HOUR))
                    .isInstanceOf(Limiter.TooMany.class);
            Limiter afterwards = new Limiter(new ShortLived(database, at(NOON.plus(HOUR))));
            assertThat(afterwards.allows("report", "10.0.0.1", 2, HOUR)).isTrue();
        }
    }

    @Test
    void keepsAnAddressOutThatTriedManyNames(@TempDir Path folder) {
        try (Database database = Database.file(folder.resolve("chart.sqlite"))) {
            ShortLived shared = new ShortLived(database, at(NOON));
            BCryptPasswordEncoder quick = new BCryptPasswordEncoder(4);
            Accounts accounts = new Accounts(new ChartStore(database, at(NOON)), quick);
            accounts.create("dr", "Dr", Role.PHYSICIAN, "", "right password", false, "test");
            SecondFactors factors = new SecondFactors(accounts, Vault.ofThisProcess(), shared, at(NOON), false);
            SignIn signIn =
                    new SignIn(accounts, factors, new Limiter(shared), at(NOON), String.valueOf(quick.encode("x")));
            for (int i = 0; i < SignIn.FAILURES_OF_ADDRESS; i++) {
                String name = "name" + i;
                assertThatThrownBy(() -> signIn.authenticate(attempt(name, "10.0.0.1")))
                        .isNotInstanceOf(LockedException.class);
            }
            assertThatThrownBy(() -> signIn.authenticate(attempt("dr", "10.0.0.1")))
                    .isInstanceOf(SignIn.AddressLocked.class);
            assertThat(signIn.authenticate(attempt("dr", "10.0.0.2")).getName()).isEqualTo("dr");
        }
    }

    private static UsernamePasswordAuthenticationToken attempt(String name, String address) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(name, "right password");
        attempt.setDetails(new WebAuthenticationDetails(address, null));
        return attempt;
    }
}
