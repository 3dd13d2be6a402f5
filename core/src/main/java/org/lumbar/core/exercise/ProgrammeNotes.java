package org.lumbar.core.exercise;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lumbar.core.exercise.Note.Kind;
import org.lumbar.core.exercise.Programme.Omission;
import org.lumbar.core.exercise.ProgrammeStep.Role;
import org.lumbar.core.knowledge.ProgrammeTemplate;
import org.lumbar.core.knowledge.ProgrammeTemplate.DayPart;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.knowledge.ProgrammeTemplate.Use;

/** What a programme says about itself, the weightiest first. */
final class ProgrammeNotes {

    private final ExerciseRules rules;
    private final ProgrammeRequest request;
    private final ProgrammeTemplate template;
    private final Stage stage;
    private final Load load;
    private final Timetable.Filled filled;
    private final List<Note> notes = new ArrayList<>();

    private ProgrammeNotes(
            ExerciseRules rules,
            ProgrammeRequest request,
            ProgrammeTemplate template,
            Stage stage,
            Load load,
            Timetable.Filled filled) {
        this.rules = rules;
        this.request = request;
        this.template = template;
        this.stage = stage;
        this.load = load;
        this.filled = filled;
    }

    /** @param alone the person may exercise without an instructor */
    static List<Note> of(
            ExerciseRules rules,
            ProgrammeRequest request,
            ProgrammeTemplate template,
            Stage stage,
            Load load,
            boolean alone,
            Timetable.Filled filled) {
        ProgrammeNotes all = new ProgrammeNotes(rules, request, template, stage, load, filled);
        all.supervision(alone);
        all.instructor();
        all.size();
        all.dose();
        all.rhythm();
        all.yoga();
        all.times();
        return List.copyOf(all.notes);
    }

    private void add(Kind kind, Object... values) {
        notes.add(Note.of(kind, values));
    }

    private void supervision(boolean alone) {
        boolean home = request.setting() == Setting.HOME;
        if (alone) {
            if (!home) {
                add(Kind.MAY_GO_HOME);
            }
            return;
        }
        int needed = (int) rules.home().supervisedSessions().least();
        add(Kind.FIRST_SESSIONS_SUPERVISED, "n", Math.max(1, needed - request.correctSessions()));
        if (home) {
            add(Kind.LOW_LOAD_ALONE, "load", rules.home().loadAlone());
        }
    }

    /** What an instructor has changed, each once. */
    private void instructor() {
        filled.omitted().stream()
                .map(Omission::why)
                .filter(ProgrammeNotes::byInstructor)
                .forEach(notes::add);
    }

    static boolean byInstructor(Note note) {
        return note.kind() == Kind.INSTRUCTOR_EASIER
                || note.kind() == Kind.INSTRUCTOR_HARDER
                || note.kind() == Kind.INSTRUCTOR_PAUSED;
    }

    /** A home programme that is too large is not kept up. */
    private void size() {
        if (request.setting() != Setting.HOME || stage == Stage.ACUTE) {
            return;
        }
        long most = 0;
        for (ProgrammeDay day : filled.days()) {
            most = Math.max(
                    most,
                    day.sessions().stream()
                            .filter(session -> session.use() != Use.BALANCE)
                            .flatMap(session -> session.steps().stream())
                            .filter(step -> step.role() == Role.MAIN)
                            .map(step -> step.item().id())
                            .distinct()
                            .count());
        }
        if (most > rules.home().movementsMost()) {
            add(
                    Kind.TOO_MANY_EXERCISES,
                    "n",
                    most,
                    "most",
                    rules.home().movements().most());
        } else if (most > rules.home().movements().most()) {
            add(Kind.MANY_EXERCISES, "n", most, "most", rules.home().movements().most());
        } else if (most > 0) {
            add(Kind.SMALL_SET, "n", most);
        }
    }

    private void dose() {
        if (stage == Stage.ACUTE) {
            add(Kind.ACUTE_DOSE);
        } else {
            add(
                    Kind.PAIN_GUIDE,
                    "green",
                    rules.pain().greenMost(),
                    "amber",
                    rules.pain().amberMost());
        }
        if (request.beginner()) {
            add(Kind.BEGINNER, "minutes", rules.day().beginner());
        }
    }

    private void rhythm() {
        boolean main = has(Use.MAIN);
        if (main) {
            add(Kind.REST_DAYS, "n", load.sessionsAWeek());
        }
        if (main
                && request.sessionsAWeek() != null
                && load.steps() == 0
                && !Objects.equals(request.sessionsAWeek(), load.sessionsAWeek())) {
            add(Kind.SESSIONS_BOUNDED, "asked", request.sessionsAWeek(), "n", load.sessionsAWeek());
        }
        template.parts().stream()
                .filter(part -> part.daysEach() > 1 && main)
                .findFirst()
                .ifPresent(part -> add(Kind.ROTATES, "days", part.daysEach()));
        if (filled.days().stream()
                .flatMap(day -> day.sessions().stream())
                .flatMap(session -> session.steps().stream())
                .anyMatch(StrengthDays::isStrength)) {
            add(
                    Kind.STRENGTH_DAYS,
                    "most",
                    rules.week().strengthDays().most(),
                    "least",
                    rules.week().strengthDays().least());
        }
        if (has(Use.BALANCE)) {
            add(Kind.BALANCE_DAYS, "days", rules.week().balanceDays());
        }
        if (has(Use.WALK)) {
            if (stage == Stage.CHRONIC) {
                add(
                        Kind.AEROBIC,
                        "minutes",
                        Math.floor(load.walkMinutes() * load.walksAWeek()),
                        "goal",
                        rules.week().moderateMinutes().least());
            }
            add(
                    Kind.WALKING,
                    "minutes",
                    rules.walking().goalMinutes(),
                    "days",
                    rules.walking().goalDays(),
                    "months",
                    rules.walking().goalMonths());
        }
    }

    private void yoga() {
        if (!request.yoga()) {
            return;
        }
        if (!filled.yoga()) {
            add(Kind.YOGA_LATER);
            return;
        }
        ExerciseRules.Yoga rule = rules.yoga();
        add(Kind.YOGA_MONTH, "date", request.start().plusDays(rule.daysLeast() - 1L));
        add(
                Kind.YOGA_REVIEW,
                "from",
                rule.reviewWeeks().least(),
                "to",
                rule.reviewWeeks().most());
    }

    private void times() {
        if (request.minutes().values().stream()
                .anyMatch(minutes -> minutes > 0 && Timetable.tooShort(rules, minutes))) {
            add(Kind.NO_ROOM, "minutes", rules.day().beginner());
        }
        LocalTime earliest = Timetable.earliest(rules, request);
        boolean moved = filled.days().stream()
                .flatMap(day -> day.sessions().stream())
                .anyMatch(session -> session.part() != DayPart.MORNING
                        && request.times().of(session.part()).isBefore(earliest));
        if (moved) {
            add(Kind.MOVED_AFTER_RISING, "hours", rules.day().hoursAfterRising(), "time", earliest);
        }
    }

    private boolean has(Use use) {
        return filled.days().stream()
                .anyMatch(day -> day.sessions().stream().anyMatch(session -> session.use() == use));
    }
}
