package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Conflict;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Topic;

/** Everything that the source articles speak of stands somewhere: as an item, or as a topic when it is no treatment. */
class CoverageTest {

    private static final Map<String, Item> ITEMS =
            Hosts.KNOWLEDGE.items().stream().collect(Collectors.toMap(Item::id, item -> item));

    private static final Map<String, Topic> TOPICS =
            Hosts.KNOWLEDGE.topics().stream().collect(Collectors.toMap(Topic::id, topic -> topic));

    private static final Map<String, Long> CLAIMS =
            Hosts.KNOWLEDGE.claims().stream().collect(Collectors.groupingBy(Claim::item, Collectors.counting()));

    @ParameterizedTest
    @CsvFileSource(resources = "/facts/slugs.csv", numLinesToSkip = 1)
    void holdsEverySlugWithAllOfItsClaims(String slug, String standard, long claims) {
        assertThat(ITEMS.containsKey(slug) || TOPICS.containsKey(slug)).isTrue();
        assertThat(CLAIMS.get(slug)).isEqualTo(claims);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/facts/slugs.csv", numLinesToSkip = 1)
    void offersNothingInAStandardThatIsClosedToIt(String slug, String standard, long claims) {
        Item item = ITEMS.get(slug);
        if (item == null) {
            return;
        }
        String availability =
                item.availability().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        switch (standard) {
            case "closed", "check-only", "emergency" -> assertThat(availability).isEqualTo(standard);
            case "comprehensive" ->
                assertThat(item.offer()).doesNotContainKey(org.lumbar.core.knowledge.Standard.GUIDELINE);
            default -> assertThat(standard).isEqualTo("both");
        }
    }

    /** Topics have no status; whatever has one is no topic. */
    @Test
    void givesNoStatusToATopic() {
        assertThat(ITEMS.keySet()).doesNotContainAnyElementsOf(TOPICS.keySet());
        assertThat(Hosts.PLANNER.itemIds()).doesNotContainAnyElementsOf(TOPICS.keySet());
    }

    @Test
    void showsEveryDisputeOfTheSheet() {
        Set<String> shown = new TreeSet<>();
        Stream.concat(
                        ITEMS.values().stream().map(Item::dispute),
                        TOPICS.values().stream().map(Topic::dispute))
                .filter(dispute -> dispute != null)
                .forEach(dispute -> shown.addAll(dispute.ids()));
        assertThat(shown)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 66)
                        .mapToObj(number -> "D%02d".formatted(number))
                        .toList());
    }

    @Test
    void showsBothSidesOfEveryConflictAmongModernSources() {
        Map<String, Conflict> conflicts = new HashMap<>();
        Stream.concat(
                        ITEMS.values().stream().flatMap(item -> item.conflicts().stream()),
                        TOPICS.values().stream().flatMap(topic -> topic.conflicts().stream()))
                .forEach(conflict -> conflicts.put(conflict.id(), conflict));
        assertThat(conflicts.keySet())
                .containsExactlyInAnyOrder(
                        "acupuncture-for-low-back-pain",
                        "tramadol-in-chronic-pain",
                        "duloxetine-in-chronic-pain",
                        "muscle-relaxants",
                        "nsaid-in-pregnancy",
                        "metamizole-daily-limit",
                        "niacin-upper-level",
                        "dn4-cut-off",
                        "nrs-bands",
                        "acute-boundary");
        conflicts
                .values()
                .forEach(conflict -> assertThat(conflict.sides())
                        .as(conflict.id())
                        .hasSizeGreaterThan(1)
                        .allSatisfy(side -> assertThat(side.citations()).isNotEmpty()));
    }

    @Test
    void namesEachClaimWhereTheClaimPoints() {
        List<String> lost = Hosts.KNOWLEDGE.claims().stream()
                .filter(claim -> {
                    Item item = ITEMS.get(claim.item());
                    Topic topic = TOPICS.get(claim.item());
                    List<String> named = item != null
                            ? item.sources().claims()
                            : topic != null ? topic.sources().claims() : List.of();
                    return !named.contains(claim.id());
                })
                .map(Claim::id)
                .toList();
        assertThat(lost).isEmpty();
    }
}
