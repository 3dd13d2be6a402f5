package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Topic;

/** Which claims each item and topic names, so that claim and item are sure to point at each other, and where a claim lives. */
final class LedgerIndex {

    private final Map<String, List<String>> claimsOf = new HashMap<>();
    private final Map<String, List<String>> membersOf = new HashMap<>();
    /** By claim the items that name it or rest a rule on it. */
    private final Map<String, Set<String>> naming = new HashMap<>();

    private LedgerIndex() {}

    static LedgerIndex of(KnowledgeBase knowledge) {
        return of(knowledge.items(), knowledge.topics());
    }

    static LedgerIndex of(List<Item> items, List<Topic> topics) {
        LedgerIndex index = new LedgerIndex();
        items.forEach(index::add);
        topics.forEach(topic -> index.claimsOf.put(topic.id(), topic.sources().claims()));
        return index;
    }

    private void add(Item item) {
        claimsOf.put(item.id(), item.sources().claims());
        membersOf.put(item.id(), item.members());
        Stream.concat(
                        Stream.of(item.sources()),
                        Stream.of(item.exclusions(), item.cautions())
                                .flatMap(List::stream)
                                .map(Item.Rule::sources))
                .flatMap(sources -> sources.claims().stream())
                .forEach(claim -> naming.computeIfAbsent(claim, none -> new LinkedHashSet<>())
                        .add(item.id()));
    }

    /**
     * Where a claim lives: its item and every item that names it or rests a rule on it, each with those that it stands for.
     * A limit of the claim is kept by all of them.
     */
    Set<String> hosts(String claim, String item) {
        Set<String> hosts = new LinkedHashSet<>();
        Stream.concat(Stream.of(item), naming.getOrDefault(claim, Set.of()).stream())
                .forEach(one -> {
                    hosts.add(one);
                    hosts.addAll(membersOf.getOrDefault(one, List.of()));
                });
        return hosts;
    }

    boolean knows(String item) {
        return claimsOf.containsKey(item);
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
