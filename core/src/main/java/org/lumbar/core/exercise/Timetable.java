package org.lumbar.core.exercise;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.Programme.Omission;
import org.lumbar.core.exercise.SessionComposer.Composition;
import org.lumbar.core.exercise.SessionComposer.Order;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.ExerciseSession;
import org.lumbar.core.knowledge.ProgrammeTemplate;
import org.lumbar.core.knowledge.ProgrammeTemplate.DayPart;
import org.lumbar.core.knowledge.ProgrammeTemplate.Part;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.knowledge.ProgrammeTemplate.Use;

/** Fills the days of one programme with sessions. */
final class Timetable {

    private static final int WEEK = 7;
    private static final double SECONDS = 60;
    /** Sessions begin at whole five minutes. */
    private static final double CLOCK = 5;

    private final ExerciseRules rules;
    private final ProgrammeRequest request;
    private final Stage stage;
    private final Load load;
    private final SessionComposer composer;
    private final Allowed allowed;
    private final boolean yoga;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Omission> omitted = new LinkedHashMap<>();

    /** A part of the day with the scripts that it may use, and what was made of them. */
    private static final class Slot {
        private final Part part;
        private final List<List<ExerciseSession>> scripts;
        private final Map<Turn, Composition> made = new HashMap<>();
        private int held;

        Slot(Part part, List<List<ExerciseSession>> scripts) {
            this.part = part;
            this.scripts = scripts;
        }
    }

    /** What tells one session of a slot from another. */
    private record Turn(int script, int turn, boolean late, boolean strength) {}

    /** @param present whether this person has a finding */
    Timetable(
            ExerciseRules rules,
            Predicate<String> present,
            ProgrammeRequest request,
            ProgrammeTemplate template,
            Stage stage,
            Load load,
            SessionComposer composer,
            Function<String, @Nullable ExerciseSession> script,
            Allowed allowed) {
        this.rules = rules;
        this.request = request;
        this.stage = stage;
        this.load = load;
        this.composer = composer;
        this.allowed = allowed;
        for (Part part : template.parts()) {
            if (isFor(part, present)) {
                slots.add(new Slot(part, usable(part, script)));
            }
        }
        this.yoga = request.yoga()
                && slots.stream().anyMatch(slot -> slot.part.use() == Use.YOGA && !slot.scripts.isEmpty());
    }

    /** True on a day with a session that the load is about. */
    private boolean exercises(int day) {
        return slots.stream().anyMatch(slot -> grows(slot.part) && comes(slot, day));
    }

    private static boolean isFor(Part part, Predicate<String> present) {
        return part.only().isEmpty() || part.only().stream().anyMatch(present);
    }

    /**
     * The filled days.
     *
     * @param yoga yoga sessions stand in place of the main ones
     */
    record Filled(List<ProgrammeDay> days, List<Omission> omitted, boolean yoga) {}

    Filled fill() {
        List<ProgrammeDay> days = new ArrayList<>();
        StrengthDays strengthDays = new StrengthDays(rules);
        for (int day = 0; day < request.weeks() * WEEK; day++) {
            LocalDate date = request.start().plusDays(day);
            List<ProgrammeSession> sessions = new ArrayList<>();
            boolean late = day % rules.yoga().lateEveryDays() == 0;
            boolean strength = exercises(day) && strengthDays.takes(date);
            for (Slot slot : slots) {
                ProgrammeSession session = comes(slot, day)
                        ? session(slot, day, date, at(slot.part.at(), sessions), late, strength)
                        : null;
                if (session != null) {
                    sessions.add(session);
                    late &= session.steps().stream()
                            .noneMatch(step -> step.movement().late());
                }
            }
            sessions.sort(Comparator.comparing(ProgrammeSession::at));
            days.add(new ProgrammeDay(date, day + 1, sessions));
        }
        return new Filled(days, List.copyOf(omitted.values()), yoga);
    }

    /** The scripts of a part whose items the plan offers; of joined ones those that it offers. */
    private List<List<ExerciseSession>> usable(Part part, Function<String, @Nullable ExerciseSession> script) {
        List<List<ExerciseSession>> usable = new ArrayList<>();
        for (List<String> joined : part.sessions()) {
            List<ExerciseSession> known = new ArrayList<>();
            for (String id : joined) {
                ExerciseSession one = script.apply(id);
                if (one != null && allowed.offered(one.item())) {
                    known.add(one);
                } else if (one != null) {
                    leaveOut(one);
                }
            }
            if (!known.isEmpty()) {
                usable.add(List.copyOf(known));
            }
        }
        return usable;
    }

    private void leaveOut(ExerciseSession script) {
        var recommendation = allowed.plan(script.item());
        omitted.putIfAbsent(
                script.item(),
                new Omission(
                        script.item(),
                        null,
                        Note.of(Note.Kind.PLAN_SAYS_NO),
                        recommendation == null ? List.of() : Allowed.grounds(recommendation)));
    }

