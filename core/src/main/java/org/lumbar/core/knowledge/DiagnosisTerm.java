package org.lumbar.core.knowledge;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.LocalizedText;

/** A syndrome, a phase or a severity: what it is called and when it holds. */
public record DiagnosisTerm(
        String id,
        LocalizedText name,
        LocalizedText means,
        Expression when,
        @Nullable String icd10) implements Serializable {}
