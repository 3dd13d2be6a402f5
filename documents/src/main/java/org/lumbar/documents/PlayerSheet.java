package org.lumbar.documents;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.Pathway.Advice;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.figures.Drawing;
import org.lumbar.figures.Look;
import org.lumbar.figures.Palette;
import org.lumbar.figures.Phase;

/** What the page of a session says and shows, in the order in which it does; the template only lays it out. */
final class PlayerSheet {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Both ends of a scale of pain or effort, from 0. */
    private static final int SCALE = 10;

    private static final Map<String, List<String>> SETTINGS = settingsInOrder();
    private static final List<String> REASONS = List.of("pain", "hard", "place", "time", "other");
    private static final List<String> CHANGES = List.of("pain", "technique", "tired", "easy", "wish");

    private final SessionOutline outline;
    private final TreatmentPlan plan;
    private final Words words;
    private final Gallery gallery;
    private final PlayerPage.Options options;
    private final List<ExerciseCard> cards;
    private final List<Planned> planned;
    private final KeyPoses poses;
    /** Pictures that are drawn once, for the page and for its script. */
    private final Map<String, Optional<Moving>> moving = new HashMap<>();

    PlayerSheet(SessionOutline outline, TreatmentPlan plan, Words words, Gallery gallery, PlayerPage.Options options) {
        this(outline, List.of(), plan, words, gallery, options);
    }

    /**
     * @param outline every exercise that a session holds, once
     * @param planned the sessions of a programme; empty when the outline is the only session
     */
    PlayerSheet(
            SessionOutline outline,
            List<Planned> planned,
            TreatmentPlan plan,
            Words words,
            Gallery gallery,
            PlayerPage.Options options) {
        this.planned = planned;
        this.outline = outline;
        this.plan = plan;
        this.words = words;
        this.gallery = gallery;
        this.options = options;
        this.poses = new KeyPoses(gallery, words, Palette.NORMAL);
        this.cards = outline.exercises().stream()
                .map(exercise -> ExerciseCard.of(exercise, plan, words))
                .toList();
    }

    private static Map<String, List<String>> settingsInOrder() {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        settings.put("sound", List.of("voice", "beep", "off"));
        settings.put("pace", List.of("guided", "own"));
        settings.put("theme", List.of("auto", "light", "dark", "contrast"));
        return settings;
    }

    /** A session of a programme. */
    record Planned(SessionOutline outline, LocalTime at, int minutes, LocalDate date) {}

    /** A day of a programme with its sessions, each as its number among all. */
    record Day(String date, String name, List<Entry> sessions) {}

    /** A session in the list of days. */
    record Entry(int number, String time, String name, String size, List<Integer> exercises) {}

    /** A question before the session. */
    record Question(String id, String text) {}

    /** Someone or something that is left out, and why. */
    record Left(String name, String why) {}

    /** A moving picture of one movement, and what the script has to know of it. */
    record Moving(String id, String svg, int milliseconds, List<Phase> phases, boolean mirrored) {}

    SessionOutline outline() {
        return outline;
    }

    PlayerPage.Options options() {
        return options;
    }

    boolean instructor() {
        return options.instructor();
    }

    String language() {
        return plan.request().language().code();
    }

    String patient() {
        return plan.patientId();
    }

    String label(String key) {
        return words.say(key);
    }

    String fill(String key, String place, Object value) {
        return words.fill(key, place, value);
    }

    String title() {
        return words.capital(words.say(outline.name()));
    }

    String about() {
        return words.say(outline.about());
    }

    String date() {
        return words.date(plan.request().date());
    }

    /** How long it takes with its rests, and of how many exercises it consists. */
    String size() {
        if (!planned.isEmpty()) {
            return words.count("count.exercise-sessions", planned.size());
        }
        return words.count("count.exercises", cards.size())
                + Words.DOT
                + words.quantity("unit.min", words.number(Math.ceil(seconds() / 60)));
    }

