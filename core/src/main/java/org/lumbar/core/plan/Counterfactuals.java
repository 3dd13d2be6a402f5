package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Findings.CurrentMedicine;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Formulary;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Lanes;
import org.lumbar.core.logic.Truth;

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

    private static final Way[] NONE = {};

    /** Tells in which of the lanes something is so. */
    private interface Test {
        long lanes(Lanes later);
    }

    private final Shared shared;
    private final Case patient;
    private final Ways ways;
    private final Way[] noEmergency;
    private final Outlook outlook = new Outlook();
    /** By item, ways that may help, and what must change besides findings. */
    private final Way[][] found;

    private final @Nullable List<String>[] besides;
    /** What would indicate an item, by the number of its indication; the first half under the standard of the plan. */
    private final @Nullable List<List<String>>[] indicated;
    /** Ways to overcome obstacles, which many items share: exclusions that hold, then gates that are closed. */
    private final Map<List<Object>, Way[]> overcoming = new HashMap<>();
    /** Lanes that were looked at last, and those of them in which there is an emergency. */
    private @Nullable Lanes lookedAt;

    private long emergencies;

    @SuppressWarnings("unchecked") // an array of lists that never leaves with another type
    Counterfactuals(Shared shared, Case patient, Ways ways, int conditions, int items) {
        this.shared = shared;
        this.patient = patient;
        this.ways = ways;
        this.noEmergency = noEmergency();
        this.indicated = (List<List<String>>[]) new List<?>[2 * conditions];
        this.found = new Way[items][];
        Arrays.fill(found, NONE);
        this.besides = (List<String>[]) new List<?>[items];
    }

    /** To plan by another standard, as a change. */
    static String change(Standard standard) {
        return switch (standard) {
            case COMPREHENSIVE -> "standard=comprehensive";
            case GUIDELINE -> "standard=guideline";
        };
    }

    /** Finds ways to another status for an item; whether they help is known once {@link #look} has seen all of them. */
    void consider(CompiledItem compiled, Status status) {
        Way[] ways = switch (status) {
            case WITHHELD -> overcoming(compiled);
            case NOT_INDICATED -> indicating(compiled);
            case NEEDS_INFORMATION -> settling(compiled);
            case REFUSED, RECOMMENDED, OPTIONAL, DISCRETION -> NONE;
        };
        outlook.add(ways);
        found[compiled.index] = ways;
    }

    /** Sees what would come of all ways considered. */
    void look(Changes rules) {
        outlook.look(rules, patient.findings(), patient.truths());
    }

    /** What would give another status to an item that was considered. */
    List<List<String>> of(CompiledItem compiled, Status status) {
        return switch (status) {
            case REFUSED -> List.of();
            case WITHHELD -> said(compiled, later -> ~withheld(compiled, later));
            case NOT_INDICATED -> indicated(compiled);
            case NEEDS_INFORMATION -> first(said(compiled, later -> settled(compiled, later)));
            case RECOMMENDED, OPTIONAL, DISCRETION -> compiled.closedBy().of(patient);
        };
    }

    /** Changes that are sure to give an item that is not offered a better status, not merely another one. */
    List<List<String>> better(CompiledItem compiled, Status status) {
        return switch (status) {
            case WITHHELD ->
                compiled.offer(patient.standard()) == null
                        ? List.of()
                        : said(compiled, later -> ~withheld(compiled, later) & ~compiled.indicated.fails(later));
            case NOT_INDICATED -> indicated(compiled);
            case NEEDS_INFORMATION -> first(said(compiled, later -> opened(compiled, later)));
            case REFUSED, RECOMMENDED, OPTIONAL, DISCRETION -> List.of();
        };
    }

    /** Ends everything that withholds an item. */
    private Way[] overcoming(CompiledItem compiled) {
        List<String> others = besides(compiled);
        if (others == null) {
            return NONE;
        }
        besides[compiled.index] = others;
        List<Condition> exclusions = exclusions(compiled, Truth.TRUE);
        boolean wanted =
                compiled.offer(patient.standard()) != null && patient.state().of(compiled.indicated) != Truth.FALSE;
        List<CompiledGate> closed = wanted ? gates(compiled, Truth.FALSE) : List.of();
        if (WayAlgebra.changesNothing(noEmergency) && exclusions.size() <= 1 && closed.isEmpty()) {
            return ways.toFalsify(exclusions);
        }
        List<Object> obstacles = new ArrayList<>(exclusions);
        obstacles.addAll(closed);
        Way[] known = overcoming.get(obstacles);
        if (known == null) {
            known = open(closed, ways.both(noEmergency, ways.toFalsify(exclusions)));
            overcoming.put(obstacles, known);
        }
        return known;
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

    /** The lanes in which findings would still withhold the item. */
    private long withheld(CompiledItem compiled, Lanes later) {
        long withheld = emergency(later) | compiled.excluded(later);
        return compiled.offer(patient.standard()) == null
                ? withheld
                : withheld | (compiled.open.fails(later) & ~compiled.indicated.fails(later));
    }

    private long emergency(Lanes later) {
        if (later != lookedAt) {
            long any = 0;
            for (int flag : shared.emergencies()) {
                any |= later.isTrue(flag);
            }
            lookedAt = later;
            emergencies = any;
        }
        return emergencies;
    }

    /** What must change besides findings: medicines to stop, another country; null when nothing would help. */
    private @Nullable List<String> besides(CompiledItem compiled) {
        boolean licensed = patient.licence(compiled) != Truth.FALSE;
        if (licensed && !patient.unsafe().get(compiled.index)) {
            return List.of();
        }
        if (patient.allergic().get(compiled.index)) {
            return null;
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
        if (!licensed) {
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

    /** Makes an item indicated, if need be in the other standard. */
    private Way[] indicating(CompiledItem compiled) {
        boolean somewhere = compiled.offer(patient.standard()) != null
                || compiled.offer(patient.standard().other()) != null;
        return somewhere ? ways.toSatisfy(compiled.indicated) : NONE;
    }

    private List<List<String>> indicated(CompiledItem compiled) {
        boolean here = compiled.offer(patient.standard()) != null;
        if (!here && compiled.offer(patient.standard().other()) == null) {
            return List.of();
        }
        int place = compiled.indicated.number() + (here ? 0 : indicated.length / 2);
        List<List<String>> known = indicated[place];
        if (known == null) {
            List<String> others =
                    here ? List.of() : List.of(change(patient.standard().other()));
            known = said(found[compiled.index], others, later -> ~compiled.indicated.fails(later));
            indicated[place] = known;
        }
        return known;
    }

    /** The answers that open an undecided item, all together; every open exclusion must turn out absent. */
    private Way[] settling(CompiledItem compiled) {
        int diagnosed = shared.judge().diagnosisConfirmed();
        Way[] answers =
                ways.both(ways.toSatisfy(compiled.indicated), ways.toFalsify(exclusions(compiled, Truth.UNKNOWN)));
        answers = open(gates(compiled, Truth.UNKNOWN), answers);
        return compiled.item.needsDiagnosis() && !patient.truths().isTrue(diagnosed)
                ? ways.both(answers, ways.toMake(diagnosed, true))
                : answers;
    }

    /** The lanes in which nothing would be left open, or something found that decides. */
    private long settled(CompiledItem compiled, Lanes later) {
        return compiled.excluded(later)
                | compiled.indicated.fails(later)
                | compiled.open.fails(later)
                | emergency(later)
                | opened(compiled, later);
    }

    /** The lanes in which nothing would be left open and nothing against it. */
    private long opened(CompiledItem compiled, Lanes later) {
        long ready =
                compiled.item.needsDiagnosis() ? later.isTrue(shared.judge().diagnosisConfirmed()) : -1;
        return ready
                & ~emergency(later)
                & compiled.cleared(later)
                & compiled.indicated.holds(later)
                & compiled.open.holds(later);
    }

    /** Opens these gates as well. */
    private Way[] open(List<CompiledGate> gates, Way[] found) {
        Way[] opened = found;
        for (CompiledGate gate : gates) {
            opened = ways.both(opened, ways.toMake(gate.atom(), true));
        }
        return opened;
    }

    /** The gates that block and are in this state. */
    private List<CompiledGate> gates(CompiledItem compiled, Truth state) {
        List<CompiledGate> found = new ArrayList<>(2);
        for (CompiledGate gate : compiled.gates) {
            if (gate.blocks() && patient.truths().get(gate.atom()) == state) {
                found.add(gate);
            }
        }
        return found;
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

    private static List<List<String>> first(List<List<String>> all) {
        return all.isEmpty() ? all : List.of(all.get(0));
    }

    private List<List<String>> said(CompiledItem compiled, Test helps) {
        return said(found[compiled.index], besides[compiled.index], helps);
    }

    /** The ways that really help, as text: a change can bring about something else that is just as bad. */
    private List<List<String>> said(Way[] found, @Nullable List<String> besides, Test helps) {
        if (found.length == 0) {
            return List.of();
        }
        List<String> others = besides == null ? List.of() : besides;
        List<List<String>> all = new ArrayList<>(found.length);
        Lanes lanes = outlook.lanes(found[0]);
        long helping = helps.lanes(lanes);
        for (Way way : found) {
            if (outlook.lanes(way) != lanes) {
                lanes = outlook.lanes(way);
                helping = helps.lanes(lanes);
            }
            boolean nothing = way.changesNothing() && others.isEmpty();
            if (!nothing && Outlook.in(helping, way)) {
                all.add(with(ways.say(way), others));
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
