package org.lumbar.benchmarks.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.lumbar.benchmarks.load.Visitor.Seen;

/**
 * What people of a clinic do all day. Each goes from page to page like one who reads them, with 5 to 15 seconds between two
 * clicks.
 */
final class Routine {

    private static final String PATIENT = "/patients/[a-z0-9]{12}";
    private static final Pattern QUESTION = Pattern.compile("<input type=\"radio\" name=\"(q-[^\"]+)\"");
    private static final Pattern CHOOSE = Pattern.compile("name=\"choose\" value=\"([^\"]+)\"");
    private static final List<String> SEARCHES = List.of("ив", "sm", "Петр", "an", "му", "1984", "кузн", "li");
    private static final int SHEETS = 3;
    private static final int PAINS = 11;
    private static final int YES_ONE_IN = 25;
    private static final long SHORTEST = 5_000;
    private static final long LONGEST = 15_000;

    private final Visitor visitor;
    private final Random random;
    private final BooleanSupplier open;

    /** @param open false when the day is over */
    Routine(Visitor visitor, Random random, BooleanSupplier open) {
        this.visitor = visitor;
        this.random = random;
        this.open = open;
    }

    /** Thrown to go home in the middle of whatever was going on. */
    private static final class DayIsOver extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private interface Round {
        void once();
    }

    private void allDay(Round round) {
        try {
            think();
            while (true) {
                round.once();
            }
        } catch (DayIsOver e) {
            // As it should be.
        }
    }

    private void think() {
        try {
            Thread.sleep(Duration.ofMillis(random.nextLong(SHORTEST, LONGEST)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DayIsOver();
        }
        if (!open.getAsBoolean()) {
            throw new DayIsOver();
        }
    }

    private Seen look(String kind, String path) {
        Seen seen = visitor.get(kind, path);
        think();
        return seen;
    }

    private Seen write(String kind, Seen page, String path, Map<String, String> fields) {
        Seen seen = visitor.send(kind, page, path, fields);
        think();
        return seen;
    }

    private String any(List<String> of, String otherwise) {
        return of.isEmpty() ? otherwise : of.get(random.nextInt(of.size()));
    }

    /** Looks up a patient with a plan, then registers a new one, interviews them and makes their plan. */
    void physician() {
        allDay(() -> {
            Seen list = look("list of patients", "/patients");
            look("search", "/patients?q=" + URLEncoder.encode(any(SEARCHES, ""), StandardCharsets.UTF_8));
            String patient = any(Visitor.links(list, PATIENT), "/patients");
            look("patient", patient);
            Seen plan = look("plan", patient + "/plan");
            look("why", any(Visitor.links(plan, patient + "/plan/[a-z0-9-]+"), patient + "/plan"));
            newPatient();
        });
    }

    private void newPatient() {
        Seen form = look("form of a new patient", "/patients/new");
        String born = (1 + random.nextInt(28)) + "." + (1 + random.nextInt(12)) + "." + (1950 + random.nextInt(50));
        Map<String, String> person = Map.of(
                "family",
                "Load" + random.nextInt(10_000),
                "given",
                "Test",
                "born",
                born,
                "sex",
                random.nextBoolean() ? "female" : "male",
                "country",
                "RU",
                "language",
                "ru");
        Seen next = write("registration", form, "/patients/new", person);
        String patient = any(Visitor.links(next, PATIENT), "");
        if (patient.isEmpty()) {
            return;
        }
        Seen sheet = look("interview", patient + "/interview");
        for (int i = 0; i < SHEETS; i++) {
            Map<String, String> answers = new HashMap<>();
            sheet.all(QUESTION).forEach(name -> answers.put(name, random.nextInt(YES_ONE_IN) == 0 ? "yes" : "no"));
            if (answers.isEmpty()) {
                break;
            }
            sheet = write("answers", sheet, patient + "/interview", answers);
        }
        Seen plan = look("plan", patient + "/plan");
        String item = any(plan.all(CHOOSE), "");
        if (!item.isEmpty()) {
            write("choice", plan, patient + "/plan", Map.of("choose", item));
        }
    }

    /** Goes through the list of the day and writes down who did not come. */
    void therapist() {
        allDay(() -> {
            Seen day = look("day", "/day");
            String patient = any(Visitor.links(day, PATIENT + "/treatments"), "/day");
            look("treatments", patient);
            String link = any(Visitor.links(day, PATIENT + "/treatments/[a-z0-9-]+\\?on=[0-9-]+"), "/day");
            Seen treatment = look("treatment", link);
            String path = link.split("\\?", 2)[0];
            if (!treatment.form(path).isEmpty()) {
                write("treatment written", treatment, path, Map.of("result", "did-not-come"));
            }
        });
    }

    /** Sees what is to be done today and writes down how it hurts. */
    void patient() {
        allDay(() -> {
            look("patient's today", "/my/today");
            Seen diary = look("diary", "/my/diary");
            write("diary written", diary, "/my/diary", Map.of("pain", Integer.toString(random.nextInt(PAINS))));
            look("patient's plans", "/my/plans");
        });
    }

    /** Reads the knowledge without signing in. */
    void reader() {
        allDay(() -> {
            Seen all = look("knowledge", "/knowledge");
            for (int i = 0; i < SHEETS; i++) {
                look("item of the knowledge", any(Visitor.links(all, "/knowledge/[a-z0-9-]+"), "/knowledge"));
            }
        });
    }
}
