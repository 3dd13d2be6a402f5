package org.lumbar.server;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Database;
import org.lumbar.chart.FhirExchange;
import org.lumbar.chart.PatientChart;
import org.lumbar.chart.Verification;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.patient.Drafts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code lumbar chart}: looks after the chart from a shell, while the server runs or not. */
@Command(name = "chart", mixinStandardHelpOptions = true, sortOptions = false, synopsisSubcommandLabel = "COMMAND")
public final class ChartCommand implements Runnable {

    private final CommandTexts texts;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT)
    private Path data = Path.of("clinic");

    @Option(names = "--database", paramLabel = "URL", scope = ScopeType.INHERIT)
    private @Nullable String database;

    @Option(names = "--database-user", paramLabel = "NAME", scope = ScopeType.INHERIT)
    private @Nullable String databaseUser;

    ChartCommand(CommandTexts texts) {
        this.texts = texts;
    }

    @Override
    public void run() {
        commandLine().usage(commandLine().getErr());
    }

    private CommandLine commandLine() {
        CommandSpec here = spec;
        if (here == null) {
            throw new IllegalStateException("The command was not made by picocli");
        }
        return here.commandLine();
    }

    private interface Work<T> {
        T on(ChartStore store) throws IOException;
    }

    private <T> T with(Work<T> work) throws IOException {
        try (Database chart = ServeCommand.open(data, database, databaseUser, texts)) {
            return work.on(new ChartStore(chart, Clock.system(ZoneId.systemDefault())));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(e.getFile() + ": " + texts.say("chart.no-file"), e);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException(e.getFile() + ": " + texts.say("chart.file-exists"), e);
        }
    }

    /** Like {@link #with}, but a chart that is to be read must be there: nobody wants the check of an empty one. */
    private <T> T withExisting(Work<T> work) throws IOException {
        if (database == null && !Files.exists(data.resolve("chart.sqlite"))) {
            throw new IllegalArgumentException(data + ": " + texts.say("chart.none"));
        }
        return with(work);
    }

    private void print(Verification all) {
        PrintWriter out = commandLine().getOut();
        out.printf(texts.say("chart.counts") + "%n", all.entries(), all.streams(), all.documents());
        out.println("sha256 " + all.digest());
        out.flush();
    }

    @Command(name = "verify", mixinStandardHelpOptions = true)
    int verify(@Option(names = "--expect", paramLabel = "SHA256") @Nullable String expect) throws IOException {
        Verification all = withExisting(ChartStore::verify);
        print(all);
        PrintWriter err = commandLine().getErr();
        all.problems().forEach(problem -> err.println(problem.in(texts.language())));
        boolean expected = expect == null || expect.equals(all.digest());
        if (!expected) {
            err.println(texts.say("chart.unexpected"));
        }
        err.flush();
        return all.sound() && expected ? 0 : 1;
    }

    @Command(name = "backup", mixinStandardHelpOptions = true)
    int backup(@Parameters(paramLabel = "FILE") Path file) throws IOException {
        print(withExisting(store -> {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Verification all;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE))) {
                all = store.backup().write(out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(part);
                throw e;
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return all;
        }));
        return 0;
    }

    @Command(name = "restore", mixinStandardHelpOptions = true)
    int restore(@Parameters(paramLabel = "FILE") Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            print(with(store -> store.backup().restore(in)));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": " + texts.say("chart.no-file"), e);
        }
        return 0;
    }

    @Command(name = "export", mixinStandardHelpOptions = true)
    int export(@Parameters(paramLabel = "PATIENT") String patient) throws IOException {
        byte[] bundle = withExisting(store -> {
            var entries = store.read(PatientChart.stream(patient));
            if (entries.isEmpty()) {
                throw new IllegalArgumentException(patient + ": " + texts.say("chart.no-patient"));
            }
            return FhirExchange.bundle(PatientChart.of(entries), ZoneId.systemDefault());
        });
        System.out.write(bundle);
        System.out.println();
        return 0;
    }

    @Command(name = "import", mixinStandardHelpOptions = true)
    int importBundle(@Parameters(paramLabel = "FILE") Path file) throws IOException {
        String id = Drafts.newId();
        with(store -> {
            byte[] bundle = Files.readAllBytes(file);
            try {
                return store.append(
                        PatientChart.stream(id), 0, null, Accounts.PROGRAM, FhirExchange.drafts(bundle, id));
            } catch (UnusableRecord e) {
                throw new IllegalArgumentException(file + ": " + e.in(texts.language()), e);
            }
        });
        commandLine().getOut().println(id);
        commandLine().getOut().flush();
        return 0;
    }
}