    private double seconds() {
        double all = 0;
        for (SessionOutline.Exercise one : outline.exercises()) {
            int times = (one.repetitions() == null ? 1 : one.repetitions()) * one.sets() * (one.perSide() ? 2 : 1);
            all += one.seconds() * times + one.setRestSeconds() * (one.sets() - 1) + one.restSeconds();
        }
        return all;
    }

    List<Planned> planned() {
        return planned;
    }

    /** The exercises of a planned session, as their numbers among all, from 0. */
    List<Integer> exercises(Planned session) {
        return session.outline().exercises().stream()
                .map(one -> outline.exercises().indexOf(one))
                .toList();
    }

    /** The days of a programme, in order. */
    List<Day> days() {
        Map<LocalDate, List<Entry>> days = new TreeMap<>();
        for (int i = 0; i < planned.size(); i++) {
            Planned one = planned.get(i);
            String size =
                    words.count("count.exercises", one.outline().exercises().size())
                            + Words.DOT
                            + words.quantity("unit.min", words.number(one.minutes()));
            days.computeIfAbsent(one.date(), date -> new ArrayList<>())
                    .add(new Entry(
                            i,
                            CLOCK.format(one.at()),
                            words.capital(words.say(one.outline().name())),
                            size,
                            exercises(one)));
        }
        return days.entrySet().stream()
                .map(day ->
                        new Day(day.getKey().toString(), words.capital(words.shortDate(day.getKey())), day.getValue()))
                .toList();
    }

    List<String> equipment() {
        return distinct(cards.stream().map(ExerciseCard::equipment)).stream()
                .filter(one -> !one.isEmpty())
                .toList();
    }

    List<ExerciseCard> cards() {
        return cards;
    }

    /** The day of the last session before; null when it is not known. */
    @Nullable
    String earlier() {
        return options.earlier() == null ? null : words.date(options.earlier());
    }

    List<Integer> scale() {
        return IntStream.rangeClosed(0, SCALE).boxed().toList();
    }

    /** The red flags that exercise stops at, asked before every session. */
    List<Question> questions() {
        return flags().stream()
                .map(id -> new Question(id, question(id)))
                .filter(question -> !question.text().isEmpty())
                .toList();
    }

