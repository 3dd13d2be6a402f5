package org.lumbar.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Small help with lists. */
final class Lists {

    private Lists() {}

    /** Both, in order, each element once. */
    static <T> List<T> union(List<T> a, List<T> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        Set<T> both = new LinkedHashSet<>(a);
        both.addAll(b);
        return List.copyOf(both);
    }
}
