package org.lumbar.server.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last so many things that were asked for, to be given again without being made anew. Safe for many threads. */
public final class Recent<K, V> {

    private final Map<K, V> kept;

    /** @param most how many are kept */
    public Recent(int most) {
        this.kept = new LinkedHashMap<>(most, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is kept under a key; null when nothing is. */
    public synchronized @Nullable V find(K key) {
        return kept.get(key);
    }

    public synchronized void keep(K key, V value) {
        kept.put(key, value);
    }
}
