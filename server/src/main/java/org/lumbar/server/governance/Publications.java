package org.lumbar.server.governance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Outcome;
import org.springframework.stereotype.Component;

/** New publications that may change the knowledge base. Each is a stream of its own. */
@Component
public final class Publications {

    private static final String PREFIX = "knowledge-publication/";
    private static final String ENTERED = "entered";
    private static final String JUDGED = "judged";

    /** What came of a publication. */
    public enum Status {
        TO_READ,
        CHANGES,
        NO_CHANGE;

        /** The word for it in addresses, entries and message keys. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Status> of(String id) {
            return List.of(values()).stream().filter(one -> one.id().equals(id)).findFirst();
        }
    }

    /**
     * A publication.
     *
     * @param sequence of its last entry, which the next change expects
     * @param link https address
     * @param date day of publication, as ISO 8601 writes it
     * @param items ids of the items and topics that it concerns
     */
    public record Publication(
            String id,
            long sequence,
            Instant at,
            String author,
            String title,
            String link,
            String date,
            List<String> items,
            Status status) {
        public Publication {
            items = List.copyOf(items);
        }
    }

    private final ChartStore store;

    Publications(ChartStore store) {
        this.store = store;
    }

    /** All publications, the newest first. */
    List<Publication> all() {
        return store.streams(PREFIX).stream()
                .map(store::read)
                .map(Publications::fold)
                .sorted(Comparator.comparing(Publication::date)
                        .thenComparing(Publication::at)
                        .reversed())
                .toList();
    }

    /** Those that concern an item or a topic, the newest first. */
    List<Publication> of(String item) {
        return all().stream().filter(one -> one.items().contains(item)).toList();
    }

    private static Publication fold(List<Entry> entries) {
        Entry first = entries.getFirst();
        Map<String, Object> content = first.content();
        Status status = Status.TO_READ;
        for (Entry entry : entries) {
            if (entry.kind().equals(JUDGED)) {
                status = Status.of(Json.text(entry.content(), "status")).orElse(status);
            }
        }
        return new Publication(
                first.stream().substring(PREFIX.length()),
                entries.getLast().sequence(),
                first.at(),
                first.author(),
                Json.text(content, "title"),
                Json.text(content, "link"),
                Json.text(content, "date"),
                Json.strings(content, "items"),
                status);
    }

    /** Enters a publication; its id is a new one, which sending the form again repeats. */
    void enter(String id, String author, String title, String link, String date, List<String> items) {
        Map<String, Object> content = Map.of("title", title, "link", link, "date", date, "items", items);
        store.append(PREFIX + id, 0, id, author, List.of(Entry.Draft.of(ENTERED, content)));
    }

    /** Says what came of it. */
    Outcome judge(String id, long expected, String author, Status status) {
        return store.append(
                PREFIX + id, expected, null, author, List.of(Entry.Draft.of(JUDGED, Map.of("status", status.id()))));
    }
}
