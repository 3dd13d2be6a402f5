package org.lumbar.benchmarks.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Someone at a browser: keeps cookies, follows redirects, takes compressed pages and sends forms with their hidden fields. */
final class Visitor {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int REDIRECTS = 4;

    private final HttpClient client;
    private final URI server;
    private final Measured measured;
    private final Map<String, String> cookies = new TreeMap<>();

    /** @param client of all visitors, without cookies and redirects of its own */
    Visitor(HttpClient client, URI server, Measured measured) {
        this.client = client;
        this.server = server;
        this.measured = measured;
    }

    /** A page as it came; empty when there was an error. */
    record Seen(int status, URI address, String text) {

        boolean whole() {
            return status == 200;
        }

        /** First groups of what fits in the page, each once. */
        List<String> all(Pattern pattern) {
            return pattern.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
        }

        /** The hidden fields of the form that is sent to an address. */
        Map<String, String> form(String action) {
            Map<String, String> fields = new LinkedHashMap<>();
            int from = text.indexOf("<form method=\"post\" action=\"" + action + "\"");
            int to = from < 0 ? -1 : text.indexOf("</form>", from);
            if (to >= 0) {
                Matcher hidden = HIDDEN.matcher(text.substring(from, to));
                while (hidden.find()) {
                    fields.put(hidden.group(1), hidden.group(2));
                }
            }
            return fields;
        }
    }

    /** Opens a page. */
    Seen get(String kind, String path) {
        return timed(kind, request(path).GET());
    }

    /** Sends the form of a page that goes to {@code path}, with these fields more, and sees the page after it. */
    Seen send(String kind, Seen page, String path, Map<String, String> more) {
        Map<String, String> fields = page.form(path);
        if (fields.isEmpty()) {
            measured.failed(kind, "no form for it on the page before");
            return page;
        }
        fields.putAll(more);
        String body = fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return timed(
                kind,
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).header("Accept-Encoding", "gzip");
    }

    /** The time goes from the click to the whole page, redirects included. */
    private Seen timed(String kind, HttpRequest.Builder request) {
        long began = System.nanoTime();
        try {
            Seen seen = exchange(request);
            for (int left = REDIRECTS; seen.status() / 100 == 3 && left > 0; left--) {
                seen = exchange(request(seen.text()).GET());
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            boolean thrownOut = seen.address().getPath().equals("/sign-in") && !kind.equals("sign-in page");
            if (seen.status() == 409 || seen.status() == 422) {
                measured.refused(kind);
            } else if (!seen.whole() || thrownOut) {
                measured.failed(kind, seen.status() + " " + seen.address().getPath());
            }
            measured.answered(kind, took);
            return seen;
        } catch (IOException e) {
            measured.failed(kind, e.toString());
            return new Seen(0, server, "");
        }
    }

    /** One exchange; the text of a redirect is the address that it leads to. */
    private Seen exchange(HttpRequest.Builder request) throws IOException {
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpRequest made = request.build();
        try {
            HttpResponse<byte[]> response = client.send(made, HttpResponse.BodyHandlers.ofByteArray());
            for (String cookie : response.headers().allValues("Set-Cookie")) {
                String pair = cookie.split(";", 2)[0];
                cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
            String text = response.statusCode() / 100 == 3
                    ? response.headers().firstValue("Location").orElse("/")
                    : text(response);
            return new Seen(response.statusCode(), made.uri(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        byte[] body = response.body();
        boolean packed =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (ByteArrayInputStream in = new ByteArrayInputStream(body)) {
            byte[] plain = packed ? new GZIPInputStream(in).readAllBytes() : body;
            return new String(plain, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signs in, by the page of the door. */
    void signIn(String username, String password) {
        Seen door = get("sign-in page", "/sign-in");
        Seen inside = send("sign-in", door, "/sign-in", Map.of("username", username, "password", password));
        if (inside.whole() && inside.address().getPath().equals("/sign-in")) {
            measured.failed("sign-in", "was not let in");
        }
    }

    /** Addresses in a page that fit, in any order. */
    static List<String> links(Seen page, String pattern) {
        return new ArrayList<>(page.all(Pattern.compile("href=\"(" + pattern + ")\"")));
    }
}
