package org.lumbar.server;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The commands of the clinic's server: {@code lumbar serve} and {@code lumbar chart}. */
@Command(name = "lumbar", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {

    /** Statuses of the whole command: input that is not what it claims to be, and an error of the program. */
    static final int WRONG_INPUT = 3;

    private static final int PROGRAM_ERROR = 70;

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    /** The language itself is read before everything else, so that mistakes are told in it. */
    @Option(names = "--lang", paramLabel = "LANG", scope = ScopeType.INHERIT)
    void requireLanguage(String code) {
        CommandSpec here = spec;
        if (here != null && Language.of(code).isEmpty()) {
            throw new ParameterException(
                    here.commandLine(), here.resourceBundle().getString("lang.wrong") + " " + code);
        }
    }

    /** Called without a command: shows what there is. */
    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
    }

    public static void main(String[] arguments) {
        int status = run(arguments);
        // A server that was started goes on; its process ends with it.
        if (status != ServeCommand.GOES_ON) {
            System.exit(status);
        }
    }

    private static Language languageOf(List<String> arguments) {
        String option = "--lang";
        int at = arguments.indexOf(option);
        String code = at >= 0 && at + 1 < arguments.size()
                ? arguments.get(at + 1)
                : arguments.stream()
                        .filter(argument -> argument.startsWith(option + "="))
                        .map(argument -> argument.substring(option.length() + 1))
                        .findFirst()
                        .orElse("");
        return Language.of(code).orElse(Language.EN);
    }

    static int run(String... arguments) {
        CommandTexts texts = CommandTexts.of(languageOf(List.of(arguments)));
        CommandLine command = new CommandLine(new Main())
                .addSubcommand(new ServeCommand(texts))
                .addSubcommand(new ChartCommand(texts))
                .setResourceBundle(texts.bundle());
        String version = Main.class.getPackage().getImplementationVersion();
        command.getCommandSpec().version("lumbar " + (version == null ? "unpackaged" : version));
        Mistakes mistakes = new Mistakes(texts);
        return command.setParameterExceptionHandler((problem, all) -> {
                    problem.getCommandLine().getErr().println("lumbar: " + mistakes.usage(problem));
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((problem, failed, parsed) -> {
                    failed.getErr().println("lumbar: " + mistakes.during(problem));
                    return Mistakes.ofInput(problem) ? WRONG_INPUT : PROGRAM_ERROR;
                })
                .execute(arguments);
    }
}
