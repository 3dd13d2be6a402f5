package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.ExerciseSession;
import org.lumbar.core.knowledge.ExerciseSession.Step;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Item.Availability;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.Session;

/** Reads scripts of sessions; those of exercise must consist of exercises that may be done, and fit into their time. */
final class SessionsReader {

    private static final double SECONDS = 60;
    private static final Range NO_TIME = new Range(0, 0);

    private final Reading reading;
    private final Map<String, Item> items = new HashMap<>();
    private final List<String> sections;

    SessionsReader(Reading reading, List<Item> items) {
        this.reading = reading;
        items.forEach(item -> this.items.put(item.id(), item));
        this.sections = List.copyOf(reading.ids().known(Ids.Kind.SECTION));
    }

    List<Session> sessions() {
        List<Session> sessions = new ArrayList<>();
        for (Entry entry : reading.mappings("sessions/")) {
            String id = entry.text("id");
            sessions.add(
                    entry.word("kind", null, List.of("exercise", "massage")).equals("massage")
                            ? MassageReader.session(entry)
                            : exercise(entry));
            entry.end();
            ItemsReader.place(entry, "sessions/" + id + ".yaml");
        }
        return List.copyOf(sessions);
    }

    private ExerciseSession exercise(Entry entry) {
        List<Step> steps = new ArrayList<>();
        List<Range> durations = new ArrayList<>();
        boolean inOrder = entry.flag("in-order", false);
        Cursor cursor = new Cursor();
        for (Entry step : entry.entries("steps")) {
            Step read = step(step);
            steps.add(read);
            Movement movement = check(step, read);
            if (movement != null && movement.dose() != null) {
                durations.add(read.duration(movement.dose()));
                cursor.pass(step, section(read, movement), inOrder);
            } else {
                durations.add(NO_TIME);
            }
        }
        if (!steps.isEmpty() && steps.get(steps.size() - 1).inTurn()) {
            entry.error("steps", "the last step is in turn with nothing", "Drop in-turn, or add what follows.");
        }
        Range minutes = entry.rangeOrNull("minutes");
        if (!entry.has("minutes")) {
            entry.error("minutes", "needs minutes", "Say how long the session is.");
        }
        List<Least> least = least(entry);
        boolean whole = steps.stream().allMatch(step -> items.containsKey(step.movement()));
        if (whole && !steps.isEmpty() && minutes != null) {
            checkTime(entry, minutes, steps, durations);
            least.forEach(one -> checkLeast(entry, one, steps, durations));
        }
        needsSteps(entry, steps.isEmpty());
        return new ExerciseSession(
                entry.text("id"),
                item(entry),
                entry.localized("name"),
                entry.localized("about"),
                minutes == null ? NO_TIME : minutes,
                steps,
                entry.sources(true));
    }

    static void needsSteps(Entry entry, boolean missing) {
        if (missing) {
            entry.error("steps", "needs steps", "Add what is done, in order.");
        }
    }

    static String item(Entry entry) {
        return entry.id("item", Ids.Kind.ITEM);
    }

    private static Step step(Entry entry) {
        Step step = new Step(
                entry.id("movement", Ids.Kind.ITEM),
                entry.idOrNull("instead-of", Ids.Kind.ITEM),
                MovementReader.positive(entry, "minutes"),
                MovementReader.counts(entry, "reps"),
                MovementReader.counts(entry, "sets"),
                entry.flag("optional", false),
                entry.flag("in-turn", false),
                entry.localizedOrNull("note"));
        entry.end();
        return step;
    }

    /** The movement of a step, when it may be done. */
    private @Nullable Movement check(Entry entry, Step step) {
        Item item = items.get(step.movement());
        if (item == null) {
            return null;
        }
        if (item.movement() == null) {
            entry.error("movement", "movement is " + item.id() + ", which is no movement", "Name a single exercise.");
            return null;
        }
        if (item.availability() == Availability.CLOSED) {
            entry.error(
                    "movement",
                    "movement is " + item.id() + ", which is closed",
                    "Put " + String.join(" or ", item.movement().substitutes()) + " here, with instead-of.");
            return null;
        }
        boolean chosen = item.offer().values().stream().allMatch(Offer.DISCRETION::equals);
        if ((chosen || item.movement().late()) && !step.optional()) {
            entry.error(
                    "movement",
                    "movement is " + item.id() + ", which does not come by itself",
                    "Write optional: true: it comes late or waits for a clinician's choice.");
        }
        checkSubstitute(entry, step);
        return item.movement();
    }

    private void checkSubstitute(Entry entry, Step step) {
        Item closed = step.insteadOf() == null ? null : items.get(step.insteadOf());
        if (closed != null
                && (closed.movement() == null
                        || !closed.movement().substitutes().contains(step.movement()))) {
            entry.error(
                    "instead-of",
                    step.movement() + " does not stand in for " + closed.id(),
                    "Name it as a substitute there, or choose one of those.");
        }
    }

    /** The part of a session that a step belongs to: a substitute stands where the closed movement stood. */
    private String section(Step step, Movement movement) {
        Item closed = step.insteadOf() == null ? null : items.get(step.insteadOf());
        return closed == null || closed.movement() == null
                ? movement.section()
                : closed.movement().section();
    }

    /** Where a session has come to. */
    private final class Cursor {

        private int section = -1;

        /** Reports a step that goes back to a section that is over. */
        void pass(Entry entry, String name, boolean inOrder) {
            int next = sections.indexOf(name);
            if (inOrder && next < section) {
                entry.error(
                        "movement",
                        name + " comes after " + sections.get(section),
                        "movement-terms.yaml has the order; move the step, or drop in-order.");
            }
            section = Math.max(section, next);
        }
    }

    /** Least minutes of a section. */
    private record Least(String section, double minutes) {}

    private static List<Least> least(Entry entry) {
        List<Least> least = new ArrayList<>();
        for (Entry one : entry.entries("at-least")) {
            least.add(new Least(one.id("section", Ids.Kind.SECTION), one.amount("minutes")));
            one.end();
        }
        return least;
    }

    private static void checkTime(Entry entry, Range minutes, List<Step> steps, List<Range> durations) {
        double least = 0;
        double most = 0;
        for (int i = 0; i < durations.size(); i++) {
            least += steps.get(i).optional() ? 0 : durations.get(i).least() / SECONDS;
            most += durations.get(i).most() / SECONDS;
        }
        if (least > minutes.most() || most < minutes.least()) {
            entry.error(
                    "minutes",
                    "minutes is " + say(minutes.least()) + " to " + say(minutes.most()) + ", but the steps take "
                            + say(least) + " to " + say(most),
                    "Correct minutes, or make steps shorter or optional.");
        }
    }

    private void checkLeast(Entry entry, Least one, List<Step> steps, List<Range> durations) {
        double minutes = 0;
        for (int i = 0; i < steps.size(); i++) {
            Item item = items.get(steps.get(i).movement());
            if (item != null
                    && item.movement() != null
                    && item.movement().section().equals(one.section())) {
                minutes += durations.get(i).least() / SECONDS;
            }
        }
        if (minutes < one.minutes()) {
            entry.error(
                    "at-least",
                    one.section() + " takes " + say(minutes) + " minutes, less than the " + say(one.minutes())
                            + " that it needs",
                    "Give its steps more minutes.");
        }
    }

    private static String say(double minutes) {
        return String.valueOf(Math.round(minutes * 10) / 10.0);
    }
}
