package org.lumbar.server;

import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Database;
import org.lumbar.core.plan.Planner;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.DemoSignIns;
import org.lumbar.server.account.Role;
import org.lumbar.server.account.Vault;
import org.lumbar.server.demo.DemoClinic;
import org.lumbar.server.patient.Clinic;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lumbar serve}: starts the clinic's web application. */
@Command(name = "serve", mixinStandardHelpOptions = true, sortOptions = false)
public final class ServeCommand implements Callable<Integer> {

    static final int GOES_ON = -1;
    private static final String FIRST_ADMINISTRATOR = "administrator";

    private static final int LAST_PORT = 65_535;

    private final CommandTexts texts;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080")
    private String port = "";

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of("clinic");

    @Option(names = "--database", paramLabel = "URL")
    private @Nullable String database;

    @Option(names = "--database-user", paramLabel = "NAME")
    private @Nullable String databaseUser;

    @Option(names = "--demo", negatable = true, defaultValue = "true", fallbackValue = "true")
    private boolean demo = true;

    @Option(names = "--zone", paramLabel = "ZONE")
    private @Nullable String zone;

    @Option(names = "--settings", paramLabel = "FILE")
    private @Nullable Path settings;

    ServeCommand(CommandTexts texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() {
        int door = chosenPort();
        Clock clock = Clock.system(chosenZone());
        Settings chosen = chosenSettings();
        if (chosen.jsonLog()) {
            // Read when the log begins, which is with the database.
            System.setProperty("lumbar.log", "json");
            System.setProperty("lumbar.log.requests", "INFO");
        }
        Vault vault = vault(data.resolve("secret.key"));
        Database chart = open(data, database, databaseUser, texts);
        ChartStore store = new ChartStore(chart, clock);
        boolean empty = store.streams("account/").isEmpty();
        DemoSignIns signIns =
                demo && (empty || DemoClinic.isIn(store)) ? DemoClinic.SIGN_INS : new DemoSignIns(List.of(), "");
        RunningServer server;
        try {
            server = RunningServer.start(door, chart, clock, signIns, chosen, vault);
        } catch (PortInUseException e) {
            chart.close();
            throw new IllegalStateException(texts.say("serve.port-in-use", Map.of("port", port)), e);
        }
        PrintWriter out = out();
        if (empty && demo) {
            out.println(texts.say("serve.making-demo", Map.of()));
            out.flush();
            new DemoClinic(
                            chart,
                            clock,
                            server.part(Accounts.class),
                            server.part(Clinic.class),
                            new Planner(Knowledge.bundled()))
                    .make();
        } else if (empty) {
            Accounts accounts = server.part(Accounts.class);
            String password = accounts.generatedPassword();
            accounts.create(
                    FIRST_ADMINISTRATOR, FIRST_ADMINISTRATOR, Role.ADMINISTRATOR, "", password, true, Accounts.PROGRAM);
            out.println(
                    texts.say("serve.first-sign-in", Map.of("username", FIRST_ADMINISTRATOR, "password", password)));
        }
        out.println(texts.say("serve.address", Map.of("address", server.address())));
        if (!signIns.usernames().isEmpty()) {
            out.println(texts.say(
                    "serve.demo-sign-ins",
                    Map.of("usernames", String.join(", ", signIns.usernames()), "password", signIns.password())));
        }
        out.flush();
        return GOES_ON;
    }

    /** Opens the chart that the options name. */
    static Database open(Path data, @Nullable String database, @Nullable String user, CommandTexts texts) {
        if (database == null) {
            return Database.file(data.resolve("chart.sqlite"));
        }
        if (!Database.understands(database)) {
            throw new IllegalArgumentException(texts.say("database.wrong"));
        }
        return Database.of(database, user, System.getenv("LUMBAR_DATABASE_PASSWORD"));
    }

    private Vault vault(Path file) {
        try {
            return Vault.of(file);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(texts.say("serve.key", Map.of("file", file.toString())), e);
        }
    }

    private int chosenPort() {
        try {
            int chosen = Integer.parseInt(port);
            if (chosen >= 0 && chosen <= LAST_PORT) {
                return chosen;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(texts.say("serve.port", Map.of("port", port)));
    }

    /** Those of the file that is named, else of the one beside the chart if there is one. */
    private Settings chosenSettings() {
        Path named = settings;
        Path file = named == null ? data.resolve("settings.properties") : named;
        try {
            return Settings.read(file);
        } catch (NoSuchFileException e) {
            if (named == null) {
                return Settings.standard();
            }
            throw new IllegalArgumentException(texts.say("serve.settings.none", Map.of("file", file.toString())), e);
        } catch (Settings.Wrong e) {
            String key = e.known() ? "serve.settings.wrong" : "serve.settings.unknown";
            throw new IllegalArgumentException(texts.say(key, Map.of("file", file.toString(), "line", e.line())), e);
        }
    }

    private ZoneId chosenZone() {
        try {
            return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(texts.say("serve.zone", Map.of("zone", String.valueOf(zone))), e);
        }
    }

    private PrintWriter out() {
        CommandSpec here = spec;
        if (here == null) {
            throw new IllegalStateException("The command was not made by picocli");
        }
        return here.commandLine().getOut();
    }
}
