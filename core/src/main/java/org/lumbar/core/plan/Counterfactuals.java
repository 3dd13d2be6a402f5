package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Findings.CurrentMedicine;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Formulary;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.Verdicts;
import org.lumbar.core.plan.CompiledItem.CompiledGate;
import org.lumbar.core.plan.CompiledItem.CompiledRule;

/**
 * What would give an item of one patient another status: smallest sets of changes, read off the same compiled rules that
 * decided it. No set is named where nothing that can change would help, as with an allergy. Not for sharing between threads.
 */
final class Counterfactuals {

    /** The same for all patients. */
    record Shared(
            Atoms atoms,
            Judge judge,
            InteractionIndex interactions,
            Map<String, Formulary> formularies,
            int[] emergencies) {

        Shared(KnowledgeBase knowledge, Atoms atoms, Judge judge, InteractionIndex interactions) {
            this(
                    atoms,
                    judge,
                    interactions,
                    new TreeMap<>(knowledge.formularies()),
                    knowledge.redFlags().stream()
                            .filter(flag -> flag.urgency().emergency())
                            .mapToInt(flag -> atoms.finding(flag.id()))
                            .toArray());
        }
    }

    private final Shared shared;
    private final Case patient;
    private final Ways ways;
    private final Way[] noEmergency;
    /** What would indicate an item, by the number of its indication; the first half under the standard of the plan. */
    private final @Nullable List<List<String>>[] indicating;

    @SuppressWarnings("unchecked") // an array of lists that never leaves with another type
    Counterfactuals(Shared shared, Case patient, Ways ways, int conditions) {
        this.shared = shared;
        this.patient = patient;
        this.ways = ways;
        this.noEmergency = noEmergency();
        this.indicating = (List<List<String>>[]) new List<?>[2 * conditions];
    }

    List<List<String>> of(CompiledItem compiled, Status status) {
        return switch (status) {
            case REFUSED -> List.of();
            case WITHHELD -> nothingWithholds(compiled, later -> true);
            case NOT_INDICATED -> indicated(compiled);
            case NEEDS_INFORMATION -> settled(compiled, later -> settles(compiled, later));
            case RECOMMENDED, OPTIONAL, DISCRETION -> compiled.closedBy().of(patient);
        };
    }

    /** Changes that are sure to give an item that is not offered a better status, not merely another one. */
    List<List<String>> better(CompiledItem compiled, Status status) {
        return switch (status) {
            case WITHHELD ->
                nothingWithholds(
                        compiled,
                        later -> compiled.offer(patient.standard()) != null
                                && later.of(compiled.indicated) != Truth.FALSE);
            case NOT_INDICATED -> indicated(compiled);
            case NEEDS_INFORMATION -> settled(compiled, later -> opens(compiled, later));
            case REFUSED, RECOMMENDED, OPTIONAL, DISCRETION -> List.of();
        };
    }

    private List<List<String>> nothingWithholds(CompiledItem compiled, Predicate<Verdicts> alsoHolds) {
        List<String> besides = besides(compiled);
        if (besides == null) {
            return List.of();
        }
        Way[] found = ways.both(noEmergency, ways.toFalsify(exclusions(compiled, Truth.TRUE)));
        if (compiled.offer(patient.standard()) != null && patient.state().of(compiled.indicated) != Truth.FALSE) {
            found = open(compiled, Truth.FALSE, found);
        }
        return said(found, besides, later -> !stillWithheld(compiled, later) && alsoHolds.test(later));
    }

    private Way[] noEmergency() {
        Way[] found = Ways.AS_IT_IS;
        if (patient.triage().level().emergency()) {
            for (RedFlag flag : patient.triage().present()) {
                if (flag.urgency().emergency()) {
                    found = ways.both(found, ways.toMake(shared.atoms().finding(flag.id()), false));
                }
            }
        }
        return found;
    }

    /** Whether findings would still withhold the item. */
    private boolean stillWithheld(CompiledItem compiled, Verdicts later) {
        return emergency(later)
                || compiled.excluded(later) == Truth.TRUE
                || (compiled.offer(patient.standard()) != null
                        && later.of(compiled.indicated) != Truth.FALSE
                        && compiled.open(later.truths()) == Truth.FALSE);
    }

    private boolean emergency(Verdicts later) {
        for (int flag : shared.emergencies()) {
            if (later.truths().isTrue(flag)) {
                return true;
            }
        }
        return false;
    }

