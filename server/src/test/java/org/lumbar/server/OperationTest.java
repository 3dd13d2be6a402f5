package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.Database;
import org.lumbar.server.account.Role;
import org.lumbar.server.account.Vault;
import org.lumbar.server.operation.OperationPort;

/** What those who run the server see of it. */
class OperationTest {

    private final HttpClient client = HttpClient.newHttpClient();

    private RunningClinic clinic(Path folder) {
        return new RunningClinic(
                Database.file(folder.resolve("chart.sqlite")),
                Settings.standard().with(Settings.Key.METRICS_PORT, "0"),
                new MovingClock(),
                Vault.ofThisProcess());
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void countsByRouteAndNamesNobody(@TempDir Path folder) throws Exception {
        try (RunningClinic clinic = clinic(folder)) {
            int port = clinic.bean(OperationPort.class).port();
            Browser physician = clinic.signedIn(Role.PHYSICIAN);
            physician.get("/patients/" + RunningClinic.PATIENT + "?q=secret");
            String figures = get(port, "/metrics").body();
            assertThat(figures)
                    .contains(
                            "http_server_requests_seconds_count{method=\"GET\",route=\"/patients/{id}\",status=\"200\"} 1")
                    .contains("jvm_memory_used_bytes", "hikaricp_connections", "process_uptime_seconds")
                    .doesNotContain(RunningClinic.PATIENT, "secret", "physician");
            assertThat(get(port, "/health/live").body()).isEqualTo("up\n");
            assertThat(get(port, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(port, "/patients").statusCode()).isEqualTo(404);
            assertThat(clinic.browser().get("/health").text()).isEqualTo("up");
            assertThat(clinic.browser().get("/metrics").path())
                    .as("not for visitors")
                    .isEqualTo("/sign-in");
        }
    }

    @Test
    void numbersEveryAnswerAndErrorPage(@TempDir Path folder) {
        try (RunningClinic clinic = clinic(folder)) {
            Browser physician = clinic.signedIn(Role.PHYSICIAN);
            String first = number(physician.get("/patients"));
            Browser.Answer missing = physician.get("/patients/nobody");
            assertThat(missing.status()).isEqualTo(404);
            assertThat(number(missing)).matches("[0-9a-f]{16}").isNotEqualTo(first);
            assertThat(missing.text()).contains("<code>" + number(missing) + "</code>");
        }
    }

    private static String number(Browser.Answer answer) {
        return answer.response().headers().firstValue("X-Request-Id").orElse("");
    }

    @Test
    void endsAfterTheRequestsThatItIsServing(@TempDir Path folder) throws Exception {
        RunningClinic clinic = clinic(folder);
        int port = URI.create(clinic.address()).getPort();
        int probes = clinic.bean(OperationPort.class).port();
        byte[] body = "username=x&password=y".getBytes(StandardCharsets.US_ASCII);
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
            slow.setSoTimeout(20_000);
            OutputStream out = slow.getOutputStream();
            out.write(("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, 5);
            out.flush();
            // The request is being served once a later one on another connection has been.
            clinic.browser().get("/sign-in");
            CompletableFuture<Void> end = CompletableFuture.runAsync(clinic::close);
            while (wantsRequests(probes)) {
                Thread.onSpinWait();
            }
            assertThat(end.isDone()).isFalse();
            out.write(body, 5, body.length - 5);
            out.flush();
            String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 302");
            end.get(20, TimeUnit.SECONDS);
        }
    }

    /** True while the server still wants requests. */
    private boolean wantsRequests(int probes) throws InterruptedException {
        try {
            return get(probes, "/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
