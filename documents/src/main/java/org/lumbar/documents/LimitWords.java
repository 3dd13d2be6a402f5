package org.lumbar.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lumbar.core.knowledge.Claim.Place;
import org.lumbar.core.knowledge.DiagnosisTerm;
import org.lumbar.core.knowledge.DrugClass;
import org.lumbar.core.knowledge.Gate;
import org.lumbar.core.knowledge.Limit;
import org.lumbar.core.knowledge.Substance;
import org.lumbar.core.text.LocalizedText;

/** Limits of claims, and the places where they live, in words. */
final class LimitWords {

    private static final Pattern KEYS = Pattern.compile("\\.");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final String FIELD = "field.";
    private static final String PLACE = "place.";

    private final Words words;
    private final boolean quoting;
    private final Map<String, LocalizedText> names = new HashMap<>();

    /** @param quoting with the texts that stand at a place, not only the name of the field */
    LimitWords(Words words, boolean quoting) {
        this.words = words;
        this.quoting = quoting;
        for (Gate gate : words.knowledge().gates()) {
            names.put(gate.id(), gate.name());
        }
        for (DiagnosisTerm phase : words.knowledge().phases()) {
            names.put(phase.id(), phase.name());
        }
        for (DrugClass drugClass : words.knowledge().drugClasses()) {
            names.put("classes/" + drugClass.id(), drugClass.name());
        }
        for (Substance substance : words.knowledge().substances()) {
            names.put("substances#" + substance.id(), substance.name());
        }
    }

    /** A limit of a claim that belongs to this item. */
    String say(Limit limit, String item) {
        return switch (limit) {
            case Limit.Excluded excluded -> named("limit.exclude", excluded.findings());
            case Limit.Cautioned cautioned -> named("limit.caution", cautioned.findings());
            case Limit.Gated gated -> named("limit.gate", gated.gates());
            case Limit.Phased phased -> named("limit.phase", phased.phases());
            case Limit.Aged aged ->
                aged.most() == null
                        ? words.fill("limit.age", "least", aged.least())
                        : words.fill("limit.age-range", Map.of("least", aged.least(), "most", aged.most()));
            case Limit.Lasting lasting -> words.fill("limit.days", "days", words.count("count.days", lasting.days()));
            case Limit.Graded graded -> words.fill("limit.evidence", "grade", words.say("grade." + graded.grade()));
            case Limit.Partial partial -> spared(say(partial.limit(), item), partial);
            case Limit.Worded worded ->
                words.fill(
                        "limit.held",
                        Map.of(
                                "kind",
                                words.say("limit." + worded.kind()),
                                "places",
                                String.join("; ", places(worded.heldBy(), item))));
        };
    }

    private String spared(String limit, Limit.Partial partial) {
        String all = limit;
        for (Limit.Sparing sparing : partial.spared()) {
            String names = sparing.items().stream().map(this::name).collect(Collectors.joining(", "));
            all = words.fill("limit.not-for", Map.of("limit", all, "names", names, "why", words.say(sparing.why())));
        }
        return all;
    }

    private String named(String key, List<String> ids) {
        return words.fill(key, "names", ids.stream().map(this::name).collect(Collectors.joining(", ")));
    }

    private String name(String id) {
        LocalizedText name = names.get(id);
        return name == null ? words.name(id) : words.say(name);
    }

    /**
     * Places in words: the field and what stands there, each field once.
     *
     * @param item what is not named again
     */
    List<String> places(List<Place> places, String item) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Place place : places) {
            String field = field(place.field());
            String where = place.where().equals(item)
                    ? field
                    : words.fill("limit.elsewhere", Map.of("where", where(place.where()), "field", field));
            List<String> found = values.computeIfAbsent(where, w -> new ArrayList<>());
            if (quoting || isWhole(place)) {
                found.add(value(place));
            }
        }
        List<String> all = new ArrayList<>(values.size());
        values.forEach((field, found) -> all.add(
                found.isEmpty()
                        ? field
                        : words.fill("limit.place", Map.of("field", field, "value", String.join(", ", found)))));
        return all;
    }

    /** An item by its name, a file by what it holds, an entry of a file by its own name. */
    private String where(String where) {
        int sign = where.indexOf('#');
        String file = PLACE + (sign < 0 ? where : where.substring(0, sign));
        if (!names.containsKey(where) && words.knowledge().texts().containsKey(file)) {
            return words.say(file);
        }
        return sign < 0 || names.containsKey(where) ? name(where) : name(where.substring(sign + 1));
    }

    private String field(String path) {
        List<String> labels = new ArrayList<>();
        for (String key : KEYS.split(path, -1)) {
            if (words.knowledge().texts().containsKey(FIELD + key)) {
                labels.add(words.say(FIELD + key));
            }
        }
        return labels.isEmpty() ? path : String.join(", ", labels);
    }

    /** A number or a name as it is, a text in quotation marks unless it is short enough to stand there whole. */
    private String value(Place place) {
        if (!isWhole(place)) {
            return words.fill("limit.quote", "text", Words.unstopped(words.say(place.text())));
        }
        if (NUMBER.matcher(place.value()).matches()) {
            return words.number(Double.parseDouble(place.value()));
        }
        boolean isText = !place.text().ru().equals(place.value());
        return isText ? Words.unstopped(words.say(place.text())) : name(place.value());
    }

    /** All that stands there is named: a number, a word or a short text. */
    private static boolean isWhole(Place place) {
        return place.text().en().equals(place.value());
    }
}
