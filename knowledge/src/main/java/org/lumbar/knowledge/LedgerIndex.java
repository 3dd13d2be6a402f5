package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Topic;

/** Which claims each item and topic names, so that claim and item are sure to point at each other. */
final class LedgerIndex {

    private final Map<String, List<String>> claimsOf = new HashMap<>();

    private LedgerIndex() {}

    static LedgerIndex of(List<Item> items, List<Topic> topics) {
        LedgerIndex index = new LedgerIndex();
        items.forEach(item -> index.claimsOf.put(item.id(), item.sources().claims()));
        topics.forEach(topic -> index.claimsOf.put(topic.id(), topic.sources().claims()));
        return index;
    }

    /** Reports a claim that belongs to nothing, or to something in a file that does not know of it. */
    void check(Entry entry, Claim claim, String file) {
        List<String> named = claimsOf.get(claim.item());
        if (named == null) {
            entry.consequence(
                    file,
                    "item",
                    "no item or topic has the id " + claim.item(),
                    Spelling.advice(
                            claim.item(), new ArrayList<>(claimsOf.keySet()), "Define it first, or correct the id."));
        } else if (!named.contains(claim.id())) {
            entry.consequence(
                    file, "item", claim.item() + " does not name this claim", "Add " + claim.id() + " to its claims.");
        }
    }
}
