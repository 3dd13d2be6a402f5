package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Findings.CurrentMedicine;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Formulary;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;
import org.lumbar.core.plan.CompiledItem.CompiledGate;
import org.lumbar.core.plan.CompiledItem.CompiledRule;

/**
 * What would give an item another status: smallest sets of changes, read off the same compiled rules that decided it. No set
 * is named where nothing that can change would help, as with an allergy.
 */
final class Counterfactuals {

    private static final int[][] AS_IT_IS = {WayAlgebra.NOTHING};

    private final Atoms atoms;
    private final Changes changes;
    private final Judge judge;
    private final InteractionIndex interactions;
    private final Map<String, Formulary> formularies;
    private final int[] emergencies;

    Counterfactuals(KnowledgeBase knowledge, Atoms atoms, Changes changes, Judge judge, InteractionIndex interactions) {
        this.atoms = atoms;
        this.changes = changes;
        this.judge = judge;
        this.interactions = interactions;
        this.formularies = new TreeMap<>(knowledge.formularies());
        this.emergencies = knowledge.redFlags().stream()
                .filter(flag -> flag.urgency().emergency())
                .mapToInt(flag -> atoms.finding(flag.id()))
                .toArray();
    }

    List<List<String>> of(CompiledItem compiled, Status status, Case patient) {
        return switch (status) {
            case REFUSED -> List.of();
            case WITHHELD -> nothingWithholds(compiled, patient, later -> true);
            case NOT_INDICATED -> indicated(compiled, patient);
            case NEEDS_INFORMATION -> settled(compiled, patient, later -> settles(compiled, later));
            case RECOMMENDED, OPTIONAL, DISCRETION -> applicable(compiled.closedBy(), patient);
        };
    }

    /** Changes that are sure to give an item that is not offered a better status, not merely another one. */
    List<List<String>> better(CompiledItem compiled, Status status, Case patient) {
        return switch (status) {
            case WITHHELD ->
                nothingWithholds(
                        compiled,
                        patient,
                        later -> compiled.offer(patient.standard()) != null
                                && compiled.indicated.in(later) != Truth.FALSE);
            case NOT_INDICATED -> indicated(compiled, patient);
            case NEEDS_INFORMATION -> settled(compiled, patient, later -> opens(compiled, later));
            case REFUSED, RECOMMENDED, OPTIONAL, DISCRETION -> List.of();
        };
    }

    /** The findings that alone would withhold; with named allergens a general answer about allergy decides nothing. */
    static List<List<String>> applicable(List<List<String>> closedBy, Case patient) {
        return patient.findings().allergensNamed()
                ? closedBy.stream()
                        .filter(change -> !change.get(0).startsWith(Vocabulary.DRUG_HYPERSENSITIVITY + "="))
                        .toList()
                : closedBy;
    }

    private List<List<String>> nothingWithholds(CompiledItem compiled, Case patient, Predicate<TruthSet> alsoHolds) {
        List<String> besides = besides(compiled, patient);
        if (besides == null) {
            return List.of();
        }
        int[][] ways = AS_IT_IS;
        if (patient.triage().level().emergency()) {
            for (RedFlag flag : patient.triage().present()) {
                if (flag.urgency().emergency()) {
                    ways = patient.ways().both(ways, patient.ways().toMake(atoms.finding(flag.id()), false));
                }
            }
        }
        ways = patient.ways().both(ways, patient.ways().toFalsify(exclusions(compiled, patient, Truth.TRUE)));
        if (compiled.offer(patient.standard()) != null && compiled.indicated.in(patient.truths()) != Truth.FALSE) {
            ways = open(compiled, patient, Truth.FALSE, ways);
        }
        return said(ways, besides, way -> {
            TruthSet later = patient.ways().after(way);
            return !stillWithheld(compiled, patient, later) && alsoHolds.test(later);
        });
    }

    /** Whether findings would still withhold the item. */
    private boolean stillWithheld(CompiledItem compiled, Case patient, TruthSet later) {
        return emergency(later)
                || compiled.excluded(later) == Truth.TRUE
                || (compiled.offer(patient.standard()) != null
                        && compiled.indicated.in(later) != Truth.FALSE
                        && compiled.open(later) == Truth.FALSE);
    }

    private boolean emergency(TruthSet later) {
        for (int flag : emergencies) {
            if (later.isTrue(flag)) {
                return true;
            }
        }
        return false;
    }

