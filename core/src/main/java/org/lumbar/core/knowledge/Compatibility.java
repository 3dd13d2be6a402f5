package org.lumbar.core.knowledge;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.LocalizedText;

/** Two procedures that must not share a day or a course, or that need an order or a gap. */
public record Compatibility(
        String a,
        String b,
        Relation relation,
        @Nullable Integer minutes,
        @Nullable LocalizedText why,
        Sources sources) implements Serializable {

    public enum Relation {
        NEVER_SAME_DAY,
        NEVER_SAME_COURSE,
        /** {@code a} comes first; minutes is the smallest gap. */
        A_BEFORE_B,
        MIN_GAP
    }
}
