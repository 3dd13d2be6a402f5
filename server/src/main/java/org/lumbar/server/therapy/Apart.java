package org.lumbar.server.therapy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Compatibility;
import org.lumbar.core.knowledge.Compatibility.Relation;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.server.page.Messages;

/**
 * Which treatments of one patient need another day: of two that must not share a day the second, and what must rest between two
 * sessions.
 */
final class Apart {

    /** The parameter of a course that says how many days lie at least between two sessions; 2 is every other day. */
    private static final String DAYS_APART = "least-days-apart";

    private final List<Compatibility> pairs;
    private final Messages messages;

    Apart(KnowledgeBase knowledge, Messages messages) {
        this.pairs = knowledge.compatibilities().stream()
                .filter(pair -> pair.relation() == Relation.NEVER_SAME_DAY)
                .toList();
        this.messages = messages;
    }

    /** The treatments of a day with those that need another day marked. What was given comes before what is planned. */
    List<Treatment> settle(List<Treatment> treatments, LocalDate day) {
        List<Treatment> taken =
                new ArrayList<>(treatments.stream().filter(Treatment::given).toList());
        List<Treatment> settled = new ArrayList<>();
        for (Treatment one : treatments) {
            Treatment now = one.given() ? one : one.later(later(one, taken, day));
            if (now.open()) {
                taken.add(now);
            }
            settled.add(now);
        }
        return settled;
    }

    private Treatment.@Nullable Later later(Treatment one, List<Treatment> taken, LocalDate day) {
        LocalDate last = one.course().last();
        LocalDate next = last == null ? day : last.plusDays(daysApart(one.item()));
        if (next.isAfter(day)) {
            return new Treatment.Later(messages.say("day.later.rest", "date", messages.shortDate(next)), true);
        }
        for (Treatment other : taken) {
            Optional<Compatibility> pair = between(one.item(), other.item());
            if (pair.isPresent()) {
                LocalizedText why = pair.get().why();
                String text = messages.say(
                        other.given() ? "day.later.given" : "day.later.planned",
                        Map.of("other", other.name(), "why", why == null ? "" : messages.say(why)));
                return new Treatment.Later(text.strip(), other.given());
            }
        }
        return null;
    }

    private Optional<Compatibility> between(Item one, Item other) {
        return pairs.stream().filter(pair -> pair.between(one, other)).findFirst();
    }

    private static long daysApart(Item item) {
        Course course = item.course();
        return course == null
                ? 1
                : course.parameters().stream()
                        .filter(parameter -> DAYS_APART.equals(parameter.id()))
                        .map(Course.Parameter::range)
                        .mapToLong(range -> range == null ? 1 : (long) range.least())
                        .findFirst()
                        .orElse(1);
    }
}
