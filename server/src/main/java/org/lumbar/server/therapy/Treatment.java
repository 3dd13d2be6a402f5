package org.lumbar.server.therapy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Performed;
import org.lumbar.core.knowledge.Item;

/**
 * A treatment of a signed plan on one day.
 *
 * @param how as it was signed; empty when nothing more was said
 * @param hold why it must not be given now, in words; empty when it may
 * @param minds what to mind with this patient
 * @param stops when it ends, in the words of the knowledge base
 * @param course how far it has come
 * @param later why it needs another day; null when it does not
 * @param today what became of it on the day; null when nothing was written down
 */
public record Treatment(
        Item item,
        Work work,
        String name,
        String how,
        String hold,
        List<String> minds,
        List<String> stops,
        CourseSoFar course,
        @Nullable Later later,
        @Nullable Performed today) {

    /**
     * Why a treatment needs another day.
     *
     * @param firm it follows from what was given, not only from what is planned
     */
    public record Later(String why, boolean firm) {}

    /** Where it stands on the day. */
    public enum State {
        OPEN,
        DONE,
        NOT_DONE,
        STOPPED,
        /** It must not be given. */
        HELD,
        /** It needs another day. */
        OTHER_DAY,
        /** As often this week as it may be. */
        WEEK_FULL,
        /** As often as the course allows. */
        COURSE_FULL
    }

    public Treatment {
        minds = List.copyOf(minds);
        stops = List.copyOf(stops);
    }

    public String id() {
        return item.id();
    }

    public State state() {
        Performed recorded = today;
        if (recorded != null) {
            return switch (recorded.result()) {
                case DONE -> State.DONE;
                case NOT_DONE -> State.NOT_DONE;
                case STOPPED -> State.STOPPED;
            };
        }
        if (!hold.isEmpty()) {
            return State.HELD;
        }
        if (course.full()) {
            return State.COURSE_FULL;
        }
        if (course.weekFull()) {
            return State.WEEK_FULL;
        }
        return later == null ? State.OPEN : State.OTHER_DAY;
    }

    public boolean open() {
        return state() == State.OPEN;
    }

    /** How far the course has come, with what was done on the day. */
    public CourseSoFar courseNow() {
        Performed recorded = today;
        boolean done = recorded != null && recorded.result() == Performed.Result.DONE;
        return done ? course.withToday() : course;
    }

    /** True when the patient had it on the day, to the end or not. */
    boolean given() {
        Performed recorded = today;
        return recorded != null && recorded.result() != Performed.Result.NOT_DONE;
    }

    Treatment later(@Nullable Later why) {
        return new Treatment(item, work, name, how, hold, minds, stops, course, why, today);
    }

    /** True when something was written down for the day. */
    public boolean recorded() {
        return today != null;
    }
}
