package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Limit;

/** A limit of the claim ledger, held against what the planner does with the item for people built from the facts alone. */
class LedgerLimitsTest {

    private static final LedgerLimits LIMITS = new LedgerLimits(Hosts.KNOWLEDGE, Everyday.attempts());

    /** It speaks of how often something is put on that other claims adopt. */
    private static final String ONLY_HOW_OFTEN = "A-ointments-14";

    @ParameterizedTest
    @ValueSource(
            classes = {
                Limit.Excluded.class,
                Limit.Cautioned.class,
                Limit.Gated.class,
                Limit.Aged.class,
                Limit.Lasting.class,
                Limit.Phased.class,
                Limit.Graded.class
            })
    void holds(Class<? extends Limit> kind) {
        Set<String> failures = new TreeSet<>();
        int held = 0;
        for (Claim claim : Hosts.KNOWLEDGE.claims()) {
            for (Limit limit : claim.limits()) {
                if (kind.isInstance(limit)) {
                    held++;
                    LIMITS.broken(claim.item(), limit).forEach(how -> failures.add(claim.id() + ": " + how));
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(held).as("limits of this kind").isPositive();
    }

    @Test
    void atTheCliniciansDiscretionIsNeverOfferedByItselfNorInTheGuidelineStandard() {
        assertThat(Hosts.KNOWLEDGE.claims())
                .filteredOn(claim -> !claim.id().equals(ONLY_HOW_OFTEN))
                .filteredOn(claim -> LedgerLimits.exceedsDiscretion(claim, Hosts.KNOWLEDGE))
                .extracting(Claim::id)
                .isEmpty();
    }
}
