package org.lumbar.documents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.MovementTerms.Term;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.LocalizedText;

/**
 * One exercise in words, as pages and handouts show it.
 *
 * @param name of the movement, or of the movements that are done in turn
 * @param dose how much of it; empty never
 * @param notes what this person minds with it
 * @param stops when to stop
 */
record ExerciseCard(
        SessionOutline.Exercise exercise,
        String name,
        String position,
        String equipment,
        String dose,
        String tempo,
        String purpose,
        List<String> steps,
        String breathing,
        List<String> mistakes,
        String easier,
        String harder,
        List<String> notes,
        List<String> stops) {

    static ExerciseCard of(SessionOutline.Exercise exercise, TreatmentPlan plan, Words words) {
        return new Maker(exercise, plan, words).card();
    }

    /** One key pose in words: what to do until it is reached; empty when the figure does not say which step that is. */
    String pose(Item movement, int step, Words words) {
        Movement how = movement.movement();
        return how == null || step < 1 || step > how.steps().size()
                ? ""
                : words.say(how.steps().get(step - 1));
    }

    private record Maker(SessionOutline.Exercise exercise, TreatmentPlan plan, Words words) {

        ExerciseCard card() {
            return new ExerciseCard(
                    exercise,
                    words.capital(exercise.parts().stream()
                            .map(part -> words.say(part.movement().name()))
                            .collect(Collectors.joining(", "))),
                    names(words.knowledge().movementTerms().positions(), first().positions()),
                    names(words.knowledge().movementTerms().equipment(), first().equipment()),
                    words.capital(new MovementDose(words).of(exercise.count())),
                    first().dose() == null ? "" : sentence(first().dose().tempo()),
                    texts(Movement::purpose),
                    movements()
                            .flatMap(one -> one.steps().stream())
                            .map(words::say)
                            .toList(),
                    texts(Movement::breathing),
                    movements()
                            .flatMap(one -> one.mistakes().stream())
                            .map(words::say)
                            .distinct()
                            .toList(),
                    other(first().easier(), first().easierText()),
                    other(first().harder(), first().harderText()),
                    notes(),
                    exercise.movement().stop().stream().map(words::say).toList());
        }

        private Movement first() {
            return Objects.requireNonNull(exercise.movement().movement());
        }

        private Stream<Movement> movements() {
            return exercise.parts().stream()
                    .map(part -> Objects.requireNonNull(part.movement().movement()));
        }

        private String texts(java.util.function.Function<Movement, @Nullable LocalizedText> part) {
            return movements()
                    .map(part)
                    .filter(Objects::nonNull)
                    .map(words::say)
                    .distinct()
                    .collect(Collectors.joining(" "));
        }

        private String sentence(@Nullable LocalizedText text) {
            return text == null ? "" : words.capital(words.say(text));
        }

        private String names(List<Term> terms, List<String> ids) {
            List<String> names = new ArrayList<>();
            for (String id : ids) {
                terms.stream()
                        .filter(term -> term.id().equals(id))
                        .map(term -> words.say(term.name()))
                        .forEach(names::add);
            }
            return words.capital(String.join(", ", names));
        }

        private String other(@Nullable String id, @Nullable LocalizedText text) {
            List<String> both = new ArrayList<>();
            if (id != null) {
                both.add(words.capital(words.name(id)));
            }
            if (text != null) {
                both.add(words.capital(words.say(text)));
            }
            return String.join("; ", both);
        }

        private List<String> notes() {
            Set<String> notes = new LinkedHashSet<>();
            exercise.notes().forEach(note -> notes.add(words.capital(words.say(note))));
            Map<String, Recommendation> judged = plan.recommendations().stream()
                    .collect(Collectors.toMap(one -> one.item().id(), one -> one));
            for (SessionOutline.Part part : exercise.parts()) {
                Recommendation one = judged.get(part.movement().id());
                if (one != null) {
                    notes.addAll(Offered.notes(one, words));
                }
                part.movement().advice().forEach(text -> notes.add(words.say(text)));
            }
            return List.copyOf(notes);
        }
    }
}
