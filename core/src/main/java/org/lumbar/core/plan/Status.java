package org.lumbar.core.plan;

import java.util.Locale;

/** What the plan says of an item; exactly one holds. The better comes first. */
public enum Status {
    /** In the plan. */
    RECOMMENDED,
    /** Safe and indicated, not chosen by default. */
    OPTIONAL,
    /** The clinician may add it (comprehensive standard). */
    DISCRETION,
    /** Something must be known first. */
    NEEDS_INFORMATION,
    /** Kept out, with reasons. */
    WITHHELD,
    NOT_INDICATED,
    /** Described by the sources, unsafe or false, never in a plan. */
    REFUSED;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True when it is or may be given. */
    public boolean offered() {
        return this == RECOMMENDED || this == OPTIONAL || this == DISCRETION;
    }
}
