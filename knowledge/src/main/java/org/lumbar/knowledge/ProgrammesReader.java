package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.MassageSession;
import org.lumbar.core.knowledge.ProgrammeTemplate;
import org.lumbar.core.knowledge.ProgrammeTemplate.DayPart;
import org.lumbar.core.knowledge.ProgrammeTemplate.Part;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.knowledge.ProgrammeTemplate.Use;
import org.lumbar.core.knowledge.Session;

/** Reads what the days of exercise programmes are made from. */
final class ProgrammesReader {

    private static final int DAYS_OF_A_WEEK = 7;

    private final Set<String> massages = new HashSet<>();

    private ProgrammesReader(List<Session> sessions) {
        for (Session session : sessions) {
            if (session instanceof MassageSession) {
                massages.add(session.id());
            }
        }
    }

    static List<ProgrammeTemplate> read(Reading reading, List<Session> sessions) {
        ProgrammesReader reader = new ProgrammesReader(sessions);
        List<ProgrammeTemplate> programmes = new ArrayList<>();
        for (Entry entry : reading.mappings("programmes/")) {
            String id = entry.text("id");
            programmes.add(reader.programme(entry, id));
            entry.end();
            ItemsReader.place(entry, "programmes/" + id + ".yaml");
        }
        return List.copyOf(programmes);
    }

    private ProgrammeTemplate programme(Entry entry, String id) {
        List<String> phases = entry.ids("phases", Ids.Kind.PHASE);
        List<Part> parts = new ArrayList<>();
        for (Entry part : entry.entries("parts")) {
            parts.add(part(part));
            part.end();
        }
        needs(entry, "phases", phases.isEmpty());
        needs(entry, "parts", parts.isEmpty());
        return new ProgrammeTemplate(
                id,
                entry.localized("name"),
                settings(entry),
                phases,
                entry.id("item", Ids.Kind.ITEM),
                entry.flag("grows", true),
                sessionsAWeek(entry),
                parts,
                entry.sources(true));
    }

    private static List<Setting> settings(Entry entry) {
        List<Setting> settings = new ArrayList<>();
        for (String word : entry.words("settings")) {
            Setting setting = named(Setting.values(), word);
            if (setting == null) {
                entry.error(
                        "settings",
                        "settings has " + word + ", expected some of " + String.join(", ", names(Setting.values())),
                        Spelling.advice(word, names(Setting.values()), "Choose among them."));
            } else {
                settings.add(setting);
            }
        }
        needs(
                entry,
                "settings",
                !entry.has("settings") || entry.words("settings").isEmpty());
        return settings;
    }

    private static int sessionsAWeek(Entry entry) {
        int number = entry.whole("sessions-a-week");
        if (entry.has("sessions-a-week") && (number < 1 || number > DAYS_OF_A_WEEK)) {
            entry.error(
                    "sessions-a-week",
                    "sessions-a-week is " + number + ", expected 1 to " + DAYS_OF_A_WEEK,
                    "Say on how many days of a week the main session comes.");
        }
        return number;
    }

    private Part part(Entry entry) {
        Integer days = entry.wholeOrNull("days-each");
        return new Part(
                word(entry, "at", DayPart.values()),
                word(entry, "use", Use.values()),
                sessions(entry),
                days == null ? 1 : Math.max(1, days),
                entry.ids("only", Ids.Kind.FINDING));
    }

    /** Each entry is one session, or a list of those that are joined. */
    private List<List<String>> sessions(Entry entry) {
        List<List<String>> sessions = new ArrayList<>();
        if (entry.node("sessions") instanceof Node.Items items) {
            for (Node one : items.nodes()) {
                List<String> joined = joined(entry, one);
                if (!joined.isEmpty()) {
                    sessions.add(joined);
                }
            }
        }
        needs(entry, "sessions", sessions.isEmpty());
        return sessions;
    }

    private List<String> joined(Entry entry, Node node) {
        List<String> joined = new ArrayList<>();
        List<Node> nodes = node instanceof Node.Items items ? items.nodes() : List.of(node);
        if (nodes.isEmpty()) {
            entry.error(node, "sessions joins nothing", "Write [a, b] in the list to join a and b.");
        }
        for (Node one : nodes) {
            if (one instanceof Node.Text text && !text.value().isBlank()) {
                entry.mustExist(Ids.Kind.SESSION, text.value(), one);
                if (massages.contains(text.value())) {
                    entry.error(
                            one,
                            "sessions has " + text.value() + ", which is no exercise session",
                            "Name a session of kind exercise.");
                }
                joined.add(text.value());
            } else {
                entry.error(one, "sessions should be a list of words", "Write [a, b], or [[a, b], c] to join a and b.");
            }
        }
        return joined;
    }

    private static void needs(Entry entry, String key, boolean missing) {
        if (missing) {
            entry.error(key, "needs " + key, "Add " + key + ": with at least one entry.");
        }
    }

    private static <E extends Enum<E>> E word(Entry entry, String key, E[] values) {
        E value = named(values, entry.word(key, null, names(values)));
        return value == null ? values[0] : value;
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, String word) {
        return Arrays.stream(values)
                .filter(value -> name(value).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(ProgrammesReader::name).toList();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
