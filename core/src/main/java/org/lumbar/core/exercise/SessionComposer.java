package org.lumbar.core.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lumbar.core.exercise.Programme.Omission;
import org.lumbar.core.exercise.ProgrammeStep.Role;
import org.lumbar.core.knowledge.ExerciseSession;

/**
 * Makes one session of its scripts: leaves out what may not be done, puts an easier movement in its place, and fits opening,
 * main part and closing into the time. When not everything fits, the parts of the body come in turn and so do the movements
 * of each part, from one time to the next.
 */
final class SessionComposer {

    private static final double SECONDS = 60;
    /** Repetitions are taken off in steps of this share until the time is kept. */
    private static final double SHORTER = 0.97;

    private final ExerciseRules rules;
    private final Dosing dosing;
    private final Candidates candidates;

    SessionComposer(ExerciseRules rules, Allowed allowed, Dosing dosing, Changed changed) {
        this.rules = rules;
        this.dosing = dosing;
        this.candidates = new Candidates(allowed, dosing, changed);
    }

    /**
     * What is asked for.
     *
     * @param scripts joined to one session, in order
     * @param turn how often the scripts have come before; decides which movements come this time
     * @param start seconds of the first session of this kind
     * @param most seconds that it may take
     * @param share of the first session, see {@link Load#share()}
     * @param small a home set: few movements, whose repetitions grow
     * @param lowerBodyFirst when not all parts of the body fit, the lower ones go first, as in main sessions
     * @param late a late movement may be part of it
     * @param strength muscles may be strengthened in it
     * @param walkSeconds length of the walk when the session is one; 0 when it is not
     */
    record Order(
            List<ExerciseSession> scripts,
            int turn,
            double start,
            double most,
            double share,
            boolean small,
            boolean lowerBodyFirst,
            boolean late,
            boolean strength,
            double walkSeconds) {}

    /** The steps, and what the scripts hold besides that may not be done. */
    record Composition(List<ProgrammeStep> steps, List<Omission> omitted) {}

    Composition compose(Order order) {
        List<Omission> omitted = new ArrayList<>();
        List<ProgrammeStep> all = candidates.of(order.scripts(), order.late(), order.strength(), omitted);
        List<ProgrammeStep> opening = role(all, Role.OPENING);
        List<ProgrammeStep> closing = role(all, Role.CLOSING);
        List<ProgrammeStep> main = role(all, Role.MAIN);
        if (order.walkSeconds() > 0) {
            double seconds = Math.min(order.walkSeconds(), order.most());
            opening = opening.stream().map(step -> Dosing.timed(step, seconds)).toList();
            return new Composition(ended(opening), omitted);
        }
        double first = Math.min(order.start(), order.most());
        double length = Math.min(order.most(), first * Math.min(1, order.share()));
        List<ProgrammeStep> frame = frame(opening, closing, order, main.isEmpty(), length);
        double room = Math.max(0, length - seconds(frame));
        if (order.share() > 1) {
            double grown = room * order.share();
            List<ProgrammeStep> whole =
                    frame(opening, closing, order, main.isEmpty(), Math.min(order.most(), length + grown - room));
            if (seconds(whole) + grown <= order.most()) {
                frame = whole;
            }
            room = Math.min(grown, order.most() - seconds(frame));
        }
        List<ProgrammeStep> middle = order.small()
                ? few(main, room, order.share())
                : many(main, room, order, (seconds(frame) + room) / bout());
        return new Composition(assemble(frame, middle), omitted);
    }

    // Opening and closing.

    /** Opening and closing; of a session that is shorter than usual they take their share. */
    private List<ProgrammeStep> frame(
            List<ProgrammeStep> opening, List<ProgrammeStep> closing, Order order, boolean nothingElse, double length) {
        double share = Math.min(1, length / bout());
        double longEnough = order.scripts().stream()
                        .mapToDouble(script -> script.minutes().least())
                        .max()
                        .orElse(0)
                * SECONDS;
        List<ProgrammeStep> frame = new ArrayList<>();
        double open = nothingElse ? Math.min(Math.min(1, order.share()), length / seconds(opening)) : share;
        opening.forEach(step -> frame.add(dosing.scaled(step, open)));
        frame.addAll(breathing(closing, share));
        List<ProgrammeStep> relaxation = section(closing, Candidates.RELAXATION);
        if (!relaxation.isEmpty() && length >= longEnough) {
            frame.add(relaxation.get(0));
        }
        return ended(frame);
    }

    /** Seconds of a usual first session. */
    private double bout() {
        return rules.day().bout().least() * SECONDS;
    }

    /** Settling down, then as many breaths as the least time of breathing needs. */
    private List<ProgrammeStep> breathing(List<ProgrammeStep> closing, double share) {
        List<ProgrammeStep> all = section(closing, Candidates.BREATHING);
        double target = rules.day().breathingLeast() * SECONDS * share;
        double settled = 0;
        double cycle = 0;
        for (ProgrammeStep step : all) {
            if (step.repetitions() == 0) {
                settled += Dosing.timed(step, step.repetitionSeconds() * share).work();
            } else {
                cycle += step.repetitionSeconds();
            }
        }
        int breaths = cycle == 0 ? 0 : Math.max(1, (int) Math.ceil((target - settled) / cycle));
        boolean pair = all.stream().filter(step -> step.repetitions() > 0).count() > 1;
        return all.stream()
                .map(step -> pair || !step.inTurn() ? step : dosing.onItsOwn(step))
                .map(step -> step.repetitions() == 0
                        ? Dosing.timed(step, step.repetitionSeconds() * share)
                        : Dosing.counted(step, breaths, 1))
                .toList();
    }

