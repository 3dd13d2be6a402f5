package org.lumbar.core.exercise;

import java.util.function.BiFunction;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;

/**
 * How much exercise, when, and how it grows. The numbers are course parameters of the exercise items, read by their ids, so
 * that each stands once, beside its words and its source.
 *
 * @param acute for acute pain and exacerbations
 * @param chronic for chronic pain and between episodes
 */
public record ExerciseRules(
        AcuteDose acute,
        BuildingDose subacute,
        BuildingDose chronic,
        Day day,
        Week week,
        PainMonitoring pain,
        Progression progression,
        Pause pause,
        Vitals vitals,
        Home home,
        Yoga yoga,
        Walking walking) {

    /**
     * Less than a movement's own dose, in short bouts.
     *
     * @param minutes of one bout
     * @param boutsADay how often
     * @param repetitionsShare of the movement's own repetitions, 0 to 1
     * @param repetitions within these bounds
     * @param holdSecondsMost longest hold
     * @param rangeShare of the full range of motion at most, 0 to 1
     */
    public record AcuteDose(
            Range minutes,
            Range boutsADay,
            double repetitionsShare,
            Range repetitions,
            int sets,
            double holdSecondsMost,
            double rangeShare) {}

    /**
     * The dose from which a programme grows, and the bounds that it grows within.
     *
     * @param minutes of one session
     */
    public record BuildingDose(Range minutes, Range sessionsAWeek, Range repetitions, Range sets) {}

    /**
     * Sessions of a day, in minutes.
     *
     * @param beginner first bouts of someone who is new to exercise or whose pain flares easily
     * @param bout a short bout from the subacute phase on
     * @param daytime only in chronic pain and between episodes
     * @param under every session is shorter
     * @param breathingLeast at the end of every session
     * @param mobilityBouts most short bouts of mobility in a day
     * @param hoursAfterRising without bending the low back to its limit or under load
     * @param restBetweenMovements in seconds
     * @param restBetweenSets in seconds
     */
    public record Day(
            double beginner,
            Range bout,
            Range morning,
            Range daytime,
            Range evening,
            double under,
            double breathingLeast,
            Range mobilityBouts,
            double hoursAfterRising,
            double restBetweenMovements,
            Range restBetweenSets) {}

    /**
     * A week from the subacute phase on.
     *
     * @param strengthDays with rest days between
     * @param moderateMinutes aerobic activity at which one can still talk
     * @param vigorousMinutes instead of the moderate ones
     * @param balanceDays from 65 years
     */
    public record Week(Range strengthDays, Range moderateMinutes, Range vigorousMinutes, double balanceDays) {}

    /**
     * Pain on a scale of 0 to 10 during and after a session, and what follows from it.
     *
     * @param greenMost up to here the load may grow
     * @param amberMost up to here it stays; above it falls
     * @param riseMost over the pain before the session
     * @param settlesHours until pain is back at its usual level
     * @param effort 0 to 10 during the session
     */
    public record PainMonitoring(
            double greenMost, double amberMost, double riseMost, double settlesHours, Range effort) {

        /**
         * Judges a session. Pain that has not settled by the next morning, or rose too much, is never green.
         *
         * @param before pain before the session, 0 to 10
         * @param worst pain during and after it, 0 to 10
         * @param settled back at its usual level by the next morning
         */
        public Light judge(double before, double worst, boolean settled) {
            if (worst > amberMost) {
                return Light.RED;
            }
            boolean easy = worst <= greenMost && worst - before <= riseMost && settled;
            return easy ? Light.GREEN : Light.AMBER;
        }
    }

    /** What a session allows next: grow, stay, or do less and have it reviewed. */
    public enum Light {
        GREEN,
        AMBER,
        RED
    }

    /**
     * How load grows: one variable at a time, never twice within a step.
     *
     * @param greenSessions in a row before a step
     * @param adherenceLeast share of the planned sessions done, 0 to 1
     * @param stepDays least days from one step to the next
     * @param loadStepMost growth of load in one step, 0 to 1
     * @param repetitionsStep or so many repetitions more
     * @param minutesStep or so many minutes a week more
     * @param redCut fall of load after a red session, 0 to 1
     * @param lateWeeks weeks of an episode before late movements
     */
    public record Progression(
            int greenSessions,
            double adherenceLeast,
            int stepDays,
            double loadStepMost,
            Range repetitionsStep,
            Range minutesStep,
            Range redCut,
            int lateWeeks) {}

    /**
     * After days without exercise.
     *
     * @param days from so many on the load falls
     * @param cut by this share, 0 to 1
     * @param daysToStartAnew from so many on the programme begins again
     */
    public record Pause(int days, Range cut, int daysToStartAnew) {}

    /**
     * No session at an upper blood pressure from {@code systolicFrom} or below {@code systolicBelow}, at a lower one from
     * {@code diastolicFrom}, in mm Hg, or at a resting pulse above {@code pulseAbove} beats a minute.
     */
    public record Vitals(double systolicFrom, double systolicBelow, double diastolicFrom, double pulseAbove) {}

    /**
     * Exercising alone at home.
     *
     * @param movements of a home programme
     * @param movementsMost more than these are hardly kept up
     * @param loadAlone load of movements that need no instructor first
     * @param supervisedSessions done correctly before exercising alone
     */
    public record Home(Range movements, int movementsMost, int loadAlone, Range supervisedSessions) {}

    /**
     * The lying set with elements of yoga.
     *
     * @param timesADay for the easy parts
     * @param lateEveryDays days from one late part to the next
     * @param daysLeast to keep it up
     * @param reviewWeeks first review
     */
    public record Yoga(Range timesADay, int lateEveryDays, int daysLeast, Range reviewWeeks) {}

    /**
     * A walking programme.
     *
     * @param start minutes at first
     * @param goalMinutes and days a week, reached by month {@code goalMonths}
     */
    public record Walking(
            Range start, Range daysAWeek, Range stepMinutes, double goalMinutes, double goalDays, int goalMonths) {}

    /**
     * The rules of a knowledge base.
     *
     * @throws IllegalArgumentException when a parameter is missing
     */
    public static ExerciseRules of(KnowledgeBase knowledge) {
        return from((item, parameter) -> knowledge.items().stream()
                .filter(one -> one.id().equals(item))
                .map(one -> range(one, parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no item " + item)));
    }

    private static Range range(Item item, String id) {
        Course course = item.course();
        if (course != null) {
            for (Course.Parameter parameter : course.parameters()) {
                if (id.equals(parameter.id()) && parameter.range() != null) {
                    return parameter.range();
                }
            }
        }
        throw new IllegalArgumentException(item.id() + " has no course parameter " + id + " with a range");
    }

    /** The rules, each number asked for by item and parameter. */
    public static ExerciseRules from(BiFunction<String, String, Range> parameters) {
        Source dosage = new Source("exercise-dosage", parameters);
        Source progression = new Source("exercise-progression", parameters);
        Source conduct = new Source("exercise-conduct", parameters);
        Source home = new Source("home-exercise-gate", parameters);
        Source yoga = new Source("yoga-complex", parameters);
        Source walking = new Source("walking-programme", parameters);
        return new ExerciseRules(
                acute(dosage),
                building(dosage, "subacute"),
                building(dosage, "chronic"),
                day(dosage, new Source("breathing-session", parameters), new Source("morning-exercise", parameters)),
                new Week(
                        dosage.range("strength-days"),
                        dosage.range("moderate-minutes"),
                        dosage.range("vigorous-minutes"),
                        dosage.number("balance-days")),
                pain(progression, dosage.range("effort")),
                progression(progression),
                new Pause(
                        progression.whole("pause-days"),
                        progression.share("pause-cut"),
                        progression.whole("start-anew-days")),
                new Vitals(
                        conduct.number("systolic-from"),
                        conduct.number("systolic-below"),
                        conduct.number("diastolic-from"),
                        conduct.number("pulse-above")),
                new Home(
                        home.range("home-movements"),
                        home.whole("home-movements-most"),
                        home.whole("load-alone"),
                        home.range("supervised-sessions")),
                new Yoga(
                        yoga.range("times-a-day"),
                        yoga.whole("late-every-days"),
                        yoga.whole("days-least"),
                        yoga.range("review-weeks")),
                new Walking(
                        walking.range("start-minutes"),
                        walking.range("days-a-week"),
                        walking.range("step-minutes"),
                        walking.number("goal-minutes"),
                        walking.number("goal-days"),
                        walking.whole("goal-months")));
    }

    private static AcuteDose acute(Source dosage) {
        return new AcuteDose(
                dosage.range("acute-minutes"),
                dosage.range("acute-bouts"),
                dosage.share("acute-repetitions-share").most(),
                dosage.range("acute-repetitions"),
                dosage.whole("acute-sets"),
                dosage.number("acute-hold-seconds"),
                dosage.share("acute-range-share").most());
    }

    private static BuildingDose building(Source dosage, String phase) {
        return new BuildingDose(
                dosage.range(phase + "-minutes"),
                dosage.range(phase + "-sessions"),
                dosage.range(phase + "-repetitions"),
                dosage.range(phase + "-sets"));
    }

    private static Day day(Source dosage, Source breathing, Source morning) {
        return new Day(
                dosage.number("beginner-minutes"),
                dosage.range("bout-minutes"),
                morning.range("morning-minutes"),
                dosage.range("daytime-minutes"),
                dosage.range("evening-minutes"),
                dosage.number("minutes-under"),
                breathing.number("breathing-minutes"),
                dosage.range("mobility-bouts"),
                morning.number("hours-after-rising"),
                dosage.number("rest-between-movements"),
                dosage.range("rest-between-sets"));
    }

    private static PainMonitoring pain(Source progression, Range effort) {
        return new PainMonitoring(
                progression.number("pain-green"),
                progression.number("pain-amber"),
                progression.number("pain-rise"),
                progression.number("pain-settles-hours"),
                effort);
    }

    private static Progression progression(Source progression) {
        return new Progression(
                progression.whole("green-sessions"),
                progression.share("adherence").least(),
                progression.whole("step-days"),
                progression.share("load-step").most(),
                progression.range("repetitions-step"),
                progression.range("minutes-step"),
                progression.share("red-cut"),
                progression.whole("late-weeks"));
    }

    /** The parameters of one item. */
    private record Source(String item, BiFunction<String, String, Range> parameters) {

        private static final double PERCENT = 100;

        Range range(String id) {
            return parameters.apply(item, id);
        }

        /** The upper end of a limit. */
        double number(String id) {
            return range(id).most();
        }

        int whole(String id) {
            return (int) Math.round(number(id));
        }

        /** A range in percent as shares of one. */
        Range share(String id) {
            Range percent = range(id);
            return new Range(percent.least() / PERCENT, percent.most() / PERCENT);
        }
    }
}
