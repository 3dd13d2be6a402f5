package org.lumbar.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.figures.Palette;

/** What a handout says, in the order in which it does; the template only lays it out. */
final class HandoutSheet {

    private static final int DIARY_DAYS = 14;
    /** Exercises that fit as columns beside each other; with more one ticks the session as a whole. */
    private static final int COLUMNS = 8;

    private static final int HASH = 12;

    /** Paper has no custom properties, so a colour that a page may change stands for itself. */
    private static final Pattern CHANGEABLE = Pattern.compile("var\\(--[a-z-]+,(#[0-9a-f]+)\\)");

    private static final String STYLE = """
            body { font-size: 10pt; line-height: 1.3; }
            h1 { font-size: 20pt; }
            .exercise { page-break-inside: avoid; margin-top: 7pt; }
            .exercise h2 { font-size: 12.5pt; margin: 4pt 0 2pt 0; }
            .exercise .number { color: #4a5663; }
            .poses { margin: 2pt 0; }
            .pose { display: inline-block; width: 100pt; height: 75pt; margin-right: 4pt; }
            .note { padding-left: 7pt; border-left: 2.5pt solid #a86100; }
            .stop { margin: 9pt 0; padding: 2pt 9pt 6pt 9pt; border-left: 4pt solid #a86100; background: #fdf5e8; }
            .stop h2 { margin-top: 4pt; border: none; color: #7a3e00; } .stop .yes { margin-top: 2pt; font-weight: bold; }
            .contact { margin-top: 10pt; padding-bottom: 18pt; border-bottom: 0.8pt solid #16212c; }
            .diary { page-break-before: always; }
            .diary th, .diary td { border: 0.6pt solid #7b8b93; padding: 5.5pt 5pt; }
            .diary .day { width: 22%; } .diary .sessions { width: 26%; } .diary .tick { width: 5%; text-align: center; }
            .diary tbody th { width: auto; }
            """;

    private static final String LARGE = """
            body { font-size: 18pt; line-height: 1.4; color: #000; }
            h1 { font-size: 28pt; color: #000; } h2, .exercise h2, .diary h2 { font-size: 22pt; color: #000; }
            .facts, .small, .exercise .number { color: #000; } .small { font-size: 18pt; }
            .pose { width: 244pt; height: 183pt; margin-right: 4pt; }
            .exercise { page-break-inside: auto; } .poses, .exercise h2 { page-break-after: avoid; }
            thead th { font-size: 18pt; color: #000; } .diary th, .diary td { padding: 7pt 5pt; }
            .foot { font-size: 12pt; color: #000; }
            @page { @bottom-right { font-size: 12pt; color: #000; } }
            ul, ol { padding-left: 24pt; }
            """;

    private final PlayerSheet page;
    private final TreatmentPlan plan;
    private final Words words;
    private final KeyPoses poses;
    private final boolean large;

    HandoutSheet(PlayerSheet page, TreatmentPlan plan, Words words, Gallery gallery, boolean large) {
        this.page = page;
        this.plan = plan;
        this.words = words;
        this.poses = new KeyPoses(gallery, words, large ? Palette.HIGH_CONTRAST : Palette.NORMAL);
        this.large = large;
    }

    boolean large() {
        return large;
    }

    PlayerSheet page() {
        return page;
    }

    String label(String key) {
        return words.say(key);
    }

    String patient() {
        return words.fill("handout.for", Map.of("patient", plan.patientId(), "date", page.date()));
    }

    /** Pictures of an exercise, in a form that paper takes. */
    List<KeyPoses.Picture> poses(int index) {
        return poses.of(page.cards().get(index), "h" + index).stream()
                .map(picture -> new KeyPoses.Picture(forPaper(picture.svg()), picture.alt()))
                .toList();
    }

    private static String forPaper(String svg) {
        return CHANGEABLE
                .matcher(svg)
                .replaceAll("$1")
                .replace(" href=\"#", " xlink:href=\"#")
                .replaceFirst("role=\"img\" aria-labelledby=\"[^\"]*\"", "xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
                .replaceFirst("(?s)<title.*?</title>", "")
                .replaceFirst("(?s)<desc.*?</desc>", "");
    }

    /** A picture as an element of the page; its words are what a reader for the blind says. */
    String figure(KeyPoses.Picture picture) {
        String alt = picture.alt().replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        return picture.svg()
                .replaceFirst("<svg ", "<svg class=\"pose\" alt=\"" + Matcher.quoteReplacement(alt) + "\" ");
    }

    /** Letters and pictures of the handout, besides what all printed pages have. */
    static String style(boolean large) {
        return STYLE + (large ? LARGE : "");
    }

    /** Numbers of the exercises that have a column of their own in the diary; empty when they are too many or differ by day. */
    List<Integer> columns() {
        int count = page.cards().size();
        return count > COLUMNS || !page.planned().isEmpty()
                ? List.of()
                : IntStream.rangeClosed(1, count).boxed().toList();
    }

    /**
     * A line of the diary.
     *
     * @param sessions what is planned, by the numbers of the exercises; empty outside a programme
     */
    record DiaryDay(String name, List<String> sessions) {}

    /** The days of the programme; without one, two weeks from the day of the plan. */
    List<DiaryDay> days() {
        if (page.planned().isEmpty()) {
            LocalDate first = plan.request().date();
            return IntStream.range(0, DIARY_DAYS)
                    .mapToObj(first::plusDays)
                    .map(day -> new DiaryDay(words.capital(words.shortDate(day)), List.of()))
                    .toList();
        }
        return page.days().stream()
                .map(day -> new DiaryDay(
                        day.name(),
                        day.sessions().stream()
                                .map(one -> one.time() + " – "
                                        + one.exercises().stream()
                                                .map(number -> String.valueOf(number + 1))
                                                .collect(Collectors.joining(", ")))
                                .toList()))
                .toList();
    }

    String foot() {
        return words.fill(
                "sheet.foot",
                Map.of(
                        "patient",
                        plan.patientId(),
                        "date",
                        page.date(),
                        "version",
                        words.knowledge().version(),
                        "hash",
                        words.knowledge().sha256().substring(0, HASH)));
    }
}
