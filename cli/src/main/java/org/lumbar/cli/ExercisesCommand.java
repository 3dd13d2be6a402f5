package org.lumbar.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.MovementTerms;
import org.lumbar.core.knowledge.MovementTerms.Term;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.documents.ItemPage;
import org.lumbar.documents.MovementList;
import org.lumbar.figures.Clip;
import org.lumbar.figures.Palette;
import org.lumbar.figures.Sheet;
import org.lumbar.knowledge.Figures;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.knowledge.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lumbar exercises}: the movements and their figures. */
@Command(name = "exercises", synopsisSubcommandLabel = "COMMAND")
final class ExercisesCommand extends Subcommand {

    @Spec
    private @Nullable CommandSpec spec;

    private ExercisesCommand(Shell shell) {
        super(shell);
    }

    static CommandLine with(Shell shell) {
        return new CommandLine(new ExercisesCommand(shell))
                .addSubcommand(new ListCommand(shell))
                .addSubcommand(new ShowCommand(shell))
                .addSubcommand(new SheetCommand(shell))
                .addSubcommand(new GalleryCommand(shell));
    }

    @Override
    public Integer call() {
        return Lumbar.showHelp(spec);
    }

    /** {@code lumbar exercises list}: the single exercises in the order of a session, all or some. */
    @Command(name = "list", sortOptions = false)
    private static final class ListCommand extends Subcommand {

        /** Value of the option for exercises that need nothing. */
        private static final String NOTHING = "none";

        @Parameters(paramLabel = "FILE", descriptionKey = "patient", arity = "0..1")
        private @Nullable String input;

        @Option(names = "--position", paramLabel = "ID")
        private @Nullable String position;

        @Option(names = "--equipment", paramLabel = "ID")
        private @Nullable String equipment;

        @Option(names = "--region", paramLabel = "ID")
        private @Nullable String region;

        @Mixin
        private RequestOptions wanted = new RequestOptions();

        ListCommand(Shell shell) {
            super(shell);
        }

        @Override
        public Integer call() throws IOException {
            KnowledgeBase knowledge = BuiltIn.knowledge();
            MovementTerms terms = knowledge.movementTerms();
            List<String> things = new ArrayList<>(ids(terms.equipment()));
            things.add(NOTHING);
            check("--position", position, ids(terms.positions()));
            check("--equipment", equipment, things);
            check("--region", region, ids(terms.regions()));
            PlanRequest request = wanted.request(shell);
            TreatmentPlan plan =
                    input == null ? null : RequestOptions.plan(shell, input, new Planner(knowledge), request);
            shell.print(MovementList.of(
                    knowledge, shell.messages().language(), KnowledgeCommand.layout(shell), this::shows, plan));
            return Exit.DONE;
        }

        private boolean shows(Movement movement) {
            return (position == null || movement.positions().contains(position))
                    && (region == null || movement.regions().contains(region))
                    && (equipment == null
                            || movement.equipment().contains(equipment)
                            || (equipment.equals(NOTHING)
                                    && movement.equipment().isEmpty()));
        }

        private void check(String option, @Nullable String value, List<String> known) {
            if (value != null && !known.contains(value)) {
                throw shell.wrongUsage("usage.value", option, value, String.join(", ", known));
            }
        }

        private static List<String> ids(List<Term> terms) {
            return terms.stream().map(Term::id).toList();
        }
    }

    /** {@code lumbar exercises show}: how one exercise is done. */
    @Command(name = "show")
    private static final class ShowCommand extends Subcommand {

        @Parameters(paramLabel = "ID", descriptionKey = "id")
        private String id = "";

        ShowCommand(Shell shell) {
            super(shell);
        }

        @Override
        public Integer call() {
            KnowledgeBase knowledge = BuiltIn.knowledge();
            List<Item> movements = knowledge.items().stream()
                    .filter(item -> item.movement() != null)
                    .toList();
            Item item = movements.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> shell.unknownItem(
                            id, movements.stream().map(Item::id).toList()));
            shell.print(ItemPage.of(item, knowledge, shell.messages().language(), KnowledgeCommand.layout(shell)));
            return Exit.DONE;
        }
    }

    /** {@code lumbar exercises sheet}: a page with every picture of some figures. */
    @Command(name = "sheet")
    private static final class SheetCommand extends Subcommand {

        @Parameters(paramLabel = "ID", descriptionKey = "ids")
        private List<String> ids = new ArrayList<>();

        @Option(names = "--knowledge", paramLabel = "DIR")
        private @Nullable Path knowledge;

        @Option(names = "--palette", paramLabel = "NAME", completionCandidates = Choices.Palettes.class)
        private String palette = "normal";

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE")
        private @Nullable Path output;

        SheetCommand(Shell shell) {
            super(shell);
        }

        @Override
        public Integer call() {
            Palette colours = Palette.of(palette)
                    .orElseThrow(() -> shell.wrongValue("--palette", palette, new Choices.Palettes()));
            String page = page(colours);
            try (Destination destination =
                    output == null ? Destination.standardOutput(shell.terminal().out()) : Destination.file(output)) {
                destination.write(page.getBytes(StandardCharsets.UTF_8));
                destination.finish();
            }
            return Exit.DONE;
        }

        private String page(Palette colours) {
            Figures figures = figures();
            List<Clip> chosen = new ArrayList<>();
            for (String id : ids) {
                chosen.add(figures.clip(id).orElseThrow(() -> unknown(id, figures)));
            }
            return Sheet.page(
                    figures.body(),
                    ids.isEmpty() ? figures.clips().values() : chosen,
                    colours,
                    shell.messages().language().code(),
                    shell.messages().text("exercises.sheet"));
        }

        private Figures figures() {
            if (knowledge == null) {
                return Knowledge.figures();
            }
            shell.requireKnowledge(knowledge);
            return Knowledge.figures(knowledge);
        }

        private Failure unknown(String id, Figures figures) {
            return shell.wrongUsage(
                    "error.figure",
                    id,
                    Spelling.nearest(id, figures.clips().keySet())
                            .map(near -> shell.messages().text("error.item-maybe", near))
                            .orElse(String.join(", ", figures.clips().keySet())));
        }
    }

    /** {@code lumbar exercises gallery}: the page of the movements, with a file for each picture. */
    @Command(name = "gallery")
    private static final class GalleryCommand extends Subcommand {

        @Option(names = "--knowledge", paramLabel = "DIR")
        private @Nullable Path knowledge;

        @Option(
                names = {"-o", "--output"},
                paramLabel = "DIR",
                required = true)
        private Path output = Path.of(".");

        GalleryCommand(Shell shell) {
            super(shell);
        }

        @Override
        public Integer call() throws IOException {
            SortedMap<String, String> files = files();
            Files.createDirectories(output.resolve("figures"));
            files.forEach((name, text) -> {
                try (Destination destination = Destination.file(output.resolve(name))) {
                    destination.write(text.getBytes(StandardCharsets.UTF_8));
                    destination.finish();
                }
            });
            return Exit.DONE;
        }

        private SortedMap<String, String> files() {
            if (knowledge == null) {
                return GalleryFiles.of(BuiltIn.knowledge(), Knowledge.figures());
            }
            shell.requireKnowledge(knowledge);
            return GalleryFiles.of(Knowledge.of(knowledge), Knowledge.figures(knowledge));
        }
    }
}
