package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Limit;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.knowledge.LedgerLimits.Bound;

/**
 * A limit of the claim ledger, held against what the planner does with every item that the claim lives in, for people built from
 * the facts alone.
 */
class LedgerLimitsTest {

    private static final Attempts EVERYDAY = Everyday.attempts();
    private static final LedgerLimits LIMITS = new LedgerLimits(Hosts.KNOWLEDGE, EVERYDAY, item -> true);
    private static final LedgerIndex LEDGER = LedgerIndex.of(Hosts.KNOWLEDGE);
    private static final Set<Bound> BOUNDS = LedgerLimits.bounds(Hosts.KNOWLEDGE.claims(), LEDGER);
    private static final ClaimLines LINES = new ClaimLines(ContentFiles.read(Path.of(""), new Problems()));

    /** It speaks of how often something is put on that other claims adopt. */
    private static final String ONLY_HOW_OFTEN = "A-ointments-14";

    /** The claim spares the gel what rules out the medicine in the blood, because the gel warns of each of it. */
    @Test
    void theGelWarnsOfWhateverItIsSpared() {
        Claim claim = Hosts.KNOWLEDGE.claims().stream()
                .filter(one -> one.id().equals("A-painkillers-18"))
                .findFirst()
                .orElseThrow();
        List<Limit.Excluded> spared = claim.limits().stream()
                .filter(limit -> !limit.binds("ketoprofen-gel"))
                .map(limit -> (Limit.Excluded) limit.whole())
                .toList();
        assertThat(spared).singleElement().satisfies(limit -> {
            assertThat(limit.findings()).hasSize(10);
            Bound warned = new Bound(claim.id(), "ketoprofen-gel", new Limit.Cautioned(limit.findings()));
            assertThat(LIMITS.broken(warned)).isEmpty();
        });
        Bound notWarned = new Bound(claim.id(), "ketoprofen-gel", new Limit.Cautioned(List.of("epilepsy")));
        assertThat(LIMITS.broken(notWarned)).as("the check can fail").isNotEmpty();
    }

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
    void isKeptByEveryItemThatTheClaimLivesIn(Class<? extends Limit> kind) {
        Set<String> failures = new TreeSet<>();
        int held = 0;
        for (Bound bound : BOUNDS) {
            if (kind.isInstance(bound.limit().whole())) {
                held++;
                LIMITS.broken(bound).forEach(how -> failures.add(told(bound, how)));
            }
        }
        assertThat(failures)
                .as(
                        "Let the item keep the limit, or name it under not-for with the reason why the limit does not concern it.")
                .isEmpty();
        assertThat(held).as("limits of this kind").isPositive();
    }

    /** Where a limit spares an item, every finding and gate of it would otherwise be missed there. */
    @Test
    void sparesNoItemThatKeepsIt() {
        Set<String> failures = new TreeSet<>();
        int spared = 0;
        for (Claim claim : Hosts.KNOWLEDGE.claims()) {
            for (Limit limit : claim.limits()) {
                for (String item : spared(limit)) {
                    spared++;
                    parts(limit.whole())
                            .map(part -> new Bound(claim.id(), item, part))
                            .filter(bound -> LIMITS.broken(bound).isEmpty())
                            .forEach(bound -> failures.add(told(
                                    new Bound(claim.id(), item, limit), item + " keeps " + bound.limit() + " anyway")));
                }
            }
        }
        assertThat(failures)
                .as("Take what is kept out of the limit that spares the item.")
                .isEmpty();
        assertThat(spared).as("spared items").isPositive();
    }

    /** A limit that is tried with nobody would seem to be kept. */
    @Test
    void isTriedWithSomebodyInEachStandardThatOffersTheItem() {
        Set<String> items = new TreeSet<>();
        BOUNDS.stream()
                .filter(bound -> switch (bound.limit().whole()) {
                    case Limit.Excluded excluded -> true;
                    case Limit.Cautioned cautioned -> true;
                    case Limit.Aged aged -> true;
                    default -> false;
                })
                .forEach(bound -> items.add(bound.item()));
        assertThat(Hosts.KNOWLEDGE.items().stream()
                        .filter(item -> items.contains(item.id()))
                        .flatMap(LedgerLimitsTest::untried))
                .isEmpty();
    }

    private static Stream<String> untried(Item item) {
        return Stream.of(Standard.values())
                .filter(standard -> item.offer().containsKey(standard)
                        && EVERYDAY.host(item.id(), standard).isEmpty())
                .map(standard -> item.id() + " in the standard " + standard.id());
    }

    @Test
    void bindsTheMembersOfAnUmbrellaAndWhoeverNamesTheClaimOrRestsARuleOnIt() {
        assertThat(LEDGER.hosts("A-physiotherapy-18", "electrotherapy"))
                .contains("electrotherapy", "tens", "microcurrent", "darsonval", "electrophoresis");
        assertThat(LEDGER.hosts("A-medicines-24", "sedalgin")).contains("sedalgin-plus", "pentalgin-ic");
        assertThat(LEDGER.hosts("A-herbal-01", "herbal-tea")).contains("chamomile", "rosehip");
    }

    @Test
    void atTheCliniciansDiscretionIsNeverOfferedByItselfNorInTheGuidelineStandard() {
        assertThat(Hosts.KNOWLEDGE.claims())
                .filteredOn(claim -> !claim.id().equals(ONLY_HOW_OFTEN))
                .filteredOn(claim -> LedgerLimits.exceedsDiscretion(claim, Hosts.KNOWLEDGE))
                .extracting(Claim::id)
                .isEmpty();
    }

    private static String told(Bound bound, String how) {
        ClaimLines.Place place = LINES.of(bound.claim(), bound.limit());
        return place.file() + ":" + place.line() + ": " + bound.claim() + ": " + how;
    }

    private static List<String> spared(Limit limit) {
        return limit instanceof Limit.Partial partial
                ? partial.spared().stream().flatMap(one -> one.items().stream()).toList()
                : List.of();
    }

    /** A limit of each finding or gate alone; one number or word stays as it is. */
    private static Stream<Limit> parts(Limit limit) {
        return switch (limit) {
            case Limit.Excluded excluded -> excluded.findings().stream().map(one -> new Limit.Excluded(List.of(one)));
            case Limit.Cautioned cautioned ->
                cautioned.findings().stream().map(one -> new Limit.Cautioned(List.of(one)));
            case Limit.Gated gated -> gated.gates().stream().map(one -> new Limit.Gated(List.of(one)));
            default -> Stream.of(limit);
        };
    }
}
