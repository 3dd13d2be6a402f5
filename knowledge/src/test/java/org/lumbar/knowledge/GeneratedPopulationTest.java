package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.Question;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.PatientRecord;

/**
 * What holds for everybody, tried on a population of random patients. The seed of each person is the number of the run plus
 * their place, so that a failure names the person to look at.
 */
class GeneratedPopulationTest {

    private static final long SEED = Long.getLong("population.seed", 20261124L);

    /** People whose plan is only decided, and people whose plan is explained in full. */
    private static final int DECIDED = Integer.getInteger("population.size", 100_000);

    private static final int EXPLAINED = DECIDED / 20;

    private static final Map<String, List<Facts.Contraindication>> CONTRAINDICATIONS = new HashMap<>();
    private static final Map<String, Integer> INDEX = new HashMap<>();
    private static final Set<String> SYSTEMIC_NSAIDS = new TreeSet<>();

    static {
        Facts.CONTRAINDICATIONS.forEach(one -> CONTRAINDICATIONS
                .computeIfAbsent(one.item(), item -> new ArrayList<>())
                .add(one));
        for (int i = 0; i < Hosts.KNOWLEDGE.findings().size(); i++) {
            INDEX.put(Hosts.KNOWLEDGE.findings().get(i).id(), i);
        }
        Facts.PRODUCTS.values().stream()
                .filter(product -> product.classes().contains("nsaid-systemic"))
                .forEach(product -> SYSTEMIC_NSAIDS.add(product.item()));
    }

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    private interface Check {
        void person(long seed, Patients patient, PatientRecord record, Standard standard);
    }

    private void everybody(int size, Check check) {
        System.out.println("population of " + size + ", seed " + SEED);
        IntStream.range(0, size).parallel().forEach(i -> {
            long seed = SEED + i;
            SplittableRandom random = new SplittableRandom(seed);
            Standard standard = random.nextBoolean() ? Standard.COMPREHENSIVE : Standard.GUIDELINE;
            Patients patient = RandomPatients.next(random);
            check.person(seed, patient, patient.record(), standard);
        });
        assertThat(failures.stream().limit(40)).isEmpty();
    }

    @Test
    void isNeverOfferedWhatMustNotMeetNorTwoOfTheSameKind() {
        everybody(DECIDED, (seed, patient, record, standard) -> {
            Planner.Brief brief = Hosts.PLANNER.brief(record, Patients.request(standard));
            List<String> recommended = brief.itemsByStatus().getOrDefault(Status.RECOMMENDED, List.of());
            List<String> nsaids =
                    recommended.stream().filter(SYSTEMIC_NSAIDS::contains).toList();
            if (nsaids.size() > 1) {
                fail(seed, "two systemic NSAIDs: " + nsaids);
            }
            InteractionsTest.mustNotMeet(recommended).forEach(what -> fail(seed, what));
            int items = 0;
            for (List<String> ids : brief.itemsByStatus().values()) {
                items += ids.size();
            }
            if (items != Hosts.KNOWLEDGE.items().size()) {
                fail(seed, items + " items have a status");
            }
            boolean emergency = brief.triage().level().emergency();
            if (emergency
                    && !EnumSet.of(Status.WITHHELD, Status.REFUSED)
                            .containsAll(brief.itemsByStatus().keySet())) {
                fail(seed, "an emergency, but " + brief.itemsByStatus().keySet());
            }
        });
    }

    @Test
    void isNeverOfferedWhatAFindingOfTheSheetRulesOut() {
        everybody(EXPLAINED, (seed, patient, record, standard) -> {
            TreatmentPlan plan = Hosts.PLANNER.plan(record, Patients.request(standard));
            for (Recommendation one : plan.recommendations()) {
                check(seed, plan, one);
            }
            for (Coding allergen : patient.allergies()) {
                Facts.PRODUCTS.values().stream()
                        .filter(product -> product.atc().contains(allergen.code()))
                        .filter(product ->
                                Hosts.of(plan, product.item()).status().offered())
                        .forEach(product -> fail(seed, product.item() + " is offered despite an allergy to it"));
            }
            for (Facts.Ceiling ceiling : Facts.CEILINGS) {
                if (appliesTo(ceiling, patient, plan)) {
                    CeilingsTest.exceeding(plan, ceiling).forEach(what -> fail(seed, what));
                }
            }
        });
    }

