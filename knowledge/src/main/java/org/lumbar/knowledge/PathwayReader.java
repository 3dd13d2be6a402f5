package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.Pathway;
import org.lumbar.core.knowledge.Pathway.Advice;
import org.lumbar.core.knowledge.Pathway.FollowUp;
import org.lumbar.core.knowledge.Pathway.Goal;
import org.lumbar.core.knowledge.Pathway.Stage;
import org.lumbar.core.logic.Expression;

/** Reads {@code pathway.yaml}. */
final class PathwayReader {

    private static final String FILE = "pathway.yaml";

    private final Content content;
    private final Problems problems;
    private final ExpressionReader expressions;

    PathwayReader(Content content, Problems problems, ExpressionReader expressions) {
        this.content = content;
        this.problems = problems;
        this.expressions = expressions;
    }

    Pathway read() {
        Entry file = Entry.single(FILE, content.file(FILE), problems);
        if (file == null) {
            return new Pathway(List.of(), List.of(), List.of(), List.of(), List.of());
        }
        return new Pathway(
                stages(file), goals(file), followUps(file), advice(file, "safety-net"), advice(file, "stop-rules"));
    }

    private List<Stage> stages(Entry file) {
        List<Stage> stages = new ArrayList<>();
        for (Entry entry : file.entries("stages")) {
            Integer review = entry.wholeOrNull("review-days");
            stages.add(new Stage(
                    entry.text("id"),
                    entry.localized("name"),
                    expressions.read(entry, "when", Expression.NEVER),
                    foreseen(entry),
                    entry.wholeOrNull("from-day"),
                    entry.wholeOrNull("to-day"),
                    entry.localized("aim"),
                    review == null ? 0 : review,
                    entry.localized("move-on-when"),
                    entry.localized("back-when"),
                    entry.textOrNull("next")));
            entry.sources(true);
            entry.end();
        }
        return stages;
    }

    private static Map<String, Boolean> foreseen(Entry entry) {
        Map<String, Boolean> findings = new LinkedHashMap<>();
        Entry nested = entry.entryOrNull("findings");
        if (nested != null) {
            nested.keys().forEach(id -> findings.put(id, nested.flag(id, false)));
        }
        return findings;
    }

    private List<Goal> goals(Entry file) {
        List<Goal> goals = new ArrayList<>();
        for (Entry entry : file.entries("goals")) {
            goals.add(new Goal(
                    entry.text("id"),
                    expressions.read(entry, "when", Expression.ALWAYS),
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

    private List<FollowUp> followUps(Entry file) {
        List<FollowUp> followUps = new ArrayList<>();
        for (Entry entry : file.entries("follow-up")) {
            Integer days = entry.wholeOrNull("in-days");
            followUps.add(new FollowUp(
                    entry.text("id"),
                    expressions.read(entry, "when", Expression.ALWAYS),
                    days == null ? 0 : days,
                    entry.localized("text"),
                    entry.words("measure"),
                    entry.sources(true)));
            entry.end();
        }
        return followUps;
    }

    private List<Advice> advice(Entry file, String key) {
        List<Advice> advice = new ArrayList<>();
        for (Entry entry : file.entries(key)) {
            advice.add(new Advice(
                    entry.text("id"),
                    expressions.read(entry, "when", Expression.ALWAYS),
                    entry.words("applies-to"),
                    entry.words("flags"),
                    entry.localized("text"),
                    entry.sources(true)));
            entry.textOrNull("urgency");
            entry.end();
        }
        return advice;
    }
}
