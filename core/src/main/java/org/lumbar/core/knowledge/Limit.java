package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Claim.Place;

/** What a statement of the ledger is adopted under. The first kinds are compared with the rules of its item. */
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
}
