package org.lumbar.core.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.text.Language;

/**
 * What a plan depends on besides the record and the knowledge.
 *
 * @param country ISO 3166-1 alpha-2 code; null takes the patient's own, else the default of the knowledge base
 */
public record PlanRequest(
        LocalDate date, Standard standard, @Nullable String country, Language language) {}
