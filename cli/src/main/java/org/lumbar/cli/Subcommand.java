package org.lumbar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command below {@code lumbar} has: a shell to work with, and help. */
@Command
abstract class Subcommand implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help")
    boolean helpAsked;

    final Shell shell;

    Subcommand(Shell shell) {
        this.shell = shell;
    }
}
