package org.lumbar.server.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.exercise.HomeSet;
import org.lumbar.core.exercise.HomeSet.Choice;
import org.lumbar.server.page.Page;

/** What is different between two sets, in words. */
final class Difference {

    private static final double PERCENT = 100;

    private final Page page;
    private final Bench bench;

    Difference(Page page, Bench bench) {
        this.page = page;
        this.bench = bench;
    }

    /** A line for each exercise that came, went or has another dose, and for what else changed; empty when nothing did. */
    List<String> of(HomeSet before, HomeSet after) {
        Map<String, Choice> old = byMovement(bench.shown(before));
        Map<String, Choice> fresh = byMovement(bench.shown(after));
        List<String> lines = new ArrayList<>();
        fresh.forEach((id, choice) -> {
            Choice was = old.get(id);
            if (was == null) {
                lines.add(page.say("programme.added", Map.of("name", name(id), "dose", dose(choice))));
            } else if (!was.equals(choice)) {
                lines.add(page.say(
                        "programme.changed", Map.of("name", name(id), "before", dose(was), "after", dose(choice))));
            }
        });
        old.keySet().stream()
                .filter(id -> !fresh.containsKey(id))
                .forEach(id -> lines.add(page.say("programme.removed", "name", name(id))));
        if (bench.sessions(before) != bench.sessions(after)) {
            lines.add(page.say(
                    "programme.sessions.changed",
                    Map.of("before", bench.sessions(before), "after", bench.sessions(after))));
        }
        if (before.growth() != after.growth()) {
            lines.add(page.say(
                    "programme.growth.changed",
                    Map.of("before", percent(before.growth()), "after", percent(after.growth()))));
        }
        return lines;
    }

    private static Map<String, Choice> byMovement(HomeSet set) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        set.choices().forEach(choice -> choices.put(choice.movement(), choice));
        return choices;
    }

    static long percent(double share) {
        return Math.round(share * PERCENT);
    }

    private String name(String movement) {
        return bench.item(movement).isPresent() ? bench.card(movement).name() : movement;
    }

    private String dose(Choice choice) {
        return bench.item(choice.movement()).isPresent() ? bench.dose(choice) : "";
    }
}