    private void check(long seed, TreatmentPlan plan, Recommendation one) {
        String item = one.item().id();
        if (one.reasons().isEmpty()) {
            fail(seed, item + " is " + one.status() + " without a reason");
        }
        if (one.status() == Status.NEEDS_INFORMATION && one.missing().isEmpty()) {
            fail(seed, item + " waits for nothing");
        }
        if (!one.status().offered()) {
            return;
        }
        for (Facts.Contraindication ruledOut : CONTRAINDICATIONS.getOrDefault(item, List.of())) {
            // An allergy to a medicine that is named rules out the products that hold it, not every medicine.
            boolean named = ruledOut.finding().equals("drug-hypersensitivity")
                    && !plan.findings().allergens().isEmpty();
            if (!named
                    && plan.findings().truths().isTrue(INDEX.get(ruledOut.finding()))
                    && (ruledOut.country().isEmpty() || ruledOut.country().equals(plan.country()))) {
                fail(seed, item + " is " + one.status() + " with " + ruledOut.finding());
            }
        }
        Double longest = Facts.LONGEST_COURSE_DAYS.get(item);
        if (longest != null && one.dose() != null && longest < days(one)) {
            fail(seed, item + " for more than " + longest + " days");
        }
    }

    private static double days(Recommendation one) {
        Integer days = one.dose() == null ? null : one.dose().dose().daysMax();
        return days == null ? Double.POSITIVE_INFINITY : days;
    }

    private static boolean appliesTo(Facts.Ceiling ceiling, Patients patient, TreatmentPlan plan) {
        boolean here = ceiling.country().isEmpty() || ceiling.country().equals(patient.country());
        return here
                && switch (ceiling.when()) {
                    case "" -> true;
                    case "age>=76" -> patient.age() != null && patient.age() >= 76;
                    case "egfr<=50" -> patient.measures().getOrDefault("egfr", 100.0) <= 50;
                    default -> plan.findings().truths().isTrue(INDEX.get(ceiling.when()));
                };
    }

    @Test
    void getsTheSamePlanTwiceAndTheSameInBrief() {
        everybody(EXPLAINED, (seed, patient, record, standard) -> {
            TreatmentPlan plan = Hosts.PLANNER.plan(record, Patients.request(standard));
            if (!plan.equals(Hosts.PLANNER.plan(patient.record(), Patients.request(standard)))) {
                fail(seed, "another plan for the same record");
            }
            Planner.Brief brief = Hosts.PLANNER.brief(record, Patients.request(standard));
            Map<Status, List<String>> statuses = new HashMap<>();
            plan.recommendations()
                    .forEach(one -> statuses.computeIfAbsent(one.status(), status -> new ArrayList<>())
                            .add(one.item().id()));
            if (!statuses.equals(brief.itemsByStatus())) {
                fail(seed, "brief and plan disagree on statuses");
            }
            if (!plan.questions().stream()
                    .map(Question::finding)
                    .toList()
                    .equals(brief.questions().stream().map(Question::finding).toList())) {
                fail(seed, "brief and plan disagree on questions");
            }
        });
    }

    @Test
    void isNeverOfferedMoreOnceAnOpenContraindicationTurnsOutPresent() {
        List<String> contraindications = Facts.CONTRAINDICATIONS.stream()
                .map(Facts.Contraindication::finding)
                .distinct()
                .filter(finding -> !finding.startsWith("age-") && !finding.equals("red-flag-present"))
                .toList();
        everybody(EXPLAINED, (seed, patient, record, standard) -> {
            String finding =
                    contraindications.get(new SplittableRandom(seed).split().nextInt(contraindications.size()));
            // The yes to a medicine allergy that is already named adds nothing: each product is judged by what it
            // holds.
            if (finding.equals("drug-hypersensitivity") && !patient.allergies().isEmpty()) {
                return;
            }
            Patients open = patient.unknown(finding);
            Map<String, Status> before = Hosts.statuses(open, standard);
            Map<String, Status> after = Hosts.statuses(open.present(finding), standard);
            Facts.CONTRAINDICATIONS.stream()
                    .filter(one -> one.finding().equals(finding))
                    .filter(one -> after.get(one.item()).offered()
                            && !before.get(one.item()).offered())
                    .forEach(one -> fail(seed, one.item() + " opens with " + finding));
        });
    }

    private void fail(long seed, String what) {
        failures.add("person " + seed + ": " + what);
    }
}
