package org.lumbar.server.exercise;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Kind;
import org.lumbar.core.exercise.Load;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.fhir.SessionResult;
import org.lumbar.fhir.SessionResults;

/**
 * A session that was done, or begun and stopped, as its entry of the chart has it. What is null was not said.
 *
 * @param sequence of the entry
 * @param session id of the planned session
 * @param load that it was done with, and {@code changed} the day up to which sessions had counted for that
 * @param result what the patient told, read by the one reader of such results
 */
public record Exercised(
        long sequence, LocalDate on, String session, Load load, LocalDate changed, SessionResult result) {

    static final String QUESTIONNAIRES = "https://w3id.org/lumbar/fhir/Questionnaire/";

    /** The sessions of a chart, oldest first. */
    public static List<Exercised> all(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(Kind.EXERCISED))
                .map(Exercised::of)
                .toList();
    }

    /** What the entry holds. */
    Entry.Draft draft(Map<String, Object> results) {
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
        LocalDate on = LocalDate.parse(Json.text(content, "on"));
        return new Exercised(
                entry.sequence(),
                on,
                Json.text(content, "session"),
                load(Json.map(content, "load")),
                LocalDate.parse(Json.text(content, "changed")),
                read(results == null ? Map.of() : results).on(on));
    }

    /**
     * Reads results as the session's page sends them.
     *
     * @throws UnusableRecord when they are not those of one session
     */
    static SessionResult read(Map<String, Object> results) {
        return SessionResults.read(Json.canonical(results).getBytes(StandardCharsets.UTF_8));
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

    public String completion() {
        return result.told().completion();
    }

    /** Minutes that it took. */
    public @Nullable Integer minutes() {
        return whole(result.told().minutes());
    }

    /** Pain before it, 0 to 10. */
    public @Nullable Integer before() {
        return whole(result.session().before());
    }

    /** Strongest pain during it, 0 to 10. */
    public @Nullable Integer worst() {
        return whole(result.told().worst());
    }

    /** Pain at its end, 0 to 10. */
    public @Nullable Integer after() {
        return whole(result.told().after());
    }

    /** 0 to 10. */
    public @Nullable Integer effort() {
        return whole(result.session().effort());
    }

    /** Pain on the morning after an earlier session, 0 to 10. */
    public @Nullable Integer morning() {
        SessionResult.Morning morning = result.morning();
        return morning == null ? null : whole(morning.pain());
    }

    /** True when symptoms in a leg came or spread. */
    public @Nullable Boolean leg() {
        return result.told().leg();
    }

    /** Ids of the warning signs that were answered with yes before it. */
    public List<String> warnings() {
        return result.told().warnings();
    }

    private static @Nullable Integer whole(@Nullable Double value) {
        return value == null ? null : Integer.valueOf(value.intValue());
    }

    /** True when exercises were done, all or some; without a word about any of them, when it was begun. */
    public boolean done() {
        Map<String, String> outcomes = result.told().outcomes();
        return result.session().done()
                && (outcomes.isEmpty() || outcomes.values().stream().anyMatch(one -> !one.equals("skipped")));
    }
}
