package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Claim.Place;
import org.lumbar.core.text.LocalizedText;

/** What a statement of the ledger is adopted under. The first kinds are held against every item that carries the statement. */
public sealed interface Limit extends Serializable {

    /** Findings each of which rules the item out. */
    record Excluded(List<String> findings) implements Limit {
        public Excluded {
            findings = List.copyOf(findings);
        }
    }

    /** Findings each of which shows a caution with the item. */
    record Cautioned(List<String> findings) implements Limit {
        public Cautioned {
            findings = List.copyOf(findings);
        }
    }

    /** What must be on record before the item opens. */
    record Gated(List<String> gates) implements Limit {
        public Gated {
            gates = List.copyOf(gates);
        }
    }

    /** Completed years between which the item is for; {@code most} is null where there is no upper end. */
    record Aged(int least, @Nullable Integer most) implements Limit {}

    /** The longest course in days. */
    record Lasting(int days) implements Limit {}

    /** The only phases in which the item is offered. */
    record Phased(List<String> phases) implements Limit {
        public Phased {
            phases = List.copyOf(phases);
        }
    }

    /** The grade of evidence that the item is shown with. */
    record Graded(String grade) implements Limit {}

    /**
     * A limit in words, and where it lives.
     *
     * @param kind dose, times, course, area or rule
     * @param words the editors' note of it, in English
     */
    record Worded(String kind, String words, List<Place> heldBy) implements Limit {
        public Worded {
            heldBy = List.copyOf(heldBy);
        }
    }

    /**
     * A limit that by its sense does not concern some of the items that carry the statement.
     *
     * @param limit what binds all the others
     */
    record Partial(Limit limit, List<Sparing> spared) implements Limit {
        public Partial {
            spared = List.copyOf(spared);
        }

        @Override
        public boolean binds(String item) {
            return spared.stream().noneMatch(one -> one.items().contains(item));
        }

        @Override
        public Limit whole() {
            return limit;
        }
    }

    /**
     * Items that a limit does not concern.
     *
     * @param why what makes it meaningless for them
     */
    record Sparing(List<String> items, LocalizedText why) implements Serializable {
        public Sparing {
            items = List.copyOf(items);
        }
    }

    /** True when the limit concerns this item, should it carry the statement. */
    default boolean binds(String item) {
        return true;
    }

    /** The limit without the items that it spares. */
    default Limit whole() {
        return this;
    }
}
