package org.lumbar.fhir;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.Load;
import org.lumbar.core.exercise.PerformedSession;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.fhir.SessionResult.Morning;
import org.lumbar.fhir.SessionResult.OfProgramme;
import org.lumbar.fhir.SessionResult.Told;

/**
 * One QuestionnaireResponse of the result of a session, as the page writes it ({@code player/results.js}).
 *
 * @param ref names it in errors
 * @param day on which it was written, where it was written
 */
record ResultForm(
        String ref,
        @Nullable String questionnaire,
        @Nullable LocalDate day,
        Group answers) {

    private static final String SESSION = "https://w3id.org/lumbar/fhir/Questionnaire/exercise-session";
    private static final double SCALE = 10;

    /** Answers and groups by link id. */
    record Group(Map<String, Object> values, Map<String, Group> groups) {
        static Group empty() {
            return new Group(new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    static ResultForm read(Cursor in) throws IOException {
        String questionnaire = null;
        Moment authored = null;
        Group answers = Group.empty();
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "id" -> in.id();
                case "questionnaire" -> questionnaire = in.text();
                case "authored" -> authored = in.moment();
                case "item" -> items(in, answers);
                default -> in.skip();
            }
        }
        LocalDate day = authored == null ? null : authored.day().latest();
        return new ResultForm(in.place().ref(), questionnaire, day, answers);
    }

    private static void items(Cursor in, Group into) throws IOException {
        if (in.array()) {
            while (in.element()) {
                item(in, into);
            }
        }
    }

    private static void item(Cursor in, Group into) throws IOException {
        String link = null;
        Object value = null;
        Group below = Group.empty();
        boolean group = false;
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "linkId" -> link = in.text();
                case "answer" -> value = answer(in);
                case "item" -> {
                    group = true;
                    items(in, below);
                }
                default -> in.skip();
            }
        }
        if (link != null && value != null) {
            into.values().put(link, value);
        }
        if (link != null && group) {
            into.groups().put(link, below);
        }
    }

    private static @Nullable Object answer(Cursor in) throws IOException {
        Object value = null;
        if (in.array()) {
            while (in.element()) {
                for (String field = in.field(); field != null; field = in.field()) {
                    switch (field) {
                        case "valueBoolean" -> value = in.yesNo();
                        case "valueInteger", "valueDecimal" -> value = in.number();
                        case "valueString", "valueDate" -> value = in.text();
                        default -> in.skip();
                    }
                }
            }
        }
        return value;
    }

    boolean isSession() {
        return SESSION.equals(questionnaire);
    }

    boolean isIntake() {
        return AnswersReader.INTAKE.equals(questionnaire);
    }

    /** Link ids of the questions that were answered with yes. */
    List<String> yes() {
        return answers.values().entrySet().stream()
                .filter(one -> Boolean.TRUE.equals(one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param warnings the questions before the session that were answered with yes */
    SessionResult result(String patient, List<String> warnings) {
        if (day == null) {
            throw refuse("authored", "refused.no-day", Map.of());
        }
        Told told = told(warnings);
        List<String> movements = answers.groups().keySet().stream()
                .filter(movement ->
                        List.of("done", "partial").contains(told.outcomes().getOrDefault(movement, "")))
                .toList();
        boolean nothing = movements.isEmpty() && !told.outcomes().isEmpty();
        PerformedSession session = new PerformedSession(
                day,
                text("session"),
                told.completion().equals("not-started") ? told.completion() : null,
                scale("pain-before"),
                worst(told.worst(), told.after()),
                null,
                scale("effort"),
                Boolean.TRUE.equals(told.leg()),
                !warnings.isEmpty(),
                !told.completion().equals("completed") || nothing,
                movements);
        return new SessionResult(patient, session, programme(), morning(), told);
    }

    private Told told(List<String> warnings) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        answers.groups().forEach((movement, group) -> {
            if (group.values().get("outcome") instanceof String outcome) {
                outcomes.put(movement, outcome);
            }
        });
        return new Told(
                text("completion"),
                answers.values().get("minutes") instanceof Double minutes ? minutes : null,
                scale("pain-worst"),
                scale("pain-after"),
                answers.values().get("leg-symptoms") instanceof Boolean leg ? leg : null,
                warnings,
                outcomes);
    }

    private static @Nullable Double worst(@Nullable Double during, @Nullable Double after) {
        return during == null || (after != null && after > during) ? after : during;
    }

    private @Nullable OfProgramme programme() {
        Group group = answers.groups().get("programme");
        if (group == null) {
            return null;
        }
        Map<String, Integer> versions = new LinkedHashMap<>();
        Group harder = group.groups().getOrDefault("versions", Group.empty());
        harder.values().keySet().forEach(movement -> versions.put(movement, (int) number(harder, movement)));
        Load load = new Load(
                number(group, "share"),
                (int) number(group, "sessions-a-week"),
                number(group, "walk-minutes"),
                (int) number(group, "walks-a-week"),
                versions,
                (int) number(group, "steps"));
        return new OfProgramme(load, date("changed", group.values().get("changed")));
    }

    private @Nullable Morning morning() {
        Double pain = scale("pain-next-morning");
        Object earlier = answers.values().get("earlier-day");
        return pain == null ? null : new Morning(earlier == null ? null : date("earlier-day", earlier), pain);
    }

    private String text(String link) {
        Object value = answers.values().get(link);
        if (value instanceof String text) {
            return text;
        }
        throw refuse(link, "refused.no-answer", Map.of());
    }

    private @Nullable Double scale(String link) {
        Object value = answers.values().get(link);
        if (value == null || (value instanceof Double number && number >= 0 && number <= SCALE)) {
            return (Double) value;
        }
        throw refuse(link, "refused.not-on-scale", Map.of("found", value));
    }

    private double number(Group group, String link) {
        if (group.values().get(link) instanceof Double number && number >= 0) {
            return number;
        }
        throw refuse(link, "refused.not-from-zero", Map.of());
    }

    private LocalDate date(String link, @Nullable Object value) {
        try {
            return LocalDate.parse(String.valueOf(value));
        } catch (DateTimeException e) {
            throw refuse(link, "refused.not-a-day", Map.of());
        }
    }

    private UnusableRecord refuse(String link, String why, Map<String, Object> values) {
        return new UnusableRecord(ref + "#" + link, Place.say(why, values));
    }
}
