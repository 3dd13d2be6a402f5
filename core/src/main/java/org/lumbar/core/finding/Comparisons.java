package org.lumbar.core.finding;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Atoms.Atom;
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
            Atom.OfComparison comparison = at(atom);
            truths.set(
                    atom, comparison.orEqual() ? value.atMost(comparison.number()) : value.less(comparison.number()));
        }
    }

    /**
     * Supposes numbers within bounds, each next to its bound; of two bounds the lower one leaves room for the other.
     *
     * @param changes twice the number of an atom, plus one when it is to be true; findings among them are left out
     * @param touched receives every comparison that such a number decides
     */
    void suppose(int[] changes, BitSet touched, TruthSet truths, TruthSet certain) {
        for (int i = 0; i < changes.length; i++) {
            if (changes[i] >> 1 < findings || overruled(i, changes)) {
                continue;
            }
            Atom.OfComparison bound = at(changes[i] >> 1);
            Interval number = Interval.exactly(nextTo(bound, upper(changes[i])));
            set(bound.measure(), number, truths);
            set(bound.measure(), number, certain);
            for (int atom : of(bound.measure())) {
                touched.set(atom);
            }
        }
    }

    /** Whether another bound of the same measure gives the number: the last lower one, else the first upper one. */
    private boolean overruled(int one, int[] changes) {
        for (int i = 0; i < changes.length; i++) {
            if (i != one && changes[i] >> 1 >= findings && sameMeasure(changes[i], changes[one])) {
                boolean before = upper(changes[i]) ? upper(changes[one]) && i < one : upper(changes[one]) || i > one;
                if (before) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean sameMeasure(int change, int other) {
        return at(change >> 1).measure().equals(at(other >> 1).measure());
    }

    private static boolean upper(int change) {
        return (change & 1) != 0;
    }

    private static double nextTo(Atom.OfComparison bound, boolean upper) {
        if (upper) {
            return bound.orEqual() ? bound.number() : Math.nextDown(bound.number());
        }
        return bound.orEqual() ? Math.nextUp(bound.number()) : bound.number();
    }
}
