package org.lumbar.cli;

/** Ends the command with one line for the person at the shell and an exit status. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;

    Failure(int exit, String line) {
        super(line);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
