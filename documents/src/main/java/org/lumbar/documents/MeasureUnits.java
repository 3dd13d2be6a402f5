package org.lumbar.documents;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.text.LocalizedText;

/** How the units of measures are written for people; the measures themselves have theirs in UCUM. */
public final class MeasureUnits {

    private MeasureUnits() {}

    /** The unit; null for counts and scores, and where the name of the measure tells it. */
    public static @Nullable LocalizedText of(Measure measure, KnowledgeBase knowledge) {
        String key = measure.unit()
                .toLowerCase(Locale.ROOT)
                .replace("%", "percent")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return knowledge.texts().get("measure-unit." + key);
    }
}
