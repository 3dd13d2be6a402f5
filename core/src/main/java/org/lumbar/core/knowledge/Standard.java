package org.lumbar.core.knowledge;

import java.util.Locale;
import java.util.Optional;

/** A standard of care. */
public enum Standard {
    /** The whole multimodal system of the source articles inside hard safety limits. */
    COMPREHENSIVE,
    /** Only what NICE NG59, WHO 2023 and ACP 2017 support. */
    GUIDELINE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that the plan could follow instead. */
    public Standard other() {
        return this == GUIDELINE ? COMPREHENSIVE : GUIDELINE;
    }

    public static Optional<Standard> of(String id) {
        for (Standard standard : values()) {
            if (standard.id().equals(id)) {
                return Optional.of(standard);
            }
        }
        return Optional.empty();
    }
}
