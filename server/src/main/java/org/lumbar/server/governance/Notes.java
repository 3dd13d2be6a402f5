package org.lumbar.server.governance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.server.patient.Notices;
import org.springframework.stereotype.Component;

/** Notices, told from the effects of the editions and from what physicians have seen to. */
@Component
final class Notes implements Notices {

    private static final String STREAM = "knowledge-notice";
    private static final String SEEN = "seen";

    private final ChartStore store;
    private final Editions editions;

    Notes(ChartStore store, Editions editions) {
        this.store = store;
        this.editions = editions;
    }

    @Override
    public List<Notice> about(String patient) {
        return editions.last() == 0
                ? List.of()
                : all().stream()
                        .filter(notice -> notice.patient().equals(patient))
                        .sorted(Comparator.comparingInt(Notice::edition))
                        .toList();
    }

    @Override
    public List<Notice> all() {
        Set<String> seen = new HashSet<>();
        for (Entry entry : store.read(STREAM)) {
            seen.add(Json.text(entry.content(), "edition") + " " + Json.text(entry.content(), "patient"));
        }
        Editions.Book book = editions.read();
        List<Notice> all = new ArrayList<>();
        book.published()
                .forEach(one -> add(all, seen, one.effects(), one.number(), one.effective(), one.title(), false));
        book.undone().forEach(one -> {
            LocalDate day = LocalDate.ofInstant(one.at(), java.time.ZoneOffset.UTC);
            String title = book.published().stream()
                    .filter(published -> published.number() == one.of())
                    .map(Editions.Published::title)
                    .findFirst()
                    .orElse("");
            add(all, seen, one.effects(), one.number(), day, title, true);
        });
        all.sort(Comparator.comparing((Notice notice) -> !notice.signed())
                .thenComparing(Comparator.comparingInt(Notice::edition).reversed()));
        return all;
    }

    private static void add(
            List<Notice> all,
            Set<String> seen,
            List<Effect> effects,
            int edition,
            LocalDate effective,
            String title,
            boolean undone) {
        for (Effect effect : effects) {
            if (!seen.contains(edition + " " + effect.patient())) {
                all.add(new Notice(effect.patient(), edition, effective, title, undone, effect.shifts()));
            }
        }
    }

    @Override
    public void seen(String patient, int edition, String author) {
        Map<String, Object> content = Map.of("patient", patient, "edition", Integer.toString(edition));
        store.append(STREAM, ChartStore.ANY, null, author, List.of(Entry.Draft.of(SEEN, content)));
    }
}
