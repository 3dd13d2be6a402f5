package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lumbar.core.text.LocalizedText;

/**
 * A statement of a source article, and what became of it.
 *
 * @param source which article: A on the treatment of lumbalgia, B on a sanatorium's programme
 * @param item the item that it belongs to
 * @param limits what the statement is adopted under, as {@code prefix: text} in the editors' words
 * @param refuses the parts of it that are refused although the rest is used
 * @param quantities its numbers as stated
 * @param toVerify holds a fact that is still to be checked
 */
public record Claim(
        String id,
        String source,
        LocalizedText says,
        Verdict verdict,
        LocalizedText why,
        String item,
        List<String> limits,
        List<LocalizedText> refuses,
        Map<String, String> quantities,
        boolean toVerify)
        implements Serializable {

    public Claim {
        limits = List.copyOf(limits);
        refuses = List.copyOf(refuses);
        quantities = Map.copyOf(quantities);
    }

    /** What was decided about a statement. */
    public enum Verdict {
        ADOPT,
        ADOPT_WITH_LIMITS,
        /** Comprehensive standard only, on the clinician's explicit choice. */
        DISCRETION,
        /** Kept for traceability, never shown as advice. */
        RECORD_ONLY,
        /** Unsafe or false. */
        REFUSE;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
