package org.lumbar.core.knowledge;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A published source.
 *
 * @param seen how much of it was seen: {@code page}, {@code secondary}, {@code code} or {@code none}
 */
public record Citation(
        String id,
        String cite,
        @Nullable String url,
        @Nullable String year,
        String seen) implements Serializable {}
