package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** All content files: YAML as nodes, code lists as rows. Paths are relative to the content folder, with forward slashes. */
record Content(SortedMap<String, Node> yaml, SortedMap<String, List<String[]>> tables, String sha256) {

    @Nullable
    Node file(String path) {
        return yaml.get(path);
    }

    /** Files under a folder, in the order of their names. */
    SortedMap<String, Node> folder(String prefix) {
        return yaml.subMap(prefix, prefix + Character.MAX_VALUE);
    }

    Table table(String path) {
        return new Table(tables.getOrDefault(path, List.of()));
    }

    /** The second column grouped by the first. */
    Map<String, List<String>> grouped(String path) {
        Map<String, List<String>> groups = new HashMap<>();
        List<String[]> rows = tables.getOrDefault(path, List.of());
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).length > 1) {
                groups.computeIfAbsent(rows.get(i)[0], key -> new ArrayList<>()).add(rows.get(i)[1]);
            }
        }
        return groups;
    }
}
