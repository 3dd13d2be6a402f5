package org.lumbar.knowledge;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
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

/** Holds the limits that the claim ledger adopts statements under against what the planner does with every item they live in. */
final class LedgerLimits {

    /** Grades from the weakest claim to the strongest. */
    private static final List<String> STRENGTH = List.of("none", "very-low", "weak", "low", "moderate", "high");

    private static final String AGAINST = "guideline-against";
    private static final String ANY_RED_FLAG = "red-flag-present";
    /** Stands for every red flag: others set the finding, nobody answers it. */
    private static final String SOME_RED_FLAG = "rf-zoster";

    private static final String CHILD = "rf-child";

    /** A limit of a claim, and one of the items that it has to be kept by. */
    record Bound(String claim, String item, Limit limit) {}

    /** An item and a limit that many claims may have. */
    private record Kept(String item, Limit limit) {}

    private final Map<String, Item> items;
    private final Attempts everyday;
    private final Predicate<Item> thoroughly;
    private final Map<String, List<Situation>> hosts = new ConcurrentHashMap<>();
    private final Map<Kept, List<String>> known = new ConcurrentHashMap<>();

    /**
     * @param everyday patients who are planned with the knowledge
     * @param thoroughly items that are tried with somebody in every course of the pain, as a rule may hold in one of them only;
     *     others are tried with one patient in each standard
     */
    LedgerLimits(KnowledgeBase knowledge, Attempts everyday, Predicate<Item> thoroughly) {
        this.items = knowledge.items().stream().collect(Collectors.toMap(Item::id, Function.identity()));
        this.everyday = everyday;
        this.thoroughly = thoroughly;
    }

    /** Every limit of these claims with every item that carries the claim. */
    static Set<Bound> bounds(List<Claim> claims, LedgerIndex ledger) {
        Set<Bound> bounds = new LinkedHashSet<>();
        for (Claim claim : claims) {
            Set<String> hosts = ledger.hosts(claim.id(), claim.item());
            claim.limits().forEach(limit -> hosts.forEach(host -> bounds.add(new Bound(claim.id(), host, limit))));
        }
        return bounds;
    }

    /**
     * Where an item does not keep a limit that concerns it, in words. An item that is never offered keeps every limit, and an
     * umbrella, which decides nothing, has only a grade of its own.
     */
    List<String> broken(Bound bound) {
        Item item = items.get(bound.item());
        Limit limit = bound.limit().whole();
        boolean concerned = item != null
                && !item.offer().isEmpty()
                && (!item.umbrella() || limit instanceof Limit.Graded)
                && bound.limit().binds(item.id());
        return concerned
                ? known.computeIfAbsent(
                        new Kept(item.id(), limit), one -> places(item, limit).toList())
                : List.of();
    }

    private Stream<String> places(Item item, Limit limit) {
        return switch (limit) {
            case Limit.Excluded excluded -> excluded.findings().stream().flatMap(finding -> offered(item, finding));
            case Limit.Cautioned cautioned ->
                cautioned.findings().stream()
                        .filter(finding -> offeredWithoutWarning(item, finding))
                        .map(finding -> item.id() + " does not warn of " + finding);
            case Limit.Gated gated -> missing(item, gated);
            case Limit.Aged aged -> outside(item, aged);
            case Limit.Lasting lasting ->
                within(courses(item), lasting.days())
                        ? Stream.empty()
                        : Stream.of(item.id() + " lasts " + courses(item) + ", not " + lasting.days() + " days");
            case Limit.Phased phased -> inOtherPhases(item, phased);
            case Limit.Graded graded ->
                Stream.of(item.evidence().grade())
                        .filter(grade -> !agrees(grade, graded.grade()))
                        .map(grade -> item.id() + " is graded " + grade + ", not " + graded.grade());
            case Limit.Worded worded -> Stream.empty();
            case Limit.Partial partial -> places(item, partial.limit());
        };
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

    private Stream<String> offered(Item item, String finding) {
        return offered(item, patient -> with(patient, finding)).map(place -> place + " with " + finding);
    }

    /** Where the item is still offered to somebody who was changed. */
    private Stream<String> offered(Item item, UnaryOperator<Patient> change) {
        return hosts(item).stream()
                .map(host -> everyday.situation(change.apply(host.patient()), host.standard()))
                .filter(changed -> changed.offers(item.id()))
                .map(changed -> item.id() + " is offered in the standard "
                        + changed.standard().id())
                .distinct();
    }

    /** Patients to whom it is offered: only with them it means something that it no longer is. */
    private List<Situation> hosts(Item item) {
        return hosts.computeIfAbsent(
                item.id(),
                id -> thoroughly.test(item)
                        ? everyday.hostsInEveryCourse(id)
                        : Stream.of(Standard.values())
                                .flatMap(standard -> everyday.host(id, standard).stream())
                                .toList());
    }

    private static Patient with(Patient patient, String finding) {
        return patient.with(finding.equals(ANY_RED_FLAG) ? SOME_RED_FLAG : finding, true);
    }

    private boolean offeredWithoutWarning(Item item, String finding) {
        return hosts(item).stream()
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
        return everyday.situations().stream()
                .filter(situation -> situation.offers(item.id()))
                .map(situation -> situation.brief().diagnosis().phase())
                .filter(Objects::nonNull)
                .map(DiagnosisTerm::id)
                .filter(phase -> !limit.phases().contains(phase))
                .distinct()
                .map(phase -> item.id() + " is offered in the phase " + phase);
    }

    private static boolean agrees(String grade, String limit) {
        boolean weak = limit.equals("weak") && grade.equals("low");
        return grade.equals(AGAINST)
                || grade.equals(limit)
                || weak
                || (STRENGTH.contains(grade) && STRENGTH.indexOf(grade) <= STRENGTH.indexOf(limit));
    }
}
