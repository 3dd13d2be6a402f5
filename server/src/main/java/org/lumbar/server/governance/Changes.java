package org.lumbar.server.governance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Outcome;
import org.lumbar.knowledge.Edition;
import org.springframework.stereotype.Component;

/** Changes of the knowledge base that an editor proposes and another answers for. Each is a stream of its own. */
@Component
public final class Changes {

    private static final String PREFIX = "knowledge-change/";
    private static final String PROPOSED = "proposed";
    private static final String REFUSED = "refused";
    private static final String WITHDRAWN = "withdrawn";

    /** Where a proposal stands; a published one is known from the editions. */
    public enum Status {
        OPEN,
        REFUSED,
        WITHDRAWN,
        PUBLISHED;

        /** The word for it in message keys. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A proposal.
     *
     * @param sequence of its last entry, which the next change expects
     * @param author account of who proposed its newest form
     * @param authors everybody who had a hand in it; none of them can approve it
     * @param files hash of each text by path
     * @param bases hash of each text that the author saw in its place; empty for a new file
     * @param edition number of the edition that published it; 0 when none did
     */
    public record Change(
            String id,
            long sequence,
            Instant at,
            String author,
            Set<String> authors,
            String title,
            String reason,
            Map<String, String> files,
            Map<String, String> bases,
            Status status,
            int edition,
            List<Entry> history) {
        public Change {
            authors = Set.copyOf(authors);
            files = Map.copyOf(files);
            bases = Map.copyOf(bases);
            history = List.copyOf(history);
        }

        public boolean open() {
            return status == Status.OPEN;
        }
    }

    private final ChartStore store;
    private final Editions editions;

    Changes(ChartStore store, Editions editions) {
        this.store = store;
        this.editions = editions;
    }

    /** All proposals, the newest first. */
    List<Change> all() {
        Editions.Book book = editions.read();
        return store.streams(PREFIX).stream()
                .map(stream -> fold(store.read(stream), book))
                .sorted(Comparator.comparing(Change::at).reversed())
                .toList();
    }

    Optional<Change> find(String id) {
        List<Entry> entries = store.read(PREFIX + id);
        return entries.isEmpty() ? Optional.empty() : Optional.of(fold(entries, editions.read()));
    }

    private static Change fold(List<Entry> entries, Editions.Book book) {
        String id = entries.getFirst().stream().substring(PREFIX.length());
        Entry proposed = entries.getFirst();
        Set<String> authors = new LinkedHashSet<>();
        Status status = Status.OPEN;
        for (Entry entry : entries) {
            switch (entry.kind()) {
                case PROPOSED -> {
                    proposed = entry;
                    authors.add(entry.author());
                    status = Status.OPEN;
                }
                case REFUSED -> status = Status.REFUSED;
                case WITHDRAWN -> status = Status.WITHDRAWN;
                default -> {}
            }
        }
        int edition = book.published().stream()
                .filter(one -> one.change().equals(id))
                .map(Editions.Published::number)
                .findFirst()
                .orElse(0);
        Map<String, Object> content = proposed.content();
        return new Change(
                id,
                entries.getLast().sequence(),
                proposed.at(),
                proposed.author(),
                authors,
                Json.text(content, "title"),
                Json.text(content, "reason"),
                Editions.texts(Json.map(content, "files")),
                Editions.texts(Json.map(content, "bases")),
                edition == 0 ? status : Status.PUBLISHED,
                edition,
                new ArrayList<>(entries));
    }

    /** The texts of a proposal by path. */
    Map<String, String> texts(Change change) {
        return Editions.texts(change.files(), store);
    }

    /** True when another edition has changed a file since the author saw it. */
    boolean outdated(Change change, Edition newest) {
        return change.bases().entrySet().stream()
                .anyMatch(base -> !hash(newest, base.getKey()).equals(base.getValue()));
    }

    private static String hash(Edition edition, String path) {
        return edition.text(path).map(Edition::sha256).orElse("");
    }

    /**
     * Proposes a change, or a new form of one.
     *
     * @param expected sequence of the last entry that the author saw, 0 for a new change
     * @param newest edition that the author saw
     */
    Outcome propose(
            String id,
            long expected,
            String author,
            String title,
            String reason,
            Map<String, String> texts,
            Edition newest) {
        Map<String, String> bases = new TreeMap<>();
        texts.keySet().forEach(path -> bases.put(path, hash(newest, path)));
        Map<String, Object> content =
                Map.of("title", title, "reason", reason, "files", Editions.keep(texts, store), "bases", bases);
        return store.append(PREFIX + id, expected, null, author, List.of(Entry.Draft.of(PROPOSED, content)));
    }

    Outcome refuse(String id, long expected, String author, String reason) {
        return end(id, expected, author, REFUSED, reason);
    }

    Outcome withdraw(String id, long expected, String author) {
        return end(id, expected, author, WITHDRAWN, "");
    }

    private Outcome end(String id, long expected, String author, String kind, String reason) {
        return store.append(
                PREFIX + id, expected, null, author, List.of(Entry.Draft.of(kind, Map.of("reason", reason))));
    }
}
