package org.lumbar.core.plan;

import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.DiagnosisTerm;

/**
 * What the patient has, as far as it is known; null parts are undetermined.
 *
 * @param icd10 the code on record, else that of the syndrome
 */
public record Diagnosis(
        boolean confirmed,
        @Nullable DiagnosisTerm syndrome,
        @Nullable DiagnosisTerm phase,
        @Nullable DiagnosisTerm severity,
        @Nullable String icd10) {}
