package org.lumbar.server.operation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.ChartStore;
import org.lumbar.server.Settings;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Answers those who watch over the server, at a port of its own that visitors do not reach: {@code /metrics}, {@code
 * /health/live} (the process works) and {@code /health/ready} (send it requests: the database answers and no end has begun).
 */
@Component
public final class OperationPort implements SmartLifecycle {

    private static final int OK = 200;
    private static final int NOT_NOW = 503;
    private static final int MISSING = 404;

    private final Settings settings;
    private final Metrics metrics;
    private final ChartStore store;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;
    private volatile boolean ending;

    OperationPort(Settings settings, Metrics metrics, ChartStore store) {
        this.settings = settings;
        this.metrics = metrics;
        this.store = store;
    }

    @Override
    public void start() {
        settings.metricsPort().ifPresent(port -> {
            try {
                HttpServer made = HttpServer.create(new InetSocketAddress(settings.metricsAddress(), port), 0);
                ExecutorService two = Executors.newFixedThreadPool(2);
                made.setExecutor(two);
                made.createContext("/", this::answer);
                made.start();
                server = made;
                threads = two;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot listen on metrics.port " + port, e);
            }
        });
    }

    /** Port that was taken; 0 when there is none. */
    public int port() {
        return server == null ? 0 : server.getAddress().getPort();
    }

    @EventListener(ContextClosedEvent.class)
    void ending() {
        ending = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/metrics" -> send(exchange, OK, metrics.text());
                case "/health/live" -> send(exchange, OK, "up\n");
                case "/health/ready" -> {
                    boolean ready = !ending && databaseAnswers();
                    send(exchange, ready ? OK : NOT_NOW, ready ? "up\n" : "down\n");
                }
                default -> send(exchange, MISSING, "");
            }
        }
    }

    private boolean databaseAnswers() {
        try {
            store.last("health");
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (threads != null) {
            threads.shutdown();
            threads = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** Begins first and ends last, so that probes are answered while the last requests are. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
