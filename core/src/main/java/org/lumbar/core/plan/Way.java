package org.lumbar.core.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes that together would make something true or false for one patient. A change is a number: twice the atom, plus one
 * when the atom becomes true. Keeps its words, as the same way often serves many items; not for sharing between threads.
 */
final class Way {

    /** Changes nothing. Nothing is ever kept in it. */
    static final Way NOTHING = new Way();

    /** Sorted, all possible at once, each bound of a measure only in its strictest form. */
    final int[] changes;

    /** Its place in the {@link Outlook}; -1 while nobody asks, 0 when it changes nothing. */
    int place;

    private @Nullable List<String> said;

    Way(int... changes) {
        this.changes = changes;
        this.place = changes.length == 0 ? 0 : -1;
    }

    /** The changes as text. */
    List<String> say(Literals literals) {
        if (changesNothing()) {
            return List.of();
        }
        List<String> known = said;
        if (known == null) {
            String[] texts = new String[changes.length];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = literals.change(changes[i]);
            }
            known = List.of(texts);
            said = known;
        }
        return known;
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
