package org.lumbar.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.KnowledgeBase;

/**
 * Which claims of the ledger are meant; null stands for all.
 *
 * @param source one of the two articles, A or B
 * @param item an item or topic
 */
public record ClaimFilter(
        Claim.@Nullable Verdict verdict,
        @Nullable String source,
        @Nullable String item) {

    /** Those claims, in the order of the ledger. */
    public List<Claim> of(KnowledgeBase knowledge) {
        return knowledge.claims().stream()
                .filter(claim -> verdict == null || claim.verdict() == verdict)
                .filter(claim -> source == null || claim.source().equals(source))
                .filter(claim -> item == null || claim.item().equals(item))
                .toList();
    }
}
