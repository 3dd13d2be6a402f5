package org.lumbar.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.lumbar.chart.Database;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.text.Language;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.DemoSignIns;
import org.lumbar.server.account.Vault;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;

/**
 * Starts the server once on a chart that nobody needs, opens some pages and ends, so that the Java machine can record what that
 * loads and start from the recording later. Only the launcher calls it.
 */
final class FastStart {

    private static final List<String> PAGES = List.of("/health", "/sign-in", "/knowledge", "/assets/lumbar.css");

    private FastStart() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lumbar");
        try {
            use(folder);
        } finally {
            remove(folder);
        }
        System.exit(0);
    }

    private static void use(Path folder) throws IOException, InterruptedException {
        Clock clock = Clock.system(ZoneId.systemDefault());
        try (RunningServer server = RunningServer.start(
                        0,
                        Database.file(folder.resolve("chart.sqlite")),
                        clock,
                        new DemoSignIns(List.of(), ""),
                        Settings.standard(),
                        Vault.of(folder.resolve("secret.key")));
                HttpClient visitor = HttpClient.newHttpClient()) {
            plan(server.part(Clinic.class));
            for (String page : PAGES) {
                URI address = URI.create(server.address() + page);
                visitor.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static void plan(Clinic clinic) {
        String id = Drafts.newId();
        clinic.write(
                id,
                0,
                "",
                Accounts.PROGRAM,
                List.of(Drafts.registered(id, "A", List.of("B"), "female", "1980-01-01", "RU", Language.RU.code())));
        PatientChart chart = clinic.chart(id);
        clinic.plan(chart, Language.RU);
    }
}
