package org.lumbar.server.governance;

import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Outcome;
import org.lumbar.knowledge.Edition;
import org.springframework.stereotype.Component;

/**
 * The editions of the knowledge base that this clinic published over the release, in one stream: each changes some files from a
 * day on, and is undone by a later one. Days never go backwards, so an edition rests on all that stand before it.
 */
@Component
public final class Editions {

    static final String STREAM = "knowledge-edition";

    private static final String PUBLISHED = "published";
    private static final String RESTORED = "restored";
    private static final String TEXT = "text/yaml";

    /**
     * A published edition.
     *
     * @param number from 1; undoing one takes a number too
     * @param approver account of the second editor
     * @param author account of the editor who proposed it
     * @param change id of the proposal
     * @param effective first day on which it is in force
     * @param files hash of each text by path
     * @param bases hash of the release's text under each, empty where the release has no such file
     * @param release hash of the release that it was checked with
     * @param undoneBy number of the edition that undid it; 0 while it stands
     * @param effects how plans change
     */
    public record Published(
            int number,
            Instant at,
            String approver,
            String author,
            String change,
            String title,
            LocalDate effective,
            Map<String, String> files,
            Map<String, String> bases,
            String release,
            int undoneBy,
            String reason,
            List<Effect> effects) {
        public Published {
            files = Map.copyOf(files);
            bases = Map.copyOf(bases);
            effects = List.copyOf(effects);
        }

        public boolean stands() {
            return undoneBy == 0;
        }
    }

    /** That an edition was undone. */
    public record Undone(int number, Instant at, String editor, int of, String reason, List<Effect> effects) {
        public Undone {
            effects = List.copyOf(effects);
        }
    }

