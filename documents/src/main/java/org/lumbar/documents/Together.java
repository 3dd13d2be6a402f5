package org.lumbar.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Compatibility;
import org.lumbar.core.knowledge.Compatibility.Procedure;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.text.LocalizedText;

/** What procedures are for each other, from the side of one of them: which to keep apart, by how long, and which comes first. */
final class Together {

    /** Key of the heading over these lines. */
    static final String HEADING = "heading.together";

    private static final int MINUTES_OF_HOUR = 60;

    private final Words words;

    Together(Words words) {
        this.words = words;
    }

    /** Every rule on the item and another procedure. */
    List<String> all(Item item) {
        List<String> lines = new ArrayList<>();
        for (Compatibility pair : words.knowledge().compatibilities()) {
            boolean first = pair.a().is(item);
            if (first != pair.b().is(item)) {
                lines.add(line(pair, first));
            }
        }
        return lines;
    }

    /** The rules on the item and any of the others. */
    List<String> with(Item item, Collection<Item> others) {
        return words.knowledge().compatibilities().stream()
                .filter(pair ->
                        others.stream().anyMatch(other -> !other.id().equals(item.id()) && pair.between(item, other)))
                .map(pair -> line(pair, pair.a().is(item)))
                .toList();
    }

    /** The rules on the item and what stands before it, so that a list says each rule once. */
    List<String> withEarlier(Item item, List<Recommendation> list) {
        return with(
                item,
                list.stream()
                        .map(Recommendation::item)
                        .takeWhile(other -> !other.id().equals(item.id()))
                        .toList());
    }

    private String line(Compatibility pair, boolean first) {
        String other = words.capital(name(first ? pair.b() : pair.a()));
        LocalizedText why = pair.why();
        return words.fill("item.for-whom", Map.of("whom", other, "what", rule(pair, first)))
                + "."
                + (why == null ? "" : " " + words.say(why));
    }

    private String name(Procedure procedure) {
        LocalizedText name = procedure.name();
        return name == null ? words.name(procedure.id()) : words.say(name);
    }

    private String rule(Compatibility pair, boolean first) {
        return switch (pair.relation()) {
            case NEVER_SAME_DAY -> words.say("together.never-same-day");
            case NEVER_SAME_COURSE -> words.say("together.never-same-course");
            case MIN_GAP -> gap("together.apart", pair.minutes());
            case A_BEFORE_B -> gap(first ? "together.later" : "together.earlier", pair.minutes());
        };
    }

    /** The text of the key with minutes, of the key that ends in {@code .hours} with whole hours, else without a gap. */
    private String gap(String key, @Nullable Integer minutes) {
        if (minutes == null) {
            return words.say(key + ".any");
        }
        boolean hours = minutes > MINUTES_OF_HOUR && minutes % MINUTES_OF_HOUR == 0;
        return hours ? words.count(key + ".hours", minutes / MINUTES_OF_HOUR) : words.count(key, minutes);
    }
}
