package org.lumbar.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.documents.TextOptions;
import org.lumbar.fhir.BundleReader;
import org.lumbar.fhir.InputKind;
import org.lumbar.knowledge.Knowledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lumbar plan}: plans the treatment of one patient, or of as many as there are. */
@Command(name = "plan", sortOptions = false)
final class PlanCommand extends Subcommand {

    private static final String STANDARD_STREAM = "-";
    private static final int NARROWEST = 40;
    private static final int WIDEST = 400;

    private final Troubles troubles;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private String input = "";

    @Mixin
    private RequestOptions wanted = new RequestOptions();

    @Option(names = "--format", paramLabel = "FORM", completionCandidates = Choices.Formats.class)
    private @Nullable String format;

    @Option(names = "--details")
    private boolean details;

    @Option(names = "--color", paramLabel = "WHEN", completionCandidates = Choices.Colours.class)
    private String colour = "auto";

    @Option(names = "--width", paramLabel = "N")
    private @Nullable String width;

    @Option(names = "--knowledge", paramLabel = "DIR")
    private @Nullable Path knowledge;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE")
    private @Nullable Path output;

    PlanCommand(Shell shell, Troubles troubles) {
        super(shell);
        this.troubles = troubles;
    }

    @Override
    public Integer call() throws IOException {
        PlanRequest request = wanted.request(shell);
        TextOptions layout = layout();
        Format chosen = chosenFormat();
        if (chosen == Format.PDF && toStandardOutput() && shell.terminal().shown()) {
            throw shell.wrongUsage("usage.binary-to-terminal");
        }
        Path folder = Path.of(input);
        if (Files.isDirectory(folder)) {
            Patients patients = Patients.files(folder);
            if (patients.none()) {
                throw shell.wrongInput("error.no-bundles", input);
            }
            return planMany(patients, request, chosen, layout);
        }
        try (InputStream in = new BufferedInputStream(open())) {
            if (isLines(in)) {
                return planMany(Patients.lines(in, size()), request, chosen, layout);
            }
            return planOne(in, request, chosen, layout);
        }
    }

    private int planOne(InputStream in, PlanRequest request, @Nullable Format chosen, TextOptions layout)
            throws IOException {
        byte[] plan;
        try {
            PatientRecord patient = BundleReader.read(in);
            plan = new PlanWriter(planner(), request, chosen == null ? Format.TEXT : chosen, layout).document(patient);
        } catch (UnusableRecord e) {
            throw shell.unusable(input, e);
        }
        try (Destination destination = destination()) {
            destination.write(plan);
            destination.finish();
        }
        return Exit.DONE;
    }

    private int planMany(Patients patients, PlanRequest request, @Nullable Format chosen, TextOptions layout) {
        Format format = chosen == null ? Format.JSON : chosen;
        if (!format.fitsLine()) {
            throw shell.wrongUsage("usage.text-for-many", format.id());
        }
        PlanWriter plans = new PlanWriter(planner(), request, format, layout);
        try (Destination destination = destination()) {
            return new Population(shell, troubles, plans).write(patients, destination);
        }
    }

    private InputStream open() throws IOException {
        return isStandardInput() ? shell.terminal().in() : Files.newInputStream(Path.of(input));
    }

    private boolean isStandardInput() {
        return input.equals(STANDARD_STREAM);
    }

    private boolean isLines(InputStream in) throws IOException {
        return input.endsWith(".ndjson") || input.endsWith(".jsonl") || InputKind.of(in) == InputKind.LINES;
    }

    private long size() throws IOException {
        return isStandardInput() ? -1 : Files.size(Path.of(input));
    }

    private Destination destination() {
        return toStandardOutput() ? Destination.standardOutput(shell.terminal().out()) : Destination.file(output);
    }

    private boolean toStandardOutput() {
        return output == null || output.toString().equals(STANDARD_STREAM);
    }

    private Planner planner() {
        if (knowledge == null) {
            return BuiltIn.planner();
        }
        shell.requireKnowledge(knowledge);
        return new Planner(Knowledge.of(knowledge));
    }

    /** The form asked for; null when it follows from the input. */
    private @Nullable Format chosenFormat() {
        if (format == null) {
            return null;
        }
        return Format.of(format).orElseThrow(() -> shell.wrongValue("--format", format, new Choices.Formats()));
    }

    private TextOptions layout() {
        boolean colours = switch (colour) {
            case "auto" -> output == null && shell.terminal().colour();
            case "always" -> true;
            case "never" -> false;
            default -> throw shell.wrongValue("--color", colour, new Choices.Colours());
        };
        return new TextOptions(columns(), colours, details);
    }

    private int columns() {
        if (width == null) {
            return shell.terminal().columns();
        }
        if (!width.matches("[1-9][0-9]{1,2}")
                || Integer.parseInt(width) < NARROWEST
                || Integer.parseInt(width) > WIDEST) {
            throw shell.wrongUsage("usage.width", width);
        }
        return Integer.parseInt(width);
    }
}
