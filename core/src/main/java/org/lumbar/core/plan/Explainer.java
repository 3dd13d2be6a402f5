package org.lumbar.core.plan;

import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Truth;

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
    final RuleIndex exclusions;
    final RuleIndex cautions;
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
            RuleIndex exclusions,
            RuleIndex cautions,
            int gateLists) {
        this.knowledge = knowledge;
        this.literals = literals;
        this.naming = naming;
        this.changes = changes;
        this.counterfactuals = new Counterfactuals.Shared(knowledge, atoms, judge, interactions);
        this.judge = judge;
        this.interactions = interactions;
        this.doses = doses;
        this.exclusions = exclusions;
        this.cautions = cautions;
        this.gateLists = gateLists;
    }

    /** What must be asked before items of this patient can be decided. */
    OpenQuestions openQuestions(Case patient) {
        return openQuestions(patient, exclusions.having(Truth.UNKNOWN, patient.state()));
    }

    /** @param doubtful by item, a bit for each exclusion that may be true */
    OpenQuestions openQuestions(Case patient, long[] doubtful) {
        return new OpenQuestions(changes, literals, patient.truths(), doubtful, judge.diagnosisConfirmed());
    }
}
