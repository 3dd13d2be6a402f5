package org.lumbar.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many physicians at work on a demo clinic at once. Each signs in, registers a patient of their own, goes through the interview,
 * chooses, signs, and between all that looks at lists, searches and plans, with a pause of one to three seconds after each page.
 * {@code ./benchmarks/load} starts the server and this.
 */
final class ServerLoad {

    private static final String PASSWORD = "try-lumbar";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"");
    private static final Pattern PATIENT = Pattern.compile("/patients/([a-z0-9]{12})/");
    private static final Pattern CHOICE = Pattern.compile("name=\"choose\" value=\"([a-z0-9-]+)\"");
    private static final int REDIRECTS = 5;

    /** Milliseconds that each kind of page took, and what went wrong. */
    private final Map<String, List<Long>> took = Collections.synchronizedMap(new TreeMap<>());

    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    private final List<String> addresses;
    private final long end;

    private ServerLoad(List<String> addresses, Duration time) {
        this.addresses = addresses;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** {@code ServerLoad <address[,address…]> <users> <seconds>}: several addresses are those of servers of one clinic. */
    public static void main(String[] arguments) throws Exception {
        int users = Integer.parseInt(arguments[1]);
        ServerLoad load =
                new ServerLoad(List.of(arguments[0].split(",")), Duration.ofSeconds(Long.parseLong(arguments[2])));
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < users; i++) {
                int number = i;
                all.add(threads.submit(() -> load.work(number)));
            }
        }
        for (Future<?> each : all) {
            each.get();
        }
        System.exit(load.report(users));
    }

    private int report(int users) {
        int requests = took.values().stream().mapToInt(List::size).sum();
        System.out.printf("%d users, %d requests, %d errors%n", users, requests, errors.size());
        System.out.printf("%-20s %7s %7s %7s %7s %7s%n", "page", "count", "p50 ms", "p95 ms", "p99 ms", "max ms");
        took.forEach((page, times) -> {
            List<Long> sorted = times.stream().sorted().toList();
            System.out.printf(
                    "%-20s %7d %7d %7d %7d %7d%n",
                    page, sorted.size(), at(sorted, 50), at(sorted, 95), at(sorted, 99), sorted.getLast());
        });
        errors.stream().distinct().limit(10).forEach(System.out::println);
        return errors.isEmpty() ? 0 : 1;
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private void work(int number) {
        Random random = new Random(number);
        try {
            // They come over a while, as people do.
            Thread.sleep(random.nextInt(10_000));
            Someone someone = new Someone(number, random);
            someone.signIn();
            while (System.nanoTime() < end) {
                someone.treatAPatient();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            errors.add(e.toString());
        }
    }

    /** One physician with a session of their own. */
    private final class Someone {
        private final Random random;
        private final int number;
        private final Map<String, String> cookies = new HashMap<>();
        private String page = "";
        private String path = "";
        private int requests;

        Someone(int number, Random random) {
            this.number = number;
            this.random = random;
        }

        void signIn() throws IOException, InterruptedException {
            open("door", "/sign-in");
            send("sign in", "/sign-in", Map.of("username", "physician", "password", PASSWORD));
        }

        void treatAPatient() throws IOException, InterruptedException {
            open("list", "/patients");
            open("form", "/patients/new");
            Map<String, String> person = Map.of(
                    "family",
                    "Load" + number,
                    "given",
                    "Test",
                    "born",
                    "12.03.1984",
                    "sex",
                    "female",
                    "country",
                    "RU",
                    "language",
                    "en");
            send("register", "/patients/new", person);
            Matcher id = PATIENT.matcher(page);
            if (!id.find()) {
                throw new IllegalStateException("no patient after registering: " + path);
            }
            String chart = "/patients/" + id.group(1);
            open("form", chart + "/diagnosis");
            send(
                    "diagnosis",
                    chart + "/diagnosis",
                    Map.of("code", "M54.5", "onset", "20.11.2026", "certainty", "confirmed"));
            for (int round = 0; round < 20 && path.endsWith("/interview"); round++) {
                send(
                        "answers",
                        chart + "/interview",
                        Map.of("rest", "no", "q-pain-nrs", "6", "q-systolic", "126", "q-diastolic", "78"));
            }
            for (int i = 0; i < 3 && System.nanoTime() < end; i++) {
                open("plan", chart + "/plan");
                Matcher choice = CHOICE.matcher(page);
                if (choice.find()) {
                    String item = choice.group(1);
                    open("why", chart + "/plan/" + item);
                    open("plan", chart + "/plan");
                    send("choose", chart + "/plan", Map.of("choose", item));
                }
                open("search", "/patients?q=" + (char) ('a' + random.nextInt(26)));
                open("list", "/patients");
                open("overview", chart);
            }
            open("form", chart + "/sign");
            send("sign", chart + "/sign", Map.of("password", PASSWORD, "language", "en"));
            open("history", chart + "/history");
        }

        private void open(String kind, String to) throws IOException, InterruptedException {
            ask(kind, to, request(to).GET());
        }

        private void send(String kind, String to, Map<String, String> fields) throws IOException, InterruptedException {
            Map<String, String> all = new LinkedHashMap<>();
            Matcher hidden = HIDDEN.matcher(page);
            while (hidden.find()) {
                all.put(hidden.group(1), hidden.group(2));
            }
            all.putAll(fields);
            StringBuilder body = new StringBuilder();
            all.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                    .append(encoded(name))
                    .append('=')
                    .append(encoded(value)));
            ask(
                    kind,
                    to,
                    request(to)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private HttpRequest.Builder request(String to) {
            String address = addresses.get(requests++ % addresses.size());
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + to))
                    .header("Accept-Language", "en")
                    .timeout(Duration.ofSeconds(60));
            String cookie = String.join(
                    "; ",
                    cookies.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .toList());
            return cookie.isEmpty() ? request : request.header("Cookie", cookie);
        }

        /** One request with the pages that it leads to, and a pause to read. */
        private void ask(String kind, String to, HttpRequest.Builder request) throws IOException, InterruptedException {
            long began = System.nanoTime();
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String at = to;
            for (int i = 0; i < REDIRECTS && answer.statusCode() / 100 == 3; i++) {
                keep(answer);
                URI next = answer.uri()
                        .resolve(answer.headers().firstValue("Location").orElse("/"));
                at = next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery());
                answer = client.send(request(at).GET().build(), HttpResponse.BodyHandlers.ofString());
            }
            keep(answer);
            long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
            took.computeIfAbsent(kind, one -> Collections.synchronizedList(new ArrayList<>()))
                    .add(millis);
            if (answer.statusCode() != 200 || at.startsWith("/sign-in?")) {
                errors.add(kind + ": status " + answer.statusCode() + " at " + at.replaceAll("[a-z0-9]{12}", "…"));
            }
            page = answer.body();
            path = at.replaceAll("\\?.*", "");
            Thread.sleep(1000 + random.nextInt(2000));
        }

        private void keep(HttpResponse<String> answer) {
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
        }
    }
}
