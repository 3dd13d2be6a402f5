package org.lumbar.server.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.exercise.HomeSet;
import org.lumbar.core.exercise.HomeSet.Choice;
import org.lumbar.core.exercise.HomeSet.Limits;
import org.lumbar.core.exercise.HomeSets;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.Programme.Omission;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.MovementTerms.Term;
import org.lumbar.core.knowledge.ProgrammeTemplate.Use;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.text.Language;
import org.lumbar.documents.MovementCards;
import org.lumbar.server.exercise.Programmes;

/** Everything about the exercises of one patient that a clinician needs to put them together. */
public final class Bench {

    private static final int WEEK = 7;
    /** Item that says how fast the load may grow, and why not faster. */
    private static final String PROGRESSION = "exercise-progression";

    private final Programmes programmes;
    private final Programme proposed;
    private final Map<String, Recommendation> judged;
    private final Map<String, Omission> closed;
    private final KnowledgeBase knowledge;
    private final MovementCards cards;
    private final Language language;

    Bench(Programmes programmes, PatientChart chart, KnowledgeBase knowledge, Language language) {
        this.programmes = programmes;
        this.knowledge = knowledge;
        this.language = language;
        this.proposed = programmes.proposed(chart, language);
        this.closed = programmes.sets().closed(proposed);
        this.judged = new HashMap<>();
        proposed.plan().recommendations().forEach(one -> judged.put(one.item().id(), one));
        this.cards = new MovementCards(knowledge, language);
    }

    /** An exercise that may not be done now, and why. */
    public record Closed(String name, String why) {}

    /** What a list of exercises shows; empty values show everything. */
    public record Filter(String position, String equipment, String region) {
        boolean shows(Movement movement) {
            return (position.isEmpty() || movement.positions().contains(position))
                    && (region.isEmpty() || movement.regions().contains(region))
                    && (equipment.isEmpty()
                            || movement.equipment().contains(equipment)
                            || (equipment.equals("none") && movement.equipment().isEmpty()));
        }
    }

    public boolean open() {
        return HomeSets.apply(proposed);
    }

    public boolean emergency() {
        return proposed.plan().triage().level().emergency();
    }

    /** What the programme itself would choose. */
    HomeSet generated() {
        return new HomeSet(HomeSets.of(proposed), null, growthMost());
    }

    /** The set without what the knowledge no longer has, or what the programme itself would choose where it is empty. */
    HomeSet shown(HomeSet set) {
        List<Choice> known = set.choices().stream()
                .filter(choice -> limits(choice.movement()).isPresent())
                .toList();
        return new HomeSet(known.isEmpty() ? generated().choices() : known, set.sessionsAWeek(), set.growth());
    }

    public Programme with(HomeSet set) {
        return programmes.sets().applied(proposed, set, Map.of());
    }

    Optional<Item> item(String movement) {
        return Optional.ofNullable(judged.get(movement)).map(Recommendation::item);
    }

    public MovementCards.Card card(String movement) {
        return cards.of(judged.get(movement).item());
    }

    public String dose(Choice choice) {
        return cards.dose(choice, judged.get(choice.movement()).item());
    }

    public Optional<Limits> limits(String movement) {
        return item(movement).flatMap(item -> programmes.sets().limits(proposed.plan(), item));
    }

    Optional<Choice> usual(String movement) {
        return item(movement).flatMap(item -> programmes.sets().usual(proposed.plan(), item));
    }

    boolean mayBeDone(String movement) {
        return judged.containsKey(movement)
                && !closed.containsKey(movement)
                && limits(movement).isPresent();
    }

    public boolean isClosed(String movement) {
        return closed.containsKey(movement);
    }

    public String why(String movement) {
        Omission omission = closed.get(movement);
        return omission == null ? "" : cards.why(omission, Optional.ofNullable(judged.get(movement)));
    }

