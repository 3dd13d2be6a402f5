package org.lumbar.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Claim.Verdict;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.DiagnosisTerm;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Limit;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.knowledge.Attempts.Patient;
import org.lumbar.knowledge.Attempts.Situation;

/** Holds the limits that the claim ledger adopts statements under against what the planner does with their items. */
final class LedgerLimits {

    /** Grades from the weakest claim to the strongest. */
    private static final List<String> STRENGTH = List.of("none", "very-low", "weak", "low", "moderate", "high");

    private static final String AGAINST = "guideline-against";
    private static final String ANY_RED_FLAG = "red-flag-present";
    /** Stands for every red flag: others set the finding, nobody answers it. */
    private static final String SOME_RED_FLAG = "rf-zoster";

    private static final String CHILD = "rf-child";

    private final Map<String, Item> items;
    private final Attempts everyday;

    /** @param everyday patients who are planned with the knowledge */
    LedgerLimits(KnowledgeBase knowledge, Attempts everyday) {
        this.items = knowledge.items().stream().collect(Collectors.toMap(Item::id, Function.identity()));
        this.everyday = everyday;
    }

    /** Where a limit of a claim about an item does not hold, in words; nothing when it does or when there is no such item. */
    List<String> broken(String id, Limit limit) {
        Item item = items.get(id);
        if (item == null) {
            return List.of();
        }
        Stream<String> places = switch (limit) {
            case Limit.Excluded excluded -> excluded.findings().stream().flatMap(finding -> offered(item, finding));
            case Limit.Cautioned cautioned ->
                bound(item)
                        .flatMap(one -> cautioned.findings().stream()
                                .filter(finding -> offeredWithoutWarning(one, finding))
                                .map(finding -> one.id() + " does not warn of " + finding));
            case Limit.Gated gated -> bound(item).flatMap(one -> missing(one, gated));
            case Limit.Aged aged -> outside(item, aged);
            case Limit.Lasting lasting ->
                bound(item)
                        .filter(one -> !within(courses(one), lasting.days()))
                        .map(one -> one.id() + " lasts " + courses(one) + ", not " + lasting.days() + " days");
            case Limit.Phased phased -> inOtherPhases(item, phased);
            case Limit.Graded graded ->
                Stream.of(item.evidence().grade())
                        .filter(grade -> !agrees(grade, graded.grade()))
                        .map(grade -> item.id() + " is graded " + grade + ", not " + graded.grade());
            case Limit.Worded worded -> Stream.empty();
        };
        return places.toList();
    }

    /** True when an item that a claim leaves to the clinician is offered by itself or in the guideline standard. */
    static boolean exceedsDiscretion(Claim claim, KnowledgeBase knowledge) {
        return claim.verdict() == Verdict.DISCRETION
                && knowledge.items().stream()
                        .filter(item -> item.id().equals(claim.item()))
                        .map(Item::offer)
                        .anyMatch(offer -> offer.containsKey(Standard.GUIDELINE)
                                || offer.getOrDefault(Standard.COMPREHENSIVE, Offer.DISCRETION) != Offer.DISCRETION);
    }

    /** What a limit binds: the item, or those members of a group that can be offered at all. */
    private Stream<Item> bound(Item item) {
        return item.members().isEmpty()
                ? Stream.of(item)
                : item.members().stream()
                        .map(items::get)
                        .filter(member -> !member.offer().isEmpty());
    }

    private Stream<String> offered(Item item, String finding) {
        return offered(item, patient -> with(patient, finding)).map(place -> place + " with " + finding);
    }

    /** Where the item is still offered to somebody who was changed. */
    private Stream<String> offered(Item item, UnaryOperator<Patient> change) {
        return hosts(item)
                .map(host -> everyday.situation(change.apply(host.patient()), host.standard()))
                .filter(changed -> changed.offers(item.id()))
                .map(changed -> item.id() + " is offered in the standard "
                        + changed.standard().id());
    }

    /** In each standard somebody to whom it is offered: only then it means something that it no longer is. */
    private Stream<Situation> hosts(Item item) {
        return Stream.of(Standard.values()).flatMap(standard -> everyday.host(item.id(), standard).stream());
    }

    private static Patient with(Patient patient, String finding) {
        return patient.with(finding.equals(ANY_RED_FLAG) ? SOME_RED_FLAG : finding, true);
    }

    private boolean offeredWithoutWarning(Item item, String finding) {
        return hosts(item)
                .flatMap(host -> everyday.recommendation(with(host.patient(), finding), host.standard(), item).stream())
                .anyMatch(one -> one.status().offered()
                        && one.reasons().stream()
                                .noneMatch(reason ->
                                        reason.caution() && reason.findings().contains(finding)));
    }

    private static Stream<String> missing(Item item, Limit.Gated gated) {
        Set<String> missing = new HashSet<>(gated.gates());
        missing.removeAll(item.gates());
        return missing.stream().map(gate -> item.id() + " lacks the gate " + gate);
    }

    private Stream<String> outside(Item item, Limit.Aged limit) {
        Stream<String> younger = offered(
                        item, host -> younger(host, limit.least()).with(CHILD, false))
                .map(place -> place + " below " + limit.least());
        Integer most = limit.most();
        return most == null
                ? younger
                : Stream.concat(
                        younger, offered(item, host -> younger(host, most + 2)).map(place -> place + " above " + most));
    }

    /** The same person in the last year before an age. */
    private static Patient younger(Patient patient, int years) {
        return patient.with("age-under-" + years, true);
    }

    private static boolean within(List<Double> courses, int days) {
        return !courses.isEmpty() && courses.stream().allMatch(course -> course <= days);
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

    private Stream<String> inOtherPhases(Item item, Limit.Phased limit) {
        return bound(item)
                .flatMap(one -> everyday.situations().stream()
                        .filter(situation -> situation.offers(one.id()))
                        .map(situation -> situation.brief().diagnosis().phase())
                        .filter(Objects::nonNull)
                        .map(DiagnosisTerm::id)
                        .filter(phase -> !limit.phases().contains(phase))
                        .distinct()
                        .map(phase -> one.id() + " is offered in the phase " + phase));
    }

    private static boolean agrees(String grade, String limit) {
        boolean weak = limit.equals("weak") && grade.equals("low");
        return grade.equals(AGAINST)
                || grade.equals(limit)
                || weak
                || (STRENGTH.contains(grade) && STRENGTH.indexOf(grade) <= STRENGTH.indexOf(limit));
    }
}
