package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.knowledge.Interaction.Side;
import org.lumbar.core.knowledge.Level;
import org.lumbar.core.text.LocalizedText;

/** Reads interactions, those of the tables and those written inside items and classes. */
final class InteractionsReader {

    private static final List<String> LEVELS = List.of("contraindicated", "avoid", "caution", "monitor");

    private final List<Interaction> all = new ArrayList<>();

    List<Interaction> all() {
        return all;
    }

    void add(Interaction interaction) {
        all.add(interaction);
    }

    /** One row of a table. */
    void row(Entry entry) {
        add(new Interaction(
                entry.text("id"),
                side(entry, "a"),
                side(entry, "b"),
                level(entry),
                entry.localized("effect"),
                mitigation(entry),
                entry.sources(true)));
        entry.localizedOrNull("note");
        entry.end();
    }

    /** The interactions written inside an item or a class, whose other side is {@code own}. */
    List<Interaction> within(Entry owner, Side own, String ownerId, boolean verified) {
        List<Interaction> found = new ArrayList<>();
        for (Entry entry : owner.entries("interactions")) {
            found.add(new Interaction(
                    ownerId + "/interaction-" + (found.size() + 1),
                    own,
                    side(entry, "with"),
                    level(entry),
                    entry.localized("effect"),
                    mitigation(entry),
                    entry.sources(verified)));
            entry.end();
        }
        return found;
    }

    private static @org.jspecify.annotations.Nullable LocalizedText mitigation(Entry entry) {
        return entry.localizedOrNull("mitigation");
    }

    private static Level level(Entry entry) {
        return Level.valueOf(entry.word("level", null, LEVELS).toUpperCase(Locale.ROOT));
    }

    private static Side side(Entry entry, String key) {
        Entry side = entry.entryOrNull(key);
        if (side == null) {
            entry.error(
                    key,
                    "needs " + key,
                    "Say who takes part: {items: […]}, {classes: […]}, {ingredients: […]} or {atc: […]}.");
            return new Side(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
        Side result = new Side(
                side.words("items"),
                side.words("classes"),
                side.words("ingredients"),
                side.words("atc"),
                side.words("atc-all"),
                side.words("herb-food"));
        side.end();
        return result;
    }
}
