package org.lumbar.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms that a plan can be written in. */
enum Format {
    TEXT,
    JSON,
    BRIEF,
    FHIR,
    PDF,
    ICS;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True when a whole plan fits on one line. */
    boolean fitsLine() {
        return switch (this) {
            case JSON, BRIEF, FHIR -> true;
            case TEXT, PDF, ICS -> false;
        };
    }

    static Optional<Format> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }
}
