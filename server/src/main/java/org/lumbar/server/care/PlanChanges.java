package org.lumbar.server.care;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lumbar.chart.Json;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.Status;
import org.lumbar.documents.PlanView;
import org.lumbar.server.page.Messages;

/**
 * What differs between two versions of a plan, and which facts about the patient changed between them.
 *
 * @param added items that are new
 * @param removed items that are no longer there
 * @param changed items that are given in another way
 * @param statuses items whose status changed, of those in either version
 * @param facts what is known otherwise now
 * @param knowledge true when another version of the content was used
 */
public record PlanChanges(
        List<Change> added,
        List<Change> removed,
        List<Change> changed,
        List<Change> statuses,
        List<Change> facts,
        boolean knowledge) {

    public PlanChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        statuses = List.copyOf(statuses);
        facts = List.copyOf(facts);
    }

    /** Something with what it was and what it is now; either may be empty. */
    public record Change(String name, String before, String after) {}

    public boolean none() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && statuses.isEmpty() && facts.isEmpty();
    }

    /**
     * One version.
     *
     * @param items how each item is given, by id, in the order of the plan
     */
    private record State(
            Map<String, String> items, Map<String, Object> statuses, Map<String, Object> facts, String knowledge) {

        static State of(PatientChart.SignedPlan signed) {
            Map<String, String> items = new LinkedHashMap<>();
            for (Map<String, Object> item : Json.maps(signed.content(), "items")) {
                items.put(Json.text(item, "id"), Json.text(item, "how"));
            }
            return new State(
                    items,
                    Objects.requireNonNullElse(Json.map(signed.content(), "statuses"), Map.of()),
                    Objects.requireNonNullElse(Json.map(signed.content(), "facts"), Map.of()),
                    Json.text(signed.content(), "knowledgeSha256"));
        }

        static State of(PlanPage page, KnowledgeBase knowledge) {
            Map<String, String> items = new LinkedHashMap<>();
            page.draft().items().forEach(item -> items.put(item, page.how(item)));
            return new State(
                    items,
                    PlanFacts.statuses(page.draft().plan()),
                    PlanFacts.of(page.draft().plan(), knowledge),
                    knowledge.sha256());
        }
    }

    /** Between two signed versions. */
    static PlanChanges between(
            PatientChart.SignedPlan before, PatientChart.SignedPlan after, PlanView view, Messages messages) {
        return new Comparison(view, messages).of(State.of(before), State.of(after));
    }

    /** Between a signed version and the draft, whose orders are in the language of the page. */
    static PlanChanges since(PatientChart.SignedPlan before, PlanPage draft, KnowledgeBase knowledge) {
        return new Comparison(draft.view(), draft.messages()).of(State.of(before), State.of(draft, knowledge));
    }

    private record Comparison(PlanView view, Messages messages) {

        PlanChanges of(State before, State after) {
            List<Change> added = new ArrayList<>();
            List<Change> removed = new ArrayList<>();
            List<Change> changed = new ArrayList<>();
            after.items().forEach((item, how) -> {
                String was = before.items().get(item);
                if (was == null) {
                    added.add(new Change(view.name(item), "", how));
                } else if (!was.equals(how)) {
                    changed.add(new Change(view.name(item), was, how));
                }
            });
            before.items().forEach((item, how) -> {
                if (!after.items().containsKey(item)) {
                    removed.add(new Change(view.name(item), how, ""));
                }
            });
            return new PlanChanges(
                    added,
                    removed,
                    changed,
                    statuses(before, after),
                    facts(before, after),
                    !before.knowledge().equals(after.knowledge()));
        }

        private List<Change> statuses(State before, State after) {
            Set<String> items = new TreeSet<>(before.items().keySet());
            items.addAll(after.items().keySet());
            return items.stream()
                    .filter(item -> before.statuses().containsKey(item)
                            && !before.statuses()
                                    .get(item)
                                    .equals(after.statuses().get(item)))
                    .map(item -> new Change(
                            view.name(item),
                            status(before.statuses().get(item)),
                            status(after.statuses().get(item))))
                    .toList();
        }

        private String status(@org.jspecify.annotations.Nullable Object id) {
            for (Status status : Status.values()) {
                if (status.id().equals(id)) {
                    return view.statusWord(status);
                }
            }
            return "";
        }

        private List<Change> facts(State before, State after) {
            if (before.facts().isEmpty()) {
                return List.of();
            }
            Map<String, Change> changes = new TreeMap<>();
            Set<String> ids = new TreeSet<>(before.facts().keySet());
            ids.addAll(after.facts().keySet());
            for (String id : ids) {
                Object was = before.facts().get(id);
                Object is = after.facts().get(id);
                if (!Objects.equals(was, is)) {
                    changes.put(view.name(id), new Change(view.name(id), fact(was), fact(is)));
                }
            }
            return List.copyOf(changes.values());
        }

        private String fact(@org.jspecify.annotations.Nullable Object value) {
            if (value instanceof Boolean present) {
                return messages.say(present ? "answer.yes" : "answer.no");
            }
            return value == null ? messages.say("answer.unknown") : value.toString();
        }
    }
}
