package org.lumbar.core.plan;

import java.util.Map;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Formulary;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Item.Availability;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Truth;

/**
 * Decides the status of one item on its own, before the plan is made consistent as a whole. The order matters: what is
 * unsafe is withheld before it is called not indicated, and nothing is asked about an item that could not be given anyway.
 */
final class Judge {

    private final InteractionIndex interactions;
    private final Map<String, Formulary> formularies;
    private final int diagnosisConfirmed;

    Judge(KnowledgeBase knowledge, Atoms atoms, InteractionIndex interactions) {
        this.interactions = interactions;
        this.formularies = knowledge.formularies();
        this.diagnosisConfirmed = atoms.finding(Vocabulary.DIAGNOSIS_CONFIRMED);
    }

    Status judge(CompiledItem compiled, Case patient) {
        Item item = compiled.item;
        if (item.availability() == Availability.CLOSED) {
            return Status.REFUSED;
        }
        if (patient.triage().level().emergency()) {
            return Status.WITHHELD;
        }
        Truth excluded = compiled.excluded(patient.truths());
        if (excluded == Truth.TRUE
                || unsafeForThisPatient(compiled, patient)
                || licence(item, patient) == Truth.FALSE) {
            return Status.WITHHELD;
        }
        Offer offer = compiled.offer(patient.standard());
        if (offer == null) {
            return Status.NOT_INDICATED;
        }
        Truth indicated = compiled.indicated.in(patient.truths());
        if (indicated == Truth.FALSE) {
            return Status.NOT_INDICATED;
        }
        Truth open = compiled.open(patient.truths());
        if (open == Truth.FALSE) {
            return Status.WITHHELD;
        }
        boolean waits = item.needsDiagnosis() && !patient.truths().isTrue(diagnosisConfirmed);
        if (waits || excluded != Truth.FALSE || indicated != Truth.TRUE || open != Truth.TRUE) {
            return Status.NEEDS_INFORMATION;
        }
        return switch (offer) {
            case RECOMMENDED -> Status.RECOMMENDED;
            case OPTIONAL -> Status.OPTIONAL;
            case DISCRETION -> Status.DISCRETION;
        };
    }

    /** Allergy to it, the same ingredient already taken, or an interaction that forbids it. */
    private boolean unsafeForThisPatient(CompiledItem compiled, Case patient) {
        return patient.allergic().get(compiled.index)
                || patient.duplicated().get(compiled.index)
                || interactions.withholds(compiled.index, patient.exposure());
    }

    /** Whether the country licenses the item; unknown where its formulary does not say. */
    Truth licence(Item item, Case patient) {
        Formulary formulary = formularies.get(patient.country());
        Formulary.Entry entry = formulary == null ? null : formulary.medicines().get(item.id());
        return entry == null ? Truth.UNKNOWN : Truth.of(entry.licensed());
    }

    int diagnosisConfirmed() {
        return diagnosisConfirmed;
    }
}
