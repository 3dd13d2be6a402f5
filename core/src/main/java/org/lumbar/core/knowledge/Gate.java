package org.lumbar.core.knowledge;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.LocalizedText;

/**
 * What must be on record before an item opens.
 *
 * @param finding the finding that tells whether it is open; null for a step that is taken during the course
 * @param blocks a closed gate keeps the item out of the plan; otherwise it is shown with the item
 */
public record Gate(
        String id,
        LocalizedText name,
        LocalizedText means,
        @Nullable String finding,
        boolean blocks) implements Serializable {}
