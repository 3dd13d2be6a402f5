package org.lumbar.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.knowledge.Problems.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lumbar knowledge check}: every problem of a knowledge folder with its place and advice. */
@Command(name = "check")
final class KnowledgeCheckCommand extends Subcommand {

    @Parameters(paramLabel = "DIR", descriptionKey = "folder", arity = "0..1")
    private @Nullable Path folder;

    KnowledgeCheckCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        Path checked = folder == null ? ownFolder() : folder;
        shell.requireKnowledge(checked);
        List<Problem> problems = Knowledge.check(checked);
        long warnings = problems.stream().filter(Problem::warning).count();
        long errors = problems.size() - warnings;
        StringBuilder report = new StringBuilder();
        Messages messages = shell.messages();
        for (Problem problem : problems) {
            String key = problem.warning() ? "check.warning" : "check.problem";
            report.append(messages.text(key, checked.resolve(problem.file()), problem.line(), problem.what()))
                    .append("\n    ")
                    .append(problem.advice())
                    .append('\n');
        }
        report.append(
                        problems.isEmpty()
                                ? messages.text("check.whole", checked)
                                : messages.text("check.count", errors, warnings, checked))
                .append('\n');
        shell.print(report.toString());
        return errors == 0 ? Exit.DONE : Exit.PROBLEMS;
    }

    private Path ownFolder() {
        Path home = shell.terminal().home();
        return home == null ? Path.of("knowledge") : home.resolve("knowledge");
    }
}
