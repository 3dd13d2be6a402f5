package org.lumbar.core.plan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.TruthSet;
import org.lumbar.core.plan.Naming.Named;
import org.lumbar.core.plan.Reason.Word;

/** The reasons of an item that are the same for all patients whom they concern; put into words once. */
final class StandingReasons {

    /** Why it is refused, for items that always are. */
    final List<Reason> refused;
    /** Names the rule that makes it not indicated. */
    final String indication;

    private final Condition when;
    /** Why it is indicated, by the place of the term that makes it so. */
    private final List<Reason>[] indicated;

    private final Map<Standard, List<Reason>> notOffered = new EnumMap<>(Standard.class);

    StandingReasons(Item item, Condition when, Naming naming) {
        this.when = when;
        this.indication = item.id() + "/indication";
        this.refused = List.of(new Reason(
                item.id() + "/refused", Reason.REFUSED, List.of(), item.refused(), List.of(), null, item.sources()));
        this.indicated = indicated(item, naming.holding(when));
        for (Standard standard : Standard.values()) {
            notOffered.put(standard, List.of(notOffered(item, standard, naming)));
        }
    }

    @SuppressWarnings("unchecked") // an array of lists that never leaves with another type
    private static List<Reason>[] indicated(Item item, List<Named> terms) {
        return terms.stream().map(present -> List.of(indicated(item, present))).toArray(List[]::new);
    }

    private static Reason indicated(Item item, Named present) {
        return new Reason(
                item.id() + "/indicated",
                present.findings().isEmpty() ? Reason.FOR_EVERYONE : Reason.INDICATED,
                present.words(),
                null,
                present.findings(),
                null,
                item.sources());
    }

    private static Reason notOffered(Item item, Standard standard, Naming naming) {
        return new Reason(
                item.id() + "/standard/" + standard.id(),
                item.offer().isEmpty() ? Reason.CHECK_ONLY : Reason.STANDARD,
                List.of(Word.of("standard", naming.name(standard))),
                item.evidence().summary(),
                List.of(),
                null,
                item.sources());
    }

    /** Why it is indicated for a patient for whom it is. */
    List<Reason> indicated(TruthSet truths) {
        return indicated[indicated.length == 1 ? 0 : when.firstTrue(truths)];
    }

    /** Why a standard does not offer it. */
    List<Reason> notOffered(Standard standard) {
        return notOffered.getOrDefault(standard, List.of());
    }
}
