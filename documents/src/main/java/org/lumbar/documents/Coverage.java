package org.lumbar.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Outcome;
import org.lumbar.core.text.Language;

/** How far the content is written: what each category of items has, and which items lack what. For editors. */
public final class Coverage {

    /** What an item has; the words of gaps are the keys of its facts. */
    private enum Fact {
        REGIMEN,
        STOPS,
        GRADED,
        GUIDELINES,
        CITED,
        CASES
    }

    private final KnowledgeBase knowledge;
    private final Map<String, List<String>> expectations;
    private final Words words;
    private final Page page;

    private Coverage(
            KnowledgeBase knowledge, Map<String, List<String>> expectations, Language language, TextOptions options) {
        this.knowledge = knowledge;
        this.expectations = expectations;
        this.words = new Words(knowledge, language);
        this.page = new Page(options);
    }

    /**
     * The report.
     *
     * @param expectations the statuses that the worked cases of each item expect, by item
     */
    public static String of(
            KnowledgeBase knowledge, Map<String, List<String>> expectations, Language language, TextOptions options) {
        Coverage coverage = new Coverage(knowledge, expectations, language, options);
        coverage.write();
        return coverage.page.toString();
    }

    private void write() {
        Map<String, List<Item>> byCategory = new LinkedHashMap<>();
        for (Item item : knowledge.items()) {
            byCategory
                    .computeIfAbsent(item.category(), category -> new ArrayList<>())
                    .add(item);
        }
        byCategory.forEach((category, items) -> {
            page.text(0, 2, words.heading("category." + category), Ink.HEADING);
            writeFacts(items);
        });
        page.gap();
        page.text(0, 2, words.heading("coverage.all"), Ink.HEADING);
        writeFacts(knowledge.items());
        page.gap();
        writeImpossible();
        page.gap();
        writeGaps();
    }

    /** The items that lack an outcome by their form, so that no case can show it. */
    private void writeImpossible() {
        page.text(0, 2, words.heading("coverage.impossible"), Ink.HEADING);
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (Item item : knowledge.items()) {
            Set<Outcome> possible = Outcome.possible(item, knowledge);
            if (possible.contains(Outcome.REFUSED)) {
                ids.computeIfAbsent("coverage.only-refused", key -> new ArrayList<>())
                        .add(item.id());
            } else if (possible.contains(Outcome.UNKNOWN) && !possible.contains(Outcome.OFFERED)) {
                ids.computeIfAbsent("coverage.only-emergency", key -> new ArrayList<>())
                        .add(item.id());
            } else if (!possible.contains(Outcome.OFFERED)) {
                ids.computeIfAbsent("coverage.never-offered", key -> new ArrayList<>())
                        .add(item.id());
            } else if (!possible.contains(Outcome.UNKNOWN)) {
                ids.computeIfAbsent("coverage.never-unknown", key -> new ArrayList<>())
                        .add(item.id());
            }
        }
        ids.forEach((key, items) ->
                page.text(2, 4, words.count(key, items.size()) + ": " + String.join(", ", items), Ink.PLAIN));
    }

    private void writeFacts(List<Item> items) {
        List<String> facts = new ArrayList<>();
        facts.add(words.count("count.items", items.size()));
        for (Fact fact : Fact.values()) {
            facts.add(words.count(
                    key(fact), items.stream().filter(item -> has(item, fact)).count()));
        }
        facts.add(words.count(
                "coverage.cases-written",
                items.stream().mapToLong(item -> cases(item).size()).sum()));
        facts.add(words.count(
                "coverage.unverified",
                items.stream().filter(Coverage::unverified).count()));
        page.text(2, 4, String.join(Words.DOT, facts), Ink.PLAIN);
    }

    private void writeGaps() {
        page.text(0, 2, words.heading("coverage.gaps"), Ink.HEADING);
        boolean whole = true;
        for (Item item : knowledge.items()) {
            List<String> lacks = lacks(item);
            whole &= lacks.isEmpty();
            if (!lacks.isEmpty()) {
                page.text(2, 4, item.id() + ": " + String.join(", ", lacks), Ink.CARE);
            }
        }
        if (whole) {
            page.text(2, 4, words.say("coverage.no-gaps"), Ink.GOOD);
        }
    }

    private List<String> lacks(Item item) {
        List<String> lacks = new ArrayList<>();
        for (Fact fact : List.of(Fact.GRADED, Fact.CITED, Fact.CASES)) {
            if (!has(item, fact)) {
                lacks.add(words.say(key(fact) + ".lacks"));
            }
        }
        return lacks;
    }

    private static String key(Fact fact) {
        return "coverage." + fact.name().toLowerCase(java.util.Locale.ROOT);
    }

    private boolean has(Item item, Fact fact) {
        return switch (fact) {
            case REGIMEN -> item.dose() != null || item.course() != null || item.movement() != null;
            case STOPS -> !item.stop().isEmpty();
            case GRADED -> !item.members().isEmpty() || !item.evidence().grade().isEmpty();
            case GUIDELINES -> !item.evidence().position().isEmpty();
            case CITED -> !item.sources().citations().isEmpty();
            case CASES -> Outcome.shown(item, knowledge, cases(item));
        };
    }

    private List<String> cases(Item item) {
        return expectations.getOrDefault(item.id(), List.of());
    }

    private static boolean unverified(Item item) {
        return !item.sources().verified() || !item.sources().unverified().isEmpty();
    }
}
