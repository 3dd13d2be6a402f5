package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.knowledge.Interaction.Side;
import org.lumbar.core.knowledge.Level;
import org.lumbar.core.text.LocalizedText;

/** Reads interactions, those of the tables and those written inside items and classes. */
final class InteractionsReader {

    private static final String FOLDER = "interactions/";
    /** Herbs, foods, habits and exposures that interactions name. */
    static final String HERBS = "interactions/codes.yaml";
    /** ATC codes and code groups that interactions name. */
    static final String ATC = "interactions/atc.yaml";

    private static final List<String> LEVELS = List.of("contraindicated", "avoid", "caution", "monitor");

    private static final Side NOBODY = new Side(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private final List<Interaction> all = new ArrayList<>();

    List<Interaction> all() {
        return all;
    }

    void add(Interaction interaction) {
        all.add(interaction);
    }

    /** Both-sided interactions of all tables. */
    void tables(Reading reading) {
        for (String file : reading.content().folder(FOLDER).keySet()) {
            if (!isNames(file)) {
                reading.list(file).forEach(this::row);
            }
        }
    }

    /** True for the files that name codes and hold no interactions. */
    static boolean isNames(String file) {
        return file.equals(HERBS) || file.equals(ATC);
    }

    /** What the codes are called that interactions name: ATC groups, herbs, foods, habits and exposures. */
    static Map<String, LocalizedText> codes(Reading reading) {
        Map<String, LocalizedText> codes = new LinkedHashMap<>();
        for (String file : List.of(HERBS, ATC)) {
            for (Entry entry : reading.list(file)) {
                codes.put(entry.text("id"), entry.localized("name"));
                entry.localizedOrNull("means");
                entry.end();
            }
        }
        return codes;
    }

    private void row(Entry entry) {
        add(new Interaction(
                entry.text("id"),
                side(entry, "a"),
                side(entry, "b"),
                level(entry),
                entry.localized("effect"),
                entry.localizedOrNull("mitigation"),
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
                    entry.localizedOrNull("mitigation"),
                    entry.sources(verified)));
            entry.end();
        }
        return found;
    }

    private static Level level(Entry entry) {
        return Level.valueOf(entry.word("level", null, LEVELS).toUpperCase(Locale.ROOT));
    }

    private static Side side(Entry entry, String key) {
        Entry side = entry.entryOrNull(key);
        Side result = side == null
                ? NOBODY
                : new Side(
                        side.ids("items", Ids.Kind.TREATMENT),
                        side.ids("classes", Ids.Kind.CLASS),
                        side.ids("ingredients", Ids.Kind.SUBSTANCE),
                        side.ids("atc", Ids.Kind.ATC),
                        side.ids("atc-all", Ids.Kind.ATC),
                        side.ids("herb-food", Ids.Kind.HERB_FOOD));
        if (side != null) {
            side.end();
        }
        if (result.equals(NOBODY) && (side != null || !entry.has(key))) {
            entry.error(
                    key,
                    "needs " + key,
                    "Say who takes part: {items: […]}, {classes: […]}, {ingredients: […]}, {atc: […]} or {herb-food: […]}.");
        }
        return result;
    }
}
