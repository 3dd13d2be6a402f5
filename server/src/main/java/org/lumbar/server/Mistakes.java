package org.lumbar.server;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Map;
import org.lumbar.chart.Backup;
import org.lumbar.chart.Database;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One line on what is wrong with a call of a command, or on what stopped it. */
final class Mistakes {

    private final CommandTexts texts;

    Mistakes(CommandTexts texts) {
        this.texts = texts;
    }

    /** The command was called wrongly. */
    String usage(ParameterException problem) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        return texts.say("usage.see-help", Map.of("problem", describe(problem), "command", command));
    }

    private String describe(ParameterException problem) {
        return switch (problem) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing ->
                missing(missing.getMissing().getFirst());
            case OverwrittenOptionException twice -> texts.say("usage.twice", option(twice.getOverwritten()));
            default ->
                problem.getArgSpec() == null || problem.getValue() == null
                        ? String.valueOf(problem.getMessage())
                        : texts.say(
                                "usage.value",
                                Map.of("option", name(problem.getArgSpec()), "value", problem.getValue()));
        };
    }

    private String unmatched(UnmatchedArgumentException unmatched) {
        String word = unmatched.getUnmatched().getFirst();
        List<String> near = unmatched.getSuggestions();
        String what = texts.say(
                unmatched.isUnknownOption() ? "usage.unknown-option" : "usage.unknown-word", Map.of("word", word));
        return near.isEmpty() ? what : texts.say("usage.maybe", Map.of("problem", what, "near", near.getFirst()));
    }

    private String missing(ArgSpec argument) {
        return argument.isOption()
                ? texts.say("usage.missing-value", option(argument))
                : texts.say("usage.missing", Map.of("what", argument.paramLabel()));
    }

    private static Map<String, Object> option(ArgSpec argument) {
        return Map.of("option", name(argument));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** Something stopped the command. */
    String during(Exception problem) {
        return switch (problem) {
            case Backup.Refused refused -> refused.in(texts.language());
            case Database.Silent silent ->
                texts.say("database.silent", Map.of("why", String.valueOf(silent.getMessage())));
            case UncheckedIOException io -> closed(io);
            default -> String.valueOf(problem.getMessage());
        };
    }

    private String closed(UncheckedIOException io) {
        return io.getCause() instanceof FileSystemException file
                ? texts.say("file.closed", Map.of("file", String.valueOf(file.getFile())))
                : String.valueOf(io.getMessage());
    }

    /** True when what the command was given is to blame, not the program. */
    static boolean ofInput(Exception problem) {
        return problem instanceof IllegalArgumentException
                || problem instanceof Backup.Refused
                || problem instanceof Database.Silent
                || problem instanceof UncheckedIOException;
    }
}
