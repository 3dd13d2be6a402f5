package org.lumbar.documents;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.HomeSet.Choice;
import org.lumbar.core.exercise.Note;
import org.lumbar.core.exercise.Programme.Omission;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.MovementTerms.Term;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/** Single exercises in words, for pages on which a clinician puts them together. */
public final class MovementCards {

    private final Words words;
    private final ProgrammeWords programme;
    private final MovementDose doses;

    public MovementCards(KnowledgeBase knowledge, Language language) {
        this.words = new Words(knowledge, language);
        this.programme = new ProgrammeWords(words);
        this.doses = new MovementDose(words);
    }

    /**
     * An exercise.
     *
     * @param place starting position and equipment
     * @param dose the usual first dose
     */
    public record Card(String id, String name, String place, String purpose, List<String> steps, String dose) {}

    public Card of(Item item) {
        Movement movement = movement(item);
        String place = Stream.of(
                        named(words.knowledge().movementTerms().positions(), movement.positions()),
                        named(words.knowledge().movementTerms().equipment(), movement.equipment()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(Words.DOT));
        return new Card(
                item.id(),
                words.capital(words.say(item.name())),
                words.capital(place),
                optional(movement.purpose()),
                movement.steps().stream().map(words::say).toList(),
                movement.dose() == null ? "" : words.capital(doses.of(movement.dose())));
    }

    /** How much of an exercise, as a clinician chose it. */
    public String dose(Choice choice, Item item) {
        Movement.Count own = Objects.requireNonNull(movement(item).dose(), item.id());
        boolean timed = choice.seconds() > 0;
        double hold = own.holdSeconds() == null
                ? 0
                : choice.holdSeconds() - own.holdSeconds().least();
        double seconds = timed ? choice.seconds() : own.seconds().least() + hold;
        return words.capital(doses.of(new Movement.Count(
                timed ? null : exactly(choice.repetitions()),
                exactly(choice.sets()),
                exactly(seconds),
                choice.holdSeconds() > 0 ? exactly(choice.holdSeconds()) : null,
                own.perSide(),
                null)));
    }

    private static Range exactly(double value) {
        return new Range(value, value);
    }

    /** Why an exercise may not be done: the reasons of the plan where it was the plan that said so. */
    public String why(Omission omission, Optional<Recommendation> recommendation) {
        return omission.why().kind() == Note.Kind.PLAN_SAYS_NO && recommendation.isPresent()
                ? PlayerSheet.why(recommendation.get(), words)
                : programme.note(omission.why());
    }

    /** What a programme says about itself. */
    public String note(Note note) {
        return programme.note(note);
    }

    /** A term of the movements, such as a position. */
    public String term(Term term) {
        return words.capital(words.say(term.name()));
    }

    private static Movement movement(Item item) {
        return Objects.requireNonNull(item.movement(), item.id());
    }

    private String named(List<Term> terms, List<String> ids) {
        return terms.stream()
                .filter(term -> ids.contains(term.id()))
                .map(term -> words.say(term.name()))
                .collect(Collectors.joining(", "));
    }

    private String optional(@Nullable LocalizedText text) {
        return text == null ? "" : words.say(text);
    }
}
