package org.lumbar.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.Entry.Answer;
import org.lumbar.core.record.Entry.Value;

/** Reads the answers of the intake questionnaire. */
final class AnswersReader {

    /** Canonical address of the intake questionnaire, without version. */
    static final String INTAKE = "https://w3id.org/lumbar/fhir/Questionnaire/intake";

    private static final Map<String, Boolean> COUNTS = Map.of(
            "completed", true,
            "amended", true,
            "in-progress", true,
            "stopped", false,
            "entered-in-error", false);

    /** An answer before the id of its response is known. */
    private record Given(String linkId, Value value) {}

    private AnswersReader() {}

    static Draft read(Cursor in) throws IOException {
        String subject = null;
        String questionnaire = null;
        Moment authored = null;
        boolean counts = true;
        boolean modified = false;
        List<Given> given = List.of();
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "id" -> in.id();
                case "subject" -> subject = Elements.reference(in);
                case "questionnaire" -> questionnaire = in.text();
                case "authored" -> authored = in.moment();
                case "status" -> counts = !Boolean.FALSE.equals(Elements.code(in, COUNTS));
                case "item" -> given = items(in);
                case "modifierExtension" -> {
                    modified = true;
                    in.skip();
                }
                default -> in.skip();
            }
        }
        String ref = in.place().ref();
        if (!counts) {
            return Draft.nothing(ref, subject);
        }
        if (modified || !isIntake(questionnaire)) {
            String key = modified ? Notes.MODIFIED : Notes.QUESTIONNAIRE;
            return Draft.nothing(ref, subject, Notes.note(ref, key, questionnaire));
        }
        List<Answer> answers = given.stream()
                .map(answer -> new Answer(ref + "#" + answer.linkId(), answer.linkId(), answer.value()))
                .toList();
        return new Draft.Answered(ref, subject, authored, answers, List.of());
    }

    private static boolean isIntake(@Nullable String questionnaire) {
        return questionnaire != null && (questionnaire.equals(INTAKE) || questionnaire.startsWith(INTAKE + "|"));
    }

    private static List<Given> items(Cursor in) throws IOException {
        List<Given> given = new ArrayList<>();
        if (in.array()) {
            while (in.element()) {
                given.addAll(item(in));
            }
        }
        return given;
    }

    /** What an item says: its own answers, what is asked below them, and what is grouped in it. */
    private static List<Given> item(Cursor in) throws IOException {
        String linkId = null;
        List<Value> values = new ArrayList<>(1);
        List<Given> below = new ArrayList<>(0);
        List<Given> grouped = List.of();
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "linkId" -> linkId = in.text();
                case "item" -> grouped = items(in);
                case "answer" -> answers(in, values, below);
                default -> in.skip();
            }
        }
        List<Given> given = new ArrayList<>(values.size() + below.size() + grouped.size());
        for (Value value : values) {
            if (linkId == null) {
                throw in.refuse("refused.no-link-id");
            }
            given.add(new Given(linkId, value));
        }
        given.addAll(below);
        given.addAll(grouped);
        return given;
    }

    private static void answers(Cursor in, List<Value> values, List<Given> below) throws IOException {
        if (!in.array()) {
            return;
        }
        while (in.element()) {
            for (String field = in.field(); field != null; field = in.field()) {
                if (field.equals("item")) {
                    below.addAll(items(in));
                } else {
                    Value value = Values.read(in, field);
                    if (value != null) {
                        values.add(value);
                    }
                }
            }
        }
    }
}
