package org.lumbar.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lumbar.core.knowledge.Item;

/** The parts of a text about an item, collected for a page that lays them out itself. */
final class Sections extends Parts {

    private final Words words;
    private final List<KnowledgeView.Section> sections = new ArrayList<>();
    private final List<KnowledgeView.Line> lines = new ArrayList<>();
    private final List<String> claims = new ArrayList<>();
    private final List<String> citations = new ArrayList<>();
    private String part = "";

    Sections(Words words) {
        super(words, new Page(new TextOptions(0, false, true)), 0);
        this.words = words;
    }

    @Override
    void begin(String next) {
        if (!lines.isEmpty()) {
            sections.add(new KnowledgeView.Section(part, lines));
            lines.clear();
        }
        part = next;
    }

    @Override
    void line(String labelKey, String text) {
        if (!text.isEmpty()) {
            add(labelKey, List.of(text), false);
        }
    }

    @Override
    void lines(String labelKey, List<String> texts) {
        add(labelKey, texts, false);
    }

    @Override
    void numbered(String labelKey, List<String> texts) {
        add(labelKey, texts, true);
    }

    private void add(String labelKey, List<String> texts, boolean numbered) {
        if (!texts.isEmpty()) {
            lines.add(new KnowledgeView.Line(words.capital(words.say(labelKey)), texts, numbered));
        }
    }

    @Override
    void under(String heading, List<String> texts) {
        lines.add(new KnowledgeView.Line(heading, texts, false));
    }

    @Override
    void claims(List<String> ids) {
        claims.addAll(ids);
    }

    @Override
    void citations(Collection<String> ids) {
        citations.addAll(ids);
    }

    @Override
    void review(Item.Review review) {
        // The page says it at its head.
    }

    /** What was written, part by part. */
    List<KnowledgeView.Section> sections() {
        begin("");
        return List.copyOf(sections);
    }

    List<KnowledgeView.Line> lines() {
        return List.copyOf(lines);
    }

    /** Ids of the claims that were named. */
    List<String> claims() {
        return List.copyOf(claims);
    }

    /** Ids of the citations that were named, in the order in which they are numbered. */
    List<String> citations() {
        return List.copyOf(citations);
    }
}
