package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lumbar.core.finding.Findings.CurrentMedicine;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.Formulary;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.CompiledItem.CompiledGate;
import org.lumbar.core.plan.CompiledItem.CompiledRule;
import org.lumbar.core.plan.Reason.Word;
import org.lumbar.core.plan.Recommendation.GateState;
import org.lumbar.core.text.LocalizedText;

/**
 * Says why. Reads reasons, missing information and possible changes off the same compiled rules that decided the status, so
 * that an explanation can never tell another story than the decision.
 */
final class Explainer {

    private final KnowledgeBase knowledge;
    private final Literals literals;
    private final Changes changes;
    private final Counterfactuals counterfactuals;
    private final Judge judge;
    private final InteractionIndex interactions;
    private final Doses doses;
    private final Map<String, LocalizedText> names;

    Explainer(
            KnowledgeBase knowledge,
            Atoms atoms,
            Literals literals,
            Changes changes,
            Judge judge,
            InteractionIndex interactions,
            Doses doses) {
        this.knowledge = knowledge;
        this.literals = literals;
        this.changes = changes;
        this.counterfactuals = new Counterfactuals(knowledge, atoms, changes, judge, interactions);
        this.judge = judge;
        this.interactions = interactions;
        this.doses = doses;
        this.names = new java.util.HashMap<>();
        for (Measure measure : knowledge.measures()) {
            names.put(measure.id(), measure.name());
        }
        for (FindingDefinition finding : knowledge.findings()) {
            names.put(finding.id(), finding.name());
        }
    }

    Counterfactuals counterfactuals() {
        return counterfactuals;
    }

    Recommendation explain(CompiledItem compiled, Status status, List<Reason> gaveWay, Case patient) {
        List<Reason> reasons = new ArrayList<>(4);
        List<String> missing = List.of();
        switch (status) {
            case REFUSED -> reasons.add(refused(compiled.item));
            case WITHHELD -> withheld(compiled, patient, reasons);
            case NOT_INDICATED -> reasons.add(notIndicated(compiled, patient));
            case NEEDS_INFORMATION -> {
                missing = missing(compiled, patient);
                reasons.add(new Reason(
                        compiled.item.id() + "/missing",
                        Reason.MISSING,
                        List.of(new Word(
                                "findings", missing.stream().map(this::name).toList())),
                        null,
                        missing,
                        null,
                        Sources.NONE));
            }
            case RECOMMENDED, OPTIONAL, DISCRETION -> {
                reasons.add(indicated(compiled, patient));
                reasons.addAll(gaveWay);
                warn(compiled, patient, reasons);
            }
        }
        return new Recommendation(
                compiled.item,
                status,
                reasons,
                missing,
                gates(compiled, patient),
                counterfactuals.of(compiled, status, patient),
                status.offered() ? doses.advise(compiled, patient) : null);
    }

    private static Reason refused(Item item) {
        return new Reason(
                item.id() + "/refused", Reason.REFUSED, List.of(), item.refused(), List.of(), null, item.sources());
    }

    private void withheld(CompiledItem compiled, Case patient, List<Reason> reasons) {
        if (patient.triage().level().emergency()) {
            for (RedFlag flag : patient.triage().present()) {
                if (flag.urgency().emergency()) {
                    reasons.add(emergency(compiled.item, flag));
                }
            }
            return;
        }
        for (CompiledRule rule : compiled.exclusions) {
            if (rule.condition().in(patient.truths()) == Truth.TRUE) {
                reasons.add(rule.because(patient.truths(), literals));
            }
        }
        if (patient.allergic().get(compiled.index)) {
            reasons.add(plain(compiled.item.id() + "/allergy", Reason.ALLERGY, "item", compiled.item.name()));
        }
        if (patient.duplicated().get(compiled.index)) {
            reasons.add(plain(compiled.item.id() + "/duplicate", Reason.DUPLICATE, "item", compiled.item.name()));
        }
        for (InteractionIndex.Hit hit : interactions.with(compiled.index, patient.exposure())) {
            if (hit.interaction().level().withholds()) {
                reasons.add(interaction(hit, Reason.INTERACTION));
            }
        }
        if (judge.licence(compiled, patient) == Truth.FALSE) {
            reasons.add(notLicensed(compiled.item, patient));
        }
        for (CompiledGate gate : compiled.gates) {
            if (gate.blocks() && patient.truths().isFalse(gate.atom())) {
                reasons.add(new Reason(
                        compiled.item.id() + "/gate/" + gate.gate().id(),
                        Reason.GATE,
                        List.of(Word.of("gate", gate.gate().name())),
                        gate.gate().means(),
                        List.of(literals.subject(gate.atom())),
                        null,
                        Sources.NONE));
            }
        }
    }

    private Reason emergency(Item item, RedFlag flag) {
        return new Reason(
                item.id() + "/triage/" + flag.id(),
                Reason.EMERGENCY,
                List.of(
                        Word.of("flag", name(flag.id())),
                        Word.of(
                                "level",
                                knowledge.text("triage." + flag.urgency().id()))),
                null,
                List.of(flag.id()),
                null,
                flag.sources());
    }

