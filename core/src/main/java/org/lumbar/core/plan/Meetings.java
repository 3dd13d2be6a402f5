package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.plan.InteractionIndex.Exposure;

/**
 * What items meet among the medicines of one patient. Many items stand on the same side of an interaction, so each side is
 * looked at once, and each item; not for sharing between threads.
 */
final class Meetings {

    private final InteractionIndex index;
    private final Exposure exposure;
    /** By side of an interaction. */
    private final @Nullable Meeting[] known;

    private final @Nullable List<Meeting>[] ofItem;

    @SuppressWarnings("unchecked") // an array of lists that never leaves with another type
    Meetings(InteractionIndex index, Exposure exposure) {
        this.index = index;
        this.exposure = exposure;
        this.known = new Meeting[exposure.items().isEmpty() ? 0 : index.sides()];
        this.ofItem = (List<Meeting>[]) new List<?>[exposure.items().length()];
    }

    /** Interactions of an item with the patient's medicines, in the order of the knowledge base. */
    List<Meeting> of(CompiledItem compiled) {
        if (!exposure.items().get(compiled.index)) {
            return List.of();
        }
        List<Meeting> all = ofItem[compiled.index];
        if (all == null) {
            all = find(compiled);
            ofItem[compiled.index] = all;
        }
        return all;
    }

    private List<Meeting> find(CompiledItem compiled) {
        List<Meeting> all = new ArrayList<>(4);
        for (int side : index.sidesOf(compiled.index)) {
            if (index.meets(side, exposure)) {
                all.add(at(side));
            }
        }
        return all.size() < 2 ? all : distinct(all);
    }

    private Meeting at(int side) {
        Meeting meeting = known[side];
        if (meeting == null) {
            meeting = index.meeting(side, exposure);
            known[side] = meeting;
        }
        return meeting;
    }

    /** Drops what an item's or a class's own row repeats of a table row. */
    private static List<Meeting> distinct(List<Meeting> all) {
        List<Meeting> kept = new ArrayList<>(all.size());
        for (Meeting meeting : all) {
            if (!repeatsOne(meeting, all)) {
                kept.add(meeting);
            }
        }
        return kept;
    }

    private static boolean repeatsOne(Meeting meeting, List<Meeting> all) {
        for (Meeting other : all) {
            if (meeting.repeats(other)) {
                return true;
            }
        }
        return false;
    }
}
