package org.lumbar.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a document goes, and how large it is printed: options of the commands that make pages and handouts of exercise. */
final class PaperOptions {

    @Option(names = "--large-print")
    private boolean large;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE")
    private @Nullable Path output;

    boolean large() {
        return large;
    }

    boolean toFile() {
        return output != null;
    }

    /** Ends the command when paper would go to a terminal, or something else than paper should be in large print. */
    void check(Shell shell, boolean paper) {
        if (paper && output == null && shell.terminal().shown()) {
            throw shell.wrongUsage("usage.binary-to-terminal");
        }
        if (large && !paper) {
            throw shell.wrongUsage("usage.large-print");
        }
    }

    /** Writes the document, whole or not at all. */
    void write(Shell shell, byte[] document) throws IOException {
        try (Destination destination =
                output == null ? Destination.standardOutput(shell.terminal().out()) : Destination.file(output)) {
            destination.write(document);
            destination.finish();
        }
    }
}
