package org.lumbar.knowledge;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Standard;

/** An umbrella says nothing of its own about who gets what: its members do, and what it says must be what they say. */
final class UmbrellaChecks {

    /** What only a single treatment has. */
    private static final List<String> OF_MEMBERS = List.of(
            "needs-diagnosis",
            "physical",
            "classes",
            "atc",
            "indicated-when",
            "exclude",
            "caution",
            "interactions",
            "gates",
            "dose",
            "course",
            "movement",
            "refused");

    private final Map<Item, Entry> umbrellas = new LinkedHashMap<>();

    /** Remembers an umbrella until every item is read, and reports what it must not say. */
    void see(Entry entry, Item item) {
        if (!entry.has("members")) {
            return;
        }
        for (String key : OF_MEMBERS) {
            if (entry.has(key)) {
                entry.error(key, "an item with members has no " + key + " of its own", "Move it to the members.");
            }
        }
        if (item.availability() == Item.Availability.CLOSED) {
            entry.error("standard", "an item with members is never closed", "Close its members.");
        }
        if (item.umbrella()) {
            umbrellas.put(item, entry);
        } else {
            entry.error("members", "members is empty", "Name the items that it stands for, or leave the key out.");
        }
    }

    /** Reports an umbrella that promises more than the best of its members, or forgets one of its class. */
    void check(List<Item> items) {
        Map<String, Item> byId = new HashMap<>();
        items.forEach(item -> byId.put(item.id(), item));
        umbrellas.forEach((umbrella, entry) -> {
            for (Standard standard : Standard.values()) {
                checkOffer(umbrella, entry, standard, byId);
            }
            for (Item item : items) {
                if (item.classes().contains(umbrella.id())
                        && !umbrella.members().contains(item.id())) {
                    entry.error(
                            "members",
                            "members lack " + item.id() + ", which is of the class " + umbrella.id(),
                            "Add it to the members.");
                }
            }
        });
    }

    private static void checkOffer(Item umbrella, Entry entry, Standard standard, Map<String, Item> byId) {
        Offer best = null;
        for (String id : umbrella.members()) {
            Item member = byId.get(id);
            Offer offer = member == null ? null : member.offer().get(standard);
            if (offer != null && (best == null || offer.compareTo(best) < 0)) {
                best = offer;
            }
        }
        Offer own = umbrella.offer().get(standard);
        if (own != null && (best == null || own.compareTo(best) < 0)) {
            entry.error(
                    "offer",
                    "offers " + word(own) + " in " + standard.id() + ", but the best of its members is " + word(best),
                    "Write " + standard.id() + ": " + word(best) + ".");
        }
    }

    private static String word(@Nullable Offer offer) {
        return offer == null ? "none" : offer.name().toLowerCase(java.util.Locale.ROOT);
    }
}
