package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.LocalizedText;

/** A guideline whose position items quote. */
public record Guideline(
        String id,
        LocalizedText name,
        LocalizedText population,
        @Nullable String year,
        List<String> citations) implements Serializable {
    public Guideline {
        citations = List.copyOf(citations);
    }
}
