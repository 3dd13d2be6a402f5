package org.lumbar.core.triage;

import java.util.ArrayList;
import java.util.List;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.logic.Truth;

/**
 * Whether and how fast someone else must see the patient first.
 *
 * @param level the most urgent of the flags that are present
 * @param present flags that are present, most urgent first
 * @param unanswered flags that nobody has asked about yet; silence is never read as "no"
 */
public record Triage(Urgency level, List<RedFlag> present, List<RedFlag> unanswered) {

    public Triage {
        present = List.copyOf(present);
        unanswered = List.copyOf(unanswered);
    }

    /**
     * Decides the triage level.
     *
     * @param flags all red flags, and {@code index} the finding index of each at the same place
     */
    public static Triage decide(List<RedFlag> flags, int[] index, Findings findings) {
        List<RedFlag> present = new ArrayList<>(2);
        List<RedFlag> unanswered = new ArrayList<>();
        for (int i = 0; i < index.length; i++) {
            Truth state = findings.state(index[i]);
            if (state == Truth.TRUE) {
                present.add(flags.get(i));
            } else if (state == Truth.UNKNOWN) {
                unanswered.add(flags.get(i));
            }
        }
        present.sort(java.util.Comparator.comparing(RedFlag::urgency));
        Urgency level = present.isEmpty() ? Urgency.NONE : present.get(0).urgency();
        return new Triage(level, present, unanswered);
    }
}
