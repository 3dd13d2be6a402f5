package org.lumbar.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.text.Language;
import org.lumbar.documents.ClaimFilter;
import org.lumbar.documents.ClaimList;
import org.lumbar.documents.ClaimsJson;
import org.lumbar.documents.SourcesPage;
import org.lumbar.documents.TextOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lumbar knowledge claims}: what became of each statement of the sources, and where it lives. */
@Command(name = "claims")
final class KnowledgeClaimsCommand extends Subcommand {

    private static final List<String> SOURCES = List.of("A", "B");

    @Option(names = "--verdict", paramLabel = "NAME", completionCandidates = Choices.Verdicts.class)
    private @Nullable String verdict;

    @Option(names = "--source", paramLabel = "A|B")
    private @Nullable String source;

    @Option(names = "--item", paramLabel = "ID")
    private @Nullable String item;

    @Option(names = "--format", paramLabel = "NAME", completionCandidates = Choices.ClaimForms.class)
    private @Nullable String format;

    /** The forms that claims can be written in. */
    enum Form {
        TEXT,
        JSON,
        MARKDOWN;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    KnowledgeClaimsCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        Form form = form();
        KnowledgeBase knowledge = BuiltIn.knowledge();
        ClaimFilter filter = new ClaimFilter(verdict(), source(), item(knowledge));
        Language language = shell.messages().language();
        shell.print(
                switch (form) {
                    case TEXT ->
                        ClaimList.of(
                                knowledge,
                                language,
                                filter,
                                new TextOptions(
                                        shell.terminal().columns(),
                                        shell.terminal().colour(),
                                        true));
                    case JSON -> ClaimsJson.of(knowledge, language, filter);
                    case MARKDOWN -> SourcesPage.of(knowledge, language, filter);
                });
        return Exit.DONE;
    }

    private Form form() {
        if (format == null) {
            return Form.TEXT;
        }
        return Arrays.stream(Form.values())
                .filter(one -> one.id().equals(format))
                .findFirst()
                .orElseThrow(() -> shell.wrongValue("--format", format, new Choices.ClaimForms()));
    }

    private Claim.@Nullable Verdict verdict() {
        if (verdict == null) {
            return null;
        }
        return Arrays.stream(Claim.Verdict.values())
                .filter(one -> one.id().equals(verdict))
                .findFirst()
                .orElseThrow(() -> shell.wrongValue("--verdict", verdict, new Choices.Verdicts()));
    }

    private @Nullable String source() {
        if (source != null && !SOURCES.contains(source)) {
            throw shell.wrongUsage("usage.value", "--source", source, String.join(", ", SOURCES));
        }
        return source;
    }

    private @Nullable String item(KnowledgeBase knowledge) {
        if (item != null
                && knowledge.claims().stream().noneMatch(claim -> claim.item().equals(item))) {
            throw shell.unknownItem(
                    item,
                    knowledge.claims().stream().map(Claim::item).distinct().toList());
        }
        return item;
    }
}
