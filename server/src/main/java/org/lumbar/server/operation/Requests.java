package org.lumbar.server.operation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives every request a number, which stands in the answer, on error pages and in the log, and measures how long it took. It is
 * told by its route, never by its address: addresses name patients.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Requests extends OncePerRequestFilter {

    /** Name under which the number is known in the log and in the request. */
    public static final String NUMBER = "request";

    private static final String OTHER = "other";
    private static final Logger LOG = LoggerFactory.getLogger("org.lumbar.server.requests");

    private final Metrics metrics;

    Requests(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        long began = System.nanoTime();
        request.setAttribute(NUMBER, number);
        response.setHeader("X-Request-Id", number);
        MDC.put(NUMBER, number);
        try {
            if (readable(request)) {
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            }
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            String route = pattern == null ? OTHER : pattern.toString();
            metrics.served(request.getMethod(), route, response.getStatus(), took);
            LOG.atInfo()
                    .addKeyValue("method", request.getMethod())
                    .addKeyValue("route", route)
                    .addKeyValue("status", response.getStatus())
                    .addKeyValue("ms", took.toMillis())
                    .log("served");
            MDC.remove(NUMBER);
        }
    }

    /** Reads the form; false for one that is larger, or has more fields, than any page sends. Pages send UTF-8 and do not say so. */
    private static boolean readable(HttpServletRequest request) {
        request.setCharacterEncoding(StandardCharsets.UTF_8);
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException tooLarge) {
            return false;
        }
    }
}
