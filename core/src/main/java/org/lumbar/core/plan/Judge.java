package org.lumbar.core.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Formulary;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Truth;

/**
 * Decides the status of one item on its own, before the plan is made consistent as a whole. The order matters: what is
 * unsafe is withheld before it is called not indicated, and nothing is asked about an item that could not be given anyway.
 */
final class Judge {

    private final Map<String, Truth[]> licences = new HashMap<>();
    private final Truth[] unknownEverywhere;
    private final int diagnosisConfirmed;

    Judge(KnowledgeBase knowledge, Atoms atoms) {
        knowledge
                .formularies()
                .forEach((country, formulary) -> licences.put(country, licences(formulary, knowledge.items())));
        this.unknownEverywhere = new Truth[knowledge.items().size()];
        Arrays.fill(unknownEverywhere, Truth.UNKNOWN);
        this.diagnosisConfirmed = atoms.finding(Vocabulary.DIAGNOSIS_CONFIRMED);
    }

    Status judge(CompiledItem compiled, Case patient) {
        if (compiled.closed) {
            return Status.REFUSED;
        }
        if (patient.triage().level().emergency()) {
            return Status.WITHHELD;
        }
        Truth excluded = patient.excluded(compiled);
        if (excluded == Truth.TRUE
                || patient.unsafe().get(compiled.index)
                || patient.licence(compiled) == Truth.FALSE) {
            return Status.WITHHELD;
        }
        Offer offer = compiled.offer(patient.standard());
        if (offer == null) {
            return Status.NOT_INDICATED;
        }
        Truth indicated = patient.state().of(compiled.indicated);
        if (indicated == Truth.FALSE) {
            return Status.NOT_INDICATED;
        }
        Truth open = patient.state().of(compiled.open);
        if (open == Truth.FALSE) {
            return Status.WITHHELD;
        }
        boolean waits = compiled.needsDiagnosis && !patient.truths().isTrue(diagnosisConfirmed);
        if (waits || excluded != Truth.FALSE || indicated != Truth.TRUE || open != Truth.TRUE) {
            return Status.NEEDS_INFORMATION;
        }
        return switch (offer) {
            case RECOMMENDED -> Status.RECOMMENDED;
            case OPTIONAL -> Status.OPTIONAL;
            case DISCRETION -> Status.DISCRETION;
        };
    }

    /** By item, whether a country licenses it; unknown where its formulary does not say. */
    Truth[] licences(String country) {
        return licences.getOrDefault(country, unknownEverywhere);
    }

    private static Truth[] licences(Formulary formulary, List<Item> items) {
        Truth[] licences = new Truth[items.size()];
        for (int i = 0; i < licences.length; i++) {
            Formulary.Entry entry = formulary.medicines().get(items.get(i).id());
            licences[i] = entry == null ? Truth.UNKNOWN : Truth.of(entry.licensed());
        }
        return licences;
    }

    int diagnosisConfirmed() {
        return diagnosisConfirmed;
    }
}
