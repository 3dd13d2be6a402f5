package org.lumbar.core.exercise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lumbar.core.exercise.HomeSet.Choice;
import org.lumbar.core.exercise.HomeSet.Limits;
import org.lumbar.core.exercise.Note.Kind;
import org.lumbar.core.exercise.Programme.Omission;
import org.lumbar.core.exercise.ProgrammeRequest.Change;
import org.lumbar.core.exercise.ProgrammeStep.Role;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.ProgrammeTemplate.Use;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.TreatmentPlan;

/**
 * Puts the exercises that a clinician has chosen into the main sessions of a programme. What the plan of today does not offer is
 * left out whoever chose it, and doses grow as those of the programme, within the bounds of each movement.
 */
public final class HomeSets {

    private static final double SECONDS = 60;
    /** The share of a set that is too long for a session is lowered in steps of this size. */
    private static final double SHORTER = 0.97;

    private static final double SHARE_LEAST = 0.05;

    private final ExerciseRules rules;

    public HomeSets(ExerciseRules rules) {
        this.rules = rules;
    }

    /** True when the programme has main sessions that a set could stand in; in acute pain it has none. */
    public static boolean apply(Programme programme) {
        return programme.sessions().stream().anyMatch(HomeSets::isMain);
    }

    private static boolean isMain(ProgrammeSession session) {
        return session.use() == Use.MAIN;
    }

    /** The bounds of the dose of a movement for this person; empty when it has no dose or the phase is not known. */
    public Optional<Limits> limits(TreatmentPlan plan, Item item) {
        Movement movement = item.movement();
        Movement.Count dose = movement == null ? null : movement.dose();
        Optional<Stage> stage = stage(plan);
        if (dose == null || stage.isEmpty()) {
            return Optional.empty();
        }
        boolean timed = dose.repetitions() == null;
        Dosing dosing = new Dosing(rules, stage.get());
        ProgrammeStep first = dosing.chosen(item, null, 0);
        double setsMost = stage.get() == Stage.ACUTE
                ? first.sets()
                : Math.max(
                        dose.sets().most(),
                        stage.get().dose(rules).map(one -> one.sets().most()).orElse(0.0));
        return Optional.of(new Limits(
                timed ? null : new Range(1, dosing.mostRepetitions(first)),
                new Range(1, setsMost),
                dose.holdSeconds() == null
                        ? null
                        : new Range(
                                1,
                                Math.max(first.holdSeconds(), dose.holdSeconds().most())),
                timed
                        ? new Range(
                                Math.min(dose.seconds().least(), first.repetitionSeconds()),
                                dose.seconds().most())
                        : null));
    }

    /** The first dose of a movement; empty as with {@link #limits}. */
    public Optional<Choice> usual(TreatmentPlan plan, Item item) {
        return limits(plan, item).map(limits -> {
            Stage stage = stage(plan).orElseThrow();
            return choice(new Dosing(rules, stage).chosen(item, null, 0));
        });
    }

    /** What the first main session of a programme holds. */
    public static List<Choice> of(Programme programme) {
        return programme.sessions().stream()
                .filter(HomeSets::isMain)
                .findFirst()
                .map(session -> session.steps().stream()
                        .filter(step -> step.role() == Role.MAIN)
                        .map(HomeSets::choice)
                        .toList())
                .orElse(List.of());
    }

    private static Choice choice(ProgrammeStep step) {
        boolean timed = step.repetitions() == 0;
        return new Choice(
                step.item().id(),
                step.repetitions(),
                step.sets(),
                timed ? 0 : step.holdSeconds(),
                timed ? step.repetitionSeconds() : 0);
    }

    /** Every movement of the plan that this person may not do at home now, with its reasons. */
    public Map<String, Omission> closed(Programme programme) {
        Map<String, Omission> closed = new LinkedHashMap<>();
        Allowed allowed = allowed(programme);
        for (Recommendation one : programme.plan().recommendations()) {
            if (one.item().movement() != null) {
                Omission refusal = allowed.refusal(one.item().id(), false);
                if (refusal != null) {
                    closed.put(one.item().id(), refusal);
                }
            }
        }
        return closed;
    }

    private Allowed allowed(Programme programme) {
        return new Allowed(programme.plan(), programme.request(), rules, programme.load(), programme.alone());
    }

    /**
     * The programme with the set in its main sessions; the same programme when it has none or the set is empty.
     *
     * @param changes what an instructor has changed since the set was chosen
     */
    public Programme applied(Programme programme, HomeSet set, Map<String, Change> changes) {
        Optional<Stage> stage = stage(programme.plan());
        if (set.choices().isEmpty() || stage.isEmpty() || !apply(programme)) {
            return programme;
        }
        List<Omission> omitted = new ArrayList<>(programme.omitted());
        List<ProgrammeStep> steps = steps(programme, set, changes, new Dosing(rules, stage.get()), omitted);
        if (steps.isEmpty()) {
            return programme;
        }
        StrengthDays strengthDays = new StrengthDays(rules);
        double share = share(programme.load(), set);
        List<ProgrammeDay> days = programme.days().stream()
                .map(day -> new ProgrammeDay(
                        day.date(),
                        day.number(),
                        day.sessions().stream()
                                .map(session -> isMain(session)
                                        ? with(session, on(day.date(), strengthDays, steps), share, stage.get())
                                        : session)
                                .toList()))
                .toList();
        return new Programme(
                programme.plan(),
                programme.request(),
                programme.template(),
                programme.load(),
                programme.changed(),
                programme.alone(),
                days,
                omitted,
                notes(programme, steps.size(), omitted),
                programme.stops());
    }

