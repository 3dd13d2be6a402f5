package org.lumbar.chart;

import java.util.List;

/** What became of an append. Exactly one of these holds. */
public sealed interface Outcome {

    /** The entries are written and will survive a crash. */
    record Appended(List<Entry> entries) implements Outcome {
        public Appended {
            entries = List.copyOf(entries);
        }
    }

    /** The same request was carried out before: nothing was written, these are the entries of that time. */
    record Repeated(List<Entry> entries) implements Outcome {
        public Repeated {
            entries = List.copyOf(entries);
        }
    }

    /** Someone else wrote first, so nothing was written. */
    record Stale(List<Entry> since) implements Outcome {
        public Stale {
            since = List.copyOf(since);
        }
    }
}
