package org.lumbar.knowledge;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Claim.Verdict;

/** Every claim has the effect that its verdict promises: it is held somewhere, limited, tried in vain, or decides nothing. */
final class ClaimEffects {

    private static final String VERDICT = "verdict";
    private static final String LIMITS = "limits";
    private static final String HELD_BY = "held-by";
    private static final String ATTEMPTS = "attempts";
    private static final String REFUSES = "refuses";
    private static final String LIKE = "like";

    private ClaimEffects() {}

    /**
     * Reports a claim without its effect.
     *
     * @param like the claim that it is like, whose limits are its own too; null when there is none
     */
    static void check(Entry claim, Verdict verdict, @Nullable Entry like) {
        switch (verdict) {
            case ADOPT -> {
                if (!claim.has(HELD_BY)) {
                    claim.error(VERDICT, "is adopted, but lives nowhere", "Name the field that carries it: held-by.");
                }
            }
            case ADOPT_WITH_LIMITS, DISCRETION -> {
                boolean borrowed = claim.has(LIKE) && (like == null || like.writes(LIMITS) || like.has(LIKE));
                if (!claim.writes(LIMITS) && !borrowed) {
                    claim.error(
                            VERDICT,
                            "is adopted under limits, but has none",
                            "Write limits, or name a claim that has them: like.");
                }
            }
            case REFUSE -> {
                if (!claim.writes(ATTEMPTS)) {
                    claim.error(VERDICT, "is refused, but nothing tries to get it", "Write attempts.");
                }
            }
            case RECORD_ONLY -> {
                if (Stream.of(LIMITS, REFUSES, HELD_BY, ATTEMPTS, LIKE).anyMatch(claim::has)) {
                    claim.error(
                            VERDICT,
                            "is only recorded, but has an effect",
                            "Take the effect away, or choose the verdict that it has.");
                }
            }
        }
    }

    /** Reports a limit in words that nothing holds. */
    static void checkLimit(Entry limit, String kind) {
        if (!limit.has(HELD_BY)) {
            limit.error(kind, "is a limit in words that nothing holds", "Name the field that holds it: held-by.");
        }
    }

    /** Reports a refused part that nothing holds and nobody tries to get. */
    static void checkRefusal(Entry refusal) {
        if (!refusal.has(HELD_BY) && !refusal.writes(ATTEMPTS)) {
            refusal.error(
                    "what",
                    "is refused, but nothing holds it and nothing tries to get it",
                    "Name the field that holds it: held-by, or write attempts.");
        }
    }
}
