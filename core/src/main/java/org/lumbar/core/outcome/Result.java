package org.lumbar.core.outcome;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Instrument.Band;
import org.lumbar.core.knowledge.Instrument.Question;
import org.lumbar.core.knowledge.Instrument.Scale;

/** What answers come to on one scale: a score, or the reason why there is none. */
public sealed interface Result {

    Scale scale();

    /**
     * A score, not rounded.
     *
     * @param answered how many of the scale's questions were answered
     * @param band null when the instrument has none
     */
    record Score(
            Scale scale,
            double value,
            int answered,
            @Nullable Band band) implements Result {}

    /**
     * Too little was answered.
     *
     * @param open the scale's questions without an answer
     * @param answered how many have one
     */
    record NotScorable(Scale scale, List<Question> open, int answered) implements Result {
        public NotScorable {
            open = List.copyOf(open);
        }
    }
}
