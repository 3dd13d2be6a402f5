package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Formulary;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.Reason.Word;
import org.lumbar.core.plan.Recommendation.GateState;
import org.lumbar.core.text.LocalizedText;

/**
 * Says why, item by item, for one patient. Reads reasons, missing information and possible changes off the same compiled
 * rules that decided the status, so that an explanation can never tell another story than the decision. What serves many
 * items is worked out once; not for sharing between threads.
 */
final class Explanation {

    private final Explainer shared;
    private final Case patient;
    private final OpenQuestions open;
    private final Grounds grounds;
    private final Meetings meetings;
    /** By item, a bit for each exclusion that is true, and for each caution. */
    private final long[] excluding;

    private final long[] cautioning;

    private final Counterfactuals counterfactuals;
    /** One for each emergency that is present, still to be named after an item. */
    private final List<Reason> emergencies;
    /** By the number of a list of gates. */
    private final @Nullable List<GateState>[] gates;

    /** @param items those that will be explained, umbrellas with their members */
    @SuppressWarnings("unchecked") // an array of lists that never leaves with another type
    Explanation(Explainer shared, Case patient, List<CompiledItem> items, Status[] status) {
        int conditions = shared.changes.conditions();
        this.shared = shared;
        this.patient = patient;
        this.excluding = shared.exclusions.having(Truth.TRUE, patient.state());
        long[] doubtful = shared.exclusions.having(Truth.UNKNOWN, patient.state());
        this.open = shared.openQuestions(patient, doubtful);
        this.grounds = new Grounds(shared.naming, patient.truths(), conditions);
        Ways ways = new Ways(shared.changes, patient.findings(), patient.state());
        this.cautioning = shared.cautions.having(Truth.TRUE, patient.state());
        this.meetings = new Meetings(shared.interactions, patient.exposure());
        this.counterfactuals = new Counterfactuals(shared, patient, ways, meetings, excluding, doubtful);
        for (CompiledItem compiled : items) {
            if (!compiled.umbrella) {
                counterfactuals.consider(compiled, status[compiled.index]);
            }
        }
        counterfactuals.look(shared.changes);
        this.gates = (List<GateState>[]) new List<?>[shared.gateLists];
        this.emergencies = emergencies();
    }

    private List<Reason> emergencies() {
        List<Reason> reasons = new ArrayList<>(1);
        for (RedFlag flag : patient.triage().present()) {
            if (flag.urgency().emergency()) {
                reasons.add(emergency(flag));
            }
        }
        return reasons;
    }

    Case patient() {
        return patient;
    }

    Counterfactuals counterfactuals() {
        return counterfactuals;
    }

    Recommendation of(CompiledItem compiled, Status status, List<Reason> gaveWay) {
        List<String> missing = status == Status.NEEDS_INFORMATION ? open.of(compiled) : List.of();
        List<Reason> reasons = switch (status) {
            case REFUSED -> compiled.reasons.refused;
            case WITHHELD -> emergencies.isEmpty() ? withheld(compiled) : stops(compiled.item);
            case NOT_INDICATED -> unwanted(compiled);
            case NEEDS_INFORMATION -> List.of(waiting(compiled.item, missing));
            case RECOMMENDED, OPTIONAL, DISCRETION -> offered(compiled, gaveWay);
        };
        return new Recommendation(
                compiled.item,
                status,
                reasons,
                missing,
                gates(compiled),
                counterfactuals.of(compiled, status),
                compiled.dosed && status.offered() ? shared.doses.advise(compiled, patient) : null);
    }

    /** Every gate of the item, open or not. */
    private List<GateState> gates(CompiledItem compiled) {
        List<GateState> states = gates[compiled.gateList];
        if (states == null) {
            GateState[] each = new GateState[compiled.gates.length];
            for (int i = 0; i < each.length; i++) {
                each[i] = compiled.gates[i].in(patient.truths());
            }
            states = List.of(each);
            gates[compiled.gateList] = states;
        }
        return states;
    }

    /** The emergencies that stop an item; empty when there is none. */
    List<Reason> stops(Item item) {
        List<Reason> reasons = new ArrayList<>(emergencies.size());
        for (Reason emergency : emergencies) {
            reasons.add(emergency.as(item.id() + emergency.rule()));
        }
        return reasons;
    }

    private Reason emergency(RedFlag flag) {
        LocalizedText level = shared.knowledge.text("triage." + flag.urgency().id());
        return new Reason(
                "/triage/" + flag.id(),
                Reason.EMERGENCY,
                List.of(Word.of("flag", shared.naming.name(flag.id())), Word.of("level", level)),
                null,
                List.of(flag.id()),
                null,
                flag.sources());
    }

    /** Why an item is not wanted here, whether or not it would be safe. */
    List<Reason> unwanted(CompiledItem compiled) {
        return compiled.offer(patient.standard()) == null
                ? compiled.reasons.notOffered(patient.standard())
                : List.of(notIndicated(compiled));
    }

