package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.LocalizedText;

/** Alternatives of which only some are recommended at once; the others stay optional. Best first. */
public record Choice(
        String id,
        LocalizedText name,
        int atMost,
        Map<Standard, List<String>> order,
        LocalizedText why,
        Sources sources)
        implements Serializable {

    public Choice {
        order = Map.copyOf(order);
    }

    /** The steps of a ladder of treatment in one standard, first step first. */
    public record Ladder(Standard standard, List<Step> steps) implements Serializable {
        public Ladder {
            steps = List.copyOf(steps);
        }
    }

    public record Step(
            int step,
            LocalizedText name,
            List<String> items,
            @Nullable Expression when) implements Serializable {
        public Step {
            items = List.copyOf(items);
        }
    }
}
