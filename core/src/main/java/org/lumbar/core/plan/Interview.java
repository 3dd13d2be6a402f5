package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.FindingDefinition.AskedOf;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.text.LocalizedText;

/**
 * Asks only what can change the plan: emergencies first, then by the number of undecided items that an answer decides.
 */
final class Interview {

    private record Askable(LocalizedText text, AskedOf askedOf, int rank) {}

    private final Map<String, Askable> askable = new HashMap<>();
    private final Set<String> movements;

    Interview(KnowledgeBase knowledge) {
        movements = knowledge.items().stream()
                .filter(item -> item.movement() != null)
                .map(Item::id)
                .collect(Collectors.toSet());
        int rank = 0;
        for (FindingDefinition finding : knowledge.findings()) {
            if (finding.question() != null) {
                askable.put(finding.id(), new Askable(finding.question(), finding.askedOf(), rank++));
            }
        }
        for (Measure measure : knowledge.measures()) {
            if (measure.question() != null) {
                askable.put(measure.id(), new Askable(measure.question(), measure.askedOf(), rank++));
            }
        }
    }

    /**
     * @param missing what each undecided item waits for
     * @param stoppable items that are offered or undecided: an emergency would stop them all
     */
    List<Question> questions(Map<String, List<String>> missing, List<String> stoppable, List<RedFlag> unanswered) {
        Map<String, List<String>> decides = new LinkedHashMap<>();
        Map<String, Urgency> urgency = new HashMap<>();
        for (RedFlag flag : unanswered) {
            if (flag.urgency().emergency() && !stoppable.isEmpty()) {
                decides.put(flag.id(), stoppable);
                urgency.put(flag.id(), flag.urgency());
            }
        }
        missing.forEach((item, findings) -> {
            for (String finding : findings) {
                if (!urgency.containsKey(finding)) {
                    decides.computeIfAbsent(finding, id -> new ArrayList<>()).add(item);
                }
            }
        });
        List<Question> questions = new ArrayList<>(decides.size());
        decides.forEach((id, items) -> {
            Askable question = askable.get(id);
            if (question != null) {
                questions.add(new Question(id, question.text(), question.askedOf(), items));
            }
        });
        questions.sort(Comparator.comparing((Question q) -> urgency.getOrDefault(q.finding(), Urgency.NONE))
                .thenComparingInt(q -> -weight(q.decides()))
                .thenComparingInt(q -> askable.get(q.finding()).rank()));
        return questions;
    }

    /** How much an answer decides. Single exercises are many but one treatment, so together they count as one item. */
    private int weight(List<String> decides) {
        long others = decides.stream().filter(item -> !movements.contains(item)).count();
        return (int) others + (others < decides.size() ? 1 : 0);
    }
}
