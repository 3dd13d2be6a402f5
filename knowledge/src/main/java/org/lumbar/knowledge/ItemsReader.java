package org.lumbar.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.DrugClass;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Item.Availability;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Item.Rule;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.LocalizedText;

/** Reads items and the classes that they inherit from. */
final class ItemsReader {

    /** Categories in the order in which plans list them. */
    private static final List<String> CATEGORIES = List.of(
            "self-care",
            "exercise",
            MovementReader.CATEGORY,
            "medicine",
            "combination-analgesic",
            "topical",
            "physiotherapy",
            "manual-massage",
            "reflex-needle",
            "biological",
            "vitamin",
            "folk",
            "herb",
            "homeopathic",
            "surgery",
            "sanatorium",
            "governance");

    private static final List<String> POSITIONS = List.of(
            "recommend",
            "consider",
            "may-offer",
            "second-line",
            "no-recommendation",
            "do-not-offer-routinely",
            "do-not-offer",
            "not-addressed");

    static final List<String> GRADES =
            List.of("high", "moderate", "low", "very-low", "weak", "none", "guideline-against", "guideline-conflict");

    /** What items inherit: rules without their owner's id, advice, interactions. */
    record Inherited(
            DrugClass drugClass,
            List<Rule> exclusions,
            List<Rule> cautions,
            List<Interaction> interactions,
            List<LocalizedText> advice,
            List<LocalizedText> monitor,
            List<LocalizedText> stop) {}

    private final Reading reading;
    private final InteractionsReader interactions;
    private final MovementReader movements = new MovementReader();
    private final Map<String, Inherited> classes = new LinkedHashMap<>();
    private final UmbrellaChecks umbrellas = new UmbrellaChecks();

    ItemsReader(Reading reading, InteractionsReader interactions) {
        this.reading = reading;
        this.interactions = interactions;
    }

    /** All items in the order in which plans list them. */
    List<Item> items() {
        reading.mappings("classes/").forEach(this::readClass);
        List<Item> items = new ArrayList<>();
        for (Entry entry : reading.mappings("items/")) {
            items.add(item(entry));
        }
        umbrellas.check(items);
        items.sort(Comparator.comparingInt((Item item) -> CATEGORIES.indexOf(item.category()))
                .thenComparing(Item::id));
        movements.checkPaths(items);
        ExerciseNumbers.check(items, reading.problems());
        classes.values().forEach(one -> one.interactions().forEach(interactions::add));
        return List.copyOf(items);
    }

    List<DrugClass> classes() {
        return classes.values().stream().map(Inherited::drugClass).toList();
    }

    void readClass(Entry entry) {
        String id = entry.text("id");
        boolean verified = entry.flag("verified", true);
        Inherited inherited = new Inherited(
                new DrugClass(id, entry.localized("name"), entry.words("atc")),
                rules(entry, "exclude", id, verified),
                rules(entry, "caution", id, verified),
                interactions.within(entry, Interaction.Side.ofClass(id), id, verified),
                entry.localizedList("advice"),
                entry.localizedList("monitor"),
                entry.localizedList("stop"));
        entry.localized("about");
        entry.sources(true);
        evidence(entry);
        review(entry);
        entry.end();
        place(entry, "classes/" + id + ".yaml");
        classes.put(id, inherited);
    }

    Item item(Entry entry) {
        String id = entry.text("id");
        List<Inherited> inherited = inherited(entry);
        Sources sources = entry.sources(true);
        Availability availability = Availability.valueOf(upper(
                entry.word("standard", null, List.of("both", "comprehensive", "check-only", "emergency", "closed"))));
        List<LocalizedText> advice = new ArrayList<>(entry.localizedList("advice"));
        List<LocalizedText> monitor = new ArrayList<>(entry.localizedList("monitor"));
        List<LocalizedText> stop = new ArrayList<>(entry.localizedList("stop"));
        for (Inherited one : inherited) {
            addNew(advice, one.advice());
            addNew(monitor, one.monitor());
            addNew(stop, one.stop());
        }
        Item item = new Item(
                id,
                entry.text("category"),
                entry.localized("name"),
                entry.localized("about"),
                availability,
                offer(entry),
                entry.flag("needs-diagnosis", true),
                entry.flag("physical", false),
                entry.words("classes"),
                entry.words("atc"),
                Expressions.read(
                        entry,
                        "indicated-when",
                        availability == Availability.CLOSED ? Expression.NEVER : Expression.ALWAYS),
                merged(entry, "exclude", rules(entry, "exclude", id, sources.verified()), inherited, id),
                merged(entry, "caution", rules(entry, "caution", id, sources.verified()), inherited, id),
                entry.ids("gates", Ids.Kind.GATE),
                DoseReader.dose(entry),
                course(entry),
                movements.movement(entry, availability == Availability.CLOSED),
                advice,
                monitor,
                stop,
                evidence(entry),
                DisputesReader.dispute(entry),
                DisputesReader.conflicts(entry),
                entry.localizedOrNull("refused"),
                entry.ids("members", Ids.Kind.TREATMENT),
                sources,
                review(entry));
        interactions
                .within(entry, Interaction.Side.ofItem(id), id, sources.verified())
                .forEach(interactions::add);
        entry.end();
        check(entry, item);
        umbrellas.see(entry, item);
        return item;
    }

