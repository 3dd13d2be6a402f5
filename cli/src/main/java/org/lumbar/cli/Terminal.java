package org.lumbar.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command talks to: its streams, always in UTF-8, and what the launcher found out about them.
 *
 * @param shown people read standard output on a terminal
 * @param colour people read standard output on a terminal that shows colours
 * @param watched people read standard error on a terminal
 * @param columns width of the terminal
 * @param home folder of the project; null when the launcher did not say
 */
record Terminal(
        InputStream in,
        OutputStream out,
        PrintWriter err,
        boolean shown,
        boolean colour,
        boolean watched,
        int columns,
        @Nullable Path home) {

    private static final int USUAL_COLUMNS = 100;

    static Terminal ofProcess() {
        List<String> terminals =
                List.of(System.getProperty("lumbar.terminals", "").split(","));
        String columns = System.getProperty("lumbar.columns", "");
        String home = System.getProperty("lumbar.home");
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                writer(new FileOutputStream(FileDescriptor.err)),
                terminals.contains("out"),
                terminals.contains("out") && System.getenv("NO_COLOR") == null,
                terminals.contains("err"),
                columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS,
                home == null ? null : Path.of(home));
    }

    /** A writer of text to a stream. */
    static PrintWriter writer(OutputStream out) {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    /** Tells the person at the shell one line. */
    void tell(String line) {
        err.println("lumbar: " + line);
        err.flush();
    }
}
