package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Atoms.Atom;

/**
 * Puts ways of change together. A change is a number: twice the atom, plus one when the atom becomes true; a way is a sorted
 * array of changes that can all be so at once, each bound of a measure only in its strictest form.
 */
final class WayAlgebra {

    /** No more alternatives than a person reads. */
    static final int ALTERNATIVES = 3;

    static final int[] NOTHING = {};

    private static final Comparator<int[]> SMALLEST =
            Comparator.<int[]>comparingInt(way -> way.length).thenComparing(Arrays::compare);

    private final int findings;
    private final Atom.OfComparison[] comparisons;
    private final int[] measures;

    /** Over atoms that are all known. */
    WayAlgebra(Atoms atoms) {
        this.findings = atoms.findings();
        int count = atoms.size() - findings;
        this.comparisons = new Atom.OfComparison[count];
        this.measures = new int[count];
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < count; i++) {
            if (!(atoms.atom(findings + i) instanceof Atom.OfComparison comparison)) {
                throw new IllegalStateException(
                        "Findings must have the first numbers, but " + (findings + i) + " is one");
            }
            comparisons[i] = comparison;
            measures[i] = numbers.computeIfAbsent(comparison.measure(), measure -> numbers.size());
        }
    }

    /** Every way of the left together with every way of the right, as far as they do not contradict each other. */
    int[][] combine(int[][] left, int[][] right) {
        if (left.length == 1 && left[0].length == 0) {
            return right;
        }
        List<int[]> all = new ArrayList<>(left.length * right.length);
        for (int[] a : left) {
            for (int[] b : right) {
                int[] both = union(a, b);
                if (both != null) {
                    all.add(both);
                }
            }
        }
        return best(all);
    }

    /** The smallest ways, none of which holds more than another one needs. */
    int[][] best(List<int[]> ways) {
        if (ways.size() > 1) {
            ways.sort(SMALLEST);
        }
        List<int[]> kept = new ArrayList<>(ALTERNATIVES);
        for (int[] way : ways) {
            if (!holdsOneOf(kept, way)) {
                kept.add(way);
            }
            if (kept.size() == ALTERNATIVES) {
                break;
            }
        }
        return kept.toArray(int[][]::new);
    }

    private static boolean holdsOneOf(List<int[]> smaller, int[] way) {
        for (int[] one : smaller) {
            int found = 0;
            for (int change : way) {
                if (found < one.length && one[found] == change) {
                    found++;
                }
            }
            if (found == one.length) {
                return true;
            }
        }
        return false;
    }

    private int @Nullable [] union(int[] a, int[] b) {
        int[] all = new int[a.length + b.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            int next = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i++] : b[j++];
            if (size > 0 && all[size - 1] == next) {
                continue;
            }
            if (size > 0 && all[size - 1] >> 1 == next >> 1) {
                return null;
            }
            all[size++] = next;
        }
        return strictest(all, size);
    }

    /** Leaves of several bounds of a measure the strictest; nothing when no number lies within them. */
    private int @Nullable [] strictest(int[] way, int size) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            boolean needed = true;
            for (int j = 0; j < size && needed; j++) {
                if (i != j && sameMeasure(way[i], way[j])) {
                    if (exclude(way[i], way[j])) {
                        return null;
                    }
                    needed = !implies(way[j], way[i]);
                }
            }
            if (needed) {
                way[kept++] = way[i];
            }
        }
        return kept == way.length ? way : Arrays.copyOf(way, kept);
    }

    private boolean sameMeasure(int change, int other) {
        int one = (change >> 1) - findings;
        int two = (other >> 1) - findings;
        return one >= 0 && two >= 0 && measures[one] == measures[two];
    }

    private static boolean upper(int change) {
        return (change & 1) != 0;
    }

    /** True when the one bound is on the same side as the other and stricter. */
    private boolean implies(int strict, int loose) {
        if (upper(strict) != upper(loose)) {
            return false;
        }
        Atom.OfComparison one = comparisons[(strict >> 1) - findings];
        Atom.OfComparison two = comparisons[(loose >> 1) - findings];
        int order = Double.compare(one.number(), two.number());
        if (order == 0) {
            // "< 5" is stricter than "<= 5"; "> 5", the opposite of "<= 5", is stricter than ">= 5"
            return upper(strict) ? !one.orEqual() : one.orEqual();
        }
        return upper(strict) == order < 0;
    }

    /** True when no number lies within both bounds. */
    private boolean exclude(int change, int other) {
        if (upper(change) == upper(other)) {
            return false;
        }
        Atom.OfComparison most = comparisons[((upper(change) ? change : other) >> 1) - findings];
        Atom.OfComparison least = comparisons[((upper(change) ? other : change) >> 1) - findings];
        boolean both = most.orEqual() && !least.orEqual();
        return both ? least.number() > most.number() : least.number() >= most.number();
    }
}
