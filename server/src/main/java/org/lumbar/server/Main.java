package org.lumbar.server;

import java.util.List;
import java.util.ResourceBundle;
import org.lumbar.core.text.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The commands of the clinic's server: {@code lumbar serve} and {@code lumbar chart}. */
@Command(name = "lumbar", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class Main {

    /** A mistake in the input or the command, told in one line. */
    static final int WRONG_INPUT = 65;

    @CommandLine.Option(names = "--lang", paramLabel = "LANG", scope = ScopeType.INHERIT)
    private String language = Language.EN.code();

    private Main() {}

    /** The language that the command line asks for. */
    Language language() {
        return Language.of(language).orElse(Language.EN);
    }

    public static void main(String[] arguments) {
        int status = run(arguments);
        // A server that was started goes on; its process ends with it.
        if (status != ServeCommand.GOES_ON) {
            System.exit(status);
        }
    }

    static int run(String... arguments) {
        int at = List.of(arguments).indexOf("--lang");
        Language language = at >= 0 && at + 1 < arguments.length
                ? Language.of(arguments[at + 1]).orElse(Language.EN)
                : Language.EN;
        ResourceBundle texts = ResourceBundle.getBundle(
                "org.lumbar.server.commands", java.util.Locale.forLanguageTag(language.code()));
        Main main = new Main();
        return new CommandLine(main)
                .addSubcommand(new ServeCommand(texts, language))
                .addSubcommand(new ChartCommand(texts))
                .setResourceBundle(texts)
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    command.getErr().println("lumbar: " + problem.getMessage());
                    return WRONG_INPUT;
                })
                .execute(arguments);
    }
}
