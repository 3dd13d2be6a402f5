package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Findings.CurrentMedicine;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.DrugClass;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.knowledge.Interaction.Side;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Substance;

/**
 * Finds interactions. Every side of every interaction has a number; an item or a medicine is the set of sides that it is
 * part of, so that a check is a few set look-ups.
 */
final class InteractionIndex {

    /**
     * What the patient's medicines meet.
     *
     * @param sides those of each medicine
     * @param all those of all medicines, and those that they form together
     * @param items places of the items that interact with one of them
     * @param withheld places of the items that may not be given with one of them
     */
    record Exposure(List<CurrentMedicine> medicines, List<BitSet> sides, BitSet all, BitSet items, BitSet withheld) {
        static final Exposure NONE = new Exposure(List.of(), List.of(), new BitSet(), new BitSet(), new BitSet());
    }

    private final List<Interaction> interactions;
    private final Map<String, List<Integer>> byAtc = new HashMap<>();
    /** The sides of the items and classes that a medicine with this ATC code or in this ATC group belongs to. */
    private final Map<String, List<Integer>> byProduct = new HashMap<>();

    private final Map<String, List<Integer>> byIngredient = new HashMap<>();
    private final Map<String, List<Integer>> byClass = new HashMap<>();
    private final Map<String, List<Integer>> byItem = new HashMap<>();
    private final Map<Integer, List<String>> allNeeded = new HashMap<>();
    private final BitSet[] sidesOfItem;
    private final Map<String, Substance> substances = new HashMap<>();
    /** For each item, the interactions that it takes part in: number × 2, plus 1 when it is on side b. */
    private final int[][] interactionsOfItem;
    /** For each item, the sides that it must not meet. */
    private final BitSet[] forbidden;
    /** For each side, the items that meet it, and among them those that must not. */
    private final BitSet[] met;

    private final BitSet[] forbidding;