    /** A text of an edition is not in the chart, so nobody knows what the edition says. */
    static final class Lost extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        Lost(String path) {
            super("the chart has lost the text of " + path);
        }
    }

    /**
     * All of them.
     *
     * @param sequence of the last entry, which the next append expects
     * @param unreadable numbers of entries that this program does not understand
     */
    public record Book(long sequence, List<Published> published, List<Undone> undone, List<Integer> unreadable) {
        public Book {
            published = List.copyOf(published);
            undone = List.copyOf(undone);
            unreadable = List.copyOf(unreadable);
        }

        /** Those that stand, in order. */
        public List<Published> standing() {
            return published.stream().filter(Published::stands).toList();
        }

        /** Those that are in force on a day, in order. */
        List<Published> on(LocalDate day) {
            return standing().stream()
                    .filter(one -> !one.effective().isAfter(day))
                    .toList();
        }

        /** The first day on which the next edition can take effect. */
        public LocalDate earliest(LocalDate today) {
            return standing().stream()
                    .map(Published::effective)
                    .filter(day -> day.isAfter(today))
                    .max(Comparator.naturalOrder())
                    .orElse(today);
        }

        /** An edition can be undone while no later one changes the same files. */
        public boolean undoable(Published one) {
            return one.stands()
                    && standing().stream()
                            .filter(later -> later.number() > one.number())
                            .noneMatch(later -> later.files().keySet().stream().anyMatch(one.files()::containsKey));
        }
    }

    private final ChartStore store;

    Editions(ChartStore store) {
        this.store = store;
    }

    long last() {
        return store.last(STREAM);
    }

    /** All editions. */
    Book read() {
        List<Entry> entries = store.read(STREAM);
        List<Integer> unreadable = new ArrayList<>();
        Map<Integer, Undone> undone = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.kind().equals(RESTORED)) {
                understood(entry, unreadable, Editions::undone).ifPresent(one -> undone.put(one.of(), one));
            }
        }
        List<Published> published = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.kind().equals(PUBLISHED)) {
                Undone end = undone.get((int) entry.sequence());
                understood(entry, unreadable, one -> published(one, end == null ? 0 : end.number()))
                        .ifPresent(published::add);
            }
        }
        return new Book(
                entries.isEmpty() ? 0 : entries.getLast().sequence(),
                published,
                undone.values().stream()
                        .sorted(Comparator.comparingInt(Undone::number))
                        .toList(),
                unreadable);
    }

    /** What an entry says; empty when another version of the program wrote it in a way that this one does not know. */
    private static <T> Optional<T> understood(Entry entry, List<Integer> unreadable, Function<Entry, T> read) {
        try {
            return Optional.of(read.apply(entry));
        } catch (DateTimeException | IllegalArgumentException | ClassCastException e) {
            unreadable.add((int) entry.sequence());
            return Optional.empty();
        }
    }

    private static Undone undone(Entry entry) {
        Map<String, Object> content = entry.content();
        return new Undone(
                (int) entry.sequence(),
                entry.at(),
                entry.author(),
                Integer.parseInt(Json.text(content, "of")),
                Json.text(content, "reason"),
                Effect.read(content));
    }

    private static Published published(Entry entry, int undoneBy) {
        Map<String, Object> content = entry.content();
        return new Published(
                (int) entry.sequence(),
                entry.at(),
                entry.author(),
                Json.text(content, "author"),
                Json.text(content, "change"),
                Json.text(content, "title"),
                LocalDate.parse(Json.text(content, "effective")),
                texts(Json.map(content, "files")),
                texts(Json.map(content, "bases")),
                Json.text(content, "release"),
                undoneBy,
                Json.text(content, "reason"),
                Effect.read(content));
    }

    static Map<String, String> texts(@Nullable Map<String, Object> map) {
        Map<String, String> texts = new TreeMap<>();
        if (map != null) {
            map.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        }
        return texts;
    }

    /** The release with the changes of these editions. */
    Edition over(List<Published> editions) {
        Map<String, String> texts = new LinkedHashMap<>();
        editions.forEach(one -> texts.putAll(texts(one.files(), store)));
        return Edition.shipped().with(texts);
    }

    /** Texts by path, given their hashes. */
    static Map<String, String> texts(Map<String, String> hashes, ChartStore store) {
        Map<String, String> texts = new TreeMap<>();
        hashes.forEach((path, hash) -> texts.put(
                path,
                store.document(hash)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElseThrow(() -> new Lost(path))));
        return texts;
    }

    /** Keeps texts and returns their hashes. */
    static Map<String, String> keep(Map<String, String> texts, ChartStore store) {
        Map<String, String> hashes = new TreeMap<>();
        texts.forEach((path, text) -> hashes.put(path, store.keep(text.getBytes(StandardCharsets.UTF_8), TEXT)));
        return hashes;
    }

    /** The hash of the release's text of a file; empty when it has none. */
    String base(String path) {
        return Edition.shipped().text(path).map(text -> Edition.sha256(text)).orElse("");
    }

    /** The standing editions whose files the release has changed since they were written. */
    List<Published> overtaken(List<Published> editions) {
        return editions.stream()
                .filter(one -> one.bases().entrySet().stream()
                        .anyMatch(base -> !Objects.equals(base(base.getKey()), base.getValue())))
                .toList();
    }

    /** Those that the release has not overtaken. */
    List<Published> usable(List<Published> editions) {
        List<Published> overtaken = overtaken(editions);
        return editions.stream().filter(one -> !overtaken.contains(one)).toList();
    }

    /** Publishes a change that {@code approver} answers for as the second. */
    Outcome publish(long expected, String approver, Changes.Change change, LocalDate effective, List<Effect> effects) {
        Map<String, String> bases = new TreeMap<>();
        change.files().keySet().forEach(path -> bases.put(path, base(path)));
        Map<String, Object> content = Map.of(
                "author", change.author(),
                "change", change.id(),
                "title", change.title(),
                "reason", change.reason(),
                "effective", effective.toString(),
                "files", change.files(),
                "bases", bases,
                "release", Edition.release(),
                "effects", Effect.write(effects));
        return store.append(STREAM, expected, null, approver, List.of(Entry.Draft.of(PUBLISHED, content)));
    }

    /** Undoes an edition. */
    Outcome undo(long expected, String editor, int of, String reason, List<Effect> effects) {
        Map<String, Object> content =
                Map.of("of", Integer.toString(of), "reason", reason, "effects", Effect.write(effects));
        return store.append(STREAM, expected, null, editor, List.of(Entry.Draft.of(RESTORED, content)));
    }
}
