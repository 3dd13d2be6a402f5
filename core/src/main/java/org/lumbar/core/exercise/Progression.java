package org.lumbar.core.exercise;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lumbar.core.exercise.ExerciseRules.Light;
import org.lumbar.core.exercise.Note.Kind;
import org.lumbar.core.exercise.Review.Decision;
import org.lumbar.core.knowledge.Dose.Range;

/**
 * Whether the load grows, stays or falls: pain is the guide, one thing grows at a time and only a little, and a bad reaction
 * takes the load back. A pure function of the sessions so far; what nobody said about a session never lets the load grow.
 */
public final class Progression {

    private static final int WEEK = 7;
    private static final double PERCENT = 100;

    private final ExerciseRules rules;
    private final Growth growth;

    public Progression(ExerciseRules rules) {
        this.rules = rules;
        this.growth = new Growth(rules);
    }

    /** The least share of a usual first session that a programme still has: the first bouts of beginners. */
    static double leastShare(ExerciseRules rules) {
        return rules.day().beginner() / rules.day().bout().least();
    }

    /** The review on a day, for a person at a stage. */
    public Review review(ProgrammeHistory history, LocalDate today, Growth.Scope scope) {
        List<PerformedSession> recent = history.sessions().stream()
                .filter(session ->
                        session.on().isAfter(history.changed()) && !session.on().isAfter(today))
                .toList();
        if (recent.stream().anyMatch(PerformedSession::warningSign)) {
            return stop(today, Kind.STOPPED_WARNING_SIGN);
        }
        List<PerformedSession> done =
                recent.stream().filter(PerformedSession::done).toList();
        long bad = done.stream().filter(session -> light(session) == Light.RED).count();
        if (bad > 0) {
            return fallAfterPain(history.load(), today, done, bad);
        }
        long idle = ChronoUnit.DAYS.between(lastDone(history, today), today);
        if (idle >= rules.pause().daysToStartAnew()) {
            return new Review(
                    Decision.ANEW,
                    lower(scope.start(), history.load()),
                    today,
                    false,
                    List.of(Note.of(Kind.STARTS_ANEW, "days", idle)));
        }
        if (idle >= rules.pause().days()) {
            double cut = pauseCut(idle);
            return new Review(
                    Decision.FALL,
                    cut(history.load(), cut, false),
                    today,
                    false,
                    List.of(Note.of(Kind.FELL_PAUSE, "days", idle, "percent", percent(cut))));
        }
        List<PerformedSession> main =
                done.stream().filter(session -> !session.beside()).toList();
        int recorded =
                (int) recent.stream().filter(session -> !session.beside()).count();
        List<Note> held = reasonsToStay(history, today, main, recorded, scope);
        if (!held.isEmpty()) {
            return stay(history, held);
        }
        return growth.next(history.load(), scope, wellDone(main))
                .map(step -> new Review(Decision.GROW, step.load(), today, false, List.of(step.why())))
                .orElseGet(() -> stay(history, List.of(Note.of(Kind.STAYS_AT_GOAL))));
    }

    /**
     * How a session that was done went; one about which too little was said, or that ended early, is never green. The next morning
     * belongs to it: pain that is too much then is too much.
     */
    Light light(PerformedSession session) {
        Double morning = session.nextMorning();
        if (session.legSymptoms() || (morning != null && morning > rules.pain().amberMost())) {
            return Light.RED;
        }
        Double worst = session.worst();
        if (worst == null) {
            return Light.AMBER;
        }
        Double before = session.before();
        boolean settled = before != null && morning != null && morning <= before;
        Light light = rules.pain().judge(before == null ? 0 : before, worst, settled);
        return session.stopped() && light == Light.GREEN ? Light.AMBER : light;
    }

    /** The session as if a morning that nobody spoke of had been as good as before it. */
    private static PerformedSession settled(PerformedSession session) {
        return session.nextMorning() == null ? session.withNextMorning(session.before()) : session;
    }

    private Review fallAfterPain(Load load, LocalDate today, List<PerformedSession> done, long bad) {
        if (load.share() <= leastShare(rules)) {
            return stop(today, Kind.STOPPED_AT_LEAST);
        }
        Range cuts = rules.progression().redCut();
        double cut = bad > 1 ? cuts.most() : cuts.least();
        boolean leg = done.stream().anyMatch(PerformedSession::legSymptoms);
        return new Review(
                Decision.FALL,
                cut(load, cut, true),
                today,
                true,
                List.of(
                        Note.of(leg ? Kind.FELL_LEG : Kind.FELL_RED, "percent", percent(cut)),
                        Note.of(Kind.SEE_CLINICIAN)));
    }

    private static Review stop(LocalDate today, Kind why) {
        return new Review(Decision.STOP, Load.NONE, today, true, List.of(Note.of(why), Note.of(Kind.SEE_CLINICIAN)));
    }

    private static Review stay(ProgrammeHistory history, List<Note> why) {
        return new Review(Decision.STAY, history.load(), history.changed(), false, why);
    }

