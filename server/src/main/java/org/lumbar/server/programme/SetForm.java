package org.lumbar.server.programme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.HomeSet;
import org.lumbar.core.exercise.HomeSet.Choice;
import org.lumbar.core.exercise.HomeSet.Limits;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Form;

/** Reads the set that was typed, and says of every field what is wrong with it. */
final class SetForm {

    private static final double PERCENT = 100;

    private final Page page;
    private final Bench bench;
    private final HomeSet before;
    private Form form;

    /** @param before the set that the form showed */
    SetForm(Page page, Bench bench, HomeSet before, Form form) {
        this.page = page;
        this.bench = bench;
        this.before = before;
        this.form = form;
    }

    /** What was typed with its problems. */
    Form checked() {
        return form;
    }

    /** The set as far as it could be read: a field that is wrong keeps what it was. */
    HomeSet read() {
        List<Choice> choices = before.choices().stream().map(this::choice).toList();
        return new HomeSet(choices, sessions(), growth());
    }

    private Choice choice(Choice was) {
        Limits limits = bench.limits(was.movement()).orElse(null);
        if (limits == null) {
            return was;
        }
        String id = was.movement();
        int repetitions = (int) number("repetitions-" + id, limits.repetitions(), was.repetitions());
        int sets = (int) number("sets-" + id, limits.sets(), was.sets());
        double hold = number("hold-" + id, limits.holdSeconds(), was.holdSeconds());
        double seconds = number("seconds-" + id, limits.seconds(), was.seconds());
        return new Choice(id, repetitions, sets, hold, seconds);
    }

    private double number(String field, @Nullable Range range, double was) {
        if (range == null || form.value(field).isEmpty()) {
            return was;
        }
        Optional<Long> typed = form.whole(field);
        if (typed.isEmpty() || typed.get() < range.least() || typed.get() > range.most()) {
            form = form.with(new Problem(field, page.say("programme.dose.wrong", between(range))));
            return was;
        }
        return typed.get();
    }

    private static Map<String, Object> between(Range range) {
        return Map.of("least", Math.round(range.least()), "most", Math.round(range.most()));
    }

    private @Nullable Integer sessions() {
        Range range = bench.sessionsAWeek();
        if (form.value("sessions").isEmpty()) {
            return before.sessionsAWeek();
        }
        double was = before.sessionsAWeek() == null ? range.least() : before.sessionsAWeek();
        return (int) number("sessions", range, was);
    }

    private double growth() {
        String typed = form.value("growth").replace(',', '.').replaceAll("[%\\s]", "");
        if (typed.isEmpty()) {
            return before.growth();
        }
        boolean number = typed.matches("[0-9]{1,4}(\\.[0-9]{1,2})?");
        double share = number ? new BigDecimal(typed).doubleValue() / PERCENT : -1;
        if (share < 0 || share > bench.growthMost()) {
            form = form.with(new Problem(
                    "growth",
                    page.say(
                            "programme.growth.wrong",
                            Map.of("most", Math.round(bench.growthMost() * PERCENT), "why", bench.growthWhy()))));
            return before.growth();
        }
        return share;
    }

    /** Says what is wrong with the set as a whole. */
    void weigh(HomeSet set) {
        List<Problem> problems = new ArrayList<>();
        if (bench.minutes(set) >= bench.minutesUnder()) {
            problems.add(new Problem(
                    "",
                    page.say(
                            "programme.too-long",
                            Map.of("n", bench.minutes(set), "most", Math.round(bench.minutesUnder())))));
        }
        if (bench.tooMany(set) && !form.is("confirmed", "yes")) {
            problems.add(new Problem("confirmed", bench.number(set)));
        }
        problems.forEach(problem -> form = form.with(problem));
    }
}
