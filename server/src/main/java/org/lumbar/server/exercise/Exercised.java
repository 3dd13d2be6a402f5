package org.lumbar.server.exercise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Kind;
import org.lumbar.core.exercise.Load;
import org.lumbar.core.exercise.PerformedSession;

/**
 * A session that was done, or begun and stopped, as its entry of the chart has it. What is null was not said.
 *
 * @param sequence of the entry
 * @param session id of the planned session
 * @param load that it was done with, and {@code changed} the day up to which sessions had counted for that
 * @param completion {@code completed}, {@code stopped} or {@code not-started}
 * @param minutes that it took
 * @param before pain before it, 0 to 10
 * @param worst strongest pain during it, 0 to 10
 * @param after pain at its end, 0 to 10
 * @param effort 0 to 10
 * @param leg symptoms in a leg came or spread
 * @param warnings ids of the warning signs that were answered with yes before it
 * @param outcomes by movement: {@code done}, {@code partial} or {@code skipped}
 */
public record Exercised(
        long sequence,
        LocalDate on,
        String session,
        Load load,
        LocalDate changed,
        String completion,
        @Nullable Integer minutes,
        @Nullable Integer before,
        @Nullable Integer worst,
        @Nullable Integer after,
        @Nullable Integer effort,
        @Nullable Boolean leg,
        List<String> warnings,
        Map<String, String> outcomes) {

    static final String QUESTIONNAIRES = "https://w3id.org/lumbar/fhir/Questionnaire/";

    public Exercised {
        warnings = List.copyOf(warnings);
        outcomes = Map.copyOf(outcomes);
    }

    /** The sessions of a chart, oldest first. */
    public static List<Exercised> all(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(Kind.EXERCISED))
                .map(Exercised::of)
                .toList();
    }

    /** What the entry holds. */
    static Entry.Draft draft(String session, LocalDate on, Load load, LocalDate changed, Map<String, Object> results) {
        Map<String, Object> carried = Map.of(
                "share", BigDecimal.valueOf(load.share()),
                "sessionsAWeek", load.sessionsAWeek(),
                "walkMinutes", BigDecimal.valueOf(load.walkMinutes()),
                "walksAWeek", load.walksAWeek(),
                "versions", new TreeMap<>(load.versions()),
                "steps", load.steps());
        return Entry.Draft.of(
                Kind.EXERCISED,
                Map.of(
                        "session", session,
                        "on", on.toString(),
                        "load", carried,
                        "changed", changed.toString(),
                        "results", results));
    }

    private static Exercised of(Entry entry) {
        Map<String, Object> content = entry.content();
        Map<String, Object> results = Json.map(content, "results");
        return read(
                entry.sequence(),
                LocalDate.parse(Json.text(content, "on")),
                Json.text(content, "session"),
                load(Json.map(content, "load")),
                LocalDate.parse(Json.text(content, "changed")),
                results == null ? Map.of() : results);
    }

    /** Reads results as the session's page sends them. */
    static Exercised read(
            long sequence, LocalDate on, String session, Load load, LocalDate changed, Map<String, Object> results) {
        Map<String, Map<String, Object>> said = new HashMap<>();
        Map<String, String> outcomes = new TreeMap<>();
        for (Map<String, Object> item : items(results, "exercise-session")) {
            said.put(Json.text(item, "linkId"), item);
            for (Map<String, Object> part : Json.maps(item, "item")) {
                if (Json.text(part, "linkId").equals("outcome")) {
                    outcomes.put(Json.text(item, "linkId"), Json.text(answer(part), "valueString"));
                }
            }
        }
        List<String> warnings = new ArrayList<>();
        for (Map<String, Object> item : items(results, "intake")) {
            if (Boolean.TRUE.equals(answer(item).get("valueBoolean"))) {
                warnings.add(Json.text(item, "linkId"));
            }
        }
        return new Exercised(
                sequence,
                on,
                session,
                load,
                changed,
                Json.text(answer(said.getOrDefault("completion", Map.of())), "valueString"),
                whole(said, "minutes"),
                whole(said, "pain-before"),
                whole(said, "pain-worst"),
                whole(said, "pain-after"),
                whole(said, "effort"),
                answer(said.getOrDefault("leg-symptoms", Map.of())).get("valueBoolean") instanceof Boolean leg
                        ? leg
                        : null,
                warnings,
                outcomes);
    }

    private static List<Map<String, Object>> items(Map<String, Object> bundle, String questionnaire) {
        return Json.maps(bundle, "entry").stream()
                .map(entry -> Json.map(entry, "resource"))
                .filter(resource ->
                        resource != null && Json.text(resource, "questionnaire").equals(QUESTIONNAIRES + questionnaire))
                .flatMap(resource -> Json.maps(resource, "item").stream())
                .toList();
    }

    private static Map<String, Object> answer(Map<String, Object> item) {
        List<Map<String, Object>> answers = Json.maps(item, "answer");
        return answers.isEmpty() ? Map.of() : answers.getFirst();
    }

    private static @Nullable Integer whole(Map<String, Map<String, Object>> said, String link) {
        return answer(said.getOrDefault(link, Map.of())).get("valueInteger") instanceof BigDecimal number
                ? Integer.valueOf(number.intValue())
                : null;
    }

    private static Load load(@Nullable Map<String, Object> content) {
        if (content == null) {
            return Load.NONE;
        }
        Map<String, Integer> versions = new TreeMap<>();
        Map<String, Object> harder = Json.map(content, "versions");
        if (harder != null) {
            harder.keySet().forEach(movement -> versions.put(movement, (int) number(harder, movement)));
        }
        return new Load(
                number(content, "share"),
                (int) number(content, "sessionsAWeek"),
                number(content, "walkMinutes"),
                (int) number(content, "walksAWeek"),
                versions,
                (int) number(content, "steps"));
    }

    private static double number(Map<String, Object> in, String name) {
        return in.get(name) instanceof BigDecimal number ? number.doubleValue() : 0;
    }

    /** True when it was begun. */
    public boolean begun() {
        return !completion.equals("not-started");
    }

    /** True when exercises were done, all or some; without a word about any of them, when it was begun. */
    public boolean done() {
        return begun() && (outcomes.isEmpty() || outcomes.values().stream().anyMatch(one -> !one.equals("skipped")));
    }

    /** The session as the progression of the load judges it. */
    PerformedSession performed() {
        return new PerformedSession(
                on,
                session,
                begun() ? null : completion,
                score(before),
                score(worst),
                null,
                score(effort),
                Boolean.TRUE.equals(leg),
                !warnings.isEmpty(),
                outcomes.entrySet().stream()
                        .filter(outcome -> outcome.getValue().equals("done"))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    private static @Nullable Double score(@Nullable Integer value) {
        return value == null ? null : Double.valueOf(value);
    }
}
