package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Limit;

/** Reads what a claim is adopted under. */
final class LimitsReader {

    /** Kinds whose words are checked at the places that hold them. */
    private static final List<String> WORDED = List.of("dose", "times", "course", "area", "rule");

    private static final List<String> STRUCTURED =
            List.of("exclude", "caution", "gate", "age", "days", "phase", "evidence");

    private static final String ITEMS = "items";

    private final PlacesReader places;
    private final String item;
    private final Map<Entry, List<String>> spared = new LinkedHashMap<>();

    LimitsReader(PlacesReader places, String item) {
        this.places = places;
        this.item = item;
    }

    List<Limit> limits(Entry claim) {
        List<Limit> limits = new ArrayList<>();
        for (Entry entry : claim.entries("limits")) {
            limits.add(sparing(entry, limit(entry)));
            entry.end();
        }
        return limits;
    }

    private Limit limit(Entry entry) {
        List<String> kinds = entry.keys().stream()
                .filter(key -> STRUCTURED.contains(key) || WORDED.contains(key))
                .toList();
        if (kinds.size() != 1) {
            entry.keys().forEach(entry::node);
            entry.error(
                    "rule",
                    kinds.isEmpty() ? "a limit lacks its kind" : "a limit has the kinds " + String.join(", ", kinds),
                    "Give it exactly one of " + String.join(", ", STRUCTURED) + ", " + String.join(", ", WORDED) + ".");
            return new Limit.Lasting(0);
        }
        String kind = kinds.get(0);
        return switch (kind) {
            case "exclude" -> new Limit.Excluded(entry.ids(kind, Ids.Kind.FINDING));
            case "caution" -> new Limit.Cautioned(entry.ids(kind, Ids.Kind.FINDING));
            case "gate" -> new Limit.Gated(entry.ids(kind, Ids.Kind.GATE));
            case "age" -> age(entry);
            case "days" -> new Limit.Lasting(entry.whole(kind));
            case "phase" -> new Limit.Phased(phases(entry));
            case "evidence" -> new Limit.Graded(entry.word(kind, null, ItemsReader.GRADES));
            default -> {
                ClaimEffects.checkLimit(entry, kind);
                yield new Limit.Worded(kind, entry.text(kind), places.heldBy(entry, item));
            }
        };
    }

    /** A limit in words names the places that hold it, so it has no items to spare. */
    private Limit sparing(Entry entry, Limit limit) {
        if (limit instanceof Limit.Worded) {
            return limit;
        }
        List<Limit.Sparing> all = new ArrayList<>();
        for (Entry one : entry.entries("not-for")) {
            if (!one.has(ITEMS)) {
                one.error(ITEMS, "spares no item", "Name the items that the limit does not concern: items.");
            }
            Limit.Sparing sparing = new Limit.Sparing(one.ids(ITEMS, Ids.Kind.ITEM), one.localized("why"));
            one.end();
            all.add(sparing);
            spared.put(one, sparing.items());
        }
        return all.isEmpty() ? limit : new Limit.Partial(limit, all);
    }

    /** The items that limits spare, by where it is written. */
    Map<Entry, List<String>> spared() {
        return spared;
    }

    private static List<String> phases(Entry entry) {
        return entry.ids("phase", Ids.Kind.PHASE);
    }

    private static Limit age(Entry entry) {
        Range years = entry.rangeOrNull("age");
        if (years == null) {
            return new Limit.Aged(0, null);
        }
        boolean open = entry.node("age") instanceof Node.Text;
        return new Limit.Aged((int) years.least(), open ? null : Integer.valueOf((int) years.most()));
    }
}
