package org.lumbar.core.outcome;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Instrument.Better;
import org.lumbar.core.knowledge.Instrument.ChangeRule;
import org.lumbar.core.knowledge.Instrument.Scale;

/** What the difference between two scores of one patient means. */
public sealed interface Change {

    /**
     * Scores are fractions with small denominators, so two that differ, differ by far more than this. It hides what
     * floating-point arithmetic adds: 16/3 − 10/3 must reach a limit of 2.
     */
    double ROUNDING = 1e-9;

    Scale scale();

    /** The course that a change shows. */
    enum Course {
        IMPROVED,
        /** Neither better nor worse by as much as matters to patients. */
        NO_IMPORTANT_CHANGE,
        WORSE
    }

    /**
     * A change.
     *
     * @param points how much better: negative when worse, whichever way the scale runs
     * @param percent of the first score; null when that is 0 or the scale does not use it
     * @param byPoints the improvement reaches the limit in points
     * @param byPercent it reaches the limit in percent
     * @param perhapsChance there is a difference, but a smaller one than the instrument can tell from chance
     * @param scaleEnds the first score lies where the scale hardly moves, so a change can be missed
     * @param recovered the second score is one at which people call themselves recovered
     */
    record Judged(
            Scale scale,
            double before,
            double now,
            double points,
            @Nullable Double percent,
            Course course,
            boolean byPoints,
            boolean byPercent,
            boolean perhapsChance,
            boolean scaleEnds,
            boolean recovered)
            implements Change {}

    /** Why nothing can be said. */
    enum Why {
        /** The instrument is not made to follow a patient. */
        NO_RULE,
        /** One of the two forms has no score. */
        NO_SCORE,
        /** Nothing was answered both times. */
        NOTHING_SHARED
    }

    /** Nothing can be said. */
    record NotJudged(Scale scale, Why why) implements Change {}

    /**
     * The change on every scale from one form to a later one.
     *
     * @throws IllegalArgumentException when they are forms of different instruments
     */
    static List<Change> between(Answers before, Answers now) {
        if (!before.instrument().id().equals(now.instrument().id())) {
            throw new IllegalArgumentException("Two forms of different instruments: "
                    + before.instrument().id() + " and " + now.instrument().id());
        }
        List<Change> changes = new ArrayList<>();
        for (Scale scale : before.instrument().scales()) {
            changes.add(between(scale, before, now));
        }
        return changes;
    }

    private static Change between(Scale scale, Answers before, Answers now) {
        ChangeRule rule = scale.change();
        if (rule == null) {
            return new NotJudged(scale, Why.NO_RULE);
        }
        boolean shared = rule.sameQuestions();
        Result first = (shared ? before.sharedWith(now) : before).score(scale);
        Result second = (shared ? now.sharedWith(before) : now).score(scale);
        if (first instanceof Result.Score one && second instanceof Result.Score two) {
            return judge(scale, rule, one.value(), two.value(), one.answered());
        }
        return new NotJudged(scale, shared ? Why.NOTHING_SHARED : Why.NO_SCORE);
    }

    /**
     * The change between two scores.
     *
     * @param before the first score, in the points of the scale
     * @param now the later one
     * @param answers how many answers each stands on
     */
    static Change between(Scale scale, double before, double now, int answers) {
        ChangeRule rule = scale.change();
        return rule == null ? new NotJudged(scale, Why.NO_RULE) : judge(scale, rule, before, now, answers);
    }

    private static Judged judge(Scale scale, ChangeRule rule, double before, double now, int answers) {
        double better = scale.better() == Better.LOWER ? before - now : now - before;
        Double limit = answers == 1 && rule.pointsIfSingle() != null ? rule.pointsIfSingle() : rule.points();
        Double percent = rule.percent() == null || before == 0 ? null : Double.valueOf(100 * better / before);
        boolean byPoints = limit != null && reaches(better, limit);
        boolean byPercent = percent != null && reaches(percent, rule.percent());
        boolean improved = byPoints || byPercent;
        if (rule.lowAtMost() != null && rule.lowPoints() != null && before <= rule.lowAtMost() + ROUNDING) {
            improved = byPercent && reaches(better, rule.lowPoints());
        }
        boolean worse = reaches(-better, rule.worsePoints());
        boolean perhapsChance = rule.detectable() != null
                && Math.abs(better) > ROUNDING
                && !reaches(Math.abs(better), rule.detectable());
        boolean scaleEnds = (rule.reliableFrom() != null && before < rule.reliableFrom())
                || (rule.reliableTo() != null && before > rule.reliableTo());
        boolean recovered = rule.recoveredAtMost() != null && now <= rule.recoveredAtMost() + ROUNDING;
        Course course = improved ? Course.IMPROVED : worse ? Course.WORSE : Course.NO_IMPORTANT_CHANGE;
        return new Judged(
                scale, before, now, better, percent, course, byPoints, byPercent, perhapsChance, scaleEnds, recovered);
    }

    private static boolean reaches(double value, double limit) {
        return value >= limit - ROUNDING;
    }
}
