package org.lumbar.server.account;

import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.lumbar.chart.Seal;
import org.lumbar.chart.ShortLived;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Bounds how often something may be done, over all servers of the clinic and through a restart. What someone is counted under
 * (an address, a user name) is kept as a hash only, and not for longer than the window.
 */
public final class Limiter {

    private final ShortLived shared;

    public Limiter(ShortLived shared) {
        this.shared = shared;
    }

    /** Somebody did it too often; answered with status 429 and a page that says to wait. */
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    public static final class TooMany extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;
    }

    /**
     * Counts one more.
     *
     * @param what that is bounded, such as {@code report}
     * @param who is counted: an address, a user name
     * @param most times within a window
     * @param window begins with the first time
     * @return whether it is still within bounds
     */
    public boolean allows(String what, String who, int most, Duration window) {
        return shared.count(name(what, who), window) <= most;
    }

    /**
     * Counts one more, as {@link #allows} does.
     *
     * @throws TooMany when it is out of bounds
     */
    public void require(String what, String who, int most, Duration window) {
        if (!allows(what, who, most, window)) {
            throw new TooMany();
        }
    }

    /** Whether another time would be out of bounds; counts nothing. */
    boolean exhausted(String what, String who, int most) {
        return shared.counted(name(what, who)) >= most;
    }

    void forget(String what, String who) {
        shared.forget(name(what, who));
    }

    private static String name(String what, String who) {
        return "tries/" + what + "/" + Seal.sha256(who.getBytes(StandardCharsets.UTF_8));
    }
}
