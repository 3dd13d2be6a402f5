package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Pathway;
import org.lumbar.core.knowledge.Pathway.Advice;
import org.lumbar.core.knowledge.Pathway.Bound;
import org.lumbar.core.knowledge.Pathway.EmergencyNumbers;
import org.lumbar.core.knowledge.Pathway.FollowUp;
import org.lumbar.core.knowledge.Pathway.Goal;
import org.lumbar.core.knowledge.Pathway.SessionSign;
import org.lumbar.core.knowledge.Pathway.Stage;
import org.lumbar.core.logic.Expression;

/** Reads {@code pathway.yaml}. */
final class PathwayReader {

    private PathwayReader() {}

    static Pathway read(Reading reading) {
        Entry file = reading.mapping("pathway.yaml");
        Pathway pathway = new Pathway(
                stages(file),
                goals(file),
                followUps(file),
                advice(file, "safety-net"),
                advice(file, "stop-rules"),
                emergencyNumbers(file),
                sessionSigns(file));
        Kept.check(file, List.of("escalation", "trajectory", "imaging"));
        return pathway;
    }

    private static List<Stage> stages(Entry file) {
        List<Stage> stages = new ArrayList<>();
        for (Entry entry : file.entries("stages")) {
            stages.add(new Stage(
                    entry.text("id"),
                    entry.localized("name"),
                    Expressions.read(entry, "when", Expression.NEVER),
                    foreseen(entry),
                    entry.wholeOrNull("from-day"),
                    entry.wholeOrNull("to-day"),
                    entry.localized("aim"),
                    entry.whole("review-days"),
                    entry.localized("move-on-when"),
                    entry.localized("back-when"),
                    entry.idOrNull("next", Ids.Kind.STAGE)));
            entry.sources(true);
            entry.end();
        }
        return stages;
    }

    private static Map<String, Boolean> foreseen(Entry entry) {
        Map<String, Boolean> findings = new LinkedHashMap<>();
        Entry nested = entry.entryOrNull("findings");
        if (nested != null) {
            nested.keysOf(Ids.Kind.FINDING).forEach(id -> findings.put(id, nested.flag(id, false)));
        }
        return findings;
    }

    private static List<Goal> goals(Entry file) {
        List<Goal> goals = new ArrayList<>();
        for (Entry entry : file.entries("goals")) {
            goals.add(new Goal(
                    entry.text("id"),
                    Expressions.read(entry, "when", Expression.ALWAYS),
                    entry.localized("text"),
                    entry.textOrNull("measure"),
                    entry.numberOrNull("target"),
                    entry.numberOrNull("target-percent"),
                    entry.textOrNull("unit"),
                    entry.wholeOrNull("by-days"),
                    entry.sources(true)));
            entry.end();
        }
        return goals;
    }

    private static List<FollowUp> followUps(Entry file) {
        List<FollowUp> followUps = new ArrayList<>();
        for (Entry entry : file.entries("follow-up")) {
            followUps.add(new FollowUp(
                    entry.text("id"),
                    Expressions.read(entry, "when", Expression.ALWAYS),
                    entry.whole("in-days"),
                    entry.localized("text"),
                    entry.words("measure"),
                    entry.sources(true)));
            entry.end();
        }
        return followUps;
    }

    private static List<EmergencyNumbers> emergencyNumbers(Entry file) {
        List<EmergencyNumbers> all = new ArrayList<>();
        for (Entry entry : file.entries("emergency-numbers")) {
            all.add(new EmergencyNumbers(
                    entry.neededWords("countries"),
                    entry.neededWords("emergency"),
                    entry.words("advice"),
                    entry.sources(true)));
            entry.end();
        }
        return all;
    }

    private static List<Advice> advice(Entry file, String key) {
        List<Advice> advice = new ArrayList<>();
        for (Entry entry : file.entries(key)) {
            advice.add(new Advice(
                    entry.text("id"),
                    Expressions.read(entry, "when", Expression.ALWAYS),
                    entry.words("applies-to"),
                    entry.ids("flags", Ids.Kind.RED_FLAG),
                    entry.localized("text"),
                    entry.sources(true)));
            entry.word("urgency", "none", FindingsReader.URGENCIES);
            entry.end();
        }
        return advice;
    }

    private static List<SessionSign> sessionSigns(Entry file) {
        List<SessionSign> signs = new ArrayList<>();
        for (Entry entry : file.entries("session-signs")) {
            signs.add(new SessionSign(
                    entry.text("id"),
                    entry.words("applies-to"),
                    entry.idOrNull("flag", Ids.Kind.RED_FLAG),
                    bound(entry),
                    entry.localized("sign"),
                    entry.localized("action"),
                    entry.sources(true)));
            entry.end();
        }
        return signs;
    }

    private static @Nullable Bound bound(Entry entry) {
        if (!entry.has("bound")) {
            return null;
        }
        List<Bound> bounds = List.of(Bound.values());
        String id = entry.word("bound", null, bounds.stream().map(Bound::id).toList());
        return bounds.stream()
                .filter(bound -> bound.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
