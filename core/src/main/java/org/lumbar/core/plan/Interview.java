package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.FindingDefinition.AskedOf;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.LocalizedText;

/**
 * Asks only what can change the plan: emergencies first, then by the number of undecided items that an answer decides.
 */
final class Interview {

    private record Askable(LocalizedText text, AskedOf askedOf, int rank) {}

    /** An item that waits for these findings and measures. */
    record Undecided(Item item, List<String> missing) {}

    /** What an answer would decide. */
    private static final class Stake {
        private final List<String> items = new ArrayList<>();
        private int others;
        private boolean movements;

        void add(Item item) {
            items.add(item.id());
            if (item.movement() == null) {
                others++;
            } else {
                movements = true;
            }
        }

        /** Single exercises are many but one treatment, so together they count as one item. */
        int weight() {
            return others + (movements ? 1 : 0);
        }
    }

    private record Ranked(Question question, Urgency urgency, int weight, int rank) {}

    private static final Comparator<Ranked> MOST_FIRST = Comparator.comparing(Ranked::urgency)
            .thenComparing(Comparator.comparingInt(Ranked::weight).reversed())
            .thenComparingInt(Ranked::rank);

    private final Map<String, Askable> askable = new HashMap<>();
    /** What is asked before a finding, as a "no" to it answers both. */
    private final Map<String, String> premises = new HashMap<>();

    Interview(KnowledgeBase knowledge) {
        int rank = 0;
        for (FindingDefinition finding : knowledge.findings()) {
            if (finding.question() != null) {
                askable.put(finding.id(), new Askable(finding.question(), finding.askedOf(), rank++));
            }
            if (finding.absentWhen() instanceof Expression.Not not
                    && not.operand() instanceof Expression.Finding premise) {
                premises.put(finding.id(), premise.id());
            }
        }
        for (Measure measure : knowledge.measures()) {
            if (measure.question() != null) {
                askable.put(measure.id(), new Askable(measure.question(), measure.askedOf(), rank++));
            }
        }
    }

    /**
     * @param stoppable items that are offered or undecided: an emergency would stop them all
     */
    List<Question> questions(List<Undecided> undecided, List<Item> stoppable, List<RedFlag> unanswered) {
        List<Ranked> ranked = new ArrayList<>();
        Set<String> open = new HashSet<>();
        undecided.forEach(each -> open.addAll(each.missing()));
        Set<String> emergencies = new HashSet<>();
        if (!stoppable.isEmpty()) {
            Stake all = new Stake();
            stoppable.forEach(all::add);
            List<String> items = List.copyOf(all.items);
            for (RedFlag flag : unanswered) {
                if (flag.urgency().emergency()) {
                    emergencies.add(flag.id());
                    String premise = premises.get(flag.id());
                    if (premise != null && open.contains(premise) && emergencies.add(premise)) {
                        rank(premise, items, flag.urgency(), all.weight() + 1, ranked);
                    }
                    rank(flag.id(), items, flag.urgency(), all.weight(), ranked);
                }
            }
        }
        Map<String, Stake> stakes = new LinkedHashMap<>();
        for (Undecided each : undecided) {
            for (String finding : each.missing()) {
                stakes.computeIfAbsent(finding, id -> new Stake()).add(each.item());
            }
        }
        stakes.keySet().removeAll(emergencies);
        stakes.forEach((id, stake) -> rank(id, stake.items, Urgency.NONE, stake.weight(), ranked));
        ranked.sort(MOST_FIRST);
        return ranked.stream().map(Ranked::question).toList();
    }

    /** Adds what to ask, if anybody can be asked. */
    private void rank(String id, List<String> items, Urgency urgency, int weight, List<Ranked> ranked) {
        Askable asked = askable.get(id);
        if (asked != null) {
            ranked.add(
                    new Ranked(new Question(id, asked.text(), asked.askedOf(), items), urgency, weight, asked.rank()));
        }
    }
}