    private boolean comes(Slot slot, int day) {
        Part part = slot.part;
        if (slot.scripts.isEmpty() || tooShort(rules, request.minutes().get(part.at()))) {
            return false;
        }
        return switch (part.use()) {
            case DAILY -> true;
            case YOGA -> yoga;
            case MAIN -> !yoga && spread(day, load.sessionsAWeek());
            case WALK -> spread(day + WEEK - 1, load.walksAWeek());
            case BALANCE -> spread(day, (int) rules.week().balanceDays());
        };
    }

    /** True when less time is asked for than the shortest session takes. */
    static boolean tooShort(ExerciseRules rules, @Nullable Integer minutes) {
        return minutes != null && minutes < rules.day().beginner();
    }

    /** True on {@code n} days of each week, as far apart as they can be, beginning with the first. */
    private static boolean spread(int day, int n) {
        int inWeek = day % WEEK;
        return inWeek == 0 ? n > 0 : inWeek * n / WEEK != (inWeek - 1) * n / WEEK;
    }

    private static boolean grows(Part part) {
        return part.use() == Use.MAIN || part.use() == Use.YOGA;
    }

    private @Nullable ProgrammeSession session(
            Slot slot, int day, LocalDate date, LocalTime at, boolean late, boolean strength) {
        Part part = slot.part;
        int size = slot.scripts.size();
        int before = slot.held++;
        boolean kept = part.daysEach() > 1;
        boolean grows = grows(part);
        Turn turn = new Turn(
                (kept ? day / part.daysEach() : before) % size,
                kept ? 0 : before / size,
                late && grows,
                strength || !grows);
        List<ExerciseSession> joined = slot.scripts.get(turn.script());
        Composition made = slot.made.computeIfAbsent(turn, one -> composer.compose(order(part, joined, one, grows)));
        made.omitted().forEach(one -> omitted.putIfAbsent(one.movement(), one));
        if (made.steps().isEmpty()) {
            return null;
        }
        return new ProgrammeSession(
                ProgrammeSession.id(date, part.at(), part.use()),
                date,
                part.at(),
                at,
                part.use(),
                joined,
                request.setting() != Setting.HOME,
                made.steps());
    }

    private Order order(Part part, List<ExerciseSession> joined, Turn turn, boolean grows) {
        boolean home = request.setting() == Setting.HOME && part.use() == Use.MAIN;
        return new Order(
                joined,
                turn.turn(),
                start(part) * SECONDS,
                most(part) * SECONDS,
                grows ? load.share() : Math.min(1, load.share()),
                home || part.use() == Use.BALANCE,
                grows,
                turn.late(),
                turn.strength(),
                part.use() == Use.WALK ? load.walkMinutes() * SECONDS : 0);
    }

    /** Nothing but the morning session stands within the first hours after rising; what comes at the same time follows. */
    private LocalTime at(DayPart part, List<ProgrammeSession> before) {
        LocalTime asked = request.times().of(part);
        LocalTime first =
                part == DayPart.MORNING || !asked.isBefore(earliest(rules, request)) ? asked : earliest(rules, request);
        int minutes = before.stream()
                .filter(session -> session.part() == part)
                .mapToInt(ProgrammeSession::minutes)
                .sum();
        return first.plusMinutes((long) Math.ceil(minutes / CLOCK) * (long) CLOCK);
    }

    static LocalTime earliest(ExerciseRules rules, ProgrammeRequest request) {
        return request.times().rising().plusMinutes(Math.round(rules.day().hoursAfterRising() * SECONDS));
    }

    // Minutes.

    /** Minutes of the first session: a short one, or what the person is used to. */
    private double start(Part part) {
        Range usual = usual(part);
        Integer accustomed = part.use() == Use.MAIN || part.use() == Use.YOGA ? request.accustomedMinutes() : null;
        return accustomed == null ? usual.least() : Math.min(usual.most(), Math.max(usual.least(), accustomed));
    }

    /** Minutes at most: of the part of the day, of the phase, and of the request. */
    private double most(Part part) {
        double most = Math.min(usual(part).most(), rules.day().under());
        Integer asked = request.minutes().get(part.at());
        return asked == null ? most : Math.min(most, asked);
    }

    private Range usual(Part part) {
        if (stage == Stage.ACUTE) {
            return new Range(
                    rules.acute().minutes().most(), rules.acute().minutes().most());
        }
        if (part.use() == Use.WALK) {
            return new Range(rules.walking().start().least(), rules.walking().goalMinutes());
        }
        if (part.use() == Use.BALANCE) {
            return new Range(rules.day().beginner(), rules.day().bout().least());
        }
        return switch (part.at()) {
            case MORNING -> rules.day().morning();
            case EVENING -> rules.day().evening();
            case DAY ->
                stage.dose(rules)
                        .map(ExerciseRules.BuildingDose::minutes)
                        .orElse(rules.day().bout());
        };
    }
}