    private Set<String> flags() {
        return plan.path().stopRules().stream()
                .filter(rule -> outline.exercises().stream()
                        .anyMatch(
                                one -> rule.categories().contains(one.movement().category())))
                .flatMap(rule -> rule.flags().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String question(String id) {
        return words.knowledge().findings().stream()
                .filter(finding -> finding.id().equals(id))
                .map(FindingDefinition::question)
                .flatMap(Stream::ofNullable)
                .map(words::say)
                .findFirst()
                .orElse("");
    }

    /** What to do when a question is answered with yes. */
    List<String> help() {
        Set<String> flags = flags();
        return plan.path().safetyNet().stream()
                .filter(advice -> advice.flags().stream().anyMatch(flags::contains))
                .map(Advice::text)
                .map(words::say)
                .toList();
    }

    /** Whom to call: the numbers of the country that was planned for. */
    List<String> calls() {
        return words.emergency(plan.country());
    }

    List<String> stops() {
        return distinct(cards.stream().flatMap(card -> card.stops().stream()));
    }

    List<Left> leftOut() {
        return outline.leftOut().stream()
                .map(SessionOutline.LeftOut::recommendation)
                .map(one -> new Left(words.capital(words.say(one.item().name())), why(one, words)))
                .toList();
    }

    /** Why a movement is left out: its late place or the missing choice where the plan would offer it, else the plan's reasons. */
    static String why(Recommendation one, Words words) {
        return switch (one.status()) {
            case RECOMMENDED, OPTIONAL -> words.say("movement.late.means");
            case DISCRETION -> words.capital(words.say("status.discretion"));
            default -> {
                String reasons = one.reasons().stream()
                        .map(Reason::why)
                        .flatMap(Stream::ofNullable)
                        .map(words::say)
                        .distinct()
                        .collect(Collectors.joining(" "));
                yield reasons.isEmpty()
                        ? one.reasons().stream().map(words::brief).distinct().collect(Collectors.joining("; "))
                        : reasons;
            }
        };
    }

    /** Something that the person sets, with its values. */
    record Choice(String id, String name, Map<String, String> values) {}

    List<Choice> settings() {
        return SETTINGS.entrySet().stream()
                .map(setting -> new Choice(
                        setting.getKey(),
                        words.say("player.set." + setting.getKey()),
                        labels("player.set." + setting.getKey() + ".", setting.getValue())))
                .toList();
    }

    /** Why an exercise is skipped. */
    Map<String, String> reasons() {
        return labels("player.reason.", REASONS);
    }

    /** Why an instructor gives an easier or harder exercise. */
    Map<String, String> changes() {
        return labels("player.teach.why.", CHANGES);
    }

    private Map<String, String> labels(String prefix, List<String> ids) {
        Map<String, String> labels = new LinkedHashMap<>();
        ids.forEach(id -> labels.put(id, words.say(prefix + id)));
        return labels;
    }

    /** An exercise that some of the group leave out. */
    record GroupRow(String name, List<Left> skips) {}

    /** Who of the group leaves out what; the exercises in the order of the session. */
    List<GroupRow> group() {
        return IntStream.range(0, cards.size())
                .mapToObj(index -> new GroupRow(cards.get(index).name(), skips(index)))
                .filter(row -> !row.skips().isEmpty())
                .toList();
    }

    /** Who of the group leaves out this exercise, or a movement of it, and why. */
    List<Left> skips(int index) {
        Set<String> movements = cards.get(index).exercise().parts().stream()
                .map(part -> part.movement().id())
                .collect(Collectors.toSet());
        List<Left> skips = new ArrayList<>();
        for (PlayerPage.Member member : options.group()) {
            member.outline().leftOut().stream()
                    .map(SessionOutline.LeftOut::recommendation)
                    .filter(one -> movements.contains(one.item().id()))
                    .findFirst()
                    .ifPresent(one -> skips.add(new Left(member.name(), why(one, words))));
        }
        return skips;
    }

    String disclaimer() {
        return words.say(words.knowledge().disclaimer());
    }

    // ---- pictures ----

    /** Still pictures of an exercise. */
    List<KeyPoses.Picture> poses(int index) {
        return poses.of(cards.get(index), "e" + index);
    }

    /** The moving picture of a part of an exercise; null when it is not drawn. */
    @Nullable
    Moving moving(int index, int part) {
        return moving.computeIfAbsent("e" + index + "-" + part, id -> drawn(id, index, part))
                .orElse(null);
    }

    private Optional<Moving> drawn(String id, int index, int part) {
        SessionOutline.Part one = cards.get(index).exercise().parts().get(part);
        return gallery.clip(one.movement().id()).map(clip -> {
            String svg = new Drawing(gallery.body(), clip)
                    .animated(
                            new Look(Palette.NORMAL, Look.Play.AUTO, id + "-m"),
                            new org.lumbar.figures.Words(
                                    words.say(one.movement().name()),
                                    String.join(" ", cards.get(index).steps())));
            return new Moving(id, svg, clip.milliseconds(), clip.phases(), clip.mirror());
        });
    }

    List<Moving> movings(int index) {
        return IntStream.range(0, cards.get(index).exercise().parts().size())
                .mapToObj(part -> moving(index, part))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** True when one round of the picture does both sides. */
    boolean both(int index) {
        SessionOutline.Exercise exercise = cards.get(index).exercise();
        return exercise.perSide()
                && exercise.parts().size() == 1
                && gallery.clip(exercise.movement().id())
                        .filter(clip -> !clip.mirror())
                        .isPresent();
    }

    private static List<String> distinct(Stream<String> texts) {
        return texts.distinct().toList();
    }
}
