package org.lumbar.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.text.Language;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command as a whole: what {@code ./lumbar} starts. */
@Command(
        name = "lumbar",
        mixinStandardHelpOptions = true,
        versionProvider = Lumbar.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {HelpCommand.class, GenerateCompletion.class})
public final class Lumbar implements Callable<Integer> {

    private static final int WIDEST_HELP = 110;
    private static final int NARROWEST_HELP = 60;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            scope = ScopeType.INHERIT,
            completionCandidates = Choices.Languages.class)
    private String language = Language.EN.code();

    @Option(names = "--trace", scope = ScopeType.INHERIT)
    private boolean trace;

    /** Versions of the program and of the knowledge in it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            KnowledgeBase knowledge = BuiltIn.knowledge();
            String program = Lumbar.class.getPackage().getImplementationVersion();
            return new String[] {
                "lumbar " + (program == null ? "unpackaged" : program),
                "knowledge " + knowledge.version() + " (" + knowledge.reviewed() + "), sha256 " + knowledge.sha256()
            };
        }
    }

    @Spec
    private @Nullable CommandSpec spec;

    private Lumbar() {}

    @Override
    public Integer call() {
        return showHelp(spec);
    }

    /** A command that only groups others was called alone: shows what it holds. */
    static int showHelp(@Nullable CommandSpec spec) {
        if (spec != null) {
            CommandLine command = spec.commandLine();
            command.usage(command.getErr());
        }
        return Exit.USAGE;
    }

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("plan")) {
            BuiltIn.prepare();
        }
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    /** Runs one command line and returns its exit status. */
    static int run(Terminal terminal, String... arguments) {
        Shell shell = new Shell(terminal, new Messages(Messages.languageOf(List.of(arguments))));
        Lumbar lumbar = new Lumbar();
        Troubles troubles = new Troubles(shell, () -> lumbar.trace);
        CommandLine command = new CommandLine(lumbar)
                .addSubcommand(new PlanCommand(shell, troubles))
                .addSubcommand(new ProgramCommand(shell))
                .addSubcommand(new ScoreCommand(shell))
                .addSubcommand(KnowledgeCommand.with(shell))
                .addSubcommand(ExercisesCommand.with(shell))
                .addSubcommand(new SessionCommand(shell))
                .setResourceBundle(shell.messages().bundle())
                .setOut(Terminal.writer(terminal.out()))
                .setErr(terminal.err())
                .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setUsageHelpWidth(Math.clamp(terminal.columns(), NARROWEST_HELP, WIDEST_HELP))
                .setUnmatchedOptionsArePositionalParams(false)
                .setParameterExceptionHandler((problem, all) -> troubles.usage(problem))
                .setExecutionExceptionHandler((problem, at, parsed) -> troubles.during(problem))
                .setExecutionStrategy(parsed -> {
                    lumbar.requireLanguage(parsed.commandSpec().commandLine(), shell);
                    return new CommandLine.RunLast().execute(parsed);
                });
        try {
            return command.execute(arguments);
        } catch (VirtualMachineError e) {
            return troubles.during(e);
        }
    }

    private void requireLanguage(CommandLine command, Shell shell) {
        if (Language.of(language).isEmpty()) {
            Failure wrong = shell.wrongValue("--lang", language, new Choices.Languages());
            throw new ParameterException(command, wrong.getMessage());
        }
    }
}
