package org.lumbar.documents;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.exercise.Note;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.Programme.Omission;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.exercise.ProgrammeStep;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.text.LocalizedText;

/** What every view of an exercise programme says in the same words. */
final class ProgrammeWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Words words;
    private final MovementDose doses;

    ProgrammeWords(Words words) {
        this.words = words;
        this.doses = new MovementDose(words);
    }

    String note(Note note) {
        Map<String, Object> values = new HashMap<>();
        note.values()
                .forEach((place, value) -> values.put(
                        place,
                        switch (value) {
                            case LocalDate date -> words.date(date);
                            case LocalTime time -> CLOCK.format(time);
                            case LocalizedText text -> words.say(text);
                            case String item -> words.name(item);
                            default -> value;
                        }));
        return words.fill(note.kind().text(), values);
    }

    String clock(LocalTime time) {
        return CLOCK.format(time);
    }

    /** The name of a session: its scripts, joined. */
    String name(ProgrammeSession session) {
        List<String> names = new ArrayList<>();
        session.scripts().forEach(script -> names.add(words.say(script.name())));
        return words.capital(String.join(" + ", names));
    }

    String minutes(ProgrammeSession session) {
        return words.quantity("unit.min", session.minutes());
    }

    /** One step with its dose and what is particular about it. */
    String step(ProgrammeStep step) {
        StringBuilder text =
                new StringBuilder(words.capital(words.say(step.item().name())));
        text.append(": ").append(doses.of(count(step)));
        if (step.inTurn()) {
            text.append(", ").append(words.say("session.in-turn"));
        }
        if (!step.movement().levels().isEmpty()) {
            int last = step.movement().levels().size() - 1;
            text.append("; ")
                    .append(words.say(step.movement()
                            .levels()
                            .get(Math.min(step.version(), last))
                            .name()));
        }
        if (step.insteadOf() != null) {
            text.append(" (")
                    .append(words.fill("session.instead-of", "movement", words.name(step.insteadOf())))
                    .append(')');
        }
        return step.note() == null
                ? text.toString()
                : text.append(". ").append(words.say(step.note())).toString();
    }

    /** The dose of a step in the form of the knowledge base. */
    private static Movement.Count count(ProgrammeStep step) {
        return new Movement.Count(
                step.repetitions() == 0 ? null : exactly(step.repetitions()),
                exactly(step.sets()),
                exactly(step.repetitionSeconds()),
                step.holdSeconds() == 0 ? null : exactly(step.holdSeconds()),
                step.perSide(),
                null);
    }

    private static Range exactly(double number) {
        return new Range(number, number);
    }

    /** What is left out, why, and what comes instead. */
    String omission(Omission omission) {
        List<String> why = new ArrayList<>();
        if (omission.reasons().isEmpty()) {
            why.add(note(omission.why()));
        } else {
            omission.reasons().forEach(reason -> why.add(Words.stopped(words.brief(reason))));
        }
        if (omission.substitute() != null) {
            why.add(words.fill("programme-page.instead", "movement", words.name(omission.substitute())));
        }
        return words.capital(words.name(omission.movement())) + " – " + String.join(" ", why);
    }

    /** Its name and its days; for none, that there is none. */
    String title(Programme programme) {
        if (programme.template() == null) {
            return words.capital(words.say("programme-page.none"));
        }
        return words.capital(words.say(programme.template().name()))
                + Words.DOT
                + words.fill(
                        "programme-page.from-to",
                        Map.of(
                                "from",
                                words.date(programme.days().get(0).date()),
                                "to",
                                words.date(programme
                                        .days()
                                        .get(programme.days().size() - 1)
                                        .date())));
    }
}