    private List<Note> reasonsToStay(
            ProgrammeHistory history, LocalDate today, List<PerformedSession> done, int recorded, Growth.Scope scope) {
        List<Note> why = new ArrayList<>();
        ExerciseRules.Progression step = rules.progression();
        if (!scope.grows()) {
            why.add(Note.of(Kind.STAYS_ACUTE));
            return why;
        }
        List<PerformedSession> last = done.subList(Math.max(0, done.size() - step.greenSessions()), done.size());
        if (last.stream().anyMatch(session -> light(session) != Light.GREEN)) {
            boolean wellBefore = last.stream().allMatch(session -> light(settled(session)) == Light.GREEN);
            why.add(Note.of(wellBefore ? Kind.STAYS_MORNING_UNKNOWN : Kind.STAYS_AMBER));
        } else if (last.size() < step.greenSessions()) {
            why.add(Note.of(Kind.STAYS_GREEN_NEEDED, "n", step.greenSessions()));
        }
        double adherence = adherence(history, today, done.size(), recorded, scope);
        if (adherence < step.adherenceLeast()) {
            why.add(Note.of(
                    Kind.STAYS_ADHERENCE,
                    "percent",
                    Math.floor(adherence * PERCENT),
                    "least",
                    percent(step.adherenceLeast())));
        }
        if (last.stream()
                .anyMatch(session -> session.effort() != null
                        && session.effort() > rules.pain().effort().most())) {
            why.add(Note.of(Kind.STAYS_EFFORT, "most", rules.pain().effort().most()));
        }
        if (rising(history.sessions(), today)) {
            why.add(Note.of(Kind.STAYS_RISING));
        }
        if (ChronoUnit.DAYS.between(history.changed(), today) < step.stepDays()) {
            why.add(Note.of(Kind.STAYS_TOO_SOON, "days", step.stepDays()));
        }
        return why;
    }

    private static double adherence(
            ProgrammeHistory history, LocalDate today, int done, int recorded, Growth.Scope scope) {
        int planned = history.load().sessionsAWeek()
                + (scope.walking() ? history.load().walksAWeek() : 0);
        long days = ChronoUnit.DAYS.between(history.changed(), today);
        double expected = Math.max(recorded, Math.floor((double) days * planned / WEEK));
        return expected == 0 ? 1 : done / expected;
    }

    /** True when pain of the last seven days is worse than that of the seven before, in whole points. */
    private static boolean rising(List<PerformedSession> sessions, LocalDate today) {
        LocalDate week = today.minusDays(WEEK);
        LocalDate before = week.minusDays(WEEK);
        OptionalDouble now = worst(sessions, session -> session.on().isAfter(week));
        OptionalDouble then = worst(
                sessions, session -> !session.on().isAfter(week) && session.on().isAfter(before));
        return now.isPresent() && then.isPresent() && Math.round(now.getAsDouble()) > Math.round(then.getAsDouble());
    }

    private static OptionalDouble worst(List<PerformedSession> sessions, Predicate<PerformedSession> when) {
        return sessions.stream()
                .filter(when)
                .flatMap(session -> Stream.ofNullable(session.worst()))
                .mapToDouble(Double::doubleValue)
                .average();
    }

    private static LocalDate lastDone(ProgrammeHistory history, LocalDate today) {
        return history.lastDay(today).orElse(history.changed());
    }

    /** The longer the pause, the deeper the cut. */
    private double pauseCut(long idle) {
        Range cut = rules.pause().cut();
        double way = (double) (idle - rules.pause().days())
                / (rules.pause().daysToStartAnew() - rules.pause().days());
        return cut.least() + way * (cut.most() - cut.least());
    }

    /** Minutes and repetitions fall together; after pain harder versions go back by one. */
    private Load cut(Load load, double cut, boolean easier) {
        Map<String, Integer> versions = new TreeMap<>();
        load.versions().forEach((movement, version) -> {
            if (!easier || version > 0) {
                versions.put(movement, easier ? version - 1 : version);
            }
        });
        double share = Math.min(load.share(), Math.max(leastShare(rules), load.share() * (1 - cut)));
        return load.withSessions(share, load.sessionsAWeek())
                .withWalks(load.walkMinutes() * (1 - cut), load.walksAWeek())
                .withVersions(versions);
    }

    private static Load lower(Load start, Load now) {
        return new Load(
                Math.min(start.share(), now.share()),
                Math.min(start.sessionsAWeek(), now.sessionsAWeek()),
                Math.min(start.walkMinutes(), now.walkMinutes()),
                Math.min(start.walksAWeek(), now.walksAWeek()),
                Map.of(),
                0);
    }

    /** How often each movement was part of a green session. */
    private Map<String, Integer> wellDone(List<PerformedSession> done) {
        Map<String, Integer> times = new TreeMap<>();
        for (PerformedSession session : done) {
            if (light(session) == Light.GREEN) {
                session.movements().stream().distinct().forEach(movement -> times.merge(movement, 1, Integer::sum));
            }
        }
        return times;
    }

    private static double percent(double share) {
        return Math.round(share * PERCENT);
    }
}
