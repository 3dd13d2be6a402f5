package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.CarePath.StagePlan;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.LocalizedText;

/** An umbrella follows its members in everything, whoever the patient is, and is never given itself. */
class UmbrellaTest {

    private static final long SEED = Long.getLong("population.seed", 20261124L);
    private static final int PEOPLE = 600;

    static Stream<Item> umbrellas() {
        return Hosts.KNOWLEDGE.items().stream().filter(Item::umbrella);
    }

    private interface Check {
        void person(TreatmentPlan plan, Recommendation umbrella, List<Recommendation> deciding);
    }

    /** Random people with every umbrella that they have, and the members that are as good as it is. */
    private static void everybody(Item item, Check check) {
        for (int i = 0; i < PEOPLE; i++) {
            SplittableRandom random = new SplittableRandom(SEED + i);
            Standard standard = random.nextBoolean() ? Standard.COMPREHENSIVE : Standard.GUIDELINE;
            TreatmentPlan plan = Hosts.plan(RandomPatients.next(random), standard);
            Recommendation umbrella = Hosts.of(plan, item.id());
            List<Recommendation> members = item.members().stream()
                    .map(member -> Hosts.of(plan, member))
                    .toList();
            Status best = members.stream()
                    .map(Recommendation::status)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            check.person(
                    plan,
                    umbrella,
                    members.stream().filter(member -> member.status() == best).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("umbrellas")
    void hasTheBestStatusOfItsMembersUpToWhatItOffers(Item item) {
        List<Status> bestFirst = List.of(
                Status.RECOMMENDED,
                Status.OPTIONAL,
                Status.DISCRETION,
                Status.NEEDS_INFORMATION,
                Status.WITHHELD,
                Status.NOT_INDICATED,
                Status.REFUSED);
        everybody(item, (plan, umbrella, deciding) -> {
            Status best = item.members().stream()
                    .map(member -> Hosts.of(plan, member).status())
                    .min(Comparator.comparingInt(bestFirst::indexOf))
                    .orElseThrow();
            Item.Offer most = item.offer().get(plan.request().standard());
            Status expected = best;
            if (most == null && bestFirst.indexOf(best) < bestFirst.indexOf(Status.WITHHELD)) {
                expected = Status.NOT_INDICATED;
            } else if (best.offered() && best.compareTo(Status.valueOf(most.name())) < 0) {
                expected = Status.valueOf(most.name());
            }
            assertThat(umbrella.status()).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @MethodSource("umbrellas")
    void namesTheMembersThatDecidedAndTheirFindings(Item item) {
        everybody(item, (plan, umbrella, deciding) -> {
            List<LocalizedText> names =
                    deciding.stream().map(member -> member.item().name()).toList();
            Set<String> findings = new LinkedHashSet<>();
            deciding.forEach(member -> member.reasons().forEach(reason -> findings.addAll(reason.findings())));
            assertThat(umbrella.reasons()).singleElement().satisfies(reason -> {
                assertThat(reason.words().get(0).values()).isEqualTo(names);
                assertThat(reason.findings()).containsExactlyElementsOf(findings);
            });
        });
    }

    @ParameterizedTest
    @MethodSource("umbrellas")
    void lacksWhatItsDecidingMembersLack(Item item) {
        everybody(item, (plan, umbrella, deciding) -> {
            Set<String> missing = new LinkedHashSet<>();
            if (umbrella.status() == Status.NEEDS_INFORMATION) {
                deciding.forEach(member -> missing.addAll(member.missing()));
            }
            assertThat(umbrella.missing()).containsExactlyElementsOf(missing);
        });
    }

    @ParameterizedTest
    @MethodSource("umbrellas")
    void isNeitherOrderedNorPlannedNorDosedNorAsked(Item item) {
        everybody(item, (plan, umbrella, deciding) -> {
            assertThat(umbrella.dose()).isNull();
            assertThat(umbrella.gates()).isEmpty();
            assertThat(plan.treatments()).doesNotContain(umbrella);
            assertThat(plan.path().stages()).flatExtracting(StagePlan::items).doesNotContain(item.id());
            assertThat(plan.questions())
                    .noneMatch(question -> question.decides().contains(item.id()));
        });
    }

    /** The plan of the others is the same as if there were no umbrellas: nobody gives way to one. */
    @ParameterizedTest
    @MethodSource("umbrellas")
    void isNoReasonForAnotherItem(Item item) {
        everybody(
                item,
                (plan, umbrella, deciding) -> plan.treatments()
                        .forEach(one -> one.reasons()
                                .forEach(reason -> assertThat(
                                                reason.words().stream().flatMap(word -> word.values().stream()))
                                        .as(one.item().id())
                                        .doesNotContain(item.name()))));
    }

    @ParameterizedTest
    @MethodSource("umbrellas")
    void changesItsStatusByWhatItNames(Item item) {
        for (int i = 0; i < PEOPLE / 6; i++) {
            SplittableRandom random = new SplittableRandom(SEED - 1 - i);
            Standard standard = random.nextBoolean() ? Standard.COMPREHENSIVE : Standard.GUIDELINE;
            Patients patient = RandomPatients.next(random);
            Recommendation umbrella = Hosts.of(Hosts.plan(patient, standard), item.id());
            for (List<String> changes : umbrella.wouldChangeIf()) {
                Map<String, Status> after = WouldChangeTest.changed(patient, standard, changes);
                assertThat(after.get(item.id()))
                        .as("person %s, %s", SEED - 1 - i, changes)
                        .isNotEqualTo(umbrella.status());
            }
        }
    }
}
