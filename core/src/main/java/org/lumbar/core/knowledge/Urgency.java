package org.lumbar.core.knowledge;

/** How fast someone must act, most urgent first. */
public enum Urgency {
    EMERGENCY_NOW("emergency-now"),
    EMERGENCY_SAME_DAY("emergency-same-day"),
    URGENT_48H("urgent-48h"),
    URGENT_2WK("urgent-2wk"),
    ROUTINE_REFERRAL("routine-referral"),
    NONE("none");

    private final String id;

    Urgency(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Stops every treatment. */
    public boolean emergency() {
        return this == EMERGENCY_NOW || this == EMERGENCY_SAME_DAY;
    }
}
