package org.lumbar.cli;

/** Exit statuses of the command. */
final class Exit {

    static final int DONE = 0;
    /** The content that was checked has problems. */
    static final int PROBLEMS = 1;
    /** Wrong usage. */
    static final int USAGE = 2;
    /** Input that cannot be read as what it claims to be, or output that cannot be written. */
    static final int INPUT = 3;
    /** A fault of the program, as in sysexits.h. */
    static final int INTERNAL = 70;

    private Exit() {}
}
