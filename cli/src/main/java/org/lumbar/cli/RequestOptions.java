package org.lumbar.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.fhir.BundleReader;
import picocli.CommandLine.Option;

/** What a plan depends on besides the record: options of every command that plans. */
final class RequestOptions {

    private static final String STANDARD_STREAM = "-";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Option(names = "--standard", paramLabel = "NAME", completionCandidates = Choices.Standards.class)
    private String standard = Standard.COMPREHENSIVE.id();

    @Option(names = "--country", paramLabel = "XX")
    private @Nullable String country;

    @Option(names = "--date", paramLabel = "DATE")
    private @Nullable String date;

    /** The request that they make, in the language of the person at the terminal. */
    PlanRequest request(Shell shell) {
        return new PlanRequest(
                day(shell),
                chosenStandard(shell),
                chosenCountry(shell),
                shell.messages().language());
    }

    /**
     * The plan for the patient of a bundle.
     *
     * @param input a file, or {@code -} for standard input
     */
    static TreatmentPlan plan(Shell shell, String input, Planner planner, PlanRequest request) throws IOException {
        try (InputStream in = new BufferedInputStream(
                input.equals(STANDARD_STREAM) ? shell.terminal().in() : Files.newInputStream(Path.of(input)))) {
            return planner.plan(BundleReader.read(in), request);
        } catch (UnusableRecord e) {
            throw shell.unusable(input, e);
        }
    }

    private LocalDate day(Shell shell) {
        if (date == null) {
            return LocalDate.now(ZoneId.systemDefault());
        }
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw shell.wrongUsage("usage.date", date);
        }
    }

    private Standard chosenStandard(Shell shell) {
        return Standard.of(standard)
                .orElseThrow(() -> shell.wrongValue("--standard", standard, new Choices.Standards()));
    }

    private @Nullable String chosenCountry(Shell shell) {
        if (country == null) {
            return null;
        }
        String code = country.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            throw shell.wrongUsage("usage.country", country);
        }
        return code;
    }
}
