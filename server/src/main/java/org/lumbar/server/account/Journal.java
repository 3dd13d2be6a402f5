package org.lumbar.server.account;

import java.util.List;
import java.util.Map;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;

/**
 * Who looked at what and when. Each patient has a journal of their own, hash-chained like the chart; what concerns no patient
 * stands in a common one.
 */
public final class Journal {

    private static final String COMMON = "access";

    private final ChartStore store;

    public Journal(ChartStore store) {
        this.store = store;
    }

    private static String stream(String patient) {
        return patient.isEmpty() ? COMMON : COMMON + "/" + patient;
    }

    /**
     * Writes down that someone opened something.
     *
     * @param patient id; empty when it concerns none
     * @param kind {@code viewed}, {@code changed} or {@code refused}
     * @param what route that was used, without what was typed
     */
    public void write(String patient, String author, String kind, String what) {
        store.append(
                stream(patient), ChartStore.ANY, null, author, List.of(Entry.Draft.of(kind, Map.of("what", what))));
    }

    /** The newest entries about a patient, newest first. */
    public List<Entry> about(String patient, int most) {
        return store.newest(stream(patient), most);
    }

    /** The newest entries that concern no patient, newest first. */
    public List<Entry> common(int most) {
        return store.newest(COMMON, most);
    }
}
