package org.lumbar.core.finding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Atoms.Atom;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;

/** The comparisons that rules mention, by the measure that they compare. */
final class Comparisons {

    private static final int[] NONE = {};

    private final int findings;
    private final Atom.OfComparison[] comparisons;
    private final Map<String, int[]> byMeasure = new HashMap<>();

    /** Over atoms that are all known. */
    Comparisons(Atoms atoms) {
        this.findings = atoms.findings();
        this.comparisons = new Atom.OfComparison[atoms.size() - findings];
        for (int i = 0; i < comparisons.length; i++) {
            if (!(atoms.atom(findings + i) instanceof Atom.OfComparison comparison)) {
                throw new IllegalStateException(
                        "Findings must have the first numbers, but " + (findings + i) + " is one");
            }
            comparisons[i] = comparison;
            int[] known = of(comparison.measure());
            int[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = findings + i;
            byMeasure.put(comparison.measure(), more);
        }
    }

    private int[] of(String measure) {
        return byMeasure.getOrDefault(measure, NONE);
    }

    private Atom.OfComparison at(int atom) {
        return comparisons[atom - findings];
    }

    /** Sets what follows from a value for every comparison of its measure. */
    void set(String measure, Interval value, TruthSet truths) {
        for (int atom : of(measure)) {
            truths.set(atom, truth(at(atom), value));
        }
    }

    /** The comparisons of the same measure as this one, itself included. */
    int[] siblings(int atom) {
        return of(at(atom).measure());
    }

    /** What a number just within a bound says, as literals: twice a comparison, plus one when it is true. */
    int[] nextTo(int atom, boolean upper) {
        Interval number = Interval.exactly(nextTo(at(atom), upper));
        return IntStream.of(siblings(atom))
                .map(sibling -> 2 * sibling + (truth(at(sibling), number) == Truth.TRUE ? 1 : 0))
                .toArray();
    }

    private static Truth truth(Atom.OfComparison comparison, Interval value) {
        return comparison.orEqual() ? value.atMost(comparison.number()) : value.less(comparison.number());
    }

    private static double nextTo(Atom.OfComparison bound, boolean upper) {
        if (upper) {
            return bound.orEqual() ? bound.number() : Math.nextDown(bound.number());
        }
        return bound.orEqual() ? Math.nextUp(bound.number()) : bound.number();
    }
}