    private List<ProgrammeStep> steps(
            Programme programme, HomeSet set, Map<String, Change> changes, Dosing dosing, List<Omission> omitted) {
        Allowed allowed = allowed(programme);
        Changed changed = new Changed(allowed, changes);
        Map<String, ProgrammeStep> steps = new LinkedHashMap<>();
        for (Choice choice : set.choices()) {
            Changed.Instead instead = changed.of(choice.movement()).orElse(null);
            Omission refusal = instead == null ? allowed.refusal(choice.movement(), false) : instead.omission();
            if (refusal != null) {
                omitted.removeIf(one -> one.movement().equals(choice.movement()));
                omitted.add(refusal);
            }
            Item item =
                    instead == null ? allowed.movement(choice.movement(), false).orElse(null) : instead.item();
            if (item != null) {
                limits(programme.plan(), item)
                        .map(limits -> dosing.chosen(
                                item,
                                instead == null && limits.allow(choice) ? choice : null,
                                allowed.version(item.id())))
                        .ifPresent(step -> steps.putIfAbsent(item.id(), step));
            }
        }
        return List.copyOf(steps.values());
    }

    /** The steps of the set on a day: strength has days of rest between. */
    private static List<ProgrammeStep> on(LocalDate day, StrengthDays strengthDays, List<ProgrammeStep> steps) {
        return strengthDays.takes(day)
                ? steps
                : steps.stream().filter(step -> !StrengthDays.isStrength(step)).toList();
    }

    /** A review with the sessions a week of the set, which a clinician has chosen and growth does not change. */
    public static Review reviewed(Review review, HomeSet set) {
        Integer sessions = set.sessionsAWeek();
        return sessions == null || review.decision() == Review.Decision.STOP
                ? review
                : new Review(
                        review.decision(),
                        review.load().withSessions(review.load().share(), sessions),
                        review.changed(),
                        review.seeClinician(),
                        review.notes());
    }

    /** Growth in smaller steps than the usual ones adds up to as much less; what falls, falls wholly. */
    private double share(Load load, HomeSet set) {
        double most = rules.progression().loadStepMost();
        return load.share() <= 1 || most == 0
                ? load.share()
                : 1 + (load.share() - 1) * Math.min(1, set.growth() / most);
    }

    private ProgrammeSession with(ProgrammeSession session, List<ProgrammeStep> steps, double share, Stage stage) {
        Dosing dosing = new Dosing(rules, stage);
        List<ProgrammeStep> frame = session.steps().stream()
                .filter(step -> step.role() != Role.MAIN)
                .toList();
        double room = rules.day().under() * SECONDS - SessionComposer.seconds(frame);
        double fitting = share;
        List<ProgrammeStep> main = scaled(steps, fitting, dosing);
        while (SessionComposer.seconds(main) >= room && fitting > SHARE_LEAST) {
            fitting *= SHORTER;
            main = scaled(steps, fitting, dosing);
        }
        List<ProgrammeStep> all = new ArrayList<>();
        frame.stream().filter(step -> step.role() == Role.OPENING).forEach(all::add);
        all.addAll(main);
        frame.stream().filter(step -> step.role() == Role.CLOSING).forEach(all::add);
        all.set(all.size() - 1, Dosing.unrested(all.getLast()));
        return new ProgrammeSession(
                session.id(),
                session.date(),
                session.part(),
                session.at(),
                session.use(),
                session.scripts(),
                session.supervised(),
                all);
    }

    private static List<ProgrammeStep> scaled(List<ProgrammeStep> steps, double share, Dosing dosing) {
        return steps.stream().map(step -> dosing.scaled(step, share)).toList();
    }

    /** The notes on the number of exercises are those of the set, and a set that somebody chose does not change by itself. */
    private List<Note> notes(Programme programme, int n, List<Omission> omitted) {
        List<Note> notes = new ArrayList<>(programme.notes());
        omitted.stream().map(Omission::why).filter(ProgrammeNotes::byInstructor).forEach(why -> {
            notes.remove(why);
            notes.add(why);
        });
        notes.removeIf(note -> note.kind() == Kind.ROTATES
                || note.kind() == Kind.SMALL_SET
                || note.kind() == Kind.MANY_EXERCISES
                || note.kind() == Kind.TOO_MANY_EXERCISES);
        notes.add(number(n));
        return notes;
    }

    /** What is said of a home set of so many exercises. */
    public Note number(int n) {
        double most = rules.home().movements().most();
        if (n > rules.home().movementsMost()) {
            return Note.of(Kind.TOO_MANY_EXERCISES, "n", n, "most", most);
        }
        return n > most ? Note.of(Kind.MANY_EXERCISES, "n", n, "most", most) : Note.of(Kind.SMALL_SET, "n", n);
    }

    /** Bounds of main sessions a week; empty in acute pain and while the phase is not known. */
    public Optional<Range> sessionsAWeek(TreatmentPlan plan) {
        return stage(plan).flatMap(stage -> stage.dose(rules)).map(ExerciseRules.BuildingDose::sessionsAWeek);
    }

    private static Optional<Stage> stage(TreatmentPlan plan) {
        return Optional.ofNullable(plan.diagnosis().phase()).flatMap(Stage::of);
    }
}
