package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Findings.CurrentMedicine;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.plan.Reason.Word;
import org.lumbar.core.text.LocalizedText;

/**
 * An interaction of items with medicines that the patient takes. The same for all items on one side of the interaction, so its
 * reasons are put into words once; not for sharing between threads.
 */
final class Meeting {

    final Interaction interaction;
    final List<CurrentMedicine> medicines;
    private @Nullable Reason objection;
    private @Nullable Reason note;

    Meeting(Interaction interaction, List<CurrentMedicine> medicines) {
        this.interaction = interaction;
        this.medicines = medicines;
    }

    boolean withholds() {
        return interaction.level().withholds();
    }

    /** Why it withholds an item. */
    Reason objection(Naming naming) {
        if (objection == null) {
            objection = reason(naming, Reason.INTERACTION);
        }
        return objection;
    }

    /** What to mind when an item is given in spite of it. */
    Reason note(Naming naming) {
        if (note == null) {
            note = reason(naming, Reason.INTERACTION_NOTE);
        }
        return note;
    }

    private Reason reason(Naming naming, String pattern) {
        List<LocalizedText> labels = new ArrayList<>(medicines.size());
        List<String> refs = new ArrayList<>(medicines.size());
        for (CurrentMedicine medicine : medicines) {
            labels.add(new LocalizedText(medicine.label(), medicine.label()));
            refs.add(medicine.ref());
        }
        return new Reason(
                interaction.id(),
                pattern,
                List.of(Word.of("level", naming.name(interaction.level())), new Word("medicine", labels)),
                interaction.effect(),
                refs,
                interaction.mitigation(),
                interaction.sources());
    }

    /** A row of an item or a class that adds nothing to a row of the table: the same medicines, at no stricter level. */
    boolean repeats(Meeting other) {
        return ofOneItem()
                && !other.ofOneItem()
                && other.interaction.level().compareTo(interaction.level()) <= 0
                && other.medicines.equals(medicines);
    }

    /** True for a row written inside an item or a class. */
    private boolean ofOneItem() {
        return interaction.id().indexOf('/') >= 0;
    }
}
