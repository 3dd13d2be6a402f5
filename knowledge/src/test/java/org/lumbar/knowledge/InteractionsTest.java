package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.knowledge.Level;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;

/** A pair of the interaction tables. */
class InteractionsTest {

    private static final Map<String, Interaction> OURS = Hosts.KNOWLEDGE.interactions().stream()
            .collect(Collectors.toMap(Interaction::id, Function.identity(), (a, b) -> a));

    /** A pair, and the products that stand on the side opposite to what is taken. */
    private record View(Facts.Pair pair, Set<String> planned) {}

    /** What can be taken, with every pair that it touches. */
    private static Map<List<Coding>, List<View>> byMedicines() {
        Map<List<Coding>, List<View>> all = new LinkedHashMap<>();
        Facts.allPairs().forEach(pair -> {
            addViews(pair, pair.a(), pair.b(), all);
            addViews(pair, pair.b(), pair.a(), all);
        });
        return all;
    }

    private static void addViews(
            Facts.Pair pair, Facts.Side planned, Facts.Side taken, Map<List<Coding>, List<View>> into) {
        Set<String> products = Facts.productsOn(planned);
        if (!products.isEmpty()) {
            for (List<Coding> medicines : taken(taken)) {
                into.computeIfAbsent(medicines, m -> new ArrayList<>()).add(new View(pair, products));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void withAMedicineTakenAlreadyWithholdsOrWarnsAsStrictlyAsTheSheet(Standard standard) {
        Set<String> failures = new TreeSet<>();
        byMedicines().forEach((medicines, views) -> {
            for (Patients host : Hosts.all(standard)) {
                Patients patient = host;
                for (Coding medicine : medicines) {
                    patient = patient.taking(medicine.system(), medicine.code());
                }
                TreatmentPlan plan = Hosts.plan(patient, standard);
                views.forEach(view -> check(view.pair(), view.planned(), medicines, plan, failures));
            }
        });
        assertThat(failures).isEmpty();
    }

    private static void check(
            Facts.Pair pair, Set<String> products, List<Coding> medicines, TreatmentPlan plan, Set<String> failures) {
        for (Recommendation one : plan.recommendations()) {
            String item = one.item().id();
            if (pair.mitigation()
                    && one.reasons().stream()
                            .anyMatch(reason -> reason.rule().equals(pair.id()) && reason.advice() == null)) {
                failures.add(pair.id() + " does not tell what to do about it");
            }
            if (!products.contains(item) || !one.status().offered()) {
                continue;
            }
            String what = pair.id() + " (" + pair.level() + "): " + item + " is " + one.status() + " with " + medicines;
            if (pair.level().withholds()) {
                failures.add(what);
            } else if (one.reasons().stream().noneMatch(reason -> warns(reason, pair))) {
                failures.add(what + " and says nothing of it");
            }
        }
    }

    /** The pair's own row, or another interaction that is at least as strict. */
    private static boolean warns(Reason reason, Facts.Pair pair) {
        Interaction ours = OURS.get(reason.rule());
        return ours != null && (reason.rule().equals(pair.id()) || ours.level().compareTo(pair.level()) <= 0);
    }

    /** Ways to take what stands on a side: by ATC code, by RxNorm id, by product; all of them where all are needed. */
    private static List<List<Coding>> taken(Facts.Side side) {
        Set<List<Coding>> ways = new LinkedHashSet<>();
        for (String prefix : side.atc()) {
            for (Facts.Medicine medicine : Facts.MEDICINES.get(prefix)) {
                ways.add(List.of(new Coding(CodeSystem.ATC, medicine.atc())));
                if (!medicine.rxnorm().isEmpty()) {
                    ways.add(List.of(new Coding(CodeSystem.RXNORM, medicine.rxnorm())));
                }
            }
        }
        if (!side.atcAll().isEmpty()) {
            ways.add(side.atcAll().stream()
                    .map(prefix -> new Coding(
                            CodeSystem.ATC, Facts.MEDICINES.get(prefix).get(0).atc()))
                    .toList());
        }
        Facts.Side products =
                new Facts.Side(side.items(), side.classes(), side.ingredients(), List.of(), List.of(), List.of());
        for (String product : Facts.productsOn(products)) {
            for (String code : Facts.PRODUCTS.get(product).atc()) {
                if (code.length() == 7 && !AMBIGUOUS.contains(code)) {
                    ways.add(List.of(new Coding(CodeSystem.ATC, code)));
                }
            }
        }
        return List.copyOf(ways);
    }

    /** Codes that cover combinations of quite different kinds, with and without codeine. */
    private static final Set<String> AMBIGUOUS = Set.of("N02BE71");

    @Test
    void isInTheContentAtLeastAsStrictly() {
        List<String> failures = new ArrayList<>();
        for (Facts.Pair pair : Facts.PAIRS) {
            Interaction ours = OURS.get(pair.id());
            if (ours == null) {
                failures.add(pair.id() + " is missing");
            } else if (ours.level().compareTo(pair.level()) > 0) {
                failures.add(pair.id() + " is only " + ours.level() + ", not " + pair.level());
            } else if (pair.mitigation() && ours.mitigation() == null) {
                failures.add(pair.id() + " has lost what to do about it");
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void hasEverythingOnItsSidesThatTheSheetPutsThere() {
        List<String> failures = new ArrayList<>();
        for (Facts.Pair pair : Facts.PAIRS) {
            Interaction ours = OURS.get(pair.id());
            if (ours != null
                    && !(covers(ours.a(), pair.a()) && covers(ours.b(), pair.b()))
                    && !(covers(ours.a(), pair.b()) && covers(ours.b(), pair.a()))) {
                failures.add(pair.id() + ": " + ours.a() + " / " + ours.b() + " but the sheet has " + pair.a() + " / "
                        + pair.b());
            }
        }
        assertThat(failures).isEmpty();
    }

    private static boolean covers(Interaction.Side ours, Facts.Side sheet) {
        return ours.herbFood().containsAll(sheet.herbFood())
                && ours.atcAll().containsAll(sheet.atcAll())
                && sheet.atc().stream().allMatch(code -> Facts.startsWithAny(code, ours.atc()))
                && ours.classes().containsAll(sheet.classes());
    }

    @ParameterizedTest
    @EnumSource
    void isNeverRecommendedTogetherWhenItMustNotMeet(Standard standard) {
        Set<String> failures = new TreeSet<>();
        for (Patients host : Hosts.all(standard)) {
            List<String> recommended = Hosts.plan(host, standard).recommendations().stream()
                    .filter(one -> one.status() == Status.RECOMMENDED)
                    .map(one -> one.item().id())
                    .toList();
            failures.addAll(mustNotMeet(recommended));
        }
        assertThat(failures).isEmpty();
    }

    /** Two products that the sheet forbids together, or says to avoid: "one and other", and the pair that says so. */
    private static final Map<String, String> FORBIDDEN = forbidden();

    private static Map<String, String> forbidden() {
        Map<String, String> forbidden = new HashMap<>();
        Facts.allPairs().filter(pair -> pair.level().withholds()).forEach(pair -> {
            for (String one : Facts.productsOn(pair.a())) {
                for (String other : Facts.productsOn(pair.b())) {
                    if (!one.equals(other)) {
                        forbidden.put(one + " and " + other, pair.id());
                    }
                }
            }
        });
        return forbidden;
    }

    /** Pairs among these items that must not meet. */
    static List<String> mustNotMeet(List<String> items) {
        List<String> found = new ArrayList<>();
        for (String one : items) {
            for (String other : items) {
                String pair = FORBIDDEN.get(one + " and " + other);
                if (pair != null) {
                    found.add(one + " and " + other + " by " + pair);
                }
            }
        }
        return found;
    }

    @Test
    void ofLevelAvoidOrWorseKeepsAnItemOut() {
        assertThat(Level.CONTRAINDICATED.withholds()).isTrue();
        assertThat(Level.AVOID.withholds()).isTrue();
        assertThat(Level.CAUTION.withholds()).isFalse();
        assertThat(Level.MONITOR.withholds()).isFalse();
    }
}
