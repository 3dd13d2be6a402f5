package org.lumbar.core.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Atoms.Atom;

/** Puts ways of change together. */
final class WayAlgebra {

    /** No more alternatives than a person reads. */
    static final int ALTERNATIVES = 3;

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
    Way[] combine(Way[] left, Way[] right) {
        if (left.length == 1 && right.length == 1) {
            int[] both = union(left[0].changes, right[0].changes);
            return both == null ? new Way[0] : new Way[] {new Way(both)};
        }
        Way[] all = new Way[left.length * right.length];
        int count = 0;
        for (Way a : left) {
            for (Way b : right) {
                int[] both = union(a.changes, b.changes);
                if (both != null) {
                    all[count++] = new Way(both);
                }
            }
        }
        return best(all, count);
    }

    /** The one way of each of these together; nothing when they contradict each other. */
    Way[] together(Options[] single) {
        if (single.length == 1) {
            return single[0].ways;
        }
        int[] all = single[0].ways[0].changes;
        for (int i = 1; i < single.length; i++) {
            all = union(all, single[i].ways[0].changes);
            if (all == null) {
                return new Way[0];
            }
        }
        return new Way[] {new Way(all)};
    }

    /** The smallest ways of both; each smallest first, as {@link #best} gives them. */
    static Way[] either(Way[] some, Way[] more) {
        boolean full = some.length == ALTERNATIVES;
        if (more.length == 0 || (full && compare(some[ALTERNATIVES - 1], more[0]) < 0)) {
            return some;
        }
        if (some.length == 0) {
            return more;
        }
        Way[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return best(all, all.length);
    }

    /** The smallest of the first ways of an array, which it may disorder; none holds more than another one needs. */
    static Way[] best(Way[] ways, int count) {
        sort(ways, count);
        int kept = 0;
        for (int i = 0; i < count && kept < ALTERNATIVES; i++) {
            if (!holdsOneOf(ways, kept, ways[i])) {
                ways[kept++] = ways[i];
            }
        }
        return kept == ways.length ? ways : Arrays.copyOf(ways, kept);
    }

    /** By insertion, as there are few. */
    private static void sort(Way[] ways, int count) {
        for (int i = 1; i < count; i++) {
            Way way = ways[i];
            int place = i;
            while (place > 0 && compare(ways[place - 1], way) > 0) {
                ways[place] = ways[place - 1];
                place--;
            }
            ways[place] = way;
        }
    }

    /** Smaller ways first. */
    private static int compare(Way one, Way other) {
        return one.changes.length == other.changes.length
                ? Arrays.compare(one.changes, other.changes)
                : Integer.compare(one.changes.length, other.changes.length);
    }

    private static boolean holdsOneOf(Way[] smaller, int count, Way way) {
        for (int i = 0; i < count; i++) {
            int[] one = smaller[i].changes;
            int found = 0;
            for (int change : way.changes) {
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
        // Comparisons have the higher numbers, so the last two changes tell whether there are two.
        if (size < 2 || way[size - 2] >> 1 < findings) {
            return size == way.length ? way : Arrays.copyOf(way, size);
        }
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

    /** True when the one bound is on the same side as the other and stricter. */
    private boolean implies(int strict, int loose) {
        if (Way.becomesTrue(strict) != Way.becomesTrue(loose)) {
            return false;
        }
        Atom.OfComparison one = comparisons[(strict >> 1) - findings];
        Atom.OfComparison two = comparisons[(loose >> 1) - findings];
        int order = Double.compare(one.number(), two.number());
        if (order == 0) {
            // "< 5" is stricter than "<= 5"; "> 5", the opposite of "<= 5", is stricter than ">= 5"
            return Way.becomesTrue(strict) ? !one.orEqual() : one.orEqual();
        }
        return Way.becomesTrue(strict) == order < 0;
    }

    /** True when no number lies within both bounds. */
    private boolean exclude(int change, int other) {
        if (Way.becomesTrue(change) == Way.becomesTrue(other)) {
            return false;
        }
        Atom.OfComparison most = comparisons[((Way.becomesTrue(change) ? change : other) >> 1) - findings];
        Atom.OfComparison least = comparisons[((Way.becomesTrue(change) ? other : change) >> 1) - findings];
        boolean both = most.orEqual() && !least.orEqual();
        return both ? least.number() > most.number() : least.number() >= most.number();
    }
}
