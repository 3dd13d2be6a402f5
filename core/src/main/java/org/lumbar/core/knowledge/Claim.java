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
 * @param item the item or topic that it belongs to
 * @param limits what it is adopted under
 * @param refusals the parts of it that are refused although the rest is used
 * @param heldBy where it lives besides its limits
 * @param attempts tries to get what it states, all of which must fail; only where it is refused
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
        List<Limit> limits,
        List<Refusal> refusals,
        List<Place> heldBy,
        List<Attempt> attempts,
        Map<String, String> quantities,
        boolean toVerify)
        implements Serializable {

    public Claim {
        limits = List.copyOf(limits);
        refusals = List.copyOf(refusals);
        heldBy = List.copyOf(heldBy);
        attempts = List.copyOf(attempts);
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

    /**
     * A part of a statement that is refused.
     *
     * @param heldBy where the product says so
     * @param attempts tries to get it, all of which must fail
     */
    public record Refusal(LocalizedText what, List<Place> heldBy, List<Attempt> attempts) implements Serializable {
        public Refusal {
            heldBy = List.copyOf(heldBy);
            attempts = List.copyOf(attempts);
        }
    }

    /**
     * A place of the content that carries a statement or one of its limits.
     *
     * @param where an item, a topic, or the path of another content file
     * @param field the key, or keys joined by dots, under which it stands
     * @param value the number, the word or the piece of English text that stands there
     * @param text the whole text that stands there; for a number or a word it repeats {@code value}
     */
    public record Place(String where, String field, String value, LocalizedText text) implements Serializable {}
}
