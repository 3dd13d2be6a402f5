package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.LocalizedText;

/**
 * Something that the sources speak of and that is no treatment: what a word means, how the content is kept, how care is laid
 * out. A topic is explained and cited; it has no status in a plan.
 *
 * @param text paragraphs
 */
public record Topic(
        String id,
        Kind kind,
        LocalizedText name,
        List<LocalizedText> text,
        Item.@Nullable Dispute dispute,
        List<Conflict> conflicts,
        Sources sources,
        Item.Review review)
        implements Serializable {

    public Topic {
        text = List.copyOf(text);
        conflicts = List.copyOf(conflicts);
    }

    public enum Kind {
        DEFINITION,
        PATHWAY,
        GOVERNANCE;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
