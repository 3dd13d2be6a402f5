package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Choice;
import org.lumbar.core.knowledge.Compatibility.Relation;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Reason.Word;

/**
 * Makes the recommended items fit together: one of each group of alternatives, no pair that must not meet, no ingredient
 * above its ceiling. What gives way stays optional, and says for what.
 */
final class Consistency {

    /** Why an item gave way. */
    record GaveWay(int item, Reason reason) {}

    private record Group(Choice choice, int[] order) {}

    private final KnowledgeBase knowledge;
    private final List<CompiledItem> items;
    private final InteractionIndex interactions;
    private final Doses doses;
    private final Map<Standard, List<Group>> groups = new HashMap<>();

    Consistency(
            KnowledgeBase knowledge,
            List<CompiledItem> items,
            Map<String, CompiledItem> byId,
            InteractionIndex interactions,
            Doses doses) {
        this.knowledge = knowledge;
        this.items = items;
        this.interactions = interactions;
        this.doses = doses;
        for (Standard standard : Standard.values()) {
            List<Group> list = new ArrayList<>();
            for (Choice choice : knowledge.choices()) {
                int[] order = choice.order().getOrDefault(standard, List.of()).stream()
                        .mapToInt(id -> byId.get(id).index)
                        .toArray();
                list.add(new Group(choice, order));
            }
            groups.put(standard, list);
        }
    }

    /** Demotes in {@code status} what cannot stay recommended, and says why. */
    List<GaveWay> settle(Status[] status, Case patient) {
        List<GaveWay> gaveWay = new ArrayList<>();
        choose(status, patient, gaveWay);
        separate(status, gaveWay);
        capIngredients(status, patient, gaveWay);
        return gaveWay;
    }

    private void choose(Status[] status, Case patient, List<GaveWay> gaveWay) {
        for (Group group : groups.get(patient.standard())) {
            int taken = 0;
            int chosen = -1;
            Reason reason = null;
            for (int item : group.order()) {
                if (status[item] != Status.RECOMMENDED) {
                    continue;
                }
                if (taken < group.choice().atMost()) {
                    taken++;
                    chosen = item;
                } else {
                    status[item] = Status.OPTIONAL;
                    reason = reason == null ? chosen(group.choice(), items.get(chosen).item) : reason;
                    gaveWay.add(new GaveWay(item, reason));
                }
            }
        }
    }

    /** Why one of two items is enough, when they are alternatives of which only one belongs in a plan. */
    Optional<Reason> sameChoice(Item first, Item second, Standard standard) {
        return knowledge.choices().stream()
                .filter(choice -> choice.atMost() == 1)
                .filter(choice -> {
                    List<String> order = choice.order().getOrDefault(standard, List.of());
                    return order.contains(first.id()) && order.contains(second.id());
                })
                .findFirst()
                .map(choice -> chosen(choice, first));
    }

    /** Why two procedures must not go in one course. */
    Optional<Reason> sameCourse(Item first, Item second) {
        return knowledge.compatibilities().stream()
                .filter(pair -> pair.relation() == Relation.NEVER_SAME_COURSE && pair.between(first, second))
                .findFirst()
                .map(pair -> new Reason(
                        pair.id(),
                        Reason.SAME_COURSE,
                        List.of(Word.of("item", first.name())),
                        pair.why(),
                        List.of(),
                        null,
                        pair.sources()));
    }

    private static Reason chosen(Choice choice, Item instead) {
        return new Reason(
                "choice/" + choice.id(),
                Reason.CHOICE,
                List.of(Word.of("chosen", instead.name())),
                choice.why(),
                List.of(),
                null,
                choice.sources());
    }

    private void separate(Status[] status, List<GaveWay> gaveWay) {
        int[] recommended = new int[status.length];
        int kept = 0;
        for (int i = 0; i < status.length; i++) {
            if (status[i] == Status.RECOMMENDED) {
                int before = apartFrom(i, recommended, kept);
                if (before < 0) {
                    recommended[kept++] = i;
                } else {
                    status[i] = Status.OPTIONAL;
                    gaveWay.add(new GaveWay(i, meeting(worstBetween(before, i), items.get(before).item)));
                }
            }
        }
    }

    /** The first of the items kept so far that this one must not meet; -1 when there is none. */
    private int apartFrom(int item, int[] recommended, int kept) {
        for (int i = 0; i < kept; i++) {
            if (interactions.keepsApart(recommended[i], item)) {
                return recommended[i];
            }
        }
        return -1;
    }

    private Interaction worstBetween(int item, int other) {
        return Collections.min(interactions.between(item, other), Comparator.comparing(Interaction::level));
    }

    Reason meeting(Interaction interaction, Item other) {
        return new Reason(
                interaction.id(),
                Reason.INTERACTION_PLAN,
                List.of(
                        Word.of(
                                "level",
                                knowledge.text(
                                        "interaction." + interaction.level().id())),
                        Word.of("item", other.name())),
                interaction.effect(),
                List.of(),
                interaction.mitigation(),
                interaction.sources());
    }

    /** Walks the recommended items in order and sums each ingredient; the item that would exceed a ceiling gives way. */
    private void capIngredients(Status[] status, Case patient, List<GaveWay> gaveWay) {
        Map<String, Double> sums = new HashMap<>();
        for (int i = 0; i < status.length; i++) {
            if (status[i] != Status.RECOMMENDED) {
                continue;
            }
            CompiledItem compiled = items.get(i);
            DoseAdvice advice = doses.advise(compiled, patient);
            if (advice == null) {
                continue;
            }
            DoseAdvice.IngredientDose over = firstOver(advice, sums, patient);
            if (over != null) {
                status[i] = Status.OPTIONAL;
                gaveWay.add(new GaveWay(i, tooMuch(compiled.item, over)));
            } else {
                for (DoseAdvice.IngredientDose ingredient : advice.ingredients()) {
                    Double most = ingredient.perDayMaxMg();
                    sums.merge(ingredient.substance().id(), most == null ? 0.0 : most, Double::sum);
                }
            }
        }
    }

    private DoseAdvice.@Nullable IngredientDose firstOver(DoseAdvice advice, Map<String, Double> sums, Case patient) {
        for (DoseAdvice.IngredientDose ingredient : advice.ingredients()) {
            String id = ingredient.substance().id();
            Double before = sums.get(id);
            Double ceiling = doses.ceiling(id, patient);
            Double more = ingredient.perDayMaxMg();
            if (before != null && (ceiling == null || more == null || before + more > ceiling)) {
                return ingredient;
            }
        }
        return null;
    }

    static Reason tooMuch(Item item, DoseAdvice.IngredientDose over) {
        return new Reason(
                item.id() + "/ceiling/" + over.substance().id(),
                Reason.CEILING,
                List.of(Word.of("substance", over.substance().name())),
                null,
                List.of(),
                null,
                Sources.NONE);
    }
}
