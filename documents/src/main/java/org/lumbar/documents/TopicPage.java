package org.lumbar.documents;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Topic;
import org.lumbar.core.text.Language;

/** What is explained of one topic, with its sources written out. */
public final class TopicPage {

    private TopicPage() {}

    /** The page of a topic. */
    public static String of(Topic topic, KnowledgeBase knowledge, Language language, TextOptions options) {
        Page page = new Page(options);
        Words words = new Words(knowledge, language);
        Parts parts = new Parts(words, page, 0);
        page.text(
                0,
                2,
                List.of(
                        Page.span(words.heading(topic.name()), Ink.HEADING),
                        Page.span(" (" + topic.id() + ")", Ink.FAINT)));
        page.text(0, 2, words.heading("topic." + topic.kind().id()), Ink.FAINT);
        topic.text().forEach(paragraph -> {
            page.gap();
            page.text(0, 0, words.say(paragraph), Ink.PLAIN);
        });
        write(topic, parts);
        return page.toString();
    }

    /** Writes everything but the name and the text. */
    static void write(Topic topic, Parts parts) {
        parts.begin("evidence");
        parts.dispute(topic.dispute());
        parts.conflicts(topic.conflicts());
        parts.begin("sources");
        parts.claims(topic.sources().claims());
        Set<String> cited = new LinkedHashSet<>(topic.sources().citations());
        topic.conflicts().forEach(conflict -> conflict.sides().forEach(side -> cited.addAll(side.citations())));
        parts.citations(cited);
        parts.unverified(topic.sources(), Words.UNVERIFIED);
        parts.review(topic.review());
    }
}
