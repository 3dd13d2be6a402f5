package org.lumbar.server.exercise;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Kind;
import org.lumbar.core.exercise.HomeSet;
import org.lumbar.core.exercise.HomeSet.Choice;

/**
 * The exercises for home that clinicians have put together for a patient: the fold over the chart. What was put together holds
 * from the next signature on.
 *
 * @param versions signed ones, oldest first
 * @param draft what was put together since the last of them; null when nothing was
 */
public record ChosenSets(List<Version> versions, @Nullable HomeSet draft) {

    /** A signed set; its number counts from 1. */
    public record Version(int number, HomeSet set, Instant at, String author) {}

    public ChosenSets {
        versions = List.copyOf(versions);
    }

    /** The sets of a chart. */
    public static ChosenSets of(List<Entry> entries) {
        List<Version> versions = new ArrayList<>();
        HomeSet draft = null;
        for (Entry entry : entries) {
            if (entry.kind().equals(Kind.PROGRAMME)) {
                draft = read(entry.content());
            } else if (draft != null
                    && List.of(Kind.SIGNED, Kind.PROGRAMME_SIGNED).contains(entry.kind())) {
                versions.add(new Version(versions.size() + 1, draft, entry.at(), entry.author()));
                draft = null;
            }
        }
        return new ChosenSets(versions, draft);
    }

    /** The set that was in force at a moment; empty when none had been signed. */
    Optional<Version> at(Instant moment) {
        return versions.stream()
                .filter(version -> !version.at().isAfter(moment))
                .reduce((one, other) -> other);
    }

    /** What the entry of a set holds. */
    public static Entry.Draft entry(HomeSet set) {
        List<Object> movements = new ArrayList<>();
        for (Choice choice : set.choices()) {
            movements.add(Map.of(
                    "movement", choice.movement(),
                    "repetitions", choice.repetitions(),
                    "sets", choice.sets(),
                    "hold", BigDecimal.valueOf(choice.holdSeconds()),
                    "seconds", BigDecimal.valueOf(choice.seconds())));
        }
        Integer sessions = set.sessionsAWeek();
        Map<String, Object> content =
                new TreeMap<>(Map.of("movements", movements, "growth", BigDecimal.valueOf(set.growth())));
        content.put("sessionsAWeek", sessions == null ? Json.NULL : sessions);
        return Entry.Draft.of(Kind.PROGRAMME, content);
    }

    private static HomeSet read(Map<String, Object> content) {
        List<Choice> choices = Json.maps(content, "movements").stream()
                .map(one -> new Choice(
                        Json.text(one, "movement"),
                        (int) number(one, "repetitions"),
                        (int) number(one, "sets"),
                        number(one, "hold"),
                        number(one, "seconds")))
                .toList();
        Integer sessions =
                content.get("sessionsAWeek") instanceof BigDecimal number ? Integer.valueOf(number.intValue()) : null;
        return new HomeSet(choices, sessions, number(content, "growth"));
    }

    private static double number(Map<String, Object> in, String name) {
        return in.get(name) instanceof BigDecimal number ? number.doubleValue() : 0;
    }
}
