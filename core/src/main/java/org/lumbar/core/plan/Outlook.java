package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.List;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.logic.Lanes;
import org.lumbar.core.logic.TruthSet;

/**
 * What would hold for one patient after each of many ways of change. The ways are named first; then all conclusions are drawn at
 * once, in as many lanes as there are ways. Not for sharing between threads.
 */
final class Outlook {

    /** By the place of a way; the first is how things are. */
    private final List<int[]> changes = new ArrayList<>(List.of(Way.NOTHING.changes));

    private final List<Lanes> after = new ArrayList<>(1);

    /** Names ways to look at. */
    void add(Options options) {
        if (options.named || options.areNone()) {
            return;
        }
        options.named = true;
        for (Way way : options.ways) {
            if (way.place < 0) {
                way.place = changes.size();
                changes.add(way.changes);
            }
        }
    }

    /** Draws the conclusions of every way named; called once. */
    void look(Changes rules, Findings established, TruthSet truths) {
        for (int first = 0; first < changes.size(); first += Lanes.COUNT) {
            List<int[]> some = changes.subList(first, Math.min(first + Lanes.COUNT, changes.size()));
            after.add(rules.after(some, established, truths));
        }
    }

    /** The lanes that a way's own one is among. */
    Lanes lanes(Way way) {
        return after.get(way.place / Lanes.COUNT);
    }

    /** Whether a way's own lane is one of these. */
    static boolean in(long lanes, Way way) {
        return (lanes >>> way.place & 1) != 0;
    }
}
