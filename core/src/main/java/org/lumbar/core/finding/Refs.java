package org.lumbar.core.finding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries that speak for each finding. */
final class Refs {
    private final @Nullable List<String>[] lists;

    @SuppressWarnings("unchecked") // an array of lists that never leaves with another type
    Refs(int count) {
        this.lists = (List<String>[]) new List<?>[count];
    }

    void add(int finding, String ref) {
        List<String> list = lists[finding];
        if (list == null) {
            list = new ArrayList<>(2);
            lists[finding] = list;
        }
        if (!list.contains(ref)) {
            list.add(ref);
        }
    }

    boolean any(int finding) {
        return lists[finding] != null;
    }

    List<String> of(int finding) {
        List<String> list = lists[finding];
        return list == null ? List.of() : list;
    }
}
