package org.lumbar.core.record;

/** Administrative sex as the record states it. */
public enum Sex {
    FEMALE,
    MALE,
    /** Stated as other, or not stated. */
    UNSTATED
}
