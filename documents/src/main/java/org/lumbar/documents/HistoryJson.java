package org.lumbar.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.Load;
import org.lumbar.core.exercise.PerformedSession;
import org.lumbar.core.exercise.ProgrammeHistory;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.core.text.Sentences;

/**
 * Reads what was done of a programme: {@code load} of the programme, {@code changed}, the day up to which sessions have counted
 * for it, and {@code sessions}. A key that does not belong there is an error, so that a misspelt pain is not taken for none.
 */
public final class HistoryJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Sentences SENTENCES = Sentences.beside(HistoryJson.class, "refusals");
    private static final LocalizedText HISTORY = SENTENCES.say("word.history");
    private static final Set<String> TOP = Set.of("load", "changed", "sessions");
    private static final Set<String> LOAD =
            Set.of("share", "sessionsAWeek", "walkMinutes", "walksAWeek", "versions", "steps");
    private static final Set<String> SESSION = Set.of(
            "on",
            "session",
            "skipped",
            "before",
            "worst",
            "nextMorning",
            "effort",
            "legSymptoms",
            "warningSign",
            "stopped",
            "movements");

    private HistoryJson() {}

    /** The history is not one. The message says in English where and what is wrong. */
    public static final class UnusableHistory extends RuntimeException {
        private static final long serialVersionUID = 2L;

        private final LocalizedText line;

        UnusableHistory(String why, Map<String, Object> values) {
            this(SENTENCES.say(why, values));
        }

        private UnusableHistory(LocalizedText line) {
            super(line.en());
            this.line = line;
        }

        /** Where and what is wrong, in a language. */
        public String in(Language language) {
            return line.in(language);
        }
    }

    /**
     * Reads a history.
     *
     * @throws UnusableHistory when it is none
     */
    public static ProgrammeHistory read(InputStream in) throws IOException {
        try (JsonParser json = FACTORY.createParser(in)) {
            json.nextToken();
            Fields top = object(value(json), "", TOP);
            Fields load = object(top.get("load"), "load", LOAD);
            Map<String, Integer> versions = new LinkedHashMap<>();
            Fields harder = object(load.or("versions", Map.of()), "load.versions", null);
            harder.values().keySet().forEach(movement -> versions.put(movement, harder.whole(movement)));
            List<PerformedSession> sessions = new ArrayList<>();
            if (!(top.or("sessions", List.of()) instanceof List<?> all)) {
                throw new UnusableHistory("refused.no-list", Map.of("where", "sessions"));
            }
            for (int i = 0; i < all.size(); i++) {
                sessions.add(session(object(all.get(i), "sessions[" + i + "]", SESSION)));
            }
            return new ProgrammeHistory(
                    new Load(
                            load.number("share"),
                            load.whole("sessionsAWeek"),
                            load.number("walkMinutes"),
                            load.whole("walksAWeek"),
                            versions,
                            load.whole("steps")),
                    top.date("changed"),
                    sessions);
        } catch (JsonProcessingException e) {
            // What the parser says is English; in Russian our own words and the line must do.
            throw new UnusableHistory(
                    "refused.no-json",
                    Map.of(
                            "parser",
                            e.getOriginalMessage(),
                            "line",
                            e.getLocation() == null ? "?" : e.getLocation().getLineNr()));
        }
    }

    private static PerformedSession session(Fields fields) {
        List<String> movements = new ArrayList<>();
        if (fields.or("movements", List.of()) instanceof List<?> list) {
            list.forEach(movement -> movements.add(String.valueOf(movement)));
        }
        Object skipped = fields.or("skipped", "");
        Object session = fields.or("session", "");
        return new PerformedSession(
                fields.date("on"),
                String.valueOf(session),
                String.valueOf(skipped).isEmpty() ? null : String.valueOf(skipped),
                fields.score("before"),
                fields.score("worst"),
                fields.score("nextMorning"),
                fields.score("effort"),
                fields.flag("legSymptoms"),
                fields.flag("warningSign"),
                fields.flag("stopped"),
                movements);
    }

    /** @param path of the value; empty for the whole history */
    private static Fields object(@Nullable Object value, String path, @Nullable Set<String> known) {
        LocalizedText where = path.isEmpty() ? HISTORY : new LocalizedText(path, path);
        if (!(value instanceof Map<?, ?> map)) {
            throw new UnusableHistory(value == null ? "refused.missing" : "refused.no-object", Map.of("where", where));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, one) -> {
            if (known != null && !known.contains(key)) {
                throw new UnusableHistory(
                        "refused.unknown-key",
                        Map.of(
                                "where",
                                where,
                                "key",
                                String.valueOf(key),
                                "keys",
                                String.join(", ", known.stream().sorted().toList())));
            }
            if (one != null) {
                values.put(String.valueOf(key), one);
            }
        });
        return new Fields(path, values);
    }

    /** The values of one object; what is null is absent. */
    private record Fields(String path, Map<String, Object> values) {

        @Nullable
        Object get(String key) {
            return values.get(key);
        }

        Object or(String key, Object otherwise) {
            return values.getOrDefault(key, otherwise);
        }

        double number(String key) {
            if (get(key) instanceof Number number
                    && number.doubleValue() >= 0
                    && Double.isFinite(number.doubleValue())) {
                return number.doubleValue();
            }
            throw wrong(key, "word.from-zero");
        }

        int whole(String key) {
            double number = number(key);
            if (number != Math.rint(number) || number > Integer.MAX_VALUE) {
                throw wrong(key, "word.whole");
            }
            return (int) number;
        }

        @Nullable
        Double score(String key) {
            if (get(key) == null) {
                return null;
            }
            double number = number(key);
            if (number > 10) {
                throw wrong(key, "word.on-scale");
            }
            return number;
        }

        boolean flag(String key) {
            Object value = or(key, false);
            if (value instanceof Boolean flag) {
                return flag;
            }
            throw wrong(key, "word.truth");
        }

        LocalDate date(String key) {
            try {
                return LocalDate.parse(String.valueOf(get(key)));
            } catch (DateTimeException e) {
                throw wrong(key, "word.day");
            }
        }

        private UnusableHistory wrong(String key, String expected) {
            LocalizedText element = path.isEmpty()
                    ? new LocalizedText(HISTORY.en() + "." + key, key)
                    : new LocalizedText(path + "." + key, path + "." + key);
            return new UnusableHistory(
                    "refused.wrong",
                    Map.of("where", element, "found", String.valueOf(get(key)), "expected", SENTENCES.say(expected)));
        }
    }

    /** A value as maps, lists, strings, numbers and truths. */
    private static @Nullable Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null) {
            throw new UnusableHistory("refused.nothing", Map.of());
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String key = json.currentName();
                    json.nextToken();
                    map.put(key, value(json));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                yield list;
            }
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }
}
