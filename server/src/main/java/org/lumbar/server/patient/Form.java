package org.lumbar.server.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.springframework.util.MultiValueMap;

/**
 * What was typed into a form, kept as it was typed, with what has to be corrected.
 *
 * @param values by name of the field
 * @param problems by id of the field, in the order of the page
 */
public record Form(Map<String, String> values, List<Problem> problems) {

    /** Characters of one field that are kept; more is no honest input. */
    private static final int LONGEST = 2_000;

    public Form {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    /** An empty form. */
    public static Form empty() {
        return new Form(Map.of(), List.of());
    }

    /** What was sent. */
    public static Form of(MultiValueMap<String, String> sent) {
        Map<String, String> values = new java.util.HashMap<>();
        sent.forEach((name, all) -> {
            String value = all.getFirst() == null ? "" : all.getFirst().strip();
            values.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
        });
        return new Form(values, List.of());
    }

    /** The value of a field; empty when it was left empty or not sent. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
        return value(name).equals(value);
    }

    /** What the field has to say about its correction; empty when it is right. */
    public String problem(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::text)
                .findFirst()
                .orElse("");
    }

    public boolean wrong(String field) {
        return !problem(field).isEmpty();
    }

    public boolean right() {
        return problems.isEmpty();
    }

    /** The same with something to correct. */
    public Form with(String field, Page page, String key) {
        return with(new Problem(field, page.say(key)));
    }

    public Form with(Problem problem) {
        List<Problem> all = new ArrayList<>(problems);
        all.add(problem);
        return new Form(values, all);
    }

    /** The same with a field filled. */
    public Form filled(String name, String value) {
        Map<String, String> all = new java.util.HashMap<>(values);
        all.put(name, value);
        return new Form(all, problems);
    }

    /** A whole number of a field; empty when it is none. */
    public Optional<Long> whole(String name) {
        String value = value(name);
        return value.matches("-?[0-9]{1,15}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }

    /** Sequence of the last entry that the author of the form saw. */
    public long expected() {
        return whole("expected").orElse(0L);
    }
}
