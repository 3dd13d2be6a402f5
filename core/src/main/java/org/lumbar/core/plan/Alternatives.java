package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lumbar.core.knowledge.Choice;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Standard;

/**
 * What can be given instead of an item: another of the same choice, of the same class or group, or of the same ladder.
 * Immutable.
 */
public final class Alternatives {

    private final KnowledgeBase knowledge;
    private final Map<String, Item> items = new HashMap<>();
    /** Members of each umbrella, by member. */
    private final Map<String, Set<String>> siblings = new HashMap<>();

    public Alternatives(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
        for (Item item : knowledge.items()) {
            items.put(item.id(), item);
            for (String member : item.members()) {
                siblings.computeIfAbsent(member, m -> new HashSet<>()).addAll(item.members());
            }
        }
    }

    /** Offered items that can take the place of one, the closest and best first. */
    public List<String> of(String id, TreatmentPlan plan) {
        Item item = items.get(id);
        if (item == null || item.movement() != null) {
            return List.of();
        }
        Map<String, Integer> near = near(item, plan.request().standard());
        near.remove(id);
        List<Recommendation> offered = new ArrayList<>(plan.treatments().stream()
                .filter(one ->
                        one.status().offered() && near.containsKey(one.item().id()))
                .toList());
        offered.sort(Comparator.comparing((Recommendation one) -> (one.item().dose() == null) != (item.dose() == null))
                .thenComparing(Recommendation::status)
                .thenComparing(one -> near.get(one.item().id())));
        return offered.stream().map(one -> one.item().id()).toList();
    }

    /** How far away each item is that could take the place of one. */
    private Map<String, Integer> near(Item item, Standard standard) {
        Map<String, Integer> near = new LinkedHashMap<>();
        for (Choice choice : knowledge.choices()) {
            List<String> order = choice.order().getOrDefault(standard, List.of());
            if (order.contains(item.id())) {
                order.forEach(other -> near.putIfAbsent(other, near.size()));
            }
        }
        siblings.getOrDefault(item.id(), Set.of()).stream()
                .sorted()
                .forEach(other -> near.putIfAbsent(other, near.size()));
        for (Item other : knowledge.items()) {
            if (other.classes().stream().anyMatch(item.classes()::contains)) {
                near.putIfAbsent(other.id(), near.size());
            }
        }
        for (Choice.Ladder ladder : knowledge.ladders()) {
            if (ladder.standard() == standard
                    && ladder.steps().stream().anyMatch(step -> step.items().contains(item.id()))) {
                ladder.steps().forEach(step -> step.items().forEach(other -> near.putIfAbsent(other, near.size())));
            }
        }
        return near;
    }
}
