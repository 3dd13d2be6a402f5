package org.lumbar.cli;

import picocli.CommandLine.Option;

/** The option that every command has. */
final class HelpOption {

    @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "help")
    @SuppressWarnings("UnusedVariable") // only its annotation counts
    private boolean asked;
}
