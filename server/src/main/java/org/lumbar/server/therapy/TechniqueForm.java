package org.lumbar.server.therapy;

import java.util.ArrayList;
import java.util.List;
import org.lumbar.chart.Practised;
import org.lumbar.chart.Practised.Seen;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Form;

/** What an instructor ticks of each exercise. The checkpoints of a movement are its steps. */
final class TechniqueForm {

    static final String ALL = "all-";
    static final String POINT = "point-";
    static final String CHANGE = "change-";
    static final String WHY = "why-";

    /** Why an exercise changes. */
    static final List<String> REASONS = List.of("pain", "technique", "tired", "easy", "wish");

    private TechniqueForm() {}

    /** The number of checkpoints of a movement. */
    static int points(Item item) {
        Movement movement = item.movement();
        return movement == null ? 0 : movement.steps().size();
    }

    static Seen seen(Form form, Item item) {
        int points = points(item);
        int correct = 0;
        for (int i = 0; i < points; i++) {
            correct += form.is(POINT + item.id() + "-" + i, "yes") ? 1 : 0;
        }
        boolean all = form.is(ALL + item.id(), "yes");
        String change = form.value(CHANGE + item.id());
        boolean changes = change.equals(Practised.HARDER) || change.equals(Practised.EASIER);
        return new Seen(
                item.id(),
                all ? points : correct,
                points,
                changes ? change : Practised.SAME,
                changes ? form.value(WHY + item.id()) : "");
    }

    /** What was seen of every exercise. */
    static List<Seen> seen(Form form, List<Item> items) {
        return items.stream().map(item -> seen(form, item)).toList();
    }

    /** The form with what has to be corrected in it: a change needs a reason, and nothing grows that was not right. */
    static Form checked(Form form, List<Item> items, Page page) {
        Form checked = form;
        for (Item item : items) {
            Seen seen = seen(form, item);
            if (!seen.change().equals(Practised.SAME) && !REASONS.contains(seen.why())) {
                checked = checked.with(WHY + item.id(), page, "technique.why.missing");
            }
            if (seen.change().equals(Practised.HARDER) && !seen.right()) {
                checked = checked.with(CHANGE + item.id(), page, "technique.harder.not-right");
            }
        }
        return checked;
    }

    /** Names of the fields of one movement that are there to be ticked, for the page. */
    static List<String> fields(Item item) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < points(item); i++) {
            fields.add(POINT + item.id() + "-" + i);
        }
        return fields;
    }
}
