package org.lumbar.server.operation;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Database;
import org.lumbar.server.Settings;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Figures of operation for Prometheus. Nothing is counted where the settings name no port for them. */
@Component
final class Metrics implements DisposableBean {

    private static final Duration[] LIMITS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final @Nullable PrometheusMeterRegistry registry;
    private @Nullable JvmGcMetrics collections;

    Metrics(Settings settings, Database database) {
        this.registry = settings.metricsPort().isEmpty() ? null : registry(database);
    }

    private PrometheusMeterRegistry registry(Database database) {
        PrometheusMeterRegistry made = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        JvmGcMetrics gc = new JvmGcMetrics();
        collections = gc;
        gc.bindTo(made);
        new JvmMemoryMetrics().bindTo(made);
        new JvmThreadMetrics().bindTo(made);
        new ProcessorMetrics().bindTo(made);
        new FileDescriptorMetrics().bindTo(made);
        new UptimeMetrics().bindTo(made);
        database.measure(made);
        return made;
    }

    void served(String method, String route, int status, Duration took) {
        PrometheusMeterRegistry kept = registry;
        if (kept != null) {
            Timer.builder("http.server.requests")
                    .description("Requests that were answered")
                    .tags("method", method, "route", route, "status", Integer.toString(status))
                    .serviceLevelObjectives(LIMITS)
                    .register(kept)
                    .record(took);
        }
    }

    /** All figures in the text form of Prometheus. */
    String text() {
        PrometheusMeterRegistry kept = registry;
        return kept == null ? "" : kept.scrape();
    }

    @Override
    public void destroy() {
        if (collections != null) {
            collections.close();
        }
        if (registry != null) {
            registry.close();
        }
    }
}
