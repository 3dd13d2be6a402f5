package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.lumbar.core.knowledge.Item.Availability;
import org.lumbar.core.plan.Reason.Word;

/**
 * Umbrellas are items that stand for others, as "anti-inflammatory painkillers" stands for each of them. An umbrella has no rules
 * of its own: once the plan is consistent it takes the best status of its members, and it is never ordered itself.
 */
final class Umbrellas {

    /** So many ways to a better status are named at most. */
    private static final int WAYS = 4;

    /**
     * @param closedBy what withholds every member, whatever else is so
     */
    private record Umbrella(CompiledItem item, int[] members, ClosedBy closedBy) {}

    private final List<CompiledItem> items;
    private final Umbrella[] umbrellas;

    /** Called once all items are frozen. */
    Umbrellas(List<CompiledItem> items, Map<String, CompiledItem> byId) {
        this.items = items;
        this.umbrellas = items.stream()
                .filter(compiled -> compiled.item.umbrella())
                .map(compiled -> {
                    int[] members = compiled.item.members().stream()
                            .mapToInt(id -> byId.get(id).index)
                            .toArray();
                    return new Umbrella(compiled, members, closedBy(members));
                })
                .toArray(Umbrella[]::new);
    }

    private ClosedBy closedBy(int[] members) {
        List<CompiledItem> open = IntStream.of(members)
                .mapToObj(items::get)
                .filter(member -> member.item.availability() != Availability.CLOSED)
                .toList();
        if (open.isEmpty()) {
            return ClosedBy.NOTHING;
        }
        List<List<String>> common = new ArrayList<>(open.get(0).closedBy().all());
        open.forEach(member -> common.retainAll(member.closedBy().all()));
        return new ClosedBy(common);
    }

    /** Gives each umbrella the best status of its members; theirs must be final. */
    void derive(Status[] status) {
        for (Umbrella umbrella : umbrellas) {
            Status best = Status.REFUSED;
            for (int member : umbrella.members()) {
                best = status[member].compareTo(best) < 0 ? status[member] : best;
            }
            status[umbrella.item().index] = best;
        }
    }

    /**
     * Explains an umbrella from what is said of the members that decided.
     *
     * @param explained the recommendation of a member, by its index
     */
    Recommendation explain(
            CompiledItem compiled, Status[] status, IntFunction<Recommendation> explained, Explanation explanation) {
        Umbrella umbrella = umbrella(compiled);
        Status own = status[compiled.index];
        int[] deciding = IntStream.of(umbrella.members())
                .filter(member -> status[member] == own)
                .toArray();
        Set<String> missing = new LinkedHashSet<>();
        Set<String> findings = new LinkedHashSet<>();
        for (int member : deciding) {
            Recommendation one = explained.apply(member);
            missing.addAll(one.missing());
            one.reasons().forEach(reason -> findings.addAll(reason.findings()));
        }
        Reason reason = new Reason(
                compiled.item.id() + "/members",
                Reason.MEMBERS,
                List.of(new Word(
                        "members",
                        IntStream.of(deciding)
                                .mapToObj(member -> items.get(member).item.name())
                                .toList())),
                null,
                List.copyOf(findings),
                null,
                compiled.item.sources());
        List<List<String>> changes =
                own.offered() ? umbrella.closedBy().of(explanation.patient()) : better(deciding, own, explanation);
        return new Recommendation(compiled.item, own, List.of(reason), List.copyOf(missing), List.of(), changes, null);
    }

    private Umbrella umbrella(CompiledItem compiled) {
        for (Umbrella umbrella : umbrellas) {
            if (umbrella.item() == compiled) {
                return umbrella;
            }
        }
        throw new IllegalArgumentException(compiled.item.id() + " is no umbrella");
    }

    /** What would give one of the members, and with it the umbrella, a better status. */
    private List<List<String>> better(int[] deciding, Status own, Explanation explanation) {
        Set<List<String>> ways = new LinkedHashSet<>();
        for (int member : deciding) {
            ways.addAll(explanation.counterfactuals().better(items.get(member), own));
            if (ways.size() >= WAYS) {
                break;
            }
        }
        return ways.stream().limit(WAYS).toList();
    }
}