    InteractionIndex(KnowledgeBase knowledge) {
        this.interactions = knowledge.interactions();
        for (Substance substance : knowledge.substances()) {
            substances.put(substance.id(), substance);
        }
        for (int i = 0; i < interactions.size(); i++) {
            register(interactions.get(i).a(), 2 * i);
            register(interactions.get(i).b(), 2 * i + 1);
        }
        List<Item> items = knowledge.items();
        registerProducts(items, knowledge.drugClasses());
        this.sidesOfItem = new BitSet[items.size()];
        this.interactionsOfItem = new int[items.size()][];
        this.forbidden = new BitSet[items.size()];
        this.met = new BitSet[2 * interactions.size()];
        this.forbidding = new BitSet[2 * interactions.size()];
        Arrays.setAll(met, side -> new BitSet());
        Arrays.setAll(forbidding, side -> new BitSet());
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            sidesOfItem[i] = sidesOf(item);
            interactionsOfItem[i] = sidesOfItem[i].stream().toArray();
            forbidden[i] = new BitSet();
            for (int own : interactionsOfItem[i]) {
                met[own ^ 1].set(i);
                if (interactions.get(own >>> 1).level().withholds()) {
                    forbidden[i].set(own ^ 1);
                    forbidding[own ^ 1].set(i);
                }
            }
        }
    }

    private void register(Side side, int number) {
        side.atc().forEach(code -> put(byAtc, code, number));
        side.ingredients().forEach(name -> put(byIngredient, name, number));
        side.classes().forEach(name -> put(byClass, name, number));
        side.items().forEach(id -> put(byItem, id, number));
        if (!side.atcAll().isEmpty()) {
            allNeeded.put(number, side.atcAll());
        }
    }

    private void registerProducts(List<Item> items, List<DrugClass> classes) {
        for (Item item : items) {
            for (String code : item.atc()) {
                put(byProduct, code, byItem.get(item.id()));
                item.classes().forEach(name -> put(byProduct, code, byClass.get(name)));
            }
        }
        for (DrugClass drugClass : classes) {
            drugClass.atc().forEach(code -> put(byProduct, code, byClass.get(drugClass.id())));
        }
    }

    private static void put(Map<String, List<Integer>> map, String key, @Nullable List<Integer> numbers) {
        if (numbers != null) {
            numbers.forEach(number -> put(map, key, number));
        }
    }

    private static void put(Map<String, List<Integer>> map, String key, int number) {
        map.computeIfAbsent(key, k -> new ArrayList<>(2)).add(number);
    }

    private BitSet sidesOf(Item item) {
        BitSet sides = new BitSet();
        add(sides, byItem.get(item.id()));
        item.classes().forEach(name -> add(sides, byClass.get(name)));
        item.atc().forEach(code -> addAtc(sides, code, byAtc));
        Dose dose = item.dose();
        if (dose != null) {
            for (Dose.Ingredient ingredient : dose.ingredients()) {
                add(sides, byIngredient.get(ingredient.substance()));
            }
        }
        return sides;
    }

    private static void addAtc(BitSet sides, String code, Map<String, List<Integer>> byPrefix) {
        for (int length = 1; length <= code.length(); length++) {
            add(sides, byPrefix.get(code.substring(0, length)));
        }
    }

    private static void add(BitSet sides, @Nullable List<Integer> numbers) {
        if (numbers != null) {
            numbers.forEach(sides::set);
        }
    }

    /** The sides that a patient's current medicines stand on. */
    Exposure exposure(List<CurrentMedicine> medicines) {
        if (medicines.isEmpty()) {
            return Exposure.NONE;
        }
        List<BitSet> each = new ArrayList<>(medicines.size());
        BitSet all = new BitSet();
        for (CurrentMedicine medicine : medicines) {
            BitSet sides = sidesOf(medicine);
            each.add(sides);
            all.or(sides);
        }
        allNeeded.forEach((number, prefixes) -> {
            if (prefixes.stream().allMatch(prefix -> taken(medicines, prefix))) {
                all.set(number);
                for (int i = 0; i < medicines.size(); i++) {
                    if (prefixes.stream().anyMatch(startOf(medicines.get(i)))) {
                        each.get(i).set(number);
                    }
                }
            }
        });
        return new Exposure(medicines, each, all, onOtherSide(met, all), onOtherSide(forbidding, all));
    }

    /** Two medicines that the patient takes and should not take together. */
    record Pair(Interaction interaction, CurrentMedicine first, CurrentMedicine second) {}

    /** The worst interaction of each two medicines that should not be taken together. */
    List<Pair> among(Exposure exposure) {
        List<Pair> pairs = new ArrayList<>();
        List<CurrentMedicine> medicines = exposure.medicines();
        for (int first = 0; first < medicines.size(); first++) {
            for (int second = first + 1; second < medicines.size(); second++) {
                Interaction worst =
                        worst(exposure.sides().get(first), exposure.sides().get(second));
                if (worst != null && !same(medicines.get(first), medicines.get(second))) {
                    pairs.add(new Pair(worst, medicines.get(first), medicines.get(second)));
                }
            }
        }
        return pairs;
    }

    /** True for one product that is recorded twice. */
    private static boolean same(CurrentMedicine one, CurrentMedicine other) {
        return one.atc().equals(other.atc()) && one.ingredients().equals(other.ingredients());
    }

    private @Nullable Interaction worst(BitSet sides, BitSet others) {
        return sides.stream()
                .filter(side -> others.get(side ^ 1))
                .mapToObj(side -> interactions.get(side >>> 1))
                .filter(interaction -> interaction.level().withholds())
                .min(Comparator.comparing(Interaction::level))
                .orElse(null);
    }

    private static BitSet onOtherSide(BitSet[] itemsBySide, BitSet sides) {
        BitSet items = new BitSet();
        for (int side = sides.nextSetBit(0); side >= 0; side = sides.nextSetBit(side + 1)) {
            items.or(itemsBySide[side]);
        }
        return items;
    }

    private static boolean taken(List<CurrentMedicine> medicines, String prefix) {
        return medicines.stream().anyMatch(medicine -> startOf(medicine).test(prefix));
    }

    private static java.util.function.Predicate<String> startOf(CurrentMedicine medicine) {
        return prefix -> medicine.atc().stream().anyMatch(code -> code.startsWith(prefix));
    }

    private BitSet sidesOf(CurrentMedicine medicine) {
        BitSet sides = new BitSet();
        for (String code : medicine.atc()) {
            addAtc(sides, code, byAtc);
            addAtc(sides, code, byProduct);
        }
        Set<String> ingredients = substancesOf(medicine);
        ingredients.forEach(name -> add(sides, byIngredient.get(name)));
        // An ATC code tells the route; without one, every class of the ingredient counts.
        if (medicine.atc().isEmpty()) {
            for (String ingredient : ingredients) {
                Substance substance = substances.get(ingredient);
                if (substance != null) {
                    substance.classes().forEach(name -> add(sides, byClass.get(name)));
                }
            }
        }
        return sides;
    }

    /** The ingredients of a medicine that are substances of the knowledge base, by substance id. */
    Set<String> substancesOf(CurrentMedicine medicine) {
        Set<String> found = new HashSet<>(2);
        for (String ingredient : medicine.ingredients()) {
            if (substances.containsKey(ingredient)) {
                found.add(ingredient);
            }
        }
        return found;
    }

    /** How many sides there are; their numbers are below it. */
    int sides() {
        return 2 * interactions.size();
    }

    /** The sides on which an item stands. */
    int[] sidesOf(int item) {
        return interactionsOfItem[item];
    }

    /** Whether the patient takes something that stands on the other side. */
    boolean meets(int side, Exposure exposure) {
        return exposure.all().get(side ^ 1);
    }

    /** What something on this side meets on the other one. */
    Meeting meeting(int side, Exposure exposure) {
        List<CurrentMedicine> met = new ArrayList<>(1);
        for (int m = 0; m < exposure.medicines().size(); m++) {
            if (exposure.sides().get(m).get(side ^ 1)) {
                met.add(exposure.medicines().get(m));
            }
        }
        return new Meeting(interactions.get(side >>> 1), met);
    }

    /** True when two items may not be given together. */
    boolean keepsApart(int item, int other) {
        return forbidden[item].intersects(sidesOfItem[other]);
    }

    /** The interactions between two items, in the order of the knowledge base. */
    List<Interaction> between(int item, int other) {
        List<Interaction> found = new ArrayList<>(1);
        for (int own : interactionsOfItem[item]) {
            if (sidesOfItem[other].get(own ^ 1)) {
                Interaction interaction = interactions.get(own >>> 1);
                if (!found.contains(interaction)) {
                    found.add(interaction);
                }
            }
        }
        return found;
    }
}
