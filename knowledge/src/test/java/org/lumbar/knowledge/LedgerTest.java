package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Claim.Verdict;
import org.lumbar.core.knowledge.Item;

/** The ledger holds every statement of the two articles with the verdict that was decided, and what is only recorded decides nothing. */
class LedgerTest {

    /** The statements of the two articles, as counted when they were read. */
    private static final int STATEMENTS = 442;

    @TestFactory
    Stream<DynamicTest> holdsEveryStatementWithItsVerdict() {
        Map<String, Claim> claims =
                Hosts.KNOWLEDGE.claims().stream().collect(Collectors.toMap(Claim::id, Function.identity()));
        return Facts.LEDGER.stream()
                .map(row -> DynamicTest.dynamicTest(row.claim(), () -> {
                    assertThat(claims).containsKey(row.claim());
                    Claim claim = claims.get(row.claim());
                    assertThat(new Facts.Statement(
                                    claim.id(), claim.source(), claim.verdict().id(), claim.item()))
                            .isEqualTo(row);
                }));
    }

    @Test
    void holdsNoOtherStatement() {
        assertThat(Hosts.KNOWLEDGE.claims())
                .hasSize(STATEMENTS)
                .extracting(Claim::id)
                .containsExactlyInAnyOrderElementsOf(
                        Facts.LEDGER.stream().map(Facts.Statement::claim).toList());
    }

    @Test
    void letsNoRuleRestOnWhatIsOnlyRecorded() {
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
}
