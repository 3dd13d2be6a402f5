package org.lumbar.core.plan;

import java.util.HashMap;
import java.util.Map;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.text.LocalizedText;

/** Everything that explanations need and that is the same for all patients. */
final class Explainer {

    final KnowledgeBase knowledge;
    final Literals literals;
    final Changes changes;
    final Counterfactuals.Shared counterfactuals;
    final Judge judge;
    final InteractionIndex interactions;
    final Doses doses;
    private final Map<String, LocalizedText> names = new HashMap<>();

    /** Called once everything else is compiled, so that all atoms and conditions are known. */
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
        this.counterfactuals = new Counterfactuals.Shared(knowledge, atoms, judge, interactions);
        this.judge = judge;
        this.interactions = interactions;
        this.doses = doses;
        for (Measure measure : knowledge.measures()) {
            names.put(measure.id(), measure.name());
        }
        for (FindingDefinition finding : knowledge.findings()) {
            names.put(finding.id(), finding.name());
        }
    }

    /** The name of a finding or measure. */
    LocalizedText name(String id) {
        LocalizedText name = names.get(id);
        return name == null ? new LocalizedText(id, id) : name;
    }

    /** What must be asked before items of this patient can be decided. */
    OpenQuestions openQuestions(Case patient) {
        return new OpenQuestions(changes, literals, patient.state(), judge.diagnosisConfirmed());
    }
}
