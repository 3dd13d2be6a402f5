package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.LocalizedText;

/** Two things that must not meet, or only with care. Symmetric. */
public record Interaction(
        String id,
        Side a,
        Side b,
        Level level,
        LocalizedText effect,
        @Nullable LocalizedText mitigation,
        Sources sources)
        implements Serializable {

    /**
     * One side: anything that has one of these. {@code atcAll} needs every prefix at the same time, over several medicines.
     *
     * @param herbFood codes of herbs, foods, habits and exposures
     */
    public record Side(
            List<String> items,
            List<String> classes,
            List<String> ingredients,
            List<String> atc,
            List<String> atcAll,
            List<String> herbFood)
            implements Serializable {
        public Side {
            items = List.copyOf(items);
            classes = List.copyOf(classes);
            ingredients = List.copyOf(ingredients);
            atc = List.copyOf(atc);
            atcAll = List.copyOf(atcAll);
            herbFood = List.copyOf(herbFood);
        }

        public static Side ofItem(String item) {
            return new Side(List.of(item), List.of(), List.of(), List.of(), List.of(), List.of());
        }

        public static Side ofClass(String drugClass) {
            return new Side(List.of(), List.of(drugClass), List.of(), List.of(), List.of(), List.of());
        }
    }
}
