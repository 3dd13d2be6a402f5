package org.lumbar.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms that a plan can be written in. */
enum Format {
    TEXT,
    JSON,
    BRIEF,
    FHIR;

    /** Forms with a name but without a writer so far. */
    private static final List<String> LATER = List.of("pdf", "ics");

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True when a whole plan fits on one line. */
    boolean fitsLine() {
        return this != TEXT;
    }

    static Optional<Format> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }

    static boolean comesLater(String id) {
        return LATER.contains(id);
    }
}
