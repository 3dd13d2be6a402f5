package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.LocalizedText;

/**
 * Two procedures that must not share a day or a course, or that need an order or a gap.
 *
 * @param minutes the smallest gap; null when none is given
 */
public record Compatibility(
        Procedure a,
        Procedure b,
        Relation relation,
        @Nullable Integer minutes,
        @Nullable LocalizedText why,
        Sources sources)
        implements Serializable {

    public enum Relation {
        NEVER_SAME_DAY,
        NEVER_SAME_COURSE,
        /** {@code a} comes first; minutes is the smallest gap. */
        A_BEFORE_B,
        MIN_GAP
    }

    /**
     * An item, a class of items, or a procedure with a name of its own that items may be.
     *
     * @param name null for an item or a class
     * @param items ids of items that are this procedure
     * @param classes ids of classes of such items
     */
    public record Procedure(String id, @Nullable LocalizedText name, List<String> items, List<String> classes)
            implements Serializable {
        public Procedure {
            items = List.copyOf(items);
            classes = List.copyOf(classes);
        }

        /** True when giving the item is to do this. */
        public boolean is(Item item) {
            return item.id().equals(id)
                    || item.classes().contains(id)
                    || items.contains(item.id())
                    || classes.stream().anyMatch(item.classes()::contains);
        }
    }

    /** Names the rule, stable over versions. */
    public String id() {
        return "procedures/" + a.id() + "+" + b.id();
    }

    /** True when it is about these two, whichever comes first. */
    public boolean between(Item one, Item other) {
        return (a.is(one) && b.is(other)) || (b.is(one) && a.is(other));
    }
}
