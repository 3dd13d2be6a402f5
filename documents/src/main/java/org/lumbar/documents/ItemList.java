package org.lumbar.documents;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.knowledge.Topic;
import org.lumbar.core.text.Language;

/** The items of the knowledge base, one line each, under their categories. */
public final class ItemList {

    private ItemList() {}

    /**
     * The list.
     *
     * @param category only items of this one; null for all
     * @param standard only items that it can offer; null for all
     */
    public static String of(
            KnowledgeBase knowledge,
            Language language,
            @Nullable String category,
            @Nullable Standard standard,
            TextOptions options) {
        Words words = new Words(knowledge, language);
        Page page = new Page(options);
        List<Item> items = knowledge.items().stream()
                .filter(item -> category == null || item.category().equals(category))
                .filter(item -> standard == null || item.offer().containsKey(standard))
                .toList();
        int longest = items.stream().mapToInt(item -> item.id().length()).max().orElse(0);
        String current = "";
        for (Item item : items) {
            if (!item.category().equals(current)) {
                current = item.category();
                page.gap();
                page.text(
                        0,
                        2,
                        List.of(
                                Page.span(words.heading("category." + current), Ink.HEADING),
                                Page.span(" (" + current + ")", Ink.FAINT)));
            }
            String id = item.id() + "\u00a0".repeat(longest - item.id().length());
            page.text(
                    2,
                    longest + 5,
                    List.of(
                            Page.span(id, Ink.STRONG),
                            Page.span(" " + words.say(item.name()), Ink.PLAIN),
                            Page.span(Words.DOT + offer(item, words), Ink.FAINT)));
        }
        page.gap();
        page.text(0, 0, words.count("count.items", items.size()), Ink.FAINT);
        if (category == null && standard == null) {
            topics(knowledge, words, page);
        }
        return page.toString();
    }

    /** What is explained and is no treatment, apart from the items. */
    private static void topics(KnowledgeBase knowledge, Words words, Page page) {
        int longest = knowledge.topics().stream()
                .mapToInt(topic -> topic.id().length())
                .max()
                .orElse(0);
        page.gap();
        page.text(0, 2, words.heading("heading.topics"), Ink.HEADING);
        for (Topic topic : knowledge.topics()) {
            page.text(
                    2,
                    longest + 5,
                    List.of(
                            Page.span(
                                    topic.id()
                                            + "\u00a0"
                                                    .repeat(longest - topic.id().length()),
                                    Ink.STRONG),
                            Page.span(" " + words.say(topic.name()), Ink.PLAIN),
                            Page.span(
                                    Words.DOT
                                            + words.say("topic." + topic.kind().id()),
                                    Ink.FAINT)));
        }
    }

    /** The best that each standard of care makes of it. */
    private static String offer(Item item, Words words) {
        if (item.availability() == Item.Availability.CLOSED) {
            return words.say("status.refused");
        }
        String comprehensive = words.offer(item.offer().get(Standard.COMPREHENSIVE));
        String guideline = words.offer(item.offer().get(Standard.GUIDELINE));
        return comprehensive.equals(guideline)
                ? comprehensive
                : words.fill("item.offers", Map.of("comprehensive", comprehensive, "guideline", guideline));
    }
}
