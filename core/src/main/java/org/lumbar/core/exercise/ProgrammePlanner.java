package org.lumbar.core.exercise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.Note.Kind;
import org.lumbar.core.exercise.Review.Decision;
import org.lumbar.core.knowledge.DiagnosisTerm;
import org.lumbar.core.knowledge.ExerciseSession;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.ProgrammeTemplate;
import org.lumbar.core.knowledge.ProgrammeTemplate.Use;
import org.lumbar.core.knowledge.Session;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;

/**
 * Makes exercise programmes of treatment plans. What is safe and indicated the plan has decided; here the days are filled. Reads
 * a knowledge base once; then immutable, safe to share between threads, and without clock or input of its own.
 */
public final class ProgrammePlanner {

    /** Items that say who begins with an instructor, and the one that walks belong to. */
    private static final String SUPERVISED_START = "supervised-start";

    private static final String EXERCISE_DOCTOR = "home-exercise-gate";
    private static final String WALKING = "walking-programme";

    private final KnowledgeBase knowledge;
    private final ExerciseRules rules;
    private final Progression progression;
    private final Map<String, ExerciseSession> scripts = new HashMap<>();
    private final Map<String, Integer> findings = new HashMap<>();

    /** @throws IllegalArgumentException when the knowledge lacks a number that programmes need */
    public ProgrammePlanner(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
        this.rules = ExerciseRules.of(knowledge);
        this.progression = new Progression(rules);
        for (Session session : knowledge.sessions()) {
            if (session instanceof ExerciseSession exercise) {
                scripts.put(exercise.id(), exercise);
            }
        }
        for (int i = 0; i < knowledge.findings().size(); i++) {
            findings.put(knowledge.findings().get(i).id(), i);
        }
    }

    public ExerciseRules rules() {
        return rules;
    }

    /**
     * The first programme.
     *
     * @throws IllegalArgumentException when the request names a movement or a piece of equipment that does not exist
     */
    public Programme first(TreatmentPlan plan, ProgrammeRequest request) {
        return make(plan, request, null);
    }

    /**
     * The programme after some sessions: its load is that of {@link #review}.
     *
     * @throws IllegalArgumentException when the request names a movement or a piece of equipment that does not exist
     */
    public Programme next(TreatmentPlan plan, ProgrammeRequest request, ProgrammeHistory history) {
        return make(
                plan, request, scope -> beforeFirstDay(request, progression.review(history, request.start(), scope)));
    }

    /** True when a session calls for a review at once: a warning sign, symptoms in a leg or too much pain. */
    public boolean isBad(PerformedSession session) {
        return session.warningSign() || progression.light(session) == ExerciseRules.Light.RED;
    }

    /**
     * The programme with a load that was reviewed before, so that its days and the change of exercises are counted from the
     * start of the request, not from the review.
     *
     * @throws IllegalArgumentException when the request names a movement or a piece of equipment that does not exist
     */
    public Programme with(TreatmentPlan plan, ProgrammeRequest request, Review review) {
        return make(plan, request, scope -> review);
    }

    /** What follows from the sessions so far on the first day of the request; empty where no programme is made. */
    public Optional<Review> review(TreatmentPlan plan, ProgrammeRequest request, ProgrammeHistory history) {
        return stage(plan)
                .flatMap(stage -> template(plan, request)
                        .map(template ->
                                progression.review(history, request.start(), scope(plan, request, template, stage))));
    }

    /** @param reviewed what follows from the sessions so far; null when there are none */
    private Programme make(
            TreatmentPlan plan, ProgrammeRequest request, @Nullable Function<Growth.Scope, Review> reviewed) {
        check(request);
        Optional<Stage> stage = stage(plan);
        Optional<ProgrammeTemplate> template = template(plan, request);
        if (stage.isEmpty() || template.isEmpty()) {
            return none(plan, request, List.of(Note.of(Kind.PHASE_UNKNOWN)), grounds(plan, anyItem(request)));
        }
        Recommendation item = recommendation(plan, template.get().item());
        if (item == null || !item.status().offered()) {
            return none(plan, request, List.of(), grounds(plan, template.get().item()));
        }
        Load start = start(request, template.get(), stage.get());
        if (reviewed == null) {
            List<Note> first = template.get().grows() ? List.of(Note.of(Kind.FIRST_PROGRAMME)) : List.of();
            return days(plan, request, template.get(), stage.get(), start, before(request), first);
        }
        Review review = reviewed.apply(scope(plan, request, template.get(), stage.get()));
        if (review.decision() == Decision.STOP) {
            return none(plan, request, review.notes(), List.of());
        }
        return days(plan, request, template.get(), stage.get(), review.load(), review.changed(), review.notes());
    }

    /** The review as it counts for its programme: the sessions of the first day still count for the next one. */
    private static Review beforeFirstDay(ProgrammeRequest request, Review review) {
        return review.changed().isBefore(request.start())
                ? review
                : new Review(review.decision(), review.load(), before(request), review.seeClinician(), review.notes());
    }

    private static LocalDate before(ProgrammeRequest request) {
        return request.start().minusDays(1);
    }

