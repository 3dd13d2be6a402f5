package org.lumbar.knowledge;

import java.util.List;
import java.util.Map;

/** A piece of a content file and the line where it stands (1 is the first). */
sealed interface Node {

    int line();

    /** A single value, as it is written. */
    record Text(String value, int line) implements Node {}

    record Items(List<Node> nodes, int line) implements Node {}

    /** Keys in the order of the file; what stands under a key has the line of the key. */
    record Fields(Map<String, Node> nodes, int line) implements Node {
        static final Fields NONE = new Fields(Map.of(), 1);
    }
}
