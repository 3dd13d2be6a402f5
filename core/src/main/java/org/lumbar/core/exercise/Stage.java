package org.lumbar.core.exercise;

import java.util.Optional;
import org.lumbar.core.knowledge.DiagnosisTerm;

/** Which doses hold: those of acute pain, of the subacute phase, or of the chronic phase and between episodes. */
public enum Stage {
    ACUTE,
    SUBACUTE,
    CHRONIC;

    /** The stage of a phase; empty when the phase is not one that exercise knows doses for. */
    static Optional<Stage> of(DiagnosisTerm phase) {
        return switch (phase.id()) {
            case "acute", "exacerbation" -> Optional.of(ACUTE);
            case "subacute" -> Optional.of(SUBACUTE);
            case "chronic", "remission" -> Optional.of(CHRONIC);
            default -> Optional.empty();
        };
    }

    /** The dose from which a programme grows; acute pain has none. */
    Optional<ExerciseRules.BuildingDose> dose(ExerciseRules rules) {
        return switch (this) {
            case ACUTE -> Optional.empty();
            case SUBACUTE -> Optional.of(rules.subacute());
            case CHRONIC -> Optional.of(rules.chronic());
        };
    }
}