    /** What must change besides findings: medicines to stop, another country; null when nothing would help. */
    private @Nullable List<String> besides(CompiledItem compiled) {
        if (patient.allergic().get(compiled.index)) {
            return null;
        }
        if (patient.findings().medicines().isEmpty() && patient.licence(compiled) != Truth.FALSE) {
            return List.of();
        }
        TreeSet<String> besides = new TreeSet<>();
        for (InteractionIndex.Hit hit : shared.interactions().with(compiled.index, patient.exposure())) {
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
        if (patient.licence(compiled) == Truth.FALSE) {
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
                                shared.interactions().substancesOf(medicine).contains(ingredient.substance()));
    }

    private @Nullable String licensedIn(String item) {
        for (Formulary formulary : shared.formularies().values()) {
            Formulary.Entry entry = formulary.medicines().get(item);
            if (entry != null && entry.licensed()) {
                return formulary.country();
            }
        }
        return null;
    }

    private List<List<String>> indicated(CompiledItem compiled) {
        boolean here = compiled.offer(patient.standard()) != null;
        if (!here && compiled.offer(patient.standard().other()) == null) {
            return List.of();
        }
        int place = compiled.indicated.number() + (here ? 0 : indicating.length / 2);
        List<List<String>> known = indicating[place];
        if (known == null) {
            known = said(
                    ways.toSatisfy(compiled.indicated),
                    here
                            ? List.of()
                            : List.of("standard=" + patient.standard().other().id()),
                    later -> later.of(compiled.indicated) != Truth.FALSE);
            indicating[place] = known;
        }
        return known;
    }

    /** The answers that open an undecided item, all together; every open exclusion must turn out absent. */
    private List<List<String>> settled(CompiledItem compiled, Predicate<Verdicts> helps) {
        int diagnosed = shared.judge().diagnosisConfirmed();
        Way[] found =
                ways.both(ways.toSatisfy(compiled.indicated), ways.toFalsify(exclusions(compiled, Truth.UNKNOWN)));
        found = open(compiled, Truth.UNKNOWN, found);
        if (compiled.item.needsDiagnosis() && !patient.truths().isTrue(diagnosed)) {
            found = ways.both(found, ways.toMake(diagnosed, true));
        }
        List<List<String>> all = said(found, List.of(), helps);
        return all.isEmpty() ? all : List.of(all.get(0));
    }

    /** Whether nothing would be left open, or something found that decides. */
    private boolean settles(CompiledItem compiled, Verdicts later) {
        return compiled.excluded(later) == Truth.TRUE
                || later.of(compiled.indicated) == Truth.FALSE
                || compiled.open(later.truths()) == Truth.FALSE
                || emergency(later)
                || opens(compiled, later);
    }

    /** Whether nothing would be left open and nothing against it. */
    private boolean opens(CompiledItem compiled, Verdicts later) {
        boolean waits = compiled.item.needsDiagnosis()
                && !later.truths().isTrue(shared.judge().diagnosisConfirmed());
        return !waits
                && !emergency(later)
                && compiled.excluded(later) == Truth.FALSE
                && later.of(compiled.indicated) == Truth.TRUE
                && compiled.open(later.truths()) == Truth.TRUE;
    }

    /** Opens the gates that block and are in this state. */
    private Way[] open(CompiledItem compiled, Truth state, Way[] found) {
        Way[] opened = found;
        for (CompiledGate gate : compiled.gates) {
            if (gate.blocks() && patient.truths().get(gate.atom()) == state) {
                opened = ways.both(opened, ways.toMake(gate.atom(), true));
            }
        }
        return opened;
    }

    private List<Condition> exclusions(CompiledItem compiled, Truth value) {
        List<Condition> found = new ArrayList<>(3);
        for (CompiledRule rule : compiled.exclusions) {
            if (patient.state().of(rule.condition()) == value) {
                found.add(rule.condition());
            }
        }
        return found;
    }

    /** The ways that really help, as text: a change can bring about something else that is just as bad. */
    private List<List<String>> said(Way[] found, List<String> besides, Predicate<Verdicts> helps) {
        List<List<String>> all = new ArrayList<>(found.length);
        for (Way way : found) {
            if (helps.test(ways.after(way)) && !(way.changesNothing() && besides.isEmpty())) {
                all.add(with(ways.say(way), besides));
            }
        }
        return List.copyOf(all);
    }

    private static List<String> with(List<String> some, List<String> more) {
        if (more.isEmpty()) {
            return some;
        }
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
