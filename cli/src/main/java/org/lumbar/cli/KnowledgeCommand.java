package org.lumbar.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.knowledge.Topic;
import org.lumbar.core.text.Language;
import org.lumbar.documents.ItemList;
import org.lumbar.documents.ItemPage;
import org.lumbar.documents.TextOptions;
import org.lumbar.documents.TopicPage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lumbar knowledge}: looks into the clinical content and checks it. */
@Command(name = "knowledge", synopsisSubcommandLabel = "COMMAND")
final class KnowledgeCommand extends Subcommand {

    @Spec
    private @Nullable CommandSpec spec;

    private KnowledgeCommand(Shell shell) {
        super(shell);
    }

    static CommandLine with(Shell shell) {
        return new CommandLine(new KnowledgeCommand(shell))
                .addSubcommand(new KnowledgeCheckCommand(shell))
                .addSubcommand(new KnowledgeClaimsCommand(shell))
                .addSubcommand(new KnowledgeCoverageCommand(shell))
                .addSubcommand(new ListCommand(shell))
                .addSubcommand(new ShowCommand(shell));
    }

    @Override
    public Integer call() {
        return Lumbar.showHelp(spec);
    }

    static TextOptions layout(Shell shell) {
        return new TextOptions(shell.terminal().columns(), shell.terminal().colour(), true);
    }

    /** {@code lumbar knowledge list}. */
    @Command(name = "list")
    private static final class ListCommand extends Subcommand {

        @Option(names = "--category", paramLabel = "NAME")
        private @Nullable String category;

        @Option(names = "--standard", paramLabel = "NAME", completionCandidates = Choices.Standards.class)
        private @Nullable String standard;

        ListCommand(Shell shell) {
            super(shell);
        }

        @Override
        public Integer call() {
            KnowledgeBase knowledge = BuiltIn.knowledge();
            List<String> categories =
                    knowledge.items().stream().map(Item::category).distinct().toList();
            if (category != null && !categories.contains(category)) {
                throw shell.wrongUsage("usage.value", "--category", category, String.join(", ", categories));
            }
            Standard chosen = standard == null
                    ? null
                    : Standard.of(standard)
                            .orElseThrow(() -> shell.wrongValue("--standard", standard, new Choices.Standards()));
            shell.print(ItemList.of(knowledge, shell.messages().language(), category, chosen, layout(shell)));
            return Exit.DONE;
        }
    }

    /** {@code lumbar knowledge show}. */
    @Command(name = "show")
    private static final class ShowCommand extends Subcommand {

        @Parameters(paramLabel = "ITEM", descriptionKey = "item")
        private String id = "";

        ShowCommand(Shell shell) {
            super(shell);
        }

        @Override
        public Integer call() {
            KnowledgeBase knowledge = BuiltIn.knowledge();
            Language language = shell.messages().language();
            Optional<String> page = knowledge.items().stream()
                    .filter(one -> one.id().equals(id))
                    .map(item -> ItemPage.of(item, knowledge, language, layout(shell)))
                    .findFirst()
                    .or(() -> knowledge.topics().stream()
                            .filter(one -> one.id().equals(id))
                            .map(topic -> TopicPage.of(topic, knowledge, language, layout(shell)))
                            .findFirst());
            shell.print(page.orElseThrow(() -> shell.unknownItem(id, ids(knowledge))));
            return Exit.DONE;
        }

        private static List<String> ids(KnowledgeBase knowledge) {
            return Stream.concat(
                            knowledge.items().stream().map(Item::id),
                            knowledge.topics().stream().map(Topic::id))
                    .toList();
        }
    }
}
