package org.lumbar.knowledge;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A piece of a content file and the line where it stands (1 is the first). */
sealed interface Node {

    int line();

    /** A single value, as it is written. */
    record Text(String value, int line) implements Node {}

    record Items(List<Node> nodes, int line) implements Node {}

    /** Keys in the order of the file, few enough to look through; what stands under a key has the line of the key. */
    record Fields(List<String> keys, List<Node> values, int line) implements Node {

        static final Fields NONE = new Fields(List.of(), List.of(), 1);

        /** What stands under a key; null when it is absent. */
        @Nullable
        Node get(String key) {
            int index = keys.indexOf(key);
            return index < 0 ? null : values.get(index);
        }

        void forEach(BiConsumer<String, Node> action) {
            for (int i = 0; i < keys.size(); i++) {
                action.accept(keys.get(i), values.get(i));
            }
        }
    }
}
