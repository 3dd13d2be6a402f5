package org.lumbar.server.care;

import java.util.ArrayList;
import java.util.List;
import org.lumbar.core.plan.Objection;
import org.lumbar.core.plan.Objection.Weight;
import org.lumbar.documents.PlanView;

/**
 * What has to be decided before an item can be given, and what could be given instead.
 *
 * @param never true when something speaks against it that nobody may decide otherwise
 * @param absolute true when a second confirmation is needed
 */
public record Decision(
        String item, String name, List<Ask> asks, boolean never, boolean absolute, List<PlanView.Card> instead) {

    /** Most characters of a summary. */
    private static final int LONGEST = 140;

    public Decision {
        asks = List.copyOf(asks);
        instead = List.copyOf(instead);
    }

    /**
     * A rule and the reasons that may be given against it.
     *
     * @param summary one sentence of at most 140 characters
     * @param detail the rest; may be empty
     * @param questions what was not asked: id and name of each finding
     * @param reasons codes; empty when nothing overcomes the rule
     */
    public record Ask(
            String rule,
            String kind,
            String summary,
            String detail,
            List<PlanView.Labelled> questions,
            List<String> reasons) {
        public Ask {
            questions = List.copyOf(questions);
            reasons = List.copyOf(reasons);
        }
    }

    static Decision of(PlanView.Card card, PlanDraft draft, PlanView view, List<PlanView.Card> instead) {
        List<Ask> asks = new ArrayList<>();
        boolean never = false;
        boolean absolute = false;
        for (Objection objection : draft.against(card.id())) {
            boolean last = objection.weight() == Weight.FINAL;
            never |= last;
            absolute |= objection.weight() == Weight.ABSOLUTE;
            asks.add(ask(objection, view, last));
        }
        return new Decision(card.id(), card.name(), asks, never, absolute, instead);
    }

    private static Ask ask(Objection objection, PlanView view, boolean last) {
        String kind = objection.kind().id();
        PlanView.Labelled words = view.reason(objection.reason());
        List<PlanView.Labelled> questions = objection.kind() == Objection.Kind.MISSING
                ? objection.reason().findings().stream()
                        .map(id -> new PlanView.Labelled(id, view.name(id)))
                        .toList()
                : List.of();
        return new Ask(
                objection.rule(),
                kind,
                cut(words.label()),
                words.text(),
                questions,
                last ? List.of() : OverrideReasons.of(kind));
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST - 1);
        return text.substring(0, end < 0 ? LONGEST - 1 : end) + "…";
    }
}