    private static void check(Entry entry, Item item) {
        if (CATEGORIES.contains(item.category())) {
            place(entry, "items/" + item.category() + "/" + item.id() + ".yaml");
        } else {
            entry.error(
                    "category",
                    "category is " + item.category() + ", expected one of " + String.join(", ", CATEGORIES),
                    Spelling.advice(item.category(), CATEGORIES, "Choose one of them."));
        }
        if (item.availability() == Availability.CLOSED && item.refused() == null) {
            entry.error("standard", "is closed without saying why", "Add refused: {en: …, ru: …}.");
        }
        if (item.sources().citations().isEmpty()) {
            entry.reading()
                    .problems()
                    .warning(
                            entry.file(),
                            entry.line(),
                            item.id() + " cites nothing",
                            "Add cite:, or say that no evidence was found.");
        }
    }

    static void place(Entry entry, String expected) {
        if (!entry.file().equals(expected)) {
            entry.error(
                    "id",
                    "stands in " + entry.file() + ", expected " + expected,
                    "Move the file, or correct what it says of itself.");
        }
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private List<Inherited> inherited(Entry entry) {
        List<Inherited> inherited = new ArrayList<>(1);
        for (String name : entry.ids("classes", Ids.Kind.CLASS)) {
            Inherited one = classes.get(name);
            if (one != null) {
                inherited.add(one);
            }
        }
        return inherited;
    }

    private static void addNew(List<LocalizedText> texts, List<LocalizedText> more) {
        for (LocalizedText text : more) {
            if (!texts.contains(text)) {
                texts.add(text);
            }
        }
    }

    /** Own rules first; an inherited rule over the same expression is dropped, the item's own words are closer. */
    private static List<Rule> merged(Entry entry, String key, List<Rule> own, List<Inherited> inherited, String id) {
        Map<Expression, Rule> all = new LinkedHashMap<>();
        own.forEach(rule -> all.putIfAbsent(rule.when(), rule));
        for (Inherited one : inherited) {
            for (Rule rule : key.equals("exclude") ? one.exclusions() : one.cautions()) {
                String ruleId = id + rule.id().substring(rule.id().indexOf('/'));
                all.putIfAbsent(rule.when(), new Rule(ruleId, rule.when(), rule.why(), rule.sources()));
            }
        }
        if (all.size() > Item.MOST_RULES) {
            entry.error(
                    key,
                    "has " + all.size() + " rules with those of its classes, more than " + Item.MOST_RULES,
                    "Name some of them together as one finding.");
        }
        return List.copyOf(all.values());
    }

    private static List<Rule> rules(Entry entry, String key, String owner, boolean verified) {
        List<Rule> rules = new ArrayList<>();
        for (Entry rule : entry.entries(key)) {
            LocalizedText why = rule.localizedOrNull("why");
            Sources sources = rule.sources(verified);
            for (Expression when : Expressions.alternatives(rule, "when")) {
                String name = when instanceof Expression.Finding finding ? finding.id() : "rule-" + (rules.size() + 1);
                rules.add(new Rule(owner + "/" + key + "/" + name, when, why, sources));
            }
            if (!rule.has("when")) {
                rule.error("when", "needs when", "Name the findings that trigger it.");
            }
            rule.end();
        }
        return rules;
    }

    private static Map<Standard, Offer> offer(Entry entry) {
        Map<Standard, Offer> offer = new EnumMap<>(Standard.class);
        Entry nested = entry.entryOrNull("offer");
        if (nested != null) {
            for (Standard standard : Standard.values()) {
                String word =
                        nested.word(standard.id(), "none", List.of("recommended", "optional", "discretion", "none"));
                if (!word.equals("none")) {
                    offer.put(standard, Offer.valueOf(upper(word)));
                }
            }
            nested.end();
        }
        return offer;
    }

    private static @Nullable Course course(Entry entry) {
        Entry course = entry.entryOrNull("course");
        if (course == null) {
            return null;
        }
        List<Course.Parameter> parameters = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Entry parameter : course.entries("parameters")) {
            String id = parameter.textOrNull("id");
            if (id != null && !ids.add(id)) {
                parameter.error("id", "the parameter " + id + " exists twice", "Keep one of them, or rename it.");
            }
            parameters.add(new Course.Parameter(
                    id,
                    parameter.localized("name"),
                    parameter.rangeOrNull("range"),
                    parameter.textOrNull("unit"),
                    parameter.localizedOrNull("text")));
            parameter.end();
        }
        Course result = new Course(
                course.rangeOrNull("minutes"),
                course.wholeOrNull("sessions-max"),
                course.wholeOrNull("per-week-max"),
                course.wholeOrNull("pause-weeks-min"),
                course.wholeOrNull("review-after-sessions"),
                parameters);
        course.end();
        return result;
    }

    private static Item.Evidence evidence(Entry entry) {
        Entry evidence = entry.entryOrNull("evidence");
        if (evidence == null) {
            return new Item.Evidence("none", null, Map.of());
        }
        Map<String, String> positions = new LinkedHashMap<>();
        Entry position = evidence.entryOrNull("position");
        if (position != null) {
            for (String guideline : position.keysOf(Ids.Kind.GUIDELINE)) {
                positions.put(guideline, position.word(guideline, null, POSITIONS));
            }
        }
        Item.Evidence result =
                new Item.Evidence(evidence.word("grade", null, GRADES), evidence.localizedOrNull("summary"), positions);
        evidence.end();
        return result;
    }

    static Item.Review review(Entry entry) {
        Entry review = entry.entryOrNull("review");
        if (review == null) {
            entry.error("review", "needs review", "Add review: {last: 2026-11-22, next: 2027-11-22}.");
            return new Item.Review(LocalDate.EPOCH, LocalDate.EPOCH);
        }
        Item.Review result = new Item.Review(review.date("last"), review.date("next"));
        if (result.next().isBefore(result.last()) && !result.next().equals(LocalDate.EPOCH)) {
            review.error("next", "the next review comes before the last one", "Swap the dates or correct one.");
        }
        review.end();
        return result;
    }
}
