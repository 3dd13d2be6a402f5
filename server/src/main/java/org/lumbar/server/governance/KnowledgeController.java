package org.lumbar.server.governance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Claim.Verdict;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Topic;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.documents.ClaimFilter;
import org.lumbar.documents.KnowledgeView;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Clinic;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The knowledge base to read, for everybody: items and topics with their grounds, and what became of the sources. */
@Controller
public final class KnowledgeController {

    /** Statements on a page of the ledger. */
    private static final int STATEMENTS = 50;

    private static final String TOPIC = "topic";

    private final Clinic clinic;
    private final FiguresInForce figures;

    KnowledgeController(Clinic clinic, FiguresInForce figures) {
        this.clinic = clinic;
        this.figures = figures;
    }

    /**
     * An item or a topic in the list.
     *
     * @param grade of its evidence; empty for a topic
     * @param closed it is never offered
     * @param claims how many statements of the sources belong to it
     */
    public record Line(String id, String name, String grade, boolean closed, int claims, String reviewed) {}

    /**
     * What someone looks for; each part is empty for all.
     *
     * @param category of items, or {@code topic}
     * @param verdict at least one statement of the sources has it
     */
    public record Search(String q, String category, String verdict) {
        public boolean any() {
            return !q.isEmpty() || !category.isEmpty() || !verdict.isEmpty();
        }
    }

