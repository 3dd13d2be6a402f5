package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Reason.Word;
import org.lumbar.core.text.LocalizedText;

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
                .filter(compiled -> compiled.umbrella)
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
                .filter(member -> !member.closed)
                .toList();
        if (open.isEmpty()) {
            return ClosedBy.NOTHING;
        }
        List<List<String>> common = new ArrayList<>(open.get(0).closedBy().all());
        open.forEach(member -> common.retainAll(member.closedBy().all()));
        return new ClosedBy(common);
    }

    /** Gives each umbrella the best status of its members, no better than it offers itself; theirs must be final. */
    void derive(Status[] status, Standard standard) {
        for (Umbrella umbrella : umbrellas) {
            Status best = best(umbrella, status);
            Status most = most(umbrella.item().offer(standard));
            boolean capped = most == Status.NOT_INDICATED ? best.compareTo(Status.WITHHELD) < 0 : best.offered();
            status[umbrella.item().index] = capped && most.compareTo(best) > 0 ? most : best;
        }
    }

    private static Status best(Umbrella umbrella, Status[] status) {
        Status best = Status.REFUSED;
        for (int member : umbrella.members()) {
            best = status[member].compareTo(best) < 0 ? status[member] : best;
        }
        return best;
    }

    private static Status most(Item.@Nullable Offer offer) {
        if (offer == null) {
            return Status.NOT_INDICATED;
        }
        return switch (offer) {
            case RECOMMENDED -> Status.RECOMMENDED;
            case OPTIONAL -> Status.OPTIONAL;
            case DISCRETION -> Status.DISCRETION;
        };
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
        Status best = best(umbrella, status);
        int[] deciding = deciding(umbrella, status, best);
        Gathered missing = new Gathered();
        Gathered findings = new Gathered();
        LocalizedText[] names = new LocalizedText[deciding.length];
        for (int i = 0; i < deciding.length; i++) {
            Recommendation one = explained.apply(deciding[i]);
            if (own == Status.NEEDS_INFORMATION) {
                missing.add(one.missing());
            }
            for (int j = 0; j < one.reasons().size(); j++) {
                findings.add(one.reasons().get(j).findings());
            }
            names[i] = one.item().name();
        }
        Reason reason = new Reason(
                compiled.item.id() + "/members",
                Reason.MEMBERS,
                List.of(new Word("members", List.of(names))),
                null,
                findings.all,
                null,
                compiled.item.sources());
        List<List<String>> changes = own.offered()
                ? umbrella.closedBy().of(explanation.patient())
                : better(umbrella, deciding, best, explanation);
        return new Recommendation(compiled.item, own, List.of(reason), missing.all, List.of(), changes, null);
    }

    /** The members that have the best status. */
    private static int[] deciding(Umbrella umbrella, Status[] status, Status best) {
        int[] deciding = new int[umbrella.members().length];
        int count = 0;
        for (int member : umbrella.members()) {
            if (status[member] == best) {
                deciding[count++] = member;
            }
        }
        return Arrays.copyOf(deciding, count);
    }

    /** Texts of several lists, each once; members share most of their lists. */
    private static final class Gathered {
        final List<String> all = new ArrayList<>();
        private List<String> last = List.of();

        @SuppressWarnings("ReferenceEquality") // only saves time
        void add(List<String> some) {
            if (some != last) {
                for (int i = 0; i < some.size(); i++) {
                    if (!all.contains(some.get(i))) {
                        all.add(some.get(i));
                    }
                }
                last = some;
            }
        }
    }

    /** An item, and when it is an umbrella, its members. */
    List<CompiledItem> with(CompiledItem compiled) {
        List<CompiledItem> all = new ArrayList<>(List.of(compiled));
        if (compiled.umbrella) {
            IntStream.of(umbrella(compiled).members()).mapToObj(items::get).forEach(all::add);
        }
        return all;
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
    private List<List<String>> better(Umbrella umbrella, int[] deciding, Status best, Explanation explanation) {
        Standard standard = explanation.patient().standard();
        List<List<String>> ways = new ArrayList<>();
        for (int member : deciding) {
            for (List<String> way : explanation.counterfactuals().better(items.get(member), best)) {
                if (!ways.contains(way) && offers(umbrella.item(), way, standard)) {
                    ways.add(way);
                }
            }
            if (ways.size() >= WAYS) {
                return ways.subList(0, WAYS);
            }
        }
        return ways;
    }

    /** Whether the umbrella offers anything in the standard that holds after the changes. */
    private static boolean offers(CompiledItem umbrella, List<String> way, Standard now) {
        Standard then = way.contains(Counterfactuals.change(now.other())) ? now.other() : now;
        return umbrella.offer(then) != null;
    }
}
