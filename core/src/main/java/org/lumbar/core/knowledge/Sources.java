package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.lumbar.core.text.LocalizedText;

/**
 * Where a statement comes from.
 *
 * @param citations ids of {@link Citation}
 * @param claims ids of the claim ledger
 * @param verified the source was seen; false means "not yet verified"
 * @param unverified parts of a verified statement that were not seen, in the editor's words
 */
public record Sources(List<String> citations, List<String> claims, boolean verified, List<LocalizedText> unverified)
        implements Serializable {

    public static final Sources NONE = new Sources(List.of(), List.of(), true, List.of());

    public Sources {
        citations = List.copyOf(citations);
        claims = List.copyOf(claims);
        unverified = List.copyOf(unverified);
    }
}
