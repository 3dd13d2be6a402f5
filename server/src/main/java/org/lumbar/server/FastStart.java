package org.lumbar.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lumbar.chart.Database;
import org.lumbar.core.plan.Planner;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.demo.DemoClinic;
import org.lumbar.server.patient.Clinic;

/**
 * Starts a demo clinic in a folder of its own, opens its main pages and throws it away, so that the Java machine can record what
 * a server loads and start from the recording later. Only the launcher calls it.
 */
final class FastStart {

    private static final String TOKEN = "name=\"_csrf\" value=\"";

    private FastStart() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lumbar-start");
        try {
            Database database = Database.file(folder.resolve("chart.sqlite"));
            Clock clock = Clock.systemDefaultZone();
            try (RunningServer server = RunningServer.start(0, database, clock, DemoClinic.SIGN_INS)) {
                Clinic clinic = server.part(Clinic.class);
                new DemoClinic(database, clock, server.part(Accounts.class), clinic, server.part(Planner.class)).make();
                open(
                        server.address(),
                        "/" + clinic.store().streams("patient/").getFirst().replaceFirst("^patient", "patients"));
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        System.exit(0);
    }

    private static void open(String address, String patient) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        String door = send(client, HttpRequest.newBuilder(URI.create(address + "/sign-in")));
        int at = door.indexOf(TOKEN) + TOKEN.length();
        String token = door.substring(at, door.indexOf('"', at));
        send(
                client,
                HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf="
                                + URLEncoder.encode(token, StandardCharsets.UTF_8)
                                + "&username=physician&password="
                                + DemoClinic.SIGN_INS.password())));
        for (String page :
                List.of("/patients", patient, patient + "/interview", patient + "/plan", "/assets/lumbar.css")) {
            send(client, HttpRequest.newBuilder(URI.create(address + page + "?lang=ru")));
        }
    }

    private static String send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
