package org.lumbar.server.my;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.knowledge.Instrument.Better;
import org.lumbar.core.outcome.Result;

/**
 * How what a patient can do went, beside the days of the diary.
 *
 * @param days from the first to today
 * @param points one for each form, oldest first
 */
public record Scores(Instrument instrument, Instrument.Scale scale, List<LocalDate> days, List<Point> points) {

    private static final int DECIMALS = 1;
    private static final int WIDE = 10;
    private static final int HIGH = 140;

    public Scores {
        days = List.copyOf(days);
        points = List.copyOf(points);
    }

    /** A score of a day. */
    public record Point(LocalDate on, BigDecimal score) {}

    static Scores of(Instrument instrument, List<Filled> filled, List<LocalDate> days) {
        List<Point> points = filled.stream()
                .flatMap(one -> one.score().map(score -> new Point(one.on(), rounded(score))).stream())
                .toList();
        return new Scores(instrument, instrument.scales().getFirst(), days, points);
    }

    /** As it is shown and kept: to one decimal. */
    static BigDecimal rounded(Result.Score score) {
        BigDecimal rounded = BigDecimal.valueOf(score.value())
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** Key of the sentence on the first and the last form; empty with fewer than two. */
    public String key() {
        if (points.size() < 2) {
            return "";
        }
        int higher = points.getLast().score().compareTo(points.getFirst().score());
        int better = scale.better() == Better.LOWER ? -higher : higher;
        return better > 0 ? "diary.function.better" : better < 0 ? "diary.function.worse" : "diary.function.same";
    }

    // ---- the picture: a day is as wide as in the diary of pain

    /** Points of the days that are shown. */
    public List<Point> shown() {
        return points.stream()
                .filter(one -> !one.on().isBefore(days.getFirst()))
                .toList();
    }

    public int width() {
        return days.size() * WIDE;
    }

    public int x(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(days.getFirst(), day)) * WIDE + WIDE / 2;
    }

    /** The best is at the top. */
    public int y(double score) {
        double share = (score - scale.least()) / (scale.most() - scale.least());
        double worse = scale.better() == Better.LOWER ? share : 1 - share;
        return (int) Math.round(worse * HIGH) + WIDE;
    }

    /** The line through the points; empty when there are fewer than two. */
    public String line() {
        List<String> line = shown().stream()
                .map(one -> x(one.on()) + "," + y(one.score().doubleValue()))
                .toList();
        return line.size() < 2 ? "" : String.join(" ", line);
    }
}
