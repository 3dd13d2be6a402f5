package org.lumbar.cli;

import java.io.PrintWriter;
import java.time.Duration;

/** A line on a terminal that tells how far a long run is: patients, patients a second, and the time left. */
final class Progress implements AutoCloseable {

    private static final long BETWEEN_UPDATES = Duration.ofMillis(200).toNanos();
    private static final String START_OF_LINE = "\r\033[K";

    private final Shell shell;
    private final long started = System.nanoTime();
    private long updated = started;
    private boolean shown;

    Progress(Shell shell) {
        this.shell = shell;
    }

    /**
     * Tells where the run is.
     *
     * @param share how much of the input is done, from 0 to 1; negative when its size is not known
     */
    void at(long patients, double share) {
        long now = System.nanoTime();
        if (!shell.terminal().watched() || now - updated < BETWEEN_UPDATES) {
            return;
        }
        updated = now;
        shown = true;
        double seconds = (now - started) / 1e9;
        String line = shell.messages().text("progress.patients", patients, Math.round(patients / seconds));
        if (share > 0) {
            Duration left = Duration.ofSeconds(Math.round(seconds * (1 - share) / share));
            line = shell.messages()
                    .text("progress.left", line, Math.round(share * 100), left.toMinutes(), left.toSecondsPart());
        }
        PrintWriter err = shell.terminal().err();
        err.print(START_OF_LINE + line);
        err.flush();
    }

    @Override
    public void close() {
        if (shown) {
            shell.terminal().err().print(START_OF_LINE);
            shell.terminal().err().flush();
        }
    }
}
