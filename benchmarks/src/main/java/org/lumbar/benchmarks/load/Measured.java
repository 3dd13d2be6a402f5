package org.lumbar.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long each kind of page took, and what went wrong. Safe for many threads. */
final class Measured {

    private static final double NANOS = 1e6;

    private final Map<String, List<Long>> took = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> errors = new TreeMap<>();
    private boolean counting;

    /** From now on answers count; those before it warmed the server up. */
    synchronized void count() {
        counting = true;
    }

    synchronized void stop() {
        counting = false;
    }

    synchronized void answered(String kind, Duration time) {
        if (counting) {
            took.computeIfAbsent(kind, one -> new ArrayList<>()).add(time.toNanos());
        }
    }

    /** A form that the server did not take, such as one that a colleague's was faster than. */
    synchronized void refused(String kind) {
        refused.merge(kind, 1, Integer::sum);
    }

    /** An error counts at any time. */
    synchronized void failed(String kind, String why) {
        errors.merge(kind + ": " + why, 1, Integer::sum);
    }

    synchronized int errors() {
        return errors.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int requests() {
        return took.values().stream().mapToInt(List::size).sum();
    }

    /** Milliseconds within which this share of the answers of a kind came. */
    synchronized double within(String kind, double share) {
        List<Long> sorted = took.getOrDefault(kind, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1)) / NANOS;
    }

    /** One line for each kind, then the errors. */
    synchronized String report() {
        StringBuilder text = new StringBuilder(
                "| page | requests | p50, ms | p95, ms | p99, ms | longest, ms | refused |\n|---|---|---|---|---|---|---|\n");
        for (String kind : took.keySet()) {
            text.append("| %s | %d | %.0f | %.0f | %.0f | %.0f | %d |%n"
                    .formatted(
                            kind,
                            took.get(kind).size(),
                            within(kind, 0.5),
                            within(kind, 0.95),
                            within(kind, 0.99),
                            within(kind, 1),
                            refused.getOrDefault(kind, 0)));
        }
        errors.forEach((what, times) -> text.append("error, %d times: %s%n".formatted(times, what)));
        return text.toString();
    }
}
