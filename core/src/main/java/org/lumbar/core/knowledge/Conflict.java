package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.lumbar.core.text.LocalizedText;

/**
 * Where sources that are all of today disagree among themselves. Both sides are shown and never merged into one.
 *
 * @param about what they disagree on, as a noun or a question
 * @param taken which side the rules follow, and why
 */
public record Conflict(String id, LocalizedText about, List<Side> sides, LocalizedText taken) implements Serializable {

    public Conflict {
        sides = List.copyOf(sides);
    }

    /** What one side says, and who says it. */
    public record Side(LocalizedText says, List<String> citations) implements Serializable {
        public Side {
            citations = List.copyOf(citations);
        }
    }
}
