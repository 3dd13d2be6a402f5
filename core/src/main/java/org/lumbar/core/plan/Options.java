package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alternative ways to one end for one patient, the smallest first. Keeps what was worked out about them, as the same options
 * serve many items; not for sharing between threads.
 */
final class Options {

    /** There is no way. Nothing is ever kept in it. */
    static final Options NONE = new Options(new Way[0]);

    final Way[] ways;

    /** Whether the {@link Outlook} knows all of them. */
    boolean named;

    /** Those that were put into words last, a bit for each by its place, and their words. */
    private int saidOf;

    private List<List<String>> said = List.of();

    /** What came of these options together with others, the newest first. */
    private @Nullable Together together;

    private record Together(
            Options others, Options result, @Nullable Together earlier) {}

    Options(Way... ways) {
        this.ways = ways;
    }

    boolean areNone() {
        return ways.length == 0;
    }

    /** Whether everything is already as wanted. */
    boolean changeNothing() {
        return ways.length == 1 && ways[0].changesNothing();
    }

    /** These and the others at once. */
    @SuppressWarnings("ReferenceEquality") // equal options are as good as the same, only not remembered
    Options and(Options others, WayAlgebra algebra) {
        if (changeNothing() || others.areNone()) {
            return others;
        }
        if (areNone() || others.changeNothing()) {
            return this;
        }
        for (Together known = together; known != null; known = known.earlier) {
            if (known.others == others) {
                return known.result;
            }
        }
        Options result = new Options(algebra.combine(ways, others.ways));
        together = new Together(others, result, together);
        return result;
    }

    /**
     * Some of the ways as text.
     *
     * @param some a bit for each way by its place
     */
    List<List<String>> say(int some, Literals literals) {
        if (some != saidOf) {
            List<List<String>> texts = new ArrayList<>(ways.length);
            for (int place = 0; place < ways.length; place++) {
                if ((some >>> place & 1) != 0) {
                    texts.add(ways[place].say(literals));
                }
            }
            said = List.copyOf(texts);
            saidOf = some;
        }
        return said;
    }
}