    private Programme days(
            TreatmentPlan plan,
            ProgrammeRequest request,
            ProgrammeTemplate template,
            Stage stage,
            Load load,
            LocalDate changed,
            List<Note> why) {
        boolean alone = alone(plan, request);
        Allowed allowed = new Allowed(plan, request, rules, load, alone);
        SessionComposer composer =
                new SessionComposer(rules, allowed, new Dosing(rules, stage), new Changed(allowed, request.changes()));
        Timetable.Filled filled = new Timetable(
                        rules, present(plan), request, template, stage, load, composer, scripts::get, allowed)
                .fill();
        List<Note> notes = new ArrayList<>(why);
        notes.addAll(ProgrammeNotes.of(rules, request, template, stage, load, alone, filled));
        boolean nothing = filled.days().stream().allMatch(day -> day.sessions().isEmpty());
        return nothing
                ? new Programme(
                        plan,
                        request,
                        null,
                        Load.NONE,
                        changed,
                        alone,
                        List.of(),
                        filled.omitted(),
                        List.of(Note.of(Kind.NOTHING_LEFT)),
                        List.of())
                : new Programme(
                        plan,
                        request,
                        template,
                        load,
                        changed,
                        alone,
                        filled.days(),
                        filled.omitted(),
                        notes,
                        List.of());
    }

    private static Programme none(TreatmentPlan plan, ProgrammeRequest request, List<Note> notes, List<Reason> stops) {
        return new Programme(
                plan, request, null, Load.NONE, before(request), false, List.of(), List.of(), notes, stops);
    }

    // Who may exercise alone.

    /** After enough correct sessions, or when the plan asks neither for an instructor nor for an exercise doctor first. */
    private boolean alone(TreatmentPlan plan, ProgrammeRequest request) {
        return request.correctSessions() >= rules.home().supervisedSessions().least()
                || (settled(plan, SUPERVISED_START) && settled(plan, EXERCISE_DOCTOR));
    }

    private static boolean settled(TreatmentPlan plan, String item) {
        Recommendation one = recommendation(plan, item);
        return one == null || one.status() == Status.NOT_INDICATED;
    }

    // Load.

    private Load start(ProgrammeRequest request, ProgrammeTemplate template, Stage stage) {
        int asked = request.sessionsAWeek() == null ? template.sessionsAWeek() : request.sessionsAWeek();
        int sessions = stage.dose(rules)
                .map(dose -> (int) Math.min(
                        dose.sessionsAWeek().most(),
                        Math.max(dose.sessionsAWeek().least(), asked)))
                .orElse(template.sessionsAWeek());
        ExerciseRules.Walking walking = rules.walking();
        return new Load(
                request.beginner() ? Progression.leastShare(rules) : 1,
                sessions,
                request.beginner() ? walking.start().least() : walking.start().most(),
                (int) walking.daysAWeek().least(),
                Map.of(),
                0);
    }

    private Growth.Scope scope(TreatmentPlan plan, ProgrammeRequest request, ProgrammeTemplate template, Stage stage) {
        Map<String, Movement> movements = new HashMap<>();
        boolean alone = alone(plan, request);
        // Late movements are asked about as if their time had come: growth decides whether it has.
        Load unlocked = Load.NONE.withVersions(lateMovements(plan));
        Allowed allowed = new Allowed(plan, request, rules, unlocked, alone);
        for (Recommendation one : plan.recommendations()) {
            Item item = one.item();
            if (item.movement() != null && allowed.refusal(item.id(), false) == null) {
                movements.put(item.id(), item.movement());
            }
        }
        boolean walking = template.parts().stream().anyMatch(part -> part.use() == Use.WALK)
                && new Allowed(plan, request, rules, Load.NONE, alone).offered(WALKING);
        return new Growth.Scope(stage, template.grows(), walking, start(request, template, stage), movements);
    }

    private static Map<String, Integer> lateMovements(TreatmentPlan plan) {
        Map<String, Integer> late = new HashMap<>();
        for (Recommendation one : plan.recommendations()) {
            Movement movement = one.item().movement();
            if (movement != null && movement.late()) {
                late.put(one.item().id(), 0);
            }
        }
        return late;
    }

    // Looking up.

    private static Optional<Stage> stage(TreatmentPlan plan) {
        return Optional.ofNullable(plan.diagnosis().phase()).flatMap(Stage::of);
    }

    private Optional<ProgrammeTemplate> template(TreatmentPlan plan, ProgrammeRequest request) {
        DiagnosisTerm phase = plan.diagnosis().phase();
        return knowledge.programmes().stream()
                .filter(template -> phase != null
                        && template.phases().contains(phase.id())
                        && template.settings().contains(request.setting()))
                .findFirst();
    }

    private Predicate<String> present(TreatmentPlan plan) {
        return finding -> plan.findings().state(findings.get(finding)) == Truth.TRUE;
    }

    private String anyItem(ProgrammeRequest request) {
        return knowledge.programmes().stream()
                .filter(template -> template.settings().contains(request.setting()))
                .map(ProgrammeTemplate::item)
                .findFirst()
                .orElse("");
    }

    private static List<Reason> grounds(TreatmentPlan plan, String item) {
        Recommendation one = recommendation(plan, item);
        return one == null ? List.of() : Allowed.grounds(one);
    }

    static @Nullable Recommendation recommendation(TreatmentPlan plan, String item) {
        for (Recommendation one : plan.recommendations()) {
            if (one.item().id().equals(item)) {
                return one;
            }
        }
        return null;
    }

    private void check(ProgrammeRequest request) {
        Set<String> movements = new HashSet<>();
        knowledge.items().stream().filter(item -> item.movement() != null).forEach(item -> movements.add(item.id()));
        require(movements, request.disliked());
        require(movements, request.chosen());
        Set<String> equipment = new HashSet<>();
        knowledge.movementTerms().equipment().forEach(term -> equipment.add(term.id()));
        require(equipment, request.equipment() == null ? Set.of() : request.equipment());
    }

    private static void require(Set<String> known, Set<String> named) {
        for (String id : named) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException("There is no " + id);
            }
        }
    }
}
