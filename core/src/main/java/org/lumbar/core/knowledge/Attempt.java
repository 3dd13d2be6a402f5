package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.LocalizedText;

/** A try to get something that the ledger refuses. It must fail. */
public sealed interface Attempt extends Serializable {

    /**
     * To be offered an item.
     *
     * @param items one item, or several that are asked for together
     * @param to findings that the patients have; nothing stands for every patient
     * @param without findings that the patients do not have
     * @param taking ATC codes of what they take
     * @param standard the standard of care; null for any
     * @param asMuch how much of it, by the name of the quantity ({@code days}, {@code times-per-day}, {@code mg-per-day} …);
     *     nothing stands for any amount
     */
    record Offer(
            List<String> items,
            List<String> to,
            List<String> without,
            List<String> taking,
            @Nullable Standard standard,
            Map<String, Double> asMuch)
            implements Attempt {
        public Offer {
            items = List.copyOf(items);
            to = List.copyOf(to);
            without = List.copyOf(without);
            taking = List.copyOf(taking);
            asMuch = Map.copyOf(asMuch);
        }
    }

    /** To find words that would assert it in a text that a plan can show. */
    record Assertion(LocalizedText words) implements Attempt {}
}
