package org.lumbar.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lumbar.documents.Coverage;
import org.lumbar.knowledge.Cases;
import picocli.CommandLine.Command;

/** {@code lumbar knowledge coverage}: how far the content is written. */
@Command(name = "coverage")
final class KnowledgeCoverageCommand extends Subcommand {

    KnowledgeCoverageCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        Map<String, List<String>> expectations = Cases.bundled().all().stream()
                .collect(Collectors.groupingBy(
                        Cases.Case::item,
                        Collectors.mapping(one -> one.expected().status(), Collectors.toList())));
        shell.print(Coverage.of(
                BuiltIn.knowledge(), expectations, shell.messages().language(), KnowledgeCommand.layout(shell)));
        return Exit.DONE;
    }
}