    /** What must change besides findings: medicines to stop, another country; null when nothing would help. */
    private @Nullable List<String> besides(CompiledItem compiled, Case patient) {
        if (patient.allergic().get(compiled.index)) {
            return null;
        }
        TreeSet<String> besides = new TreeSet<>();
        for (InteractionIndex.Hit hit : interactions.with(compiled.index, patient.exposure())) {
            if (hit.interaction().level().withholds()) {
                hit.medicines().forEach(medicine -> besides.add(medicine.ref() + "=stopped"));
            }
        }
        if (patient.duplicated().get(compiled.index)) {
            for (CurrentMedicine medicine : patient.findings().medicines()) {
                if (sharesIngredient(compiled, medicine)) {
                    besides.add(medicine.ref() + "=stopped");
                }
            }
        }
        if (judge.licence(compiled, patient) == Truth.FALSE) {
            String country = licensedIn(compiled.item.id());
            if (country == null) {
                return null;
            }
            besides.add("country=" + country);
        }
        return List.copyOf(besides);
    }

    private boolean sharesIngredient(CompiledItem compiled, CurrentMedicine medicine) {
        Dose dose = compiled.item.dose();
        return dose != null
                && dose.ingredients().stream()
                        .anyMatch(ingredient ->
                                interactions.substancesOf(medicine).contains(ingredient.substance()));
    }

    private @Nullable String licensedIn(String item) {
        for (Formulary formulary : formularies.values()) {
            Formulary.Entry entry = formulary.medicines().get(item);
            if (entry != null && entry.licensed()) {
                return formulary.country();
            }
        }
        return null;
    }

    private List<List<String>> indicated(CompiledItem compiled, Case patient) {
        int[][] ways = patient.ways().toSatisfy(compiled.indicated);
        Predicate<int[]> indicates = way -> compiled.indicated.in(patient.ways().after(way)) != Truth.FALSE;
        if (compiled.offer(patient.standard()) != null) {
            return said(ways, List.of(), indicates);
        }
        Standard other = patient.standard() == Standard.GUIDELINE ? Standard.COMPREHENSIVE : Standard.GUIDELINE;
        return compiled.offer(other) == null ? List.of() : said(ways, List.of("standard=" + other.id()), indicates);
    }

    /** The answers that open an undecided item, all together; every open exclusion must turn out absent. */
    private List<List<String>> settled(CompiledItem compiled, Case patient, Predicate<TruthSet> helps) {
        int[][] ways = patient.ways()
                .both(
                        patient.ways().toSatisfy(compiled.indicated),
                        patient.ways().toFalsify(exclusions(compiled, patient, Truth.UNKNOWN)));
        ways = open(compiled, patient, Truth.UNKNOWN, ways);
        if (compiled.item.needsDiagnosis() && !patient.truths().isTrue(judge.diagnosisConfirmed())) {
            ways = patient.ways().both(ways, patient.ways().toMake(judge.diagnosisConfirmed(), true));
        }
        List<List<String>> all =
                said(ways, List.of(), way -> helps.test(patient.ways().after(way)));
        return all.isEmpty() ? all : List.of(all.get(0));
    }

    /** Whether nothing would be left open, or something found that decides. */
    private boolean settles(CompiledItem compiled, TruthSet later) {
        return compiled.excluded(later) == Truth.TRUE
                || compiled.indicated.in(later) == Truth.FALSE
                || compiled.open(later) == Truth.FALSE
                || emergency(later)
                || opens(compiled, later);
    }

    /** Whether nothing would be left open and nothing against it. */
    private boolean opens(CompiledItem compiled, TruthSet later) {
        boolean waits = compiled.item.needsDiagnosis() && !later.isTrue(judge.diagnosisConfirmed());
        return !waits
                && !emergency(later)
                && compiled.excluded(later) == Truth.FALSE
                && compiled.indicated.in(later) == Truth.TRUE
                && compiled.open(later) == Truth.TRUE;
    }

    /** Opens the gates that block and are in this state. */
    private static int[][] open(CompiledItem compiled, Case patient, Truth state, int[][] ways) {
        int[][] opened = ways;
        for (CompiledGate gate : compiled.gates) {
            if (gate.blocks() && patient.truths().get(gate.atom()) == state) {
                opened = patient.ways().both(opened, patient.ways().toMake(gate.atom(), true));
            }
        }
        return opened;
    }

    private static List<Condition> exclusions(CompiledItem compiled, Case patient, Truth state) {
        List<Condition> found = new ArrayList<>(3);
        for (CompiledRule rule : compiled.exclusions) {
            if (rule.condition().in(patient.truths()) == state) {
                found.add(rule.condition());
            }
        }
        return found;
    }

    /** The ways that really help, as text: a change can bring about something else that is just as bad. */
    private List<List<String>> said(int[][] ways, List<String> besides, Predicate<int[]> helps) {
        List<List<String>> all = new ArrayList<>(ways.length);
        for (int[] way : ways) {
            if (!helps.test(way)) {
                continue;
            }
            List<String> one = new ArrayList<>(changes.say(way));
            one.addAll(besides);
            if (!one.isEmpty()) {
                all.add(List.copyOf(one));
            }
        }
        return List.copyOf(all);
    }
}
