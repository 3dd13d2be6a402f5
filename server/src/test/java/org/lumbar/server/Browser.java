package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without scripts: keeps cookies, follows redirects, sends the hidden fields of the form that it last saw. */
final class Browser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"");

    private final String address;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String language = "en";
    private String seen = "";
    private boolean fragment;

    /** An answer of the server. */
    record Answer(int status, String path, String text, HttpResponse<byte[]> response) {}

    Browser(String address) {
        this.address = address;
    }

    Browser reading(String code) {
        this.language = code;
        return this;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** Sends fields, names and values in turn, with the hidden fields of the page that was seen last. */
    Answer post(String path, String... fields) {
        List<String> all = new ArrayList<>();
        Matcher hidden = HIDDEN.matcher(seen);
        List<String> given = List.of(fields);
        while (hidden.find()) {
            if (!given.contains(hidden.group(1))) {
                all.add(hidden.group(1));
                all.add(hidden.group(2));
            }
        }
        all.addAll(given);
        return postOnly(path, all.toArray(String[]::new));
    }

    /** Sends these fields alone. */
    Answer postOnly(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** The same as a script sends it that wants no whole page. */
    Answer fragment(String path, String... fields) {
        fragment = true;
        try {
            return post(path, fields);
        } finally {
            fragment = false;
        }
    }

    /** Sends JSON as a script of the page that was seen last would. */
    Answer postJson(String path, String key, String body) {
        Matcher token = Pattern.compile("\"X-CSRF-TOKEN\":\"([^\"]+)\"").matcher(seen);
        assertThat(token.find()).isTrue();
        return send(request(path)
                .header("Content-Type", "application/fhir+json")
                .header("Idempotency-Key", key)
                .header("X-CSRF-TOKEN", token.group(1))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Language", language);
        return fragment ? request.header("HX-Request", "true") : request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String text = new String(response.body(), StandardCharsets.UTF_8);
            if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                seen = text;
            }
            return new Answer(response.statusCode(), response.uri().getPath(), text, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
