package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Claim.Verdict;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Limit;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Recommendation;

/** A limit of the claim ledger, held against what the planner does with the item. */
class LedgerLimitsTest {

    /** Grades from the weakest claim to the strongest. */
    private static final List<String> STRENGTH = List.of("none", "very-low", "weak", "low", "moderate", "high");

    private static final Map<String, Item> ITEMS = new HashMap<>();

    static {
        Hosts.KNOWLEDGE.items().forEach(item -> ITEMS.put(item.id(), item));
    }

    @Test
    void thatExcludesAFindingWithholdsTheItemWhenItIsPresent() {
        Set<String> failures = new TreeSet<>();
        each(Limit.Excluded.class, (claim, limit) -> {
            for (String finding : limit.findings()) {
                offers(claim, host -> with(host, finding))
                        .forEach(one -> failures.add(claim.id() + ": " + one + " with " + finding));
            }
        });
        assertThat(failures).isEmpty();
    }

    @Test
    void thatAsksForCautionShowsItOrWithholdsTheItem() {
        Set<String> failures = new TreeSet<>();
        each(Limit.Cautioned.class, (claim, limit) -> {
            for (String finding : limit.findings()) {
                items(claim).stream()
                        .filter(item -> offeredWithoutWarning(item.id(), finding))
                        .forEach(item -> failures.add(claim.id() + ": " + item.id() + " does not warn of " + finding));
            }
        });
        assertThat(failures).isEmpty();
    }

    private static boolean offeredWithoutWarning(String item, String finding) {
        return Stream.of(Standard.values())
                .anyMatch(standard -> Hosts.of(item, standard)
                        .flatMap(host -> Hosts.PLANNER.recommendation(
                                with(host, finding).record(), Patients.request(standard), item))
                        .filter(one -> one.status().offered() && !warnsOf(one, finding))
                        .isPresent());
    }

    private static boolean warnsOf(Recommendation recommendation, String finding) {
        return recommendation.reasons().stream()
                .anyMatch(reason -> reason.caution() && reason.findings().contains(finding));
    }

    @Test
    void thatAsksForAGateHasItOnTheItem() {
        Set<String> failures = new TreeSet<>();
        each(Limit.Gated.class, (claim, limit) -> {
            for (Item item : items(claim)) {
                Set<String> missing = new TreeSet<>(limit.gates());
                missing.removeAll(item.gates());
                missing.forEach(gate -> failures.add(claim.id() + ": " + item.id() + " lacks the gate " + gate));
            }
        });
        assertThat(failures).isEmpty();
    }

    @Test
    void ofAgeKeepsTheItemFromTheYoungerAndTheOlder() {
        Set<String> failures = new TreeSet<>();
        each(Limit.Aged.class, (claim, limit) -> {
            offers(claim, host -> host.aged(limit.least() - 1).absent("rf-child"))
                    .forEach(one -> failures.add(claim.id() + ": " + one + " below " + limit.least()));
            if (limit.most() != null) {
                offers(claim, host -> host.aged(limit.most() + 1))
                        .forEach(one -> failures.add(claim.id() + ": " + one + " above " + limit.most()));
            }
        });
        assertThat(failures).isEmpty();
    }

    @Test
    void ofDaysIsNotExceededByTheLongestCourse() {
        Set<String> failures = new TreeSet<>();
        each(Limit.Lasting.class, (claim, limit) -> {
            for (Item item : items(claim)) {
                List<Double> courses = courses(item);
                if (courses.isEmpty() || courses.stream().anyMatch(days -> days > limit.days())) {
                    failures.add(claim.id() + ": " + item.id() + " lasts " + courses + ", not " + limit.days());
                }
            }
        });
        assertThat(failures).isEmpty();
    }

    /** How long the item may be used: of a medicine its longest course, of anything else what it measures in days. */
    private static List<Double> courses(Item item) {
        Dose dose = item.dose();
        if (dose != null) {
            return Stream.ofNullable(dose.daysMax()).map(Integer::doubleValue).toList();
        }
        Course course = item.course();
        return course == null
                ? List.of()
                : course.parameters().stream()
                        .filter(parameter -> "days".equals(parameter.unit()) && parameter.range() != null)
                        .map(parameter -> parameter.range().most())
                        .toList();
    }

