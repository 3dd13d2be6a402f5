package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.lumbar.core.knowledge.MassageSession;
import org.lumbar.core.knowledge.MassageSession.Kept;
import org.lumbar.core.knowledge.MassageSession.Step;
import org.lumbar.core.knowledge.MassageSession.Technique;
import org.lumbar.core.knowledge.MassageSession.Variant;
import org.lumbar.core.logic.Expression;

/** Reads the script of a massage; its steps add up to its minutes, and what replaces steps takes as long as they did. */
final class MassageReader {

    private MassageReader() {}

    static MassageSession session(Entry entry) {
        List<Step> steps = steps(entry);
        SessionsReader.needsSteps(entry, steps.isEmpty());
        MassageSession session = new MassageSession(
                entry.text("id"),
                SessionsReader.item(entry),
                entry.localized("name"),
                entry.localized("about"),
                entry.amount("minutes"),
                entry.ids("phases", Ids.Kind.FINDING),
                entry.ids("gates", Ids.Kind.GATE),
                entry.localizedList("goals"),
                entry.localized("position"),
                entry.localizedList("rules"),
                entry.localizedList("never-on"),
                entry.localizedList("stop-if"),
                techniques(entry),
                steps,
                variants(entry, steps),
                entry.sources(true));
        double sum = steps.stream().mapToDouble(Step::minutes).sum();
        if (!steps.isEmpty() && sum != session.minutes()) {
            entry.error(
                    "minutes",
                    "the steps add up to " + sum + " minutes, not to " + session.minutes(),
                    "Correct minutes, or those of a step.");
        }
        return session;
    }

    private static List<Technique> techniques(Entry entry) {
        List<Technique> techniques = new ArrayList<>();
        for (Entry one : entry.entries("techniques")) {
            Integer from = one.wholeOrNull("from-session");
            techniques.add(new Technique(
                    one.id("technique", Ids.Kind.ITEM),
                    one.amountOrNull("minutes-max"),
                    from == null ? 1 : from,
                    one.wholeOrNull("only-in-step"),
                    one.wholeOrNull("after-step"),
                    one.wholeOrNull("minutes-from-step")));
            one.end();
        }
        return techniques;
    }

    private static List<Step> steps(Entry entry) {
        List<Step> steps = new ArrayList<>();
        for (Entry one : entry.entries("steps")) {
            steps.add(new Step(
                    steps.size() + 1,
                    one.text("zone"),
                    one.ids("technique", Ids.Kind.ITEM),
                    one.amount("minutes"),
                    one.localized("name"),
                    one.localizedOrNull("how"),
                    Expressions.alternatives(one, "leave-out-when"),
                    one.wholeOrNull("minutes-to-step"),
                    one.sources(true)));
            one.end();
        }
        return steps;
    }

    private static List<Variant> variants(Entry entry, List<Step> steps) {
        List<Variant> variants = new ArrayList<>();
        for (Entry one : entry.entries("variants")) {
            List<Integer> replaces = numbers(one, "replaces-steps", steps);
            List<Step> added = steps(one);
            variants.add(new Variant(
                    one.text("id"),
                    one.localized("name"),
                    one.has("when") ? Expressions.read(one, "when", Expression.NEVER) : null,
                    MovementReader.counts(one, "sessions"),
                    one.rangeOrNull("minutes"),
                    replaces,
                    added,
                    kept(one, steps),
                    numbers(one, "half-minutes-of-steps", steps),
                    one.ids("without", Ids.Kind.ITEM),
                    one.ids("gates", Ids.Kind.GATE),
                    Expressions.alternatives(one, "exclude"),
                    one.localizedOrNull("text"),
                    one.sources(true)));
            checkReplacement(one, replaces, added, steps);
            one.end();
        }
        return variants;
    }

    private static void checkReplacement(Entry entry, List<Integer> replaces, List<Step> added, List<Step> steps) {
        double before = steps.stream()
                .filter(step -> replaces.contains(step.number()))
                .mapToDouble(Step::minutes)
                .sum();
        double after = added.stream().mapToDouble(Step::minutes).sum();
        if (before != after) {
            entry.error(
                    "steps",
                    "the steps add up to " + after + " minutes, not to " + before + " of those that they replace",
                    "Correct one of them.");
        }
    }

    private static List<Kept> kept(Entry entry, List<Step> steps) {
        List<Kept> kept = new ArrayList<>();
        for (Entry one : entry.entries("keeps")) {
            int step = one.whole("step");
            mustBeStep(one, "step", step, steps);
            kept.add(new Kept(step, one.amountOrNull("minutes"), one.ids("without", Ids.Kind.ITEM)));
            one.end();
        }
        return kept;
    }

    private static List<Integer> numbers(Entry entry, String key, List<Step> steps) {
        List<Integer> numbers = new ArrayList<>();
        for (String word : entry.words(key)) {
            if (word.matches("[0-9]{1,3}")) {
                int number = Integer.parseInt(word);
                mustBeStep(entry, key, number, steps);
                numbers.add(number);
            } else {
                entry.error(key, key + " is " + word + ", expected numbers of steps", "Write [1, 2].");
            }
        }
        return numbers;
    }

    private static void mustBeStep(Entry entry, String key, int number, List<Step> steps) {
        if (number < 1 || number > steps.size()) {
            entry.error(key, "no step has the id " + number, "Steps are counted from 1.");
        }
    }
}
