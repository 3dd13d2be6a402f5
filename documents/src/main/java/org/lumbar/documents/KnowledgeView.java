package org.lumbar.documents;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lumbar.core.knowledge.Citation;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Topic;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/**
 * The knowledge base in words, piece by piece, for pages that lay it out themselves: items, topics and the claims of the
 * sources. Not for sharing between threads.
 */
public final class KnowledgeView {

    private final KnowledgeBase knowledge;
    private final Words words;

    public KnowledgeView(KnowledgeBase knowledge, Language language) {
        this.knowledge = knowledge;
        this.words = new Words(knowledge, language);
    }

    /**
     * Something that is known, below its label.
     *
     * @param numbered the texts are steps
     */
    public record Line(String label, List<String> texts, boolean numbered) {
        public Line {
            texts = List.copyOf(texts);
        }
    }

    /**
     * What belongs together.
     *
     * @param part {@code brief}, {@code movement}, {@code when}, {@code how}, {@code evidence} or {@code sources}
     */
    public record Section(String part, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A statement of a source article and what became of it.
     *
     * @param source A or B
     * @param verdict its id
     * @param item id of the item or topic that it belongs to
     * @param lines limits, refused parts and where it lives
     */
    public record Statement(
            String id,
            String source,
            String says,
            String verdict,
            String verdictWord,
            String why,
            String item,
            String itemName,
            List<Line> lines) {
        public Statement {
            lines = List.copyOf(lines);
        }
    }

    /**
     * All that is known of an item or a topic, whoever the patient is.
     *
     * @param texts what it is, in paragraphs
     */
    public record Subject(
            String id,
            String name,
            List<String> texts,
            List<Section> sections,
            List<Statement> statements,
            List<PlanView.Source> sources,
            Item.Review review) {
        public Subject {
            texts = List.copyOf(texts);
            sections = List.copyOf(sections);
            statements = List.copyOf(statements);
            sources = List.copyOf(sources);
        }
    }

    /** The item or topic of this id; empty when there is none. */
    public Optional<Subject> subject(String id) {
        Optional<Subject> item = knowledge.items().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(this::subject);
        return item.isPresent()
                ? item
                : knowledge.topics().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .map(this::subject);
    }

    private Subject subject(Item item) {
        Sections sections = new Sections(words);
        ItemPage.write(item, words, sections);
        return subject(item.id(), item.name(), List.of(item.about()), sections, item.review());
    }

    private Subject subject(Topic topic) {
        Sections sections = new Sections(words);
        TopicPage.write(topic, sections);
        return subject(topic.id(), topic.name(), topic.text(), sections, topic.review());
    }

    private Subject subject(
            String id, LocalizedText name, List<LocalizedText> texts, Sections sections, Item.Review review) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        knowledge.claims().forEach(claim -> claims.put(claim.id(), claim));
        return new Subject(
                id,
                words.capital(words.say(name)),
                texts.stream().map(words::say).toList(),
                sections.sections(),
                sections.claims().stream()
                        .map(claims::get)
                        .filter(Objects::nonNull)
                        .map(this::statement)
                        .toList(),
                sources(sections.citations()),
                review);
    }

    private List<PlanView.Source> sources(List<String> ids) {
        Map<String, Citation> citations = new HashMap<>();
        knowledge.citations().forEach(citation -> citations.put(citation.id(), citation));
        return ids.stream()
                .map(citations::get)
                .filter(Objects::nonNull)
                .map(citation -> new PlanView.Source(
                        citation.id(),
                        citation.cite(),
                        Objects.requireNonNullElse(citation.url(), ""),
                        words.say("citation.seen." + citation.seen())))
                .toList();
    }

    /** The claims that are meant, in the order of the ledger. */
    public List<Statement> statements(ClaimFilter filter) {
        return filter.of(knowledge).stream().map(this::statement).toList();
    }

    private Statement statement(Claim claim) {
        Sections sections = new Sections(words);
        ClaimList.write(claim, words, sections);
        return new Statement(
                claim.id(),
                claim.source(),
                words.say(claim.says()),
                claim.verdict().id(),
                words.say("verdict." + claim.verdict().id()),
                words.say(claim.why()),
                claim.item(),
                words.capital(words.name(claim.item())),
                sections.lines());
    }

    /** The word of a verdict and what it means, by its id. */
    public Map<String, PlanView.Labelled> verdicts() {
        Map<String, PlanView.Labelled> verdicts = new LinkedHashMap<>();
        for (Claim.Verdict verdict : Claim.Verdict.values()) {
            verdicts.put(
                    verdict.id(),
                    new PlanView.Labelled(
                            words.say("verdict." + verdict.id()), words.say("sources.meaning." + verdict.id())));
        }
        return verdicts;
    }

    /** The names of the categories that items have, by their ids, in the order of the content. */
    public Map<String, String> categories() {
        return knowledge.items().stream()
                .map(Item::category)
                .distinct()
                .collect(Collectors.toMap(
                        category -> category,
                        category -> words.capital(words.say("category." + category)),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** The heading of a part of the ledger: {@code A-spray} of {@code A-spray-10}. */
    public String chapter(String claim) {
        return words.say("sources.section." + claim.substring(0, claim.lastIndexOf('-')));
    }

    /** A grade of evidence in words. */
    public String grade(Item item) {
        return words.capital(words.say("grade." + item.evidence().grade()));
    }
}
