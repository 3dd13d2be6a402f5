package org.lumbar.server.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lumbar.chart.Json;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.plan.Status;
import org.lumbar.documents.PlanView;
import org.lumbar.server.page.Messages;
import org.lumbar.server.patient.Clinic;

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
            Map<String, Said> items, Map<String, Object> statuses, Map<String, Object> facts, String knowledge) {

        static State of(PatientChart.SignedPlan signed) {
            return new State(
                    Said.inVersion(signed),
                    Objects.requireNonNullElse(Json.map(signed.content(), "statuses"), Map.of()),
                    Objects.requireNonNullElse(Json.map(signed.content(), "facts"), Map.of()),
                    Json.text(signed.content(), "knowledgeSha256"));
        }

        static State of(PlanPage page, Clinic clinic) {
            return new State(
                    Said.inDraft(clinic, page.draft().chart()),
                    PlanFacts.statuses(page.draft().plan()),
                    PlanFacts.of(page.draft().plan(), clinic.knowledge()),
                    clinic.knowledge().sha256());
        }
    }

    /** Between two signed versions. */
    static PlanChanges between(
            PatientChart.SignedPlan before, PatientChart.SignedPlan after, PlanView view, Messages messages) {
        return new Comparison(view, messages).of(State.of(before), State.of(after));
    }

    /** Between a signed version and the draft. */
    static PlanChanges since(PatientChart.SignedPlan before, PlanPage draft, Clinic clinic) {
        return new Comparison(draft.view(), draft.messages()).of(State.of(before), State.of(draft, clinic));
    }

    private record Comparison(PlanView view, Messages messages) {

        PlanChanges of(State before, State after) {
            List<Change> added = new ArrayList<>();
            List<Change> removed = new ArrayList<>();
            List<Change> changed = new ArrayList<>();
            String reader = messages.language().code();
            after.items().forEach((item, how) -> {
                Said was = before.items().get(item);
                if (was == null) {
                    added.add(new Change(view.name(item), "", how.in(reader)));
                    return;
                }
                String language = was.common(how, messages.language()).orElse(reader);
                if (!was.in(language).equals(how.in(language))) {
                    changed.add(new Change(view.name(item), was.in(language), how.in(language)));
                }
            });
            before.items().forEach((item, how) -> {
                if (!after.items().containsKey(item)) {
                    removed.add(new Change(view.name(item), how.in(reader), ""));
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
