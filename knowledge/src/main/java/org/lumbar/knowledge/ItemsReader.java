package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.DrugClass;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Item.Availability;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Item.Rule;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.knowledge.Substance.Ceiling;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.LocalizedText;

/** Reads items and the classes that they inherit from. */
final class ItemsReader {

    static final List<String> POSITIONS = List.of(
            "recommend",
            "consider",
            "may-offer",
            "second-line",
            "no-recommendation",
            "do-not-offer-routinely",
            "do-not-offer",
            "not-addressed");

    private static final List<String> GRADES =
            List.of("high", "moderate", "low", "very-low", "weak", "none", "guideline-against", "guideline-conflict");

    private static final List<String> ROUTES = List.of("oral", "im", "iv", "rectal", "cutaneous", "injection-local");

    /** What items inherit: rules without their owner's id, advice, interactions. */
    record Inherited(
            DrugClass drugClass,
            List<Rule> exclusions,
            List<Rule> cautions,
            List<Interaction> interactions,
            List<LocalizedText> advice,
            List<LocalizedText> monitor) {}

    private final ExpressionReader expressions;
    private final InteractionsReader interactions;
    private final Map<String, Inherited> classes = new LinkedHashMap<>();

    ItemsReader(ExpressionReader expressions, InteractionsReader interactions) {
        this.expressions = expressions;
        this.interactions = interactions;
    }

    Map<String, Inherited> classes() {
        return classes;
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
                entry.localizedList("monitor"));
        entry.localized("about");
        entry.words("cite");
        entry.words("claims");
        entry.words("unverified");
        evidence(entry);
        review(entry);
        entry.end();
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
        for (Inherited one : inherited) {
            addNew(advice, one.advice());
            addNew(monitor, one.monitor());
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
                expressions.read(
                        entry,
                        "indicated-when",
                        availability == Availability.CLOSED ? Expression.NEVER : Expression.ALWAYS),
                merged(rules(entry, "exclude", id, sources.verified()), inherited, id, true),
                merged(rules(entry, "caution", id, sources.verified()), inherited, id, false),
                entry.words("gates"),
                dose(entry),
                course(entry),
                advice,
                monitor,
                entry.localizedList("stop"),
                evidence(entry),
                dispute(entry),
                entry.localizedOrNull("refused"),
                sources,
                review(entry));
        if (availability == Availability.CLOSED && item.refused() == null) {
            entry.error("standard", "is closed without saying why", "Add refused: {en: …, ru: …}.");
        }
        interactions
                .within(entry, Interaction.Side.ofItem(id), id, sources.verified())
                .forEach(interactions::add);
        entry.end();
        return item;
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private List<Inherited> inherited(Entry entry) {
        List<Inherited> inherited = new ArrayList<>(1);
        for (String name : entry.words("classes")) {
            Inherited one = classes.get(name);
            if (one == null) {
                entry.error(
                        "classes",
                        "no class has the id " + name,
                        Spelling.nearest(name, classes.keySet())
                                .map(near -> "Maybe " + near + "?")
                                .orElse("Write classes/" + name + ".yaml."));
            } else {
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
    private static List<Rule> merged(List<Rule> own, List<Inherited> inherited, String id, boolean exclusions) {
        Map<Expression, Rule> all = new LinkedHashMap<>();
        own.forEach(rule -> all.putIfAbsent(rule.when(), rule));
        for (Inherited one : inherited) {
            for (Rule rule : exclusions ? one.exclusions() : one.cautions()) {
                String ruleId = id + rule.id().substring(rule.id().indexOf('/'));
                all.putIfAbsent(rule.when(), new Rule(ruleId, rule.when(), rule.why(), rule.sources()));
            }
        }
        return List.copyOf(all.values());
    }

    private List<Rule> rules(Entry entry, String key, String owner, boolean verified) {
        List<Rule> rules = new ArrayList<>();
        for (Entry rule : entry.entries(key)) {
            LocalizedText why = rule.localizedOrNull("why");
            Sources sources = rule.sources(verified);
            for (Expression when : expressions.alternatives(rule, rule.node("when"))) {
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

    private @Nullable Dose dose(Entry entry) {
        Entry dose = entry.entryOrNull("dose");
        if (dose == null) {
            return null;
        }
        List<Dose.Ingredient> ingredients = new ArrayList<>(1);
        for (Entry ingredient : dose.entries("ingredients")) {
            ingredients.add(new Dose.Ingredient(ingredient.text("substance"), ingredient.rangeOrNull("per-dose-mg")));
            ingredient.end();
        }
        List<Dose.Adjustment> adjustments = new ArrayList<>(2);
        for (Entry adjustment : dose.entries("adjust")) {
            adjustments.add(new Dose.Adjustment(
                    expressions.read(adjustment, "when", Expression.ALWAYS), adjustment.localized("text")));
            adjustment.words("cite");
            adjustment.flag("verified", true);
            adjustment.end();
        }
        Dose result = new Dose(
                dose.word("route", null, ROUTES),
                dose.localizedOrNull("form"),
                ingredients,
                dose.rangeOrNull("times-per-day"),
                dose.numberOrNull("hours-between"),
                dose.wholeOrNull("days-max"),
                dose.wholeOrNull("days-review"),
                dose.localizedOrNull("amount"),
                dose.numberOrNull("grams-per-day-max"),
                ceilings(dose, null),
                adjustments);
        dose.end();
        return result;
    }

    /** @param substance whose ceilings they are; null when each names its own */
    List<Ceiling> ceilings(Entry entry, @Nullable String substance) {
        List<Ceiling> ceilings = new ArrayList<>(2);
        for (Entry ceiling : entry.entries("ceilings")) {
            ceilings.add(new Ceiling(
                    substance == null ? ceiling.text("substance") : substance,
                    ceiling.number("mg-per-day"),
                    expressions.read(ceiling, "when", Expression.ALWAYS),
                    ceiling.words("country"),
                    ceiling.sources(true)));
            ceiling.localizedOrNull("note");
            ceiling.end();
        }
        return ceilings;
    }

    private static @Nullable Course course(Entry entry) {
        Entry course = entry.entryOrNull("course");
        if (course == null) {
            return null;
        }
        List<Course.Parameter> parameters = new ArrayList<>();
        for (Entry parameter : course.entries("parameters")) {
            parameters.add(new Course.Parameter(
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
        Map<String, String> position = evidence.stringMap("position");
        position.forEach((guideline, word) -> {
            if (!POSITIONS.contains(word)) {
                evidence.error(
                        "position",
                        "position of " + guideline + " is " + word,
                        "Use one of " + String.join(", ", POSITIONS) + ".");
            }
        });
        Item.Evidence result =
                new Item.Evidence(evidence.word("grade", null, GRADES), evidence.localizedOrNull("summary"), position);
        evidence.end();
        return result;
    }

    private static Item.@Nullable Dispute dispute(Entry entry) {
        Entry dispute = entry.entryOrNull("dispute");
        if (dispute == null) {
            return null;
        }
        Item.Dispute result =
                new Item.Dispute(dispute.localized("source"), dispute.localized("regulators"), dispute.words("ids"));
        dispute.end();
        return result;
    }

    private static Item.Review review(Entry entry) {
        Entry review = entry.entryOrNull("review");
        if (review == null) {
            entry.error("review", "needs review", "Add review: {last: 2026-11-22, next: 2027-11-22}.");
            return new Item.Review(java.time.LocalDate.EPOCH, java.time.LocalDate.EPOCH);
        }
        Item.Review result = new Item.Review(review.date("last"), review.date("next"));
        review.end();
        return result;
    }
}
