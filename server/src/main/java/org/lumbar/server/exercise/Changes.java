package org.lumbar.server.exercise;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.PatientChart;
import org.lumbar.chart.Practised;
import org.lumbar.core.exercise.ProgrammeRequest.Change;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.server.page.Messages;

/** What instructors have made easier or harder for a patient: the fold over the sessions that they saw. */
public final class Changes {

    private final Map<String, Movement> movements = new HashMap<>();
    private final Map<String, Change> changes = new LinkedHashMap<>();

    private Changes(KnowledgeBase knowledge) {
        knowledge.items().stream()
                .filter(item -> item.movement() != null)
                .forEach(item -> movements.put(item.id(), Objects.requireNonNull(item.movement())));
    }

    /** The changes up to now, by the movement that a programme would hold. */
    public static Map<String, Change> of(PatientChart chart, KnowledgeBase knowledge) {
        return between(Instant.MIN, Instant.MAX, chart, knowledge);
    }

    /** The changes that were decided after a moment, and not after another. */
    static Map<String, Change> between(Instant after, Instant until, PatientChart chart, KnowledgeBase knowledge) {
        Changes all = new Changes(knowledge);
        chart.practised().stream()
                .filter(session -> session.at().isAfter(after) && !session.at().isAfter(until))
                .flatMap(session -> session.seen().stream())
                .forEach(all::add);
        return all.changes;
    }

    /** True when the session changed something. */
    static boolean changes(Practised session) {
        return session.seen().stream().anyMatch(Practised.Seen::changes);
    }

    /** Wherever the movement stood, by itself or in the place of another, its neighbour stands from now on. */
    private void add(Practised.Seen seen) {
        String next = neighbour(seen);
        if (next == null) {
            return;
        }
        Change change = new Change(next, seen.change().equals(Practised.HARDER), why(seen.why()));
        changes.putIfAbsent(seen.movement(), new Change(seen.movement(), change.harder(), change.why()));
        changes.replaceAll((place, now) -> now.movement().equals(seen.movement()) ? change : now);
        changes.entrySet().removeIf(one -> one.getKey().equals(one.getValue().movement()));
    }

    private @Nullable String neighbour(Practised.Seen seen) {
        Movement movement = movements.get(seen.movement());
        if (movement == null) {
            return null;
        }
        return switch (seen.change()) {
            case Practised.HARDER -> movement.harder();
            case Practised.EASIER -> movement.easier();
            default -> null;
        };
    }

    private static LocalizedText why(String code) {
        String key = "technique.why." + code;
        return new LocalizedText(
                new Messages(Language.EN, ZoneOffset.UTC).say(key), new Messages(Language.RU, ZoneOffset.UTC).say(key));
    }
}
