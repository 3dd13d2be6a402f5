package org.lumbar.core.knowledge;

import java.util.Locale;

/** How bad an interaction is, worst first. The first two keep an item out of the plan. */
public enum Level {
    CONTRAINDICATED,
    AVOID,
    CAUTION,
    MONITOR;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean withholds() {
        return this == CONTRAINDICATED || this == AVOID;
    }
}