    /** Exercises of main sessions that could be added, by name. */
    List<MovementCards.Card> offered(HomeSet set, Filter filter) {
        Set<String> there = set.choices().stream().map(Choice::movement).collect(Collectors.toSet());
        return movements(filter)
                .filter(item -> !there.contains(item.id()) && mayBeDone(item.id()))
                .map(cards::of)
                .sorted(Comparator.comparing(MovementCards.Card::name))
                .toList();
    }

    /** Exercises that this patient may not do now, with their reasons. */
    List<Closed> closed(Filter filter) {
        return movements(filter)
                .filter(item -> closed.containsKey(item.id()))
                .map(item -> new Closed(cards.of(item).name(), why(item.id())))
                .sorted(Comparator.comparing(Closed::name))
                .toList();
    }

    private Stream<Item> movements(Filter filter) {
        return proposed.plan().recommendations().stream()
                .map(Recommendation::item)
                .filter(item -> {
                    Movement movement = item.movement();
                    return movement != null && movement.dose() != null && filter.shows(movement);
                });
    }

    /** What could stand in place of an exercise: an easier or a harder one first, then others for the same part of the body. */
    public List<MovementCards.Card> instead(String movement, HomeSet set) {
        Movement known = item(movement).map(Item::movement).orElse(null);
        if (known == null) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        Stream.of(known.easier(), known.harder()).filter(Objects::nonNull).forEach(ids::add);
        movements(new Filter("", "", ""))
                .filter(item ->
                        item.movement() != null && item.movement().section().equals(known.section()))
                .map(Item::id)
                .forEach(ids::add);
        Set<String> there = set.choices().stream().map(Choice::movement).collect(Collectors.toSet());
        return ids.stream()
                .distinct()
                .filter(id -> !there.contains(id) && mayBeDone(id))
                .map(this::card)
                .toList();
    }

    /** Minutes of a main session, rounded up. */
    public int minutes(HomeSet set) {
        return with(set).sessions().stream()
                .filter(session -> session.use() == Use.MAIN)
                .mapToInt(ProgrammeSession::minutes)
                .max()
                .orElse(0);
    }

    /** Minutes of all sessions of the first week, walks included. */
    public int minutesAWeek(HomeSet set) {
        int others = proposed.days().stream()
                .limit(WEEK)
                .flatMap(day -> day.sessions().stream())
                .filter(session -> session.use() != Use.MAIN)
                .mapToInt(ProgrammeSession::minutes)
                .sum();
        return others + minutes(set) * sessions(set);
    }

    double minutesUnder() {
        return programmes.rules().day().under();
    }

    /** What is to be said of the number of exercises. */
    public String number(HomeSet set) {
        return cards.note(programmes.sets().number(set.choices().size()));
    }

    public boolean many(HomeSet set) {
        return set.choices().size() > programmes.rules().home().movements().most();
    }

    public boolean tooMany(HomeSet set) {
        return set.choices().size() > programmes.rules().home().movementsMost();
    }

    /** Bounds of main sessions a week. */
    public Range sessionsAWeek() {
        return programmes.sets().sessionsAWeek(proposed.plan()).orElse(new Range(1, WEEK));
    }

    public int sessions(HomeSet set) {
        Integer chosen = set.sessionsAWeek();
        return chosen == null ? proposed.load().sessionsAWeek() : chosen;
    }

    /** Largest growth in one step, as a share. */
    public double growthMost() {
        return programmes.rules().progression().loadStepMost();
    }

    public int growthDays() {
        return programmes.rules().progression().stepDays();
    }

    /** Why the load does not grow faster, as the knowledge base has it. */
    public String growthWhy() {
        return knowledge.items().stream()
                .filter(item -> item.id().equals(PROGRESSION))
                .map(Item::dispute)
                .filter(Objects::nonNull)
                .map(dispute -> dispute.regulators().in(language))
                .findFirst()
                .orElse("");
    }

    /** Words of a position, a piece of equipment or a part of the body. */
    public String term(Term term) {
        return cards.term(term);
    }
}
