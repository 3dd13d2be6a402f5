package org.lumbar.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.knowledge.InvalidKnowledge;
import org.lumbar.knowledge.Problems.Problem;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line for the person at the shell and an exit status. */
final class Troubles {

    private final Shell shell;
    private final BooleanSupplier trace;

    Troubles(Shell shell, BooleanSupplier trace) {
        this.shell = shell;
        this.trace = trace;
    }

    /** The command was called wrongly. */
    int usage(ParameterException problem) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        shell.terminal().tell(shell.messages().text("usage.see-help", describe(problem), command));
        return Exit.USAGE;
    }

    private String describe(ParameterException problem) {
        Messages messages = shell.messages();
        return switch (problem) {
            case UnmatchedArgumentException unmatched -> {
                String word = unmatched.getUnmatched().get(0);
                List<String> near = unmatched.getSuggestions();
                String what = messages.text(
                        unmatched.isUnknownOption() ? "usage.unknown-option" : "usage.unknown-word", word);
                yield near.isEmpty() ? what : messages.text("usage.maybe", what, near.get(0));
            }
            case MissingParameterException missing ->
                describe(missing.getMissing().get(0));
            case OverwrittenOptionException twice -> messages.text("usage.twice", name(twice.getOverwritten()));
            default -> oneLine(problem.getMessage());
        };
    }

    private String describe(ArgSpec missing) {
        return missing.isOption()
                ? shell.messages().text("usage.missing-value", name(missing), missing.paramLabel())
                : shell.messages().text("usage.missing", missing.paramLabel());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** Something went wrong while the command ran. */
    int during(Throwable problem) {
        if (trace.getAsBoolean()) {
            problem.printStackTrace(shell.terminal().err());
        }
        if (problem instanceof Destination.ReaderGone) {
            return Exit.DONE;
        }
        shell.terminal().tell(describe(problem));
        return exit(problem);
    }

    private static int exit(Throwable problem) {
        return switch (problem) {
            case Failure failure -> failure.exit();
            case UnusableRecord unusable -> Exit.INPUT;
            case InvalidKnowledge invalid -> Exit.INPUT;
            case UncheckedIOException io -> Exit.INPUT;
            case IOException io -> Exit.INPUT;
            default -> Exit.INTERNAL;
        };
    }

    /** One line on what went wrong. */
    String describe(Throwable problem) {
        return oneLine(
                switch (problem) {
                    case Failure failure -> String.valueOf(failure.getMessage());
                    case UnusableRecord unusable -> unusable.in(shell.messages().language());
                    case InvalidKnowledge invalid -> describe(invalid);
                    case UncheckedIOException io -> describe(io.getCause());
                    case IOException io -> describe(io);
                    case OutOfMemoryError full -> shell.messages().text("error.memory");
                    default -> shell.messages().text("error.internal", place(problem));
                });
    }

    private String describe(InvalidKnowledge invalid) {
        Problem first = invalid.problems().get(0);
        String where = first.file() + ":" + first.line() + ": " + first.what();
        return shell.messages().text("error.knowledge", invalid.problems().size(), where);
    }

    /** Says what a file lacks; systems name only the file. */
    private String describe(IOException io) {
        Messages messages = shell.messages();
        return switch (io) {
            case NoSuchFileException missing -> messages.text("error.no-file", missing.getFile());
            case AccessDeniedException denied -> messages.text("error.denied", denied.getFile());
            case FileNotFoundException missing -> messages.text("error.file", missing.getMessage());
            case CharacterCodingException coding -> messages.text("error.encoding");
            case FileSystemException file -> messages.text("error.file", file.getMessage());
            default -> messages.text("error.file", io.getMessage());
        };
    }

    /** The kind of a fault and where it arose; its words may name a patient, so they are left to --trace. */
    private static String place(Throwable problem) {
        StackTraceElement[] trace = problem.getStackTrace();
        String kind = problem.getClass().getSimpleName();
        return trace.length == 0 ? kind : kind + ", " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
