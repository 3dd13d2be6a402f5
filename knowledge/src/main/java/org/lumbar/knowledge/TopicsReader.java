package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lumbar.core.knowledge.Topic;

/** Reads what is explained and is no treatment. */
final class TopicsReader {

    private static final List<String> KINDS = List.of("definition", "pathway", "governance");

    private TopicsReader() {}

    /** All topics: definitions, pathway, governance, each by id. */
    static List<Topic> read(Reading reading) {
        List<Topic> topics = new ArrayList<>();
        for (Entry entry : reading.mappings("topics/")) {
            topics.add(topic(entry));
        }
        topics.sort(Comparator.comparing(Topic::kind).thenComparing(Topic::id));
        return List.copyOf(topics);
    }

    private static Topic topic(Entry entry) {
        Topic topic = new Topic(
                entry.text("id"),
                Topic.Kind.valueOf(entry.word("kind", null, KINDS).toUpperCase(Locale.ROOT)),
                entry.localized("name"),
                entry.localizedList("text"),
                DisputesReader.dispute(entry),
                DisputesReader.conflicts(entry),
                entry.sources(true),
                ItemsReader.review(entry));
        if (topic.text().isEmpty()) {
            entry.error("text", "says nothing", "Add text: with a paragraph or several.");
        }
        if (entry.reading().ids().has(Ids.Kind.ITEM, topic.id())) {
            entry.error("id", "is also the id of an item", "Rename one of them.");
        }
        ItemsReader.place(entry, "topics/" + topic.id() + ".yaml");
        entry.end();
        return topic;
    }
}
