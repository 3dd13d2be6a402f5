package org.lumbar.core;

import static org.lumbar.core.CoreFixtures.source;
import static org.lumbar.core.CoreFixtures.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Item.Availability;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.knowledge.Substance.Ceiling;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.LocalizedText;

/** An item in the making: recommended to everybody in both standards, unless said otherwise. */
public final class ItemFixture {

    private final String id;
    private String category = "remedy";
    private Availability availability = Availability.BOTH;
    private Map<Standard, Offer> offer =
            Map.of(Standard.COMPREHENSIVE, Offer.RECOMMENDED, Standard.GUIDELINE, Offer.RECOMMENDED);
    private boolean needsDiagnosis;
    private boolean physical;
    private List<String> classes = List.of();
    private List<String> atc = List.of();
    private Expression indicated = Expression.ALWAYS;
    private final List<Item.Rule> exclusions = new ArrayList<>();
    private final List<Item.Rule> cautions = new ArrayList<>();
    private List<String> gates = List.of();
    private final List<Dose.Ingredient> ingredients = new ArrayList<>();
    private Dose.@Nullable Range times;
    private @Nullable Integer daysMax;
    private @Nullable Course course;
    private final List<Ceiling> ceilings = new ArrayList<>();
    private final List<Dose.Adjustment> adjustments = new ArrayList<>();
    private @Nullable LocalizedText refused;
    private List<String> members = List.of();

    private ItemFixture(String id) {
        this.id = id;
    }

    public static ItemFixture item(String id) {
        return new ItemFixture(id);
    }

    public ItemFixture category(String name) {
        category = name;
        return this;
    }

    public ItemFixture closed() {
        availability = Availability.CLOSED;
        refused = text(id + " is refused");
        return this;
    }

    public ItemFixture offered(Offer inBoth) {
        return offered(inBoth, inBoth);
    }

    public ItemFixture offered(@Nullable Offer comprehensive, @Nullable Offer guideline) {
        Map<Standard, Offer> offers = new java.util.EnumMap<>(Standard.class);
        if (comprehensive != null) {
            offers.put(Standard.COMPREHENSIVE, comprehensive);
        }
        if (guideline != null) {
            offers.put(Standard.GUIDELINE, guideline);
        }
        offer = offers;
        return this;
    }

    /** Makes it stand for others. */
    public ItemFixture members(String... ids) {
        members = List.of(ids);
        return this;
    }

    public ItemFixture needsDiagnosis() {
        needsDiagnosis = true;
        return this;
    }

    public ItemFixture physical() {
        physical = true;
        return this;
    }

    public ItemFixture ofClasses(String... ids) {
        classes = List.of(ids);
        return this;
    }

    public ItemFixture atc(String... codes) {
        atc = List.of(codes);
        return this;
    }

    public ItemFixture indicated(Expression when) {
        indicated = when;
        return this;
    }

    /** Rules are numbered in the order in which they are given, from 1. */
    public ItemFixture excluded(Expression when) {
        String rule = id + "/exclude/" + (exclusions.size() + 1);
        exclusions.add(new Item.Rule(rule, when, text("why " + rule), source(rule)));
        return this;
    }

    public ItemFixture caution(Expression when) {
        String rule = id + "/caution/" + (cautions.size() + 1);
        cautions.add(new Item.Rule(rule, when, text("why " + rule), source(rule)));
        return this;
    }

    public ItemFixture gates(String... ids) {
        gates = List.of(ids);
        return this;
    }

    public ItemFixture contains(String substance) {
        ingredients.add(new Dose.Ingredient(substance, null));
        return this;
    }

    public ItemFixture contains(String substance, double leastMg, double mostMg) {
        ingredients.add(new Dose.Ingredient(substance, new Dose.Range(leastMg, mostMg)));
        return this;
    }

    public ItemFixture timesPerDay(double least, double most) {
        times = new Dose.Range(least, most);
        return this;
    }

    public ItemFixture ceiling(Ceiling one) {
        ceilings.add(one);
        return this;
    }

    public ItemFixture adjusted(Expression when, String words) {
        return adjusted(when, words, null);
    }

    public ItemFixture adjusted(Expression when, String words, Dose.@Nullable Change give) {
        adjustments.add(new Dose.Adjustment(when, text(words), give));
        return this;
    }

    public ItemFixture daysMax(int days) {
        daysMax = days;
        return this;
    }

    public ItemFixture course(Course some) {
        course = some;
        return this;
    }

    public Item build() {
        Dose dose = ingredients.isEmpty() && daysMax == null
                ? null
                : new Dose("mouth", null, ingredients, times, null, daysMax, null, null, null, ceilings, adjustments);
        return new Item(
                id,
                category,
                text(id),
                text(id + " about"),
                availability,
                offer,
                needsDiagnosis,
                physical,
                classes,
                atc,
                indicated,
                exclusions,
                cautions,
                gates,
                dose,
                course,
                null,
                List.of(),
                List.of(),
                List.of(),
                new Item.Evidence("low", text(id + " evidence"), Map.of()),
                null,
                List.of(),
                refused,
                members,
                source(id),
                new Item.Review(CoreFixtures.TODAY, CoreFixtures.TODAY));
    }
}
