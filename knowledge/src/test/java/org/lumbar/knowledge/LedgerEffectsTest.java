package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Claim.Verdict;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Limit;
import org.lumbar.core.knowledge.Topic;

/** A claim of the ledger has an effect: it lives somewhere, or it is tried in vain, or it decides nothing. */
class LedgerEffectsTest {

    /** The statements of the two articles, as counted when they were read. */
    private static final int STATEMENTS = 442;

    private static final Set<String> EXISTING = Stream.concat(
                    Hosts.KNOWLEDGE.items().stream().map(Item::id),
                    Hosts.KNOWLEDGE.topics().stream().map(Topic::id))
            .collect(Collectors.toSet());

    @Test
    void existsForEveryStatement() {
        assertThat(Hosts.KNOWLEDGE.claims()).hasSize(STATEMENTS);
    }

    @Test
    void isThereForEveryVerdict() {
        Set<String> failures = new TreeSet<>();
        existing().filter(claim -> !hasEffect(claim)).forEach(claim -> failures.add(claim.id()));
        assertThat(failures).isEmpty();
    }

    private static boolean hasEffect(Claim claim) {
        return switch (claim.verdict()) {
            case ADOPT -> !claim.heldBy().isEmpty();
            case ADOPT_WITH_LIMITS, DISCRETION -> !claim.limits().isEmpty();
            case REFUSE -> !claim.attempts().isEmpty();
            case RECORD_ONLY ->
                claim.limits().isEmpty()
                        && claim.refusals().isEmpty()
                        && claim.heldBy().isEmpty()
                        && claim.attempts().isEmpty();
        };
    }

    @Test
    void isHeldSomewhereForEveryLimitInWordsAndEveryRefusedPart() {
        Set<String> failures = new TreeSet<>();
        existing().forEach(claim -> {
            claim.limits().stream()
                    .filter(limit -> limit instanceof Limit.Worded worded
                            && worded.heldBy().isEmpty())
                    .forEach(limit -> failures.add(claim.id() + ": " + limit));
            claim.refusals().stream()
                    .filter(refusal ->
                            refusal.heldBy().isEmpty() && refusal.attempts().isEmpty())
                    .forEach(refusal -> failures.add(claim.id() + ": " + refusal.what()));
        });
        assertThat(failures).isEmpty();
    }

    @Test
    void isNoneForWhatIsOnlyRecorded() {
        Set<String> recorded = Hosts.KNOWLEDGE.claims().stream()
                .filter(claim -> claim.verdict() == Verdict.RECORD_ONLY)
                .map(Claim::id)
                .collect(Collectors.toSet());
        Set<String> failures = new TreeSet<>();
        for (Item item : Hosts.KNOWLEDGE.items()) {
            Stream.concat(item.exclusions().stream(), item.cautions().stream())
                    .filter(rule -> rule.sources().claims().stream().anyMatch(recorded::contains))
                    .forEach(rule -> failures.add(rule.id()));
        }
        assertThat(failures).isEmpty();
    }

    private static Stream<Claim> existing() {
        return Hosts.KNOWLEDGE.claims().stream().filter(claim -> EXISTING.contains(claim.item()));
    }
}
