package org.lumbar.server.governance;

import java.time.Instant;
import java.util.ArrayList;
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

/** Reports of inaccuracies in the knowledge base. Each is a stream of its own, and what was reported never changes. */
@Component
public final class Reports {

    /** Who writes when nobody is signed in. No account has this name. */
    static final String NOBODY = "-";

    private static final String PREFIX = "knowledge-report/";
    private static final String REPORTED = "reported";
    private static final String ASSIGNED = "assigned";
    private static final String JUDGED = "judged";

    /** Reports without a name that may wait at once, so that nobody floods the queue. */
    private static final int MOST_WAITING = 200;

    /** What became of a report. */
    public enum Status {
        NEW,
        ACCEPTED,
        REJECTED,
        DONE;

        /** The word for it in addresses, entries and message keys. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Status> of(String id) {
            return List.of(values()).stream().filter(one -> one.id().equals(id)).findFirst();
        }
    }

    /**
     * A report and what became of it.
     *
     * @param sequence of its last entry, which the next change expects
     * @param reporter account; {@code -} when nobody was signed in
     * @param page address of the page that it is about; may be empty
     * @param quote what was selected; may be empty
     * @param email where the reporter wants the answer; may be empty
     * @param assignee account of the editor who sees to it; may be empty
     * @param reason why it was rejected, or what was done; may be empty
     */
    public record Report(
            String id,
            long sequence,
            Instant at,
            String reporter,
            String page,
            String quote,
            String comment,
            String email,
            Status status,
            String assignee,
            String reason,
            List<Entry> history) {
        public Report {
            history = List.copyOf(history);
        }

        public boolean named() {
            return !reporter.equals(NOBODY);
        }
    }

    private final ChartStore store;

    Reports(ChartStore store) {
        this.store = store;
    }

    /**
     * Writes a report down; false when too many reports without a name wait already.
     *
     * @param id a new one, which sending the form again repeats
     * @param author account; {@code -} when nobody is signed in
     */
    boolean report(String id, String author, String page, String quote, String comment, String email) {
        if (author.equals(NOBODY) && full()) {
            return false;
        }
        Map<String, Object> content = Map.of("page", page, "quote", quote, "comment", comment, "email", email);
        store.append(PREFIX + id, 0, id, author, List.of(Entry.Draft.of(REPORTED, content)));
        return true;
    }

    private boolean full() {
        return all().stream()
                        .filter(report -> !report.named() && report.status() == Status.NEW)
                        .count()
                >= MOST_WAITING;
    }

    /** All reports, the newest first. */
    public List<Report> all() {
        return store.streams(PREFIX).stream()
                .map(stream -> fold(stream, store.read(stream)))
                .sorted(Comparator.comparing(Report::at).reversed())
                .toList();
    }

    Optional<Report> find(String id) {
        List<Entry> entries = store.read(PREFIX + id);
        return entries.isEmpty() ? Optional.empty() : Optional.of(fold(PREFIX + id, entries));
    }

    private static Report fold(String stream, List<Entry> entries) {
        Entry first = entries.getFirst();
        Map<String, Object> said = first.content();
        Status status = Status.NEW;
        String assignee = "";
        String reason = "";
        for (Entry entry : entries) {
            Map<String, Object> content = entry.content();
            if (entry.kind().equals(ASSIGNED)) {
                assignee = Json.text(content, "to");
            } else if (entry.kind().equals(JUDGED)) {
                status = Status.of(Json.text(content, "status")).orElse(status);
                reason = Json.text(content, "reason");
            }
        }
        return new Report(
                stream.substring(PREFIX.length()),
                entries.getLast().sequence(),
                first.at(),
                first.author(),
                Json.text(said, "page"),
                Json.text(said, "quote"),
                Json.text(said, "comment"),
                Json.text(said, "email"),
                status,
                assignee,
                reason,
                new ArrayList<>(entries));
    }

    /** Gives the report to an editor; to nobody when {@code to} is empty. */
    Outcome assign(String id, long expected, String author, String to) {
        return store.append(PREFIX + id, expected, null, author, List.of(Entry.Draft.of(ASSIGNED, Map.of("to", to))));
    }

    /** Says what becomes of the report. */
    Outcome judge(String id, long expected, String author, Status status, String reason) {
        return store.append(
                PREFIX + id,
                expected,
                null,
                author,
                List.of(Entry.Draft.of(JUDGED, Map.of("status", status.id(), "reason", reason))));
    }
}
