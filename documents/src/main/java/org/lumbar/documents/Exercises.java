package org.lumbar.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.ExerciseSession;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.MassageSession;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.MovementTerms.Term;
import org.lumbar.core.knowledge.Session;
import org.lumbar.core.text.LocalizedText;

/** How a single exercise is done, and the order of the sessions of an item, on its page. */
final class Exercises {

    private final Words words;
    private final Parts parts;
    private final MovementDose doses;

    Exercises(Words words, Parts parts) {
        this.words = words;
        this.parts = parts;
        this.doses = new MovementDose(words);
    }

    /** How a single exercise is done; nothing for other items. */
    void movement(Item item) {
        Movement movement = item.movement();
        if (movement != null) {
            write(movement);
            writeSessionsWith(item);
        }
    }

    /** The order of the sessions that carry an item out; nothing when there are none. */
    void sessions(Item item) {
        for (Session session : words.knowledge().sessions()) {
            if (session.item().equals(item.id())) {
                write(session);
            }
        }
    }

    private void write(Movement movement) {
        var terms = words.knowledge().movementTerms();
        parts.line("movement.section", names(terms.sections(), List.of(movement.section())));
        parts.line("movement.works", names(terms.regions(), movement.regions()));
        parts.line("movement.position", names(terms.positions(), movement.positions()));
        parts.line("movement.equipment", names(terms.equipment(), movement.equipment()));
        parts.line("movement.load", load(terms.loads(), movement.load()));
        parts.lines(
                "movement.levels",
                movement.levels().stream()
                        .map(level -> words.capital(words.say(level.name())) + ": " + load(terms.loads(), level.load()))
                        .toList());
        if (movement.purpose() != null) {
            parts.line("movement.purpose", words.say(movement.purpose()));
        }
        writeDose(movement);
        parts.numbered(
                "movement.steps", movement.steps().stream().map(words::say).toList());
        parts.texts("movement.mistakes", movement.mistakes());
        parts.line("movement.easier", other(movement.easier(), movement.easierText()));
        parts.line("movement.harder", other(movement.harder(), movement.harderText()));
        if (movement.late()) {
            parts.line("movement.late", words.say("movement.late.means"));
        }
        parts.lines(
                "movement.instead",
                movement.substitutes().stream().map(this::named).toList());
    }

    private void writeDose(Movement movement) {
        if (movement.dose() != null) {
            parts.line("heading.dose", doses.of(movement.dose()));
            if (movement.dose().tempo() != null) {
                parts.line("movement.tempo", words.say(movement.dose().tempo()));
            }
        }
        if (movement.breathing() != null) {
            parts.line("movement.breathing", words.say(movement.breathing()));
        }
    }

    private String names(List<Term> terms, List<String> ids) {
        List<String> names = new ArrayList<>();
        for (String id : ids) {
            terms.stream()
                    .filter(term -> term.id().equals(id))
                    .map(term -> words.say(term.name()))
                    .forEach(names::add);
        }
        return String.join(Words.DOT, names);
    }

    private String load(List<Term> loads, int load) {
        String means = names(loads, List.of(String.valueOf(load)));
        return words.fill("movement.load.of", Map.of("load", load, "most", loads.size(), "means", means));
    }

    private String named(String id) {
        return words.capital(words.name(id)) + " (" + id + ")";
    }

    private String other(@Nullable String id, @Nullable LocalizedText text) {
        if (id == null) {
            return text == null ? "" : words.capital(words.say(text));
        }
        return named(id) + (text == null ? "" : "; " + words.say(text));
    }

    private void writeSessionsWith(Item item) {
        List<String> with = new ArrayList<>();
        for (Session session : words.knowledge().sessions()) {
            if (session instanceof ExerciseSession exercise
                    && exercise.steps().stream()
                            .anyMatch(step -> step.movement().equals(item.id()))) {
                with.add(words.say(session.name()) + " (" + session.item() + ")");
            }
        }
        parts.line("movement.sessions", words.capital(String.join(Words.DOT, with)));
    }

    private void write(Session session) {
        switch (session) {
            case ExerciseSession exercise -> write(exercise);
            case MassageSession massage -> write(massage);
        }
    }

    private void write(ExerciseSession session) {
        parts.line("session.name", title(session, words.range(session.minutes())));
        parts.numbered("session.steps", session.steps().stream().map(this::step).toList());
    }

    private String title(Session session, String minutes) {
        return words.capital(words.say(session.name())) + ", " + words.quantity("unit.min", minutes) + ". "
                + words.say(session.about());
    }

    private String step(ExerciseSession.Step step) {
        StringBuilder text = new StringBuilder(words.capital(words.name(step.movement())));
        List<String> notes = new ArrayList<>();
        if (step.minutes() != null) {
            notes.add(words.quantity("unit.min", words.range(step.minutes())));
        }
        if (step.repetitions() != null) {
            notes.add(doses.counted("movement.reps", step.repetitions()));
        }
        if (step.optional()) {
            notes.add(words.say("session.optional"));
        }
        if (step.inTurn()) {
            notes.add(words.say("session.in-turn"));
        }
        if (step.insteadOf() != null) {
            notes.add(words.fill("session.instead-of", "movement", words.name(step.insteadOf())));
        }
        if (!notes.isEmpty()) {
            text.append(" (").append(String.join("; ", notes)).append(')');
        }
        return step.note() == null
                ? text.toString()
                : text.append(". ").append(words.say(step.note())).toString();
    }

    private void write(MassageSession session) {
        parts.line("session.name", title(session, words.number(session.minutes())));
        parts.line("movement.position", words.say(session.position()));
        parts.numbered("session.steps", session.steps().stream().map(this::step).toList());
        parts.lines(
                "session.variants",
                session.variants().stream()
                        .map(variant -> words.capital(words.say(variant.name()))
                                + (variant.text() == null ? "" : ": " + words.say(variant.text())))
                        .toList());
        parts.texts("session.rules", session.rules());
        parts.texts("session.never-on", session.neverOn());
        parts.texts("detail.stop", session.stopIf());
    }

    private String step(MassageSession.Step step) {
        String techniques =
                String.join(", ", step.techniques().stream().map(words::name).toList());
        String text = words.capital(words.say(step.name())) + ", "
                + words.quantity("unit.min", words.number(step.minutes())) + " (" + techniques + ")";
        return step.how() == null ? text : text + ": " + words.say(step.how());
    }
}
