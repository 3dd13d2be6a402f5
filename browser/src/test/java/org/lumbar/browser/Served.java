package org.lumbar.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.Language;
import org.lumbar.documents.PlayerAssets;
import org.lumbar.documents.PlayerPage;
import org.lumbar.server.Server;

/** A session as a server offers it: style and scripts as files, a strict policy, and a place that takes results. */
final class Served implements AutoCloseable {

    private final HttpServer server;
    final List<String> received = new CopyOnWriteArrayList<>();

    Served(String session, Language language) {
        this(session, language, null);
    }

    /** @param look of the version for the visually impaired; null for the ordinary one */
    Served(String session, Language language, @Nullable String look) {
        PlayerPage.Options options = new PlayerPage.Options(
                        false,
                        "/player",
                        new PlayerPage.Post("/results", Map.of("X-Token", "t"), Map.of("token", "t"), "/"),
                        List.of())
                .looking(new PlayerPage.Appearance(look, "/look.css", "/panel", "Look"));
        byte[] page = Sessions.page(session, language, options).getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Security-Policy", PlayerPage.policy(options));
            answer(exchange, "text/html; charset=utf-8", page);
        });
        server.createContext("/player/", exchange -> {
            String name = exchange.getRequestURI().getPath().substring("/player/".length());
            String type = name.endsWith(".css") ? "text/css" : "text/javascript";
            answer(exchange, type + "; charset=utf-8", PlayerAssets.read(name).getBytes(StandardCharsets.UTF_8));
        });
        server.createContext("/look.css", exchange -> {
            try (InputStream style = Server.class.getResourceAsStream("/static/assets/appearance.css")) {
                answer(
                        exchange,
                        "text/css; charset=utf-8",
                        Objects.requireNonNull(style).readAllBytes());
            }
        });
        server.createContext("/results", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, "text/plain", new byte[] {'o', 'k'});
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
