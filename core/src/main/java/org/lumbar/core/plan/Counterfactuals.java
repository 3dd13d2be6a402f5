package org.lumbar.core.plan;

import java.util.Arrays;
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

    /** Tells in which of the lanes something is so. */
    private interface Test {
        long lanes(Lanes later);
    }

    private final Shared shared;
    private final Case patient;
    /** By item, a bit for each exclusion that is true, and for each that may be. */
    private final long[] excluding;

    private final long[] doubtful;
    private final Ways ways;
    private final Meetings meetings;
    private final Literals literals;
    private final Options noEmergency;
    private final Outlook outlook = new Outlook();
    /** By item, ways that may help, and what must change besides findings. */
    private final Options[] found;

    private final @Nullable List<String>[] besides;
    /** What would indicate an item, by the number of its indication; the first half under the standard of the plan. */
    private final @Nullable List<List<String>>[] indicated;
    /** Lanes that were looked at last, and those of them in which there is an emergency. */
    private @Nullable Lanes lookedAt;

    private long emergencies;

    @SuppressWarnings("unchecked") // an array of lists that never leaves with another type
    Counterfactuals(
            Explainer explainer, Case patient, Ways ways, Meetings meetings, long[] excluding, long[] doubtful) {
        this.shared = explainer.counterfactuals;
        this.literals = explainer.literals;
        this.patient = patient;
        this.ways = ways;
        this.meetings = meetings;
        this.excluding = excluding;
        this.doubtful = doubtful;
        this.noEmergency = noEmergency();
        this.indicated = (List<List<String>>[]) new List<?>[2 * explainer.changes.conditions()];
        this.found = new Options[excluding.length];
        Arrays.fill(found, Options.NONE);
        this.besides = (List<String>[]) new List<?>[excluding.length];
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
        Options options = switch (status) {
            case WITHHELD -> overcoming(compiled);
            case NOT_INDICATED -> indicating(compiled);
            case NEEDS_INFORMATION -> settling(compiled);
            case REFUSED, RECOMMENDED, OPTIONAL, DISCRETION -> Options.NONE;
        };
        outlook.add(options);
        found[compiled.index] = options;
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
    private Options overcoming(CompiledItem compiled) {
        List<String> others = besides(compiled);
        if (others == null) {
            return Options.NONE;
        }
        besides[compiled.index] = others;
        Options overcome = ways.both(noEmergency, ways.toFalsify(compiled.exclusions, excluding[compiled.index]));
        boolean wanted =
                compiled.offer(patient.standard()) != null && patient.state().of(compiled.indicated) != Truth.FALSE;
        return wanted ? open(compiled.gates, Truth.FALSE, overcome) : overcome;
    }

    private Options noEmergency() {
        Options found = ways.asItIs();
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
        long withheld = emergency(later) | compiled.exclusions.anyHolds(later);
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
        for (Meeting meeting : meetings.of(compiled)) {
            if (meeting.withholds()) {
                meeting.medicines.forEach(medicine -> besides.add(medicine.ref() + "=stopped"));
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
    private Options indicating(CompiledItem compiled) {
        boolean somewhere = compiled.offer(patient.standard()) != null
                || compiled.offer(patient.standard().other()) != null;
        return somewhere ? ways.toSatisfy(compiled.indicated) : Options.NONE;
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
    private Options settling(CompiledItem compiled) {
        int diagnosed = shared.judge().diagnosisConfirmed();
        Options answers = ways.both(
                ways.toSatisfy(compiled.indicated), ways.toFalsify(compiled.exclusions, doubtful[compiled.index]));
        answers = open(compiled.gates, Truth.UNKNOWN, answers);
        return compiled.needsDiagnosis && !patient.truths().isTrue(diagnosed)
                ? ways.both(answers, ways.toMake(diagnosed, true))
                : answers;
    }

    /** The lanes in which nothing would be left open, or something found that decides. */
    private long settled(CompiledItem compiled, Lanes later) {
        return compiled.exclusions.anyHolds(later)
                | compiled.indicated.fails(later)
                | compiled.open.fails(later)
                | emergency(later)
                | opened(compiled, later);
    }

    /** The lanes in which nothing would be left open and nothing against it. */
    private long opened(CompiledItem compiled, Lanes later) {
        long ready = compiled.needsDiagnosis ? later.isTrue(shared.judge().diagnosisConfirmed()) : -1;
        return ready
                & ~emergency(later)
                & compiled.exclusions.allFail(later)
                & compiled.indicated.holds(later)
                & compiled.open.holds(later);
    }

    /** Opens the gates that block and are in this state as well. */
    private Options open(CompiledGate[] gates, Truth state, Options found) {
        Options opened = found;
        for (CompiledGate gate : gates) {
            if (gate.blocks() && patient.truths().get(gate.atom()) == state) {
                opened = ways.both(opened, ways.toMake(gate.atom(), true));
            }
        }
        return opened;
    }

    private static List<List<String>> first(List<List<String>> all) {
        return all.isEmpty() ? all : List.of(all.get(0));
    }

    private List<List<String>> said(CompiledItem compiled, Test helps) {
        return said(found[compiled.index], besides[compiled.index], helps);
    }

    /** The ways that really help, as text: a change can bring about something else that is just as bad. */
    private List<List<String>> said(Options found, @Nullable List<String> besides, Test helps) {
        if (found.areNone()) {
            return List.of();
        }
        List<String> others = besides == null ? List.of() : besides;
        int helpful = helpful(found.ways, helps, !others.isEmpty());
        List<List<String>> said = found.say(helpful, literals);
        return others.isEmpty() ? said : with(said, others);
    }

    /** The ways that help, a bit for each by its place. */
    private int helpful(Way[] found, Test helps, boolean withoutChange) {
        Lanes lanes = outlook.lanes(found[0]);
        long helping = helps.lanes(lanes);
        int helpful = 0;
        for (int place = 0; place < found.length; place++) {
            Way way = found[place];
            if (outlook.lanes(way) != lanes) {
                lanes = outlook.lanes(way);
                helping = helps.lanes(lanes);
            }
            if (Outlook.in(helping, way) && (withoutChange || !way.changesNothing())) {
                helpful |= 1 << place;
            }
        }
        return helpful;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists that never leaves with another type
    private static List<List<String>> with(List<List<String>> ways, List<String> more) {
        List<String>[] longer = new List[ways.size()];
        for (int i = 0; i < longer.length; i++) {
            List<String> way = ways.get(i);
            String[] all = new String[way.size() + more.size()];
            for (int j = 0; j < all.length; j++) {
                all[j] = j < way.size() ? way.get(j) : more.get(j - way.size());
            }
            longer[i] = List.of(all);
        }
        return List.of(longer);
    }
}
