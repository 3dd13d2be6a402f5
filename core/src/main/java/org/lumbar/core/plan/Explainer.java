package org.lumbar.core.plan;

import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Atoms;

/** Everything that explanations need and that is the same for all patients. */
final class Explainer {

    final KnowledgeBase knowledge;
    final Literals literals;
    final Naming naming;
    final Changes changes;
    final Counterfactuals.Shared counterfactuals;
    final Judge judge;
    final InteractionIndex interactions;
    final Doses doses;
    /** How many different lists of gates items have. */
    final int gateLists;

    /** Called once everything else is compiled, so that all atoms and conditions are known. */
    Explainer(
            KnowledgeBase knowledge,
            Atoms atoms,
            Literals literals,
            Naming naming,
            Changes changes,
            Judge judge,
            InteractionIndex interactions,
            Doses doses,
            int gateLists) {
        this.knowledge = knowledge;
        this.literals = literals;
        this.naming = naming;
        this.changes = changes;
        this.counterfactuals = new Counterfactuals.Shared(knowledge, atoms, judge, interactions);
        this.judge = judge;
        this.interactions = interactions;
        this.doses = doses;
        this.gateLists = gateLists;
    }

    /** What must be asked before items of this patient can be decided. */
    OpenQuestions openQuestions(Case patient) {
        return new OpenQuestions(changes, literals, patient.state(), judge.diagnosisConfirmed());
    }
}
