package org.lumbar.core.plan;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Item;

/** Finds the items that a patient must not have for what they consist of. Sets of items are by their place in the knowledge base. */
final class Contents {

    private final List<Item> items;
    private final InteractionIndex interactions;
    private final Map<String, BitSet> itemsOfSubstance = new HashMap<>();

    Contents(List<Item> items, InteractionIndex interactions) {
        this.items = items;
        this.interactions = interactions;
        for (int i = 0; i < items.size(); i++) {
            Dose dose = items.get(i).dose();
            if (dose != null) {
                for (Dose.Ingredient ingredient : dose.ingredients()) {
                    itemsOfSubstance
                            .computeIfAbsent(ingredient.substance(), id -> new BitSet())
                            .set(i);
                }
            }
        }
    }

    /** The items that hold what the patient is allergic to. */
    BitSet allergic(Findings findings) {
        BitSet all = new BitSet(items.size());
        for (Findings.Allergen allergen : findings.allergens()) {
            addItemsOf(allergen.ingredients(), all);
            for (int i = 0; i < items.size(); i++) {
                if (holdsOne(items.get(i).atc(), allergen.atc())) {
                    all.set(i);
                }
            }
        }
        return all;
    }

    /** Whether one of the codes lies within one of the groups. */
    private static boolean holdsOne(List<String> codes, List<String> groups) {
        for (String code : codes) {
            for (String group : groups) {
                if (code.startsWith(group)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The items an ingredient of which the patient already takes. */
    BitSet duplicated(Findings findings) {
        BitSet all = new BitSet(items.size());
        for (Findings.CurrentMedicine medicine : findings.medicines()) {
            addItemsOf(interactions.substancesOf(medicine), all);
        }
        return all;
    }

    private void addItemsOf(Iterable<String> substances, BitSet into) {
        for (String substance : substances) {
            BitSet found = itemsOfSubstance.get(substance);
            if (found != null) {
                into.or(found);
            }
        }
    }
}
