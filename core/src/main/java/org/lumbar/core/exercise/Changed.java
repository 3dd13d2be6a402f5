package org.lumbar.core.exercise;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.Note.Kind;
import org.lumbar.core.exercise.Programme.Omission;
import org.lumbar.core.exercise.ProgrammeRequest.Change;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.plan.Recommendation;

/**
 * What an instructor has made easier or harder, as far as the plan of the day lets it stand. A harder movement that may not be done
 * now leaves the one that was there; in the place of an easier one comes the next easier, or nothing: never what was too hard.
 */
final class Changed {

    private final Allowed allowed;
    private final Map<String, Change> changes;

    Changed(Allowed allowed, Map<String, Change> changes) {
        this.allowed = allowed;
        this.changes = changes;
    }

    /**
     * What becomes of a movement.
     *
     * @param item done in its place; null when nothing is
     * @param omission tells of the change
     */
    record Instead(@Nullable Item item, Omission omission) {}

    /** What stands in the place of a movement by an instructor's decision; empty when the movement itself does. */
    Optional<Instead> of(String movement) {
        Change change = changes.get(movement);
        if (change == null) {
            return Optional.empty();
        }
        Item item =
                change.harder() ? allowed.movement(change.movement(), false).orElse(null) : easiest(change.movement());
        if (item == null && change.harder()) {
            return Optional.empty();
        }
        Kind kind = item == null
                ? Kind.INSTRUCTOR_PAUSED
                : change.harder() ? Kind.INSTRUCTOR_HARDER : Kind.INSTRUCTOR_EASIER;
        Note why = item == null
                ? Note.of(kind, "movement", movement, "why", change.why())
                : Note.of(kind, "movement", movement, "other", item.id(), "why", change.why());
        String substitute = item == null ? null : item.id();
        return Optional.of(new Instead(item, new Omission(movement, substitute, why, List.of())));
    }

    /** The movement or the next easier one that may be done; null when none may. */
    private @Nullable Item easiest(String movement) {
        Set<String> passed = new HashSet<>();
        String at = movement;
        while (at != null && passed.add(at)) {
            Optional<Item> item = allowed.movement(at, false);
            if (item.isPresent()) {
                return item.get();
            }
            Recommendation known = allowed.plan(at);
            Movement how = known == null ? null : known.item().movement();
            at = how == null ? null : how.easier();
        }
        return null;
    }
}
