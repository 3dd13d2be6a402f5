package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Conflict;
import org.lumbar.core.knowledge.Item.Dispute;

/** Reads who disagrees with whom: the source articles with the regulators, and sources of today among themselves. */
final class DisputesReader {

    private DisputesReader() {}

    static @Nullable Dispute dispute(Entry entry) {
        Entry dispute = entry.entryOrNull("dispute");
        if (dispute == null) {
            return null;
        }
        Dispute result =
                new Dispute(dispute.localized("source"), dispute.localized("regulators"), dispute.words("ids"));
        dispute.end();
        return result;
    }

    static List<Conflict> conflicts(Entry entry) {
        List<Conflict> conflicts = new ArrayList<>(1);
        for (Entry conflict : entry.entries("conflicts")) {
            List<Conflict.Side> sides = new ArrayList<>(2);
            for (Entry side : conflict.entries("sides")) {
                sides.add(new Conflict.Side(side.localized("says"), side.ids("cite", Ids.Kind.CITATION)));
                side.end();
            }
            if (sides.size() < 2) {
                conflict.error("sides", "a conflict has at least two sides", "Write what each of them says.");
            }
            conflicts.add(
                    new Conflict(conflict.text("id"), conflict.localized("about"), sides, conflict.localized("taken")));
            conflict.end();
        }
        return conflicts;
    }
}
