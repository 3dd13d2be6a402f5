package org.lumbar.core.plan;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Level;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.Standard;
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
    /** How many different lists of gates items have. */
    final int gateLists;

    private final Map<Standard, LocalizedText> standards = new EnumMap<>(Standard.class);
    private final Map<Level, LocalizedText> levels = new EnumMap<>(Level.class);

    private final Map<String, LocalizedText> names = new HashMap<>();

    /** Called once everything else is compiled, so that all atoms and conditions are known. */
    Explainer(
            KnowledgeBase knowledge,
            Atoms atoms,
            Literals literals,
            Changes changes,
            Judge judge,
            InteractionIndex interactions,
            Doses doses,
            int gateLists) {
        this.knowledge = knowledge;
        this.literals = literals;
        this.changes = changes;
        this.counterfactuals = new Counterfactuals.Shared(knowledge, atoms, judge, interactions);
        this.judge = judge;
        this.interactions = interactions;
        this.doses = doses;
        this.gateLists = gateLists;
        for (Standard standard : Standard.values()) {
            standards.put(standard, knowledge.text("standard." + standard.id()));
        }
        for (Level level : Level.values()) {
            levels.put(level, knowledge.text("interaction." + level.id()));
        }
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

    LocalizedText name(Standard standard) {
        return named(standards.get(standard));
    }

    LocalizedText name(Level level) {
        return named(levels.get(level));
    }

    private static LocalizedText named(@Nullable LocalizedText name) {
        return Objects.requireNonNull(name);
    }

    /** What must be asked before items of this patient can be decided. */
    OpenQuestions openQuestions(Case patient) {
        return new OpenQuestions(changes, literals, patient.state(), judge.diagnosisConfirmed());
    }
}
