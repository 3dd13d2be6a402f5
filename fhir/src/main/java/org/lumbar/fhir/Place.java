package org.lumbar.fhir;

import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.UnusableRecord;

/** Which resource is being read, so that entries and errors can name it. */
final class Place {

    private final String within;
    private @Nullable String type;
    private @Nullable String id;
    private int entry;

    /** @param within where the whole text stands, such as {@code line 17}; empty for a file of its own */
    Place(String within) {
        this.within = within;
    }

    void enter(String resourceType, int entryIndex) {
        type = resourceType;
        id = null;
        entry = entryIndex;
    }

    void leave() {
        type = null;
        id = null;
    }

    void identify(@Nullable String resourceId) {
        id = resourceId;
    }

    @Nullable
    String id() {
        return id;
    }

    /** {@code Condition/ulcer}, or {@code Condition[3]} for a resource without id; {@code Bundle} outside of resources. */
    String ref() {
        if (type == null) {
            return "Bundle";
        }
        return id == null ? type + "[" + entry + "]" : type + "/" + id;
    }

    /** A spot in the text; a text that is one line of a file has no lines of its own. */
    String inText(int line, int column) {
        return within.isEmpty() ? "line " + line + ", column " + column : "column " + column;
    }

    UnusableRecord refuse(String element, String why) {
        return refuseAt(element.isEmpty() ? ref() : ref() + "." + element, why);
    }

    /** An error about the file as a whole, or about what {@code where} names. */
    UnusableRecord refuseAt(String where, String why) {
        String full = within.isEmpty() || where.isEmpty() ? within + where : within + ", " + where;
        return new UnusableRecord(full, why);
    }
}
