package org.lumbar.benchmarks.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.lumbar.benchmarks.load.Visitor.Seen;

/**
 * Lets many people use a demo clinic at once and tells how long they waited: {@code Load <address> <people> <minutes>}. Nine of
 * twenty are physicians, four therapists, five patients, two read the knowledge without signing in. They come within the first
 * two minutes; the answers of that time warm the server up and are not counted. Ends with 1 when the bar is missed.
 */
public final class Load {

    /** A plan has to be there within so many milliseconds in 95 of 100 cases, and nothing may fail. */
    private static final double BAR = 300;

    private static final double OFTEN = 0.95;
    private static final String PASSWORD = "try-lumbar";
    private static final String OWN_PASSWORD = "walk every day";
    private static final Duration ARRIVAL = Duration.ofMinutes(2);
    /** Out of twenty people: up to where physicians go, then therapists, then patients. */
    private static final int[] SHARES = {9, 13, 18, 20};

    private static final long SEED = 20_261_129;
    private static final Pattern CARD = Pattern.compile("<code class=\"secret\">([^<]+)</code>");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(
                    Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory()))
            .build();
    private final URI server;
    private final Measured measured = new Measured();
    private final AtomicBoolean open = new AtomicBoolean(true);

    private Load(URI server) {
        this.server = server;
    }

    /** {@code Load <address> <people> <minutes>}. */
    public static void main(String[] arguments) throws InterruptedException {
        Load load = new Load(URI.create(arguments[0]));
        int people = Integer.parseInt(arguments[1]);
        Duration time = Duration.ofSeconds((long) (60 * Double.parseDouble(arguments[2])));
        System.exit(load.run(people, time) ? 0 : 1);
    }

    private boolean run(int people, Duration time) throws InterruptedException {
        List<String> patients = patients(Math.max(1, people / 8));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < people; i++) {
                Random random = new Random(SEED + i);
                Duration arrives = ARRIVAL.multipliedBy(i).dividedBy(people);
                String patient = patients.get(i % patients.size());
                int share = i % SHARES[3];
                threads.execute(() -> {
                    sleep(arrives);
                    come(share, random, patient);
                });
            }
            sleep(ARRIVAL);
            measured.count();
            sleep(time);
            measured.stop();
            open.set(false);
        }
        double plan = measured.within("plan", OFTEN);
        boolean met = measured.errors() == 0 && plan < BAR;
        System.out.printf(
                "%d people, %d answers in %d s, %d errors%n%n%s%n%s: 95 of 100 plan pages within %.0f ms (bar %.0f ms)%n",
                people,
                measured.requests(),
                time.toSeconds(),
                measured.errors(),
                measured.report(),
                met ? "met" : "MISSED",
                plan,
                BAR);
        return met;
    }

    private void come(int share, Random random, String patient) {
        Visitor visitor = visitor();
        Routine routine = new Routine(visitor, random, open::get);
        if (share < SHARES[0]) {
            visitor.signIn("physician", PASSWORD);
            routine.physician();
        } else if (share < SHARES[1]) {
            visitor.signIn("therapist", PASSWORD);
            routine.therapist();
        } else if (share < SHARES[2]) {
            visitor.signIn(patient, OWN_PASSWORD);
            routine.patient();
        } else {
            routine.reader();
        }
    }

    private Visitor visitor() {
        return new Visitor(client, server, measured);
    }

    /** Gives so many patients of the demo an account of their own, as a physician would, and returns the user names. */
    private List<String> patients(int wanted) {
        Visitor physician = visitor();
        physician.signIn("physician", PASSWORD);
        List<String> usernames = new ArrayList<>();
        for (String from : List.of("0", "25")) {
            Seen list = physician.get("list of patients", "/patients?from=" + from);
            for (String patient : Visitor.links(list, "/patients/[a-z0-9]{12}")) {
                if (usernames.size() < wanted) {
                    usernames.add(account(physician, patient));
                }
            }
        }
        return usernames;
    }

    private String account(Visitor physician, String patient) {
        String path = patient + "/access";
        Seen made = physician.send("card", physician.get("card", path), path, Map.of("do", "make"));
        List<String> card = made.all(CARD);
        Visitor owner = visitor();
        owner.signIn(card.get(0), card.get(1));
        owner.send(
                "password",
                owner.get("password", "/password"),
                "/password",
                Map.of("old", card.get(1), "new", OWN_PASSWORD, "repeat", OWN_PASSWORD));
        return card.get(0);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