    /** Everything that withholds an item besides an emergency. */
    List<Reason> withheld(CompiledItem compiled) {
        List<Reason> excluded = compiled.exclusions.because(excluding[compiled.index], patient.truths());
        boolean unsafe = patient.unsafe().get(compiled.index);
        boolean licensed = patient.licence(compiled) != Truth.FALSE;
        boolean shut = patient.state().of(compiled.open) == Truth.FALSE;
        if (!unsafe && licensed && !shut) {
            return excluded;
        }
        List<Reason> reasons = new ArrayList<>(excluded);
        if (unsafe) {
            addUnsafe(compiled, reasons);
        }
        if (!licensed) {
            reasons.add(notLicensed(compiled.item));
        }
        if (shut) {
            addClosed(compiled, reasons);
        }
        return reasons;
    }

    private void addUnsafe(CompiledItem compiled, List<Reason> reasons) {
        if (patient.allergic().get(compiled.index)) {
            reasons.add(itself(compiled.item, "/allergy", Reason.ALLERGY));
        }
        if (patient.duplicated().get(compiled.index)) {
            reasons.add(itself(compiled.item, "/duplicate", Reason.DUPLICATE));
        }
        for (Meeting meeting : meetings.of(compiled)) {
            if (meeting.withholds()) {
                reasons.add(meeting.objection(shared.naming));
            }
        }
    }

    private void addClosed(CompiledItem compiled, List<Reason> reasons) {
        for (CompiledGate gate : compiled.gates) {
            if (gate.blocks() && patient.truths().isFalse(gate.atom())) {
                reasons.add(closed(compiled.item, gate));
            }
        }
    }

    private static Reason itself(Item item, String rule, String pattern) {
        return new Reason(
                item.id() + rule, pattern, List.of(Word.of("item", item.name())), null, List.of(), null, Sources.NONE);
    }

    private Reason notLicensed(Item item) {
        Formulary formulary = shared.knowledge.formularies().get(patient.country());
        LocalizedText country =
                formulary == null ? new LocalizedText(patient.country(), patient.country()) : formulary.name();
        Formulary.Entry entry = formulary == null ? null : formulary.medicines().get(item.id());
        return new Reason(
                item.id() + "/licence/" + patient.country(),
                Reason.NOT_LICENSED,
                List.of(Word.of("country", country)),
                entry == null ? null : entry.note(),
                List.of(),
                null,
                entry == null ? Sources.NONE : entry.sources());
    }

    private Reason closed(Item item, CompiledGate gate) {
        return new Reason(
                item.id() + "/gate/" + gate.gate().id(),
                Reason.GATE,
                List.of(Word.of("gate", gate.gate().name())),
                gate.gate().means(),
                List.of(shared.literals.subject(gate.atom())),
                null,
                Sources.NONE);
    }

    private Reason notIndicated(CompiledItem compiled) {
        Naming.Named lacking = grounds.inTheWay(compiled.indicated);
        return new Reason(
                compiled.reasons.indication,
                Reason.NOT_INDICATED,
                lacking.words(),
                null,
                lacking.findings(),
                null,
                compiled.item.sources());
    }

    Reason waiting(Item item, List<String> missing) {
        List<LocalizedText> names = new ArrayList<>(missing.size());
        for (String id : missing) {
            names.add(shared.naming.name(id));
        }
        return new Reason(
                item.id() + "/missing",
                Reason.MISSING,
                List.of(new Word("findings", names)),
                null,
                missing,
                null,
                Sources.NONE);
    }

    private List<Reason> offered(CompiledItem compiled, List<Reason> gaveWay) {
        List<Reason> indicated = compiled.reasons.indicated(patient.truths());
        List<Meeting> met = meetings.of(compiled);
        List<Reason> cautions = compiled.cautions.because(cautioning[compiled.index], patient.truths());
        boolean unlicensed = compiled.dosed && patient.licence(compiled) == Truth.UNKNOWN;
        if (gaveWay.isEmpty() && met.isEmpty() && cautions.isEmpty() && !unlicensed) {
            return indicated;
        }
        List<Reason> reasons = new ArrayList<>(indicated.size() + gaveWay.size() + cautions.size() + met.size() + 1);
        reasons.addAll(indicated);
        reasons.addAll(gaveWay);
        reasons.addAll(cautions);
        for (Meeting meeting : met) {
            reasons.add(meeting.note(shared.naming));
        }
        if (unlicensed) {
            reasons.add(licenceUnknown(compiled.item));
        }
        return reasons;
    }

    private Reason licenceUnknown(Item item) {
        return new Reason(
                item.id() + "/licence/" + patient.country(),
                Reason.LICENCE_UNKNOWN,
                List.of(Word.of("country", patient.country())),
                null,
                List.of(),
                null,
                Sources.NONE);
    }
}
