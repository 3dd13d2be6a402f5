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

    private final Atoms atoms;
    private final Map<String, int[]> byMeasure = new HashMap<>();

    /** Over atoms that are all known. */
    Comparisons(Atoms atoms) {
        this.atoms = atoms;
        for (int i = atoms.findings(); i < atoms.size(); i++) {
            String measure = at(i).measure();
            int[] known = of(measure);
            int[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = i;
            byMeasure.put(measure, more);
        }
    }

    private int[] of(String measure) {
        return byMeasure.getOrDefault(measure, NONE);
    }

    private Atom.OfComparison at(int atom) {
        if (atoms.atom(atom) instanceof Atom.OfComparison comparison) {
            return comparison;
        }
        throw new IllegalStateException("Findings must have the first numbers, but " + atom + " is one");
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
     * The numbers that lie within bounds, each next to its bound; of two bounds the lower one leaves room for the other.
     *
     * @param changes twice the number of an atom, plus one when it is to be true; findings among them are left out
     * @param touched receives every comparison that such a number decides
     */
    Map<String, Interval> within(int[] changes, BitSet touched) {
        Map<String, Interval> numbers = new HashMap<>();
        for (int change : changes) {
            int atom = change >> 1;
            if (atom >= atoms.findings()) {
                Atom.OfComparison bound = at(atom);
                boolean upper = (change & 1) != 0;
                if (!upper || !numbers.containsKey(bound.measure())) {
                    numbers.put(bound.measure(), Interval.exactly(nextTo(bound, upper)));
                }
                Arrays.stream(of(bound.measure())).forEach(touched::set);
            }
        }
        return numbers;
    }

    private static double nextTo(Atom.OfComparison bound, boolean upper) {
        if (upper) {
            return bound.orEqual() ? bound.number() : Math.nextDown(bound.number());
        }
        return bound.orEqual() ? Math.nextUp(bound.number()) : bound.number();
    }
}
