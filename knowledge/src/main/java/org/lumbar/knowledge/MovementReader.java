package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.MovementTerms;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/** Reads single exercises and the words they are described in, and follows the ways from one exercise to another. */
final class MovementReader {

    /** The category of items that are single exercises, and the class that all of them inherit from. */
    static final String CATEGORY = "movement";

    /** A step is read aloud while the body moves, so it is short. */
    private static final int WORDS_OF_A_STEP = 12;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]\\S*");
    private static final int FEWEST_STEPS = 2;
    private static final int MOST_STEPS = 6;
    private static final Range ONCE = new Range(1, 1);

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    static MovementTerms terms(Reading reading) {
        Entry file = reading.mapping("movement-terms.yaml");
        return new MovementTerms(
                terms(file, "sections"),
                terms(file, "regions"),
                terms(file, "positions"),
                terms(file, "equipment"),
                terms(file, "loads"),
                file.sources(true));
    }

    private static List<MovementTerms.Term> terms(Entry file, String key) {
        List<MovementTerms.Term> terms = new ArrayList<>();
        for (Entry entry : file.entries(key)) {
            terms.add(new MovementTerms.Term(entry.text("id"), entry.localized("name")));
            entry.end();
        }
        return terms;
    }

    /**
     * How an item is done when it is a single exercise, else null.
     *
     * @param closed never offered, so that only what stands in for it matters
     */
    @Nullable
    Movement movement(Entry item, boolean closed) {
        Entry entry = item.entryOrNull("movement");
        boolean expected = CATEGORY.equals(item.textOrNull("category"));
        if (expected != item.has("movement")) {
            item.error(
                    "movement",
                    expected ? "needs movement" : "is no single exercise but has movement",
                    expected ? "Say how it is done." : "Drop it, or correct category.");
        }
        if (expected) {
            inherits(item);
        }
        if (entry == null) {
            return null;
        }
        Movement movement = movement(entry);
        check(entry, movement, closed);
        entry.end();
        entries.put(item.text("id"), entry);
        return movement;
    }

    /** Nothing that holds for every movement may be forgotten in one. */
    private static void inherits(Entry item) {
        if (!item.words("classes").contains(CATEGORY)) {
            item.error("classes", "lacks the class " + CATEGORY, "Add it: its exclusions hold for every exercise.");
        }
        if (!item.flag("physical", false)) {
            item.error("physical", "is an exercise but not physical", "Write physical: true.");
        }
    }

    private static Movement movement(Entry entry) {
        return new Movement(
                entry.id("section", Ids.Kind.SECTION),
                entry.ids("region", Ids.Kind.REGION),
                entry.ids("position", Ids.Kind.POSITION),
                entry.ids("equipment", Ids.Kind.EQUIPMENT),
                load(entry),
                levels(entry),
                dose(entry),
                entry.localizedOrNull("breathing"),
                entry.localizedList("steps"),
                entry.localizedList("mistakes"),
                entry.localizedOrNull("purpose"),
                entry.idOrNull("easier", Ids.Kind.ITEM),
                entry.localizedOrNull("easier-text"),
                entry.idOrNull("harder", Ids.Kind.ITEM),
                entry.localizedOrNull("harder-text"),
                entry.flag("late", false),
                entry.ids("substitute", Ids.Kind.ITEM),
                trains(entry));
    }

    private static Set<Movement.Trains> trains(Entry entry) {
        Set<Movement.Trains> trains = EnumSet.noneOf(Movement.Trains.class);
        List<String> known = Stream.of(Movement.Trains.values())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        for (String word : entry.words("trains")) {
            if (known.contains(word)) {
                trains.add(Movement.Trains.valueOf(word.toUpperCase(Locale.ROOT)));
            } else {
                entry.error(
                        "trains",
                        "trains has " + word + ", expected some of " + String.join(", ", known),
                        Spelling.advice(word, known, "Choose among them."));
            }
        }
        return trains;
    }

    private static int load(Entry entry) {
        int load = entry.whole("load");
        Node node = entry.node("load");
        if (node != null) {
            entry.mustExist(Ids.Kind.LOAD, String.valueOf(load), node);
        }
        return load;
    }

    private static List<Movement.Level> levels(Entry entry) {
        List<Movement.Level> levels = new ArrayList<>();
        for (Entry level : entry.entries("levels")) {
            levels.add(new Movement.Level(load(level), level.localized("name")));
            level.end();
        }
        return levels;
    }

    private static Movement.@Nullable Count dose(Entry entry) {
        Entry dose = entry.entryOrNull("dose");
        if (dose == null) {
            return null;
        }
        Range sets = counts(dose, "sets");
        Range seconds = positive(dose, "seconds");
        if (!dose.has("seconds")) {
            dose.error("seconds", "needs seconds", "Say how long one repetition takes, or the whole.");
        }
        Movement.Count count = new Movement.Count(
                counts(dose, "reps"),
                sets == null ? ONCE : sets,
                seconds == null ? ONCE : seconds,
                positive(dose, "hold-seconds"),
                dose.flag("per-side", false),
                dose.localizedOrNull("tempo"));
        dose.end();
        if (count.holdSeconds() != null
                && count.holdSeconds().most() > count.seconds().most()) {
            dose.error("hold-seconds", "hold-seconds is longer than seconds", "A repetition includes its hold.");
        }
        return count;
    }

    static @Nullable Range positive(Entry entry, String key) {
        Range range = entry.rangeOrNull(key);
        if (range != null && range.least() <= 0) {
            entry.error(key, key + " begins at or below 0", "Write a time.");
            return null;
        }
        return range;
    }

    static @Nullable Range counts(Entry entry, String key) {
        Range range = entry.rangeOrNull(key);
        if (range != null
                && (range.least() < 1
                        || range.least() != Math.rint(range.least())
                        || range.most() != Math.rint(range.most()))) {
            entry.error(key, key + " should count from 1, in whole numbers", "Write [8, 10], or one number.");
            return null;
        }
        return range;
    }

    private static void check(Entry entry, Movement movement, boolean closed) {
        needs(entry, "region", movement.regions().isEmpty());
        if (closed) {
            needs(entry, "substitute", movement.substitutes().isEmpty());
        } else {
            needs(entry, "position", movement.positions().isEmpty());
            needs(entry, "dose", !entry.has("dose"));
            needs(entry, "breathing", !entry.has("breathing"));
            needs(entry, "purpose", !entry.has("purpose"));
            needs(entry, "mistakes", movement.mistakes().isEmpty());
            needs(entry, "steps", !entry.has("steps"));
            if (entry.has("substitute")) {
                entry.error("substitute", "only a closed movement has a substitute", "Drop it.");
            }
        }
        if (movement.late() && movement.easier() == null) {
            entry.error("late", "comes late but nothing comes before it", "Name the easier movement.");
        }
        checkSteps(entry, movement);
    }

    private static void needs(Entry entry, String key, boolean missing) {
        if (missing) {
            entry.error(key, "needs " + key, "Add " + key + ": to the movement.");
        }
    }

    private static void checkSteps(Entry entry, Movement movement) {
        int steps = movement.steps().size();
        if (entry.has("steps") && (steps < FEWEST_STEPS || steps > MOST_STEPS)) {
            entry.error(
                    "steps",
                    "has " + steps + " steps, expected " + FEWEST_STEPS + " to " + MOST_STEPS,
                    "Join some, or split one.");
        }
        for (LocalizedText step : movement.steps()) {
            for (Language language : Language.values()) {
                String text = step.in(language);
                if (words(text) > WORDS_OF_A_STEP) {
                    entry.error(
                            "steps",
                            "a step has " + words(text) + " words, expected at most " + WORDS_OF_A_STEP + ": " + text,
                            "Say it shorter, or make two steps of it.");
                }
            }
        }
    }

    private static long words(String text) {
        return WORD.matcher(text).results().count();
    }

    /** Follows easier and harder movements and substitutes, once all items are read. */
    void checkPaths(List<Item> items) {
        Map<String, Movement> movements = new HashMap<>();
        Set<String> closed = new HashSet<>();
        for (Item item : items) {
            if (item.movement() != null) {
                movements.put(item.id(), item.movement());
            }
            if (item.availability() == Item.Availability.CLOSED) {
                closed.add(item.id());
            }
        }
        entries.forEach((id, entry) -> {
            Movement movement = movements.get(id);
            if (movement != null) {
                Paths paths = new Paths(entry, id, movement, movements, closed);
                paths.check("easier", Movement::easier);
                paths.check("harder", Movement::harder);
                movement.substitutes().forEach(other -> paths.open("substitute", other));
            }
        });
    }

    /** The ways that lead on from one movement. */
    private record Paths(
            Entry entry, String id, Movement movement, Map<String, Movement> movements, Set<String> closed) {

        void check(String key, Function<Movement, @Nullable String> next) {
            String other = next.apply(movement);
            if (other == null || !open(key, other)) {
                return;
            }
            int load = movements.get(other).load();
            if (key.equals("easier") ? load > movement.load() : load < movement.load()) {
                entry.error(
                        key,
                        key + " is " + other + " with load " + load + ", but this has load " + movement.load(),
                        "Correct one of the loads, or choose another.");
            }
            Set<String> passed = new HashSet<>();
            for (String at = other; at != null && passed.add(at); at = next(at, next)) {
                if (at.equals(id)) {
                    entry.error(key, key + " leads back to " + id, "Leave the weaker link out.");
                }
            }
        }

        private @Nullable String next(String at, Function<Movement, @Nullable String> next) {
            Movement there = movements.get(at);
            return there == null ? null : next.apply(there);
        }

        /** Reports an item that cannot be done instead. */
        boolean open(String key, String other) {
            if (!movements.containsKey(other)) {
                if (entry.reading().ids().has(Ids.Kind.ITEM, other)) {
                    entry.error(key, key + " is " + other + ", which is no movement", "Name a single exercise.");
                }
                return false;
            }
            if (closed.contains(other)) {
                entry.error(key, key + " is " + other + ", which is closed", "Name one that may be done.");
            }
            return true;
        }
    }
}