    private static Reason plain(String rule, String pattern, String place, LocalizedText value) {
        return new Reason(rule, pattern, List.of(Word.of(place, value)), null, List.of(), null, Sources.NONE);
    }

    private Reason interaction(InteractionIndex.Hit hit, String pattern) {
        List<LocalizedText> labels = hit.medicines().stream()
                .map(medicine -> new LocalizedText(medicine.label(), medicine.label()))
                .toList();
        return new Reason(
                hit.interaction().id(),
                pattern,
                List.of(
                        Word.of(
                                "level",
                                knowledge.text("interaction."
                                        + hit.interaction().level().id())),
                        new Word("medicine", labels)),
                hit.interaction().effect(),
                hit.medicines().stream().map(CurrentMedicine::ref).toList(),
                hit.interaction().mitigation(),
                hit.interaction().sources());
    }

    private Reason notLicensed(Item item, Case patient) {
        Formulary formulary = knowledge.formularies().get(patient.country());
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

    private Reason notIndicated(CompiledItem compiled, Case patient) {
        Item item = compiled.item;
        if (compiled.offer(patient.standard()) == null) {
            String pattern = item.offer().isEmpty() ? Reason.CHECK_ONLY : Reason.STANDARD;
            return new Reason(
                    item.id() + "/standard/" + patient.standard().id(),
                    pattern,
                    List.of(Word.of(
                            "standard",
                            knowledge.text("standard." + patient.standard().id()))),
                    item.evidence().summary(),
                    List.of(),
                    null,
                    item.sources());
        }
        int[] needed = patient.ways().obstacles(compiled.indicated);
        List<LocalizedText> conditions = new ArrayList<>(needed.length);
        List<String> findings = new ArrayList<>(needed.length);
        for (int change : needed) {
            conditions.add(literals.name(change >> 1, (change & 1) != 0));
            findings.add(literals.subject(change >> 1));
        }
        return new Reason(
                item.id() + "/indication",
                Reason.NOT_INDICATED,
                List.of(new Word("conditions", conditions)),
                null,
                findings,
                null,
                item.sources());
    }

    private Reason indicated(CompiledItem compiled, Case patient) {
        List<LocalizedText> conditions = new ArrayList<>(4);
        List<String> findings = new ArrayList<>(4);
        for (Condition.Term term : compiled.indicated.terms()) {
            if (term.in(patient.truths()) == Truth.TRUE) {
                for (int atom : term.positive()) {
                    conditions.add(literals.name(atom, true));
                    findings.add(literals.subject(atom));
                }
                for (int atom : term.negative()) {
                    conditions.add(literals.name(atom, false));
                    findings.add(literals.subject(atom));
                }
                break;
            }
        }
        String pattern = conditions.isEmpty() ? Reason.FOR_EVERYONE : Reason.INDICATED;
        return new Reason(
                compiled.item.id() + "/indicated",
                pattern,
                List.of(new Word("conditions", conditions)),
                null,
                findings,
                null,
                compiled.item.sources());
    }

    private void warn(CompiledItem compiled, Case patient, List<Reason> reasons) {
        for (CompiledRule rule : compiled.cautions) {
            if (rule.condition().in(patient.truths()) == Truth.TRUE) {
                reasons.add(rule.because(patient.truths(), literals));
            }
        }
        for (InteractionIndex.Hit hit : interactions.with(compiled.index, patient.exposure())) {
            reasons.add(interaction(hit, Reason.INTERACTION_NOTE));
        }
        if (compiled.item.dose() != null && judge.licence(compiled, patient) == Truth.UNKNOWN) {
            reasons.add(new Reason(
                    compiled.item.id() + "/licence/" + patient.country(),
                    Reason.LICENCE_UNKNOWN,
                    List.of(Word.of("country", patient.country())),
                    null,
                    List.of(),
                    null,
                    Sources.NONE));
        }
    }

    /** Everything that must be known before the item can be decided, in the order of the knowledge base. */
    List<String> missing(CompiledItem compiled, Case patient) {
        Set<String> open = new LinkedHashSet<>();
        changes.addOpen(compiled.indicated, patient.truths(), open);
        for (CompiledRule rule : compiled.exclusions) {
            changes.addOpen(rule.condition(), patient.truths(), open);
        }
        for (CompiledGate gate : compiled.gates) {
            if (gate.blocks() && patient.truths().get(gate.atom()) == Truth.UNKNOWN) {
                open.add(literals.subject(gate.atom()));
            }
        }
        if (compiled.item.needsDiagnosis() && !patient.truths().isTrue(judge.diagnosisConfirmed())) {
            open.add(literals.subject(judge.diagnosisConfirmed()));
        }
        return List.copyOf(open);
    }

    private List<GateState> gates(CompiledItem compiled, Case patient) {
        List<GateState> states = new ArrayList<>(compiled.gates.size());
        for (CompiledGate gate : compiled.gates) {
            Truth open = gate.atom() < 0 ? Truth.UNKNOWN : patient.truths().get(gate.atom());
            states.add(new GateState(gate.gate(), open));
        }
        return states;
    }

    LocalizedText name(String id) {
        LocalizedText name = names.get(id);
        return name == null ? new LocalizedText(id, id) : name;
    }
}
