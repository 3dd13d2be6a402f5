package org.lumbar.core.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes that together would make something true or false for one patient. A change is a number: twice the atom, plus one
 * when the atom becomes true. Keeps what {@link Ways} works out about it, as the same way often serves many items; not for
 * sharing between threads.
 */
final class Way {

    /** Changes nothing. Nothing is ever kept in it. */
    static final Way NOTHING = new Way();

    /** Sorted, all possible at once, each bound of a measure only in its strictest form. */
    final int[] changes;

    /** Its place in the {@link Outlook}; -1 while nobody asks, 0 when it changes nothing. */
    int place;

    /** Its changes as text. */
    @Nullable
    List<String> said;

    Way(int... changes) {
        this.changes = changes;
        this.place = changes.length == 0 ? 0 : -1;
    }

    boolean changesNothing() {
        return changes.length == 0;
    }

    static boolean becomesTrue(int change) {
        return (change & 1) != 0;
    }

    static int atom(int change) {
        return change >> 1;
    }
}
