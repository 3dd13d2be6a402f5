package org.lumbar.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.exercise.ProgrammeStep;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.ExerciseSession;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.LocalizedText;

/**
 * What one person does in one session: the exercises in their order, each with its exact dose, and what was left out.
 *
 * @param id of the session, such as {@code morning}
 */
public record SessionOutline(
        String id, LocalizedText name, LocalizedText about, List<Exercise> exercises, List<LeftOut> leftOut) {

    public SessionOutline {
        exercises = List.copyOf(exercises);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One exercise.
     *
     * @param parts movements that make up one repetition, one after the other; mostly one
     * @param repetitions on each side; null when it is timed as a whole
     * @param sets one or more
     * @param perSide both sides, each with the full count
     * @param setRestSeconds rest between two sets
     * @param restSeconds rest after it
     * @param notes which version of the movement, and what to mind in this session
     */
    public record Exercise(
            List<Part> parts,
            @Nullable Integer repetitions,
            int sets,
            boolean perSide,
            double setRestSeconds,
            double restSeconds,
            List<LocalizedText> notes) {

        public Exercise {
            parts = List.copyOf(parts);
            notes = List.copyOf(notes);
            if (parts.isEmpty() || sets < 1 || (repetitions != null && repetitions < 1)) {
                throw new IllegalArgumentException("An exercise needs a movement, a set and a repetition");
            }
        }

        /** Seconds of one repetition on one side; of the whole when it has none. */
        public double seconds() {
            return parts.stream().mapToDouble(Part::seconds).sum();
        }

        /** The movement that it is named and judged by. */
        public Item movement() {
            return parts.getFirst().movement();
        }

        /** The same dose in the form of the knowledge base. */
        Movement.Count count() {
            Range hold = parts.getFirst().holdSeconds() == null || parts.size() > 1
                    ? null
                    : exactly(parts.getFirst().holdSeconds());
            return new Movement.Count(
                    repetitions == null ? null : exactly(repetitions),
                    exactly(sets),
                    exactly(seconds()),
                    hold,
                    perSide,
                    null);
        }

        private static Range exactly(double value) {
            return new Range(value, value);
        }
    }

    /**
     * A movement with its time.
     *
     * @param seconds of one repetition with its hold, on one side; of the whole when it is not repeated
     * @param holdSeconds the part that is held still; null when nothing is held
     */
    public record Part(
            Item movement, double seconds, @Nullable Double holdSeconds) {}

    /** A movement of the session that this person does not do. */
    public record LeftOut(Recommendation recommendation) {}

    /**
     * The session of the knowledge base for one person, at the lowest dose that it names. What the plan does not offer stays
     * out; so do optional steps that come late or that a clinician would have to choose.
     *
     * @param rests how long one rests between sets and exercises
     */
    public static SessionOutline of(ExerciseSession session, TreatmentPlan plan, ExerciseRules.Day rests) {
        Map<String, Recommendation> judged = new LinkedHashMap<>();
        plan.recommendations().forEach(one -> judged.put(one.item().id(), one));
        List<Exercise> exercises = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        List<Turn> turns = new ArrayList<>();
        for (ExerciseSession.Step step : session.steps()) {
            Recommendation judgement = judged.get(step.movement());
            Movement movement = judgement.item().movement();
            Movement.Count dose = movement == null ? null : movement.dose();
            if (dose != null && isOffered(judgement, step)) {
                turns.add(new Turn(judgement.item(), dose, step));
            } else {
                leftOut.add(new LeftOut(judgement));
            }
            if (!step.inTurn() && !turns.isEmpty()) {
                exercises.add(exercise(turns, rests));
                turns.clear();
            }
        }
        return new SessionOutline(session.id(), session.name(), session.about(), exercises, leftOut);
    }

    /** A session of a programme, with its own doses. */
    public static SessionOutline of(ProgrammeSession session) {
        double rest = session.steps().stream()
                .mapToDouble(ProgrammeStep::restSeconds)
                .max()
                .orElse(0);
        List<Exercise> exercises = new ArrayList<>();
        List<ProgrammeStep> turns = new ArrayList<>();
        for (ProgrammeStep step : session.steps()) {
            turns.add(step);
            if (!step.inTurn()) {
                exercises.add(exercise(turns, rest));
                turns.clear();
            }
        }
        ExerciseSession named = session.scripts().getFirst();
        return new SessionOutline(session.id(), named.name(), named.about(), exercises, List.of());
    }

    /** @param rest after every exercise, also the last, so that the same exercise is equal in all sessions */
    private static Exercise exercise(List<ProgrammeStep> turns, double rest) {
        ProgrammeStep last = turns.getLast();
        return new Exercise(
                turns.stream()
                        .map(step -> new Part(
                                step.item(),
                                step.repetitionSeconds(),
                                step.holdSeconds() == 0 ? null : step.holdSeconds()))
                        .toList(),
                last.repetitions() == 0 ? null : last.repetitions(),
                last.sets(),
                last.perSide(),
                last.setRestSeconds(),
                rest,
                notes(last));
    }

    private static List<LocalizedText> notes(ProgrammeStep step) {
        List<LocalizedText> notes = new ArrayList<>();
        List<Movement.Level> levels = step.movement().levels();
        if (!levels.isEmpty()) {
            notes.add(levels.get(Math.min(step.version(), levels.size() - 1)).name());
        }
        notes.addAll(notes(step.note()));
        return notes;
    }

    /**
     * The session of a group: every exercise that at least one of them does, in the order of the session that all share.
     *
     * @param outlines what each does of that session; not empty
     */
    public static SessionOutline together(ExerciseSession session, List<SessionOutline> outlines) {
        List<Exercise> all = outlines.stream()
                .flatMap(outline -> outline.exercises().stream())
                .distinct()
                .sorted(Comparator.comparingInt(one -> place(one, session)))
                .toList();
        return new SessionOutline(session.id(), session.name(), session.about(), all, List.of());
    }

    /** Where an exercise ends in a session, which may hold a movement twice. */
    private static int place(Exercise exercise, ExerciseSession session) {
        String movement = exercise.parts().getLast().movement().id();
        return IntStream.range(0, session.steps().size())
                .filter(i -> session.steps().get(i).movement().equals(movement)
                        && notes(session.steps().get(i).note()).equals(exercise.notes()))
                .findFirst()
                .orElse(session.steps().size());
    }

    /** Why nothing of a session is left: the triage when that stops exercise, else nothing more than that. */
    public static String whyEmpty(TreatmentPlan plan, KnowledgeBase knowledge) {
        Words words = new Words(knowledge, plan.request().language());
        return plan.triage().level() == Urgency.NONE
                ? ""
                : words.say("triage." + plan.triage().level().id() + ".means");
    }

    private static boolean isOffered(Recommendation judgement, ExerciseSession.Step step) {
        Movement movement = judgement.item().movement();
        boolean late = step.optional() && movement != null && movement.late();
        return !late && (judgement.status() == Status.RECOMMENDED || judgement.status() == Status.OPTIONAL);
    }

    /** A step of a session that is done in turn with the one before; mostly there is only one. */
    private record Turn(Item movement, Movement.Count dose, ExerciseSession.Step step) {

        Part part() {
            double seconds = step.minutes() == null
                    ? dose.seconds().least()
                    : step.minutes().least() * 60;
            return new Part(
                    movement,
                    seconds,
                    dose.holdSeconds() == null ? null : dose.holdSeconds().least());
        }
    }

    private static Exercise exercise(List<Turn> turns, ExerciseRules.Day rests) {
        ExerciseSession.Step step = turns.getLast().step();
        Movement.Count dose = turns.getLast().dose();
        Range repetitions = step.repetitions() == null ? dose.repetitions() : step.repetitions();
        Range sets = step.sets() == null ? dose.sets() : step.sets();
        boolean timed = step.minutes() != null || repetitions == null;
        return new Exercise(
                turns.stream().map(Turn::part).toList(),
                timed ? null : whole(repetitions),
                step.minutes() == null ? whole(sets) : 1,
                dose.perSide(),
                rests.restBetweenSets().least(),
                rests.restBetweenMovements(),
                notes(step.note()));
    }

    private static List<LocalizedText> notes(@Nullable LocalizedText note) {
        return note == null ? List.of() : List.of(note);
    }

    private static int whole(Range range) {
        return (int) Math.max(1, Math.round(range.least()));
    }
}