    private static List<ProgrammeStep> section(List<ProgrammeStep> steps, String section) {
        return steps.stream()
                .filter(step -> step.movement().section().equals(section))
                .toList();
    }

    private static List<ProgrammeStep> role(List<ProgrammeStep> steps, Role role) {
        return steps.stream().filter(step -> step.role() == role).toList();
    }

    // The main part.

    /**
     * The first movements of a home set, as many as fit, with the share of their repetitions that fits; those without a caution
     * come before the others.
     */
    private List<ProgrammeStep> few(List<ProgrammeStep> all, double room, double share) {
        List<ProgrammeStep> main = carefreeFirst(all);
        int least = Math.min(main.size(), (int) rules.home().movements().least());
        int most = Math.min(main.size(), (int) rules.home().movements().most());
        double lower = Math.min(1, share);
        int n = least;
        while (n < most && seconds(scaled(main.subList(0, n + 1), lower)) <= room) {
            n++;
        }
        List<ProgrammeStep> few = fitted(main.subList(0, n), room, Math.max(lower, share));
        while (few.size() > 1 && seconds(few) > room) {
            few = few.subList(0, few.size() - 1);
        }
        return inOrder(few, all);
    }

    private List<ProgrammeStep> carefreeFirst(List<ProgrammeStep> steps) {
        if (steps.stream().noneMatch(candidates::needsCaution)) {
            return steps;
        }
        return steps.stream()
                .sorted(Comparator.comparing(candidates::needsCaution))
                .toList();
    }

    /** The steps in the order of their movements in a script. */
    private static List<ProgrammeStep> inOrder(List<ProgrammeStep> steps, List<ProgrammeStep> script) {
        List<String> order = script.stream().map(step -> step.item().id()).toList();
        return steps.stream()
                .sorted(Comparator.comparingInt(
                        step -> order.indexOf(step.item().id())))
                .toList();
    }

    /** All of the movements with as large a share of their repetitions as fits, {@code most} at most. */
    private List<ProgrammeStep> fitted(List<ProgrammeStep> steps, double room, double most) {
        double share = most;
        List<ProgrammeStep> fitted = scaled(steps, share);
        while (seconds(fitted) > room && fitted.stream().anyMatch(step -> step.repetitions() > 1)) {
            share *= SHORTER;
            fitted = scaled(steps, share);
        }
        return fitted;
    }

    private List<ProgrammeStep> scaled(List<ProgrammeStep> steps, double share) {
        return steps.stream().map(step -> dosing.scaled(step, share)).toList();
    }

    /**
     * One movement of each section, then another of each, until the time is over; each time another section and another of
     * its movements come first, those with a caution last. When all of them fit into a session that is longer than usual, their repetitions grow, {@code most} times at most.
     */
    private List<ProgrammeStep> many(List<ProgrammeStep> main, double room, Order wanted, double most) {
        int turn = wanted.turn();
        Map<String, List<ProgrammeStep>> sections = new LinkedHashMap<>();
        for (ProgrammeStep step : main) {
            sections.computeIfAbsent(step.movement().section(), section -> new ArrayList<>())
                    .add(step);
        }
        List<List<ProgrammeStep>> order = new ArrayList<>();
        sections.values().forEach(section -> order.add(turned(section, turn)));
        if (wanted.lowerBodyFirst()) {
            Collections.reverse(order);
        }
        Collections.rotate(order, -turn);
        Set<ProgrammeStep> chosen = new LinkedHashSet<>();
        double left = room;
        for (int pass = 0; chosen.size() < main.size() && pass < main.size(); pass++) {
            for (List<ProgrammeStep> section : order) {
                if (pass < section.size()) {
                    ProgrammeStep next = section.get(pass);
                    if (next.seconds() <= left && chosen.add(next)) {
                        left -= next.seconds();
                    }
                }
            }
        }
        if (chosen.isEmpty() && !main.isEmpty()) {
            return shortened(main.get(turn % main.size()), room);
        }
        if (chosen.size() == main.size() && most > 1) {
            return fitted(main, room, most);
        }
        return chosen.stream().sorted(Comparator.comparingInt(main::indexOf)).toList();
    }

    /** The movements of a section with another one first each time, and those with a caution last. */
    private List<ProgrammeStep> turned(List<ProgrammeStep> section, int turn) {
        List<ProgrammeStep> turned = new ArrayList<>(section);
        Collections.rotate(turned, -turn);
        return carefreeFirst(turned);
    }

    /** A single movement with as many repetitions as fit; none when not even one does. */
    private List<ProgrammeStep> shortened(ProgrammeStep step, double room) {
        ProgrammeStep one = step;
        while (one.seconds() > room && one.repetitions() > 1) {
            one = Dosing.counted(one, one.repetitions() - 1, 1);
        }
        return one.seconds() <= room ? List.of(one) : List.of();
    }

    private static List<ProgrammeStep> assemble(List<ProgrammeStep> frame, List<ProgrammeStep> middle) {
        List<ProgrammeStep> all = new ArrayList<>(role(frame, Role.OPENING));
        all.addAll(middle);
        all.addAll(role(frame, Role.CLOSING));
        return ended(all);
    }

    /** Nothing follows the last step, so it has no rest after it and is in turn with nothing. */
    private static List<ProgrammeStep> ended(List<ProgrammeStep> steps) {
        if (steps.isEmpty()) {
            return steps;
        }
        List<ProgrammeStep> ended = new ArrayList<>(steps);
        ended.set(steps.size() - 1, Dosing.unrested(steps.get(steps.size() - 1)));
        return List.copyOf(ended);
    }

    static double seconds(List<ProgrammeStep> steps) {
        double all = 0;
        for (ProgrammeStep step : steps) {
            all += step.seconds();
        }
        return all;
    }
}