    @Test
    void ofPhasesHoldsForEveryPatient() {
        Set<String> failures = new TreeSet<>();
        each(Limit.Phased.class, (claim, limit) -> {
            for (Hosts.Situation situation : Hosts.everySituation()) {
                String phase = situation.brief().diagnosis().phase().id();
                if (!limit.phases().contains(phase)) {
                    items(claim).stream()
                            .filter(item -> situation.offers(item.id()))
                            .forEach(item ->
                                    failures.add(claim.id() + ": " + item.id() + " is offered in the phase " + phase));
                }
            }
        });
        assertThat(failures).isEmpty();
    }

    @Test
    void ofEvidenceIsNotOutdoneByTheGradeOfTheItem() {
        Set<String> failures = new TreeSet<>();
        each(Limit.Graded.class, (claim, limit) -> {
            String grade = item(claim).evidence().grade();
            if (!grade.equals("guideline-against") && !agrees(grade, limit.grade())) {
                failures.add(claim.id() + ": " + claim.item() + " is graded " + grade + ", not " + limit.grade());
            }
        });
        assertThat(failures).isEmpty();
    }

    private static boolean agrees(String grade, String limit) {
        boolean weak = limit.equals("weak") && grade.equals("low");
        return grade.equals(limit)
                || weak
                || (STRENGTH.contains(grade) && STRENGTH.indexOf(grade) <= STRENGTH.indexOf(limit));
    }

    @Test
    void atTheCliniciansDiscretionIsNeverOfferedByItselfNorInTheGuidelineStandard() {
        Set<String> failures = new TreeSet<>();
        for (Claim claim : Hosts.KNOWLEDGE.claims()) {
            Item item = ITEMS.get(claim.item());
            if (claim.verdict() == Verdict.DISCRETION && item != null && !onlyHowOften(claim)) {
                Offer offer = item.offer().get(Standard.COMPREHENSIVE);
                if (item.offer().containsKey(Standard.GUIDELINE) || (offer != null && offer != Offer.DISCRETION)) {
                    failures.add(claim.id() + ": " + item.id() + " is offered " + item.offer());
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    /** It speaks of how often something is put on that other claims adopt. */
    private static boolean onlyHowOften(Claim claim) {
        return claim.id().equals("A-ointments-14");
    }

    private interface Change {
        Patients of(Patients host);
    }

    /** Where the item is still offered to a patient who was changed. */
    private static List<String> offers(Claim claim, Change change) {
        return Stream.of(Standard.values())
                .flatMap(
                        standard -> Hosts.of(claim.item(), standard)
                                .map(host -> new Hosts.Situation(change.of(host), standard))
                                .stream())
                .filter(situation -> situation.offers(claim.item()))
                .map(situation -> claim.item() + " in " + situation.standard())
                .toList();
    }

    /** A red flag is a finding that others set: shingles stand for any of them. */
    private static Patients with(Patients patient, String finding) {
        return patient.present(finding.equals("red-flag-present") ? "rf-zoster" : finding);
    }

    private static Item item(Claim claim) {
        return ITEMS.get(claim.item());
    }

    /** What the limit of a claim binds: its item, or those members of a group that can be offered at all. */
    private static List<Item> items(Claim claim) {
        Item item = item(claim);
        return item.members().isEmpty()
                ? List.of(item)
                : item.members().stream()
                        .map(ITEMS::get)
                        .filter(member -> !member.offer().isEmpty())
                        .toList();
    }

    /** Does this for each limit of a kind that belongs to an item. */
    private static <T extends Limit> void each(Class<T> kind, BiConsumer<Claim, T> check) {
        for (Claim claim : Hosts.KNOWLEDGE.claims()) {
            if (ITEMS.containsKey(claim.item())) {
                claim.limits().stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .forEach(limit -> check.accept(claim, limit));
            }
        }
    }
}
