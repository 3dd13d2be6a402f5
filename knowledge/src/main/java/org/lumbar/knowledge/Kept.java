package org.lumbar.knowledge;

import java.util.Collection;

/**
 * Content that no part of the program uses yet. Its texts must exist in both languages
 * and its sources must resolve; the rest is taken as it is.
 */
final class Kept {

    private Kept() {}

    /** Checks what stands under these keys. */
    static void check(Entry entry, Collection<String> keys) {
        for (String key : keys) {
            Node node = entry.node(key);
            if (key.equals("cite")) {
                entry.ids(key, Ids.Kind.CITATION);
            } else if (node != null) {
                check(entry, key, node);
            }
        }
    }

    private static void check(Entry entry, String key, Node node) {
        switch (node) {
            case Node.Text text -> {}
            case Node.Items items -> items.nodes().forEach(item -> check(entry, key, item));
            case Node.Fields fields -> {
                if (fields.keys().contains("en") || fields.keys().contains("ru")) {
                    Bilingual.text(entry, fields, key);
                } else {
                    check(new Entry(entry.file(), fields, entry.reading()), fields.keys());
                }
            }
        }
    }
}
