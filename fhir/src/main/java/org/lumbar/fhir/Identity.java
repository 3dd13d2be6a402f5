package org.lumbar.fhir;

import org.jspecify.annotations.Nullable;

/**
 * Whether a reference means a resource that has an id and an address. References come relative, absolute, with version, as
 * UUID, or as a search that only the server can resolve.
 */
record Identity(String type, @Nullable String id, @Nullable String fullUrl) {

    enum Match {
        SAME,
        /** Another resource of the same type, or one that cannot be told to be the same. */
        OTHER,
        /** A resource of another type. */
        OTHER_TYPE
    }

    Match match(String reference) {
        if (reference.contains("?")) {
            return Match.SAME;
        }
        String plain = withoutVersion(reference);
        if (plain.equals(fullUrl)) {
            return Match.SAME;
        }
        if (plain.startsWith("urn:")) {
            return id != null && plain.substring(plain.lastIndexOf(':') + 1).equalsIgnoreCase(id)
                    ? Match.SAME
                    : Match.OTHER;
        }
        int slash = plain.lastIndexOf('/');
        String typeNamed = slash < 0 ? type : plain.substring(plain.lastIndexOf('/', slash - 1) + 1, slash);
        if (!typeNamed.equals(type)) {
            return Match.OTHER_TYPE;
        }
        boolean otherServer = plain.contains("://") && fullUrl != null && fullUrl.startsWith("http");
        boolean sameId = plain.substring(slash + 1).equals(id == null ? lastPart(fullUrl) : id);
        return sameId && !otherServer ? Match.SAME : Match.OTHER;
    }

    /** The last part of an address; null without one. */
    static @Nullable String lastPart(@Nullable String url) {
        if (url == null) {
            return null;
        }
        String plain = withoutVersion(url);
        return plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf(':')) + 1);
    }

    static String withoutVersion(String reference) {
        int history = reference.indexOf("/_history/");
        return history < 0 ? reference : reference.substring(0, history);
    }
}
