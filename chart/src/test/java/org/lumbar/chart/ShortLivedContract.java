package org.lumbar.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database promises of what is needed only for a while. */
abstract class ShortLivedContract {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    Database database;

    /** An empty database of its own. */
    abstract Database open() throws Exception;

    @BeforeEach
    void openDatabase() throws Exception {
        database = open();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void keepsWhatIsNeededForAWhile() {
        MovingClock clock = new MovingClock(NOON);
        ShortLived here = new ShortLived(database, clock);
        ShortLived there = new ShortLived(database, clock);
        here.keep("session/1", "first", NOON.plusSeconds(60));
        here.keep("session/1", "second", NOON.plusSeconds(60));
        assertThat(there.find("session/1")).hasValue(new ShortLived.Kept("second", NOON.plusSeconds(60)));
        here.replace("session/1", "third", NOON.plusSeconds(70));
        here.extend("session/1", NOON.plusSeconds(80));
        assertThat(there.find("session/1")).hasValue(new ShortLived.Kept("third", NOON.plusSeconds(80)));
        there.forget("session/1");
        assertThat(here.find("session/1")).isEmpty();
        here.replace("session/1", "fourth", NOON.plusSeconds(80));
        here.extend("session/1", NOON.plusSeconds(80));
        assertThat(here.find("session/1"))
                .as("what was ended does not come back")
                .isEmpty();
        here.keep("session/2", "x", NOON.plusSeconds(60));
        clock.now = NOON.plusSeconds(60);
        assertThat(there.find("session/2")).isEmpty();
        clock.now = NOON.plusSeconds(3600);
        there.keep("session/3", "y", NOON.plusSeconds(7200));
        clock.now = NOON;
        assertThat(there.find("session/2")).as("swept away").isEmpty();
        assertThat(new ChartStore(database, clock).verify().entries()).isZero();
    }

    @Test
    void letsANameBeClaimedOnceInItsTime() throws Exception {
        MovingClock clock = new MovingClock(NOON);
        List<Callable<Boolean>> claims = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ShortLived node = new ShortLived(database, clock);
            claims.add(() -> node.claim("code/dr/1", NOON.plusSeconds(90)));
        }
        assertThat(together(claims)).containsOnlyOnce(true);
        clock.now = NOON.plusSeconds(90);
        ShortLived later = new ShortLived(database, clock);
        assertThat(later.claim("code/dr/1", NOON.plusSeconds(180))).isTrue();
        assertThat(later.claim("code/dr/1", NOON.plusSeconds(180))).isFalse();
    }

    @Test
    void countsWithoutLosingOneAndBeginsAnewAfterTheWindow() throws Exception {
        MovingClock clock = new MovingClock(NOON);
        List<Callable<Long>> counts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ShortLived node = new ShortLived(database, clock);
            counts.add(() -> node.count("tries/a", Duration.ofMinutes(1)));
        }
        assertThat(together(counts)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        ShortLived node = new ShortLived(database, clock);
        assertThat(node.counted("tries/a")).isEqualTo(8);
        assertThat(node.counted("tries/b")).isZero();
        clock.now = NOON.plusSeconds(60);
        assertThat(node.counted("tries/a")).isZero();
        assertThat(node.count("tries/a", Duration.ofMinutes(1))).isEqualTo(1);
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        }
    }

    private static final class MovingClock extends Clock {
        private Instant now;

        MovingClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