    @GetMapping("/knowledge")
    View index(
            Page page,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "category", defaultValue = "") String category,
            @RequestParam(name = "verdict", defaultValue = "") String verdict) {
        KnowledgeBase knowledge = clinic.knowledge();
        KnowledgeView view = new KnowledgeView(knowledge, page.language());
        Search search = new Search(q.strip(), category, verdict);
        Map<String, String> categories = view.categories();
        categories.put(TOPIC, page.say("knowledge.topics"));
        Map<String, List<Line>> found = new LinkedHashMap<>();
        for (Item item : knowledge.items()) {
            if (matches(search, item.id(), item.category(), item.name(), item.about(), knowledge)) {
                found.computeIfAbsent(categories.getOrDefault(item.category(), ""), c -> new ArrayList<>())
                        .add(line(item, view, page));
            }
        }
        for (Topic topic : knowledge.topics()) {
            if (matches(search, topic.id(), TOPIC, topic.name(), topic.name(), knowledge)) {
                found.computeIfAbsent(page.say("knowledge.topics"), c -> new ArrayList<>())
                        .add(line(topic, page));
            }
        }
        return Html.of(
                "knowledge",
                page,
                Map.of(
                        "found",
                        found,
                        "search",
                        search,
                        "categories",
                        categories,
                        "verdicts",
                        view.verdicts(),
                        "version",
                        knowledge.version(),
                        "count",
                        found.values().stream().mapToInt(List::size).sum()));
    }

    private static Line line(Item item, KnowledgeView view, Page page) {
        return new Line(
                item.id(),
                page.messages().capital(page.messages().say(item.name())),
                view.grade(item),
                item.availability() == Item.Availability.CLOSED,
                item.sources().claims().size(),
                page.messages().shortDate(item.review().last()));
    }

    private static Line line(Topic topic, Page page) {
        return new Line(
                topic.id(),
                page.messages().capital(page.messages().say(topic.name())),
                "",
                false,
                topic.sources().claims().size(),
                page.messages().shortDate(topic.review().last()));
    }

    /** Words are looked for in both languages, as readers know the names in either. */
    private static boolean matches(
            Search search,
            String id,
            String category,
            LocalizedText name,
            LocalizedText about,
            KnowledgeBase knowledge) {
        return (search.category().isEmpty() || search.category().equals(category))
                && (search.verdict().isEmpty()
                        || knowledge.claims().stream()
                                .anyMatch(claim -> claim.item().equals(id)
                                        && claim.verdict().id().equals(search.verdict())))
                && contains(search.q(), id, name.en(), name.ru(), about.en(), about.ru());
    }

    private static boolean contains(String words, String... texts) {
        String all = plain(String.join("\n", texts));
        return List.of(plain(words).split("\\s+", -1)).stream().allMatch(all::contains);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    @GetMapping("/knowledge/{item}")
    View item(Page page, @PathVariable String item) {
        KnowledgeView view = new KnowledgeView(clinic.knowledge(), page.language());
        KnowledgeView.Subject subject = view.subject(item).orElseThrow(Missing::new);
        return Html.of(
                "knowledge-item",
                page,
                Map.of(
                        "subject",
                        subject,
                        "version",
                        clinic.knowledge().version(),
                        "drawn",
                        figures.figures().clips().containsKey(item)));
    }

    /** What is known of one chapter of the ledger: its name and how many statements have each verdict. */
    public record Chapter(String id, String name, Map<Verdict, Long> counts) {
        public long count(Verdict verdict) {
            return counts.getOrDefault(verdict, 0L);
        }
    }

    /**
     * Which statements someone looks for; each part is empty for all.
     *
     * @param source A or B
     */
    public record Wanted(String q, String chapter, String source, String verdict) {
        boolean any() {
            return !q.isEmpty() || !chapter.isEmpty() || !source.isEmpty() || !verdict.isEmpty();
        }

        /** The same as a query, from another statement on. */
        public String from(int from) {
            return "q=" + encoded(q) + "&chapter=" + encoded(chapter) + "&source=" + encoded(source) + "&verdict="
                    + encoded(verdict) + "&from=" + from;
        }

        private static String encoded(String text) {
            return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** A page of statements. */
    public record Statements(List<KnowledgeView.Statement> shown, int from, int total) {
        public int to() {
            return from + shown.size();
        }

        public int next() {
            return to() < total ? to() : -1;
        }

        public int previous() {
            return from == 0 ? -1 : Math.max(0, from - STATEMENTS);
        }
    }

    @GetMapping("/knowledge/sources")
    View sources(
            Page page,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "chapter", defaultValue = "") String chapter,
            @RequestParam(name = "source", defaultValue = "") String source,
            @RequestParam(name = "verdict", defaultValue = "") String verdict,
            @RequestParam(name = "from", defaultValue = "0") int from) {
        KnowledgeBase knowledge = clinic.knowledge();
        KnowledgeView view = new KnowledgeView(knowledge, page.language());
        Wanted wanted = new Wanted(q.strip(), chapter, source, verdict);
        List<KnowledgeView.Statement> found = wanted.any() ? found(view, wanted) : List.of();
        // A chapter is shown whole, so that links to its statements arrive.
        int start = Math.max(0, Math.min(from, found.size()));
        int end = chapter.isEmpty() ? Math.min(found.size(), start + STATEMENTS) : found.size();
        return Html.of(
                "knowledge-sources",
                page,
                Map.of(
                        "wanted",
                        wanted,
                        "list",
                        wanted.any(),
                        "statements",
                        new Statements(found.subList(start, end), start, found.size()),
                        "chapters",
                        chapters(knowledge, view),
                        "verdicts",
                        view.verdicts(),
                        "all",
                        new Chapter("", "", counts(knowledge.claims()))));
    }

    private static List<KnowledgeView.Statement> found(KnowledgeView view, Wanted wanted) {
        Optional<Verdict> verdict = List.of(Verdict.values()).stream()
                .filter(one -> one.id().equals(wanted.verdict()))
                .findFirst();
        String source = wanted.source().isEmpty() ? null : wanted.source();
        return view.statements(new ClaimFilter(verdict.orElse(null), source, null)).stream()
                .filter(one -> wanted.chapter().isEmpty() || chapter(one.id()).equals(wanted.chapter()))
                .filter(one -> contains(wanted.q(), one.id(), one.says(), one.why(), one.itemName()))
                .toList();
    }

    /** The chapter of the ledger that a statement stands in. */
    public static String chapter(String claim) {
        return claim.substring(0, claim.lastIndexOf('-'));
    }

    private static List<Chapter> chapters(KnowledgeBase knowledge, KnowledgeView view) {
        Map<String, List<Claim>> chapters = knowledge.claims().stream()
                .collect(Collectors.groupingBy(claim -> chapter(claim.id()), LinkedHashMap::new, Collectors.toList()));
        return chapters.entrySet().stream()
                .map(one -> new Chapter(
                        one.getKey(), view.chapter(one.getValue().getFirst().id()), counts(one.getValue())))
                .toList();
    }

    private static Map<Verdict, Long> counts(List<Claim> claims) {
        return claims.stream().collect(Collectors.groupingBy(Claim::verdict, Collectors.counting()));
    }

    /** The tone of a verdict, for its tag. */
    public static String tone(String verdict) {
        return switch (verdict) {
            case "refuse" -> "alarm";
            case "discretion" -> "care";
            case "adopt", "adopt-with-limits" -> "good";
            default -> "";
        };
    }
}
