package org.lumbar.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Pathway;
import org.lumbar.core.plan.CarePath;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.TreatmentPlan;

/** The first page of a printed plan: everything that is done, said once; what several items share stands below them. */
final class SummarySheet {

    private final TreatmentPlan plan;
    private final List<Recommendation> items;
    private final Words words;
    private final Regimen regimen;

    private final Map<String, String> ordered;

    /**
     * @param items what is done, in the order of the plan
     * @param ordered how it is given, by item; what is not here stands as the plan says
     */
    SummarySheet(TreatmentPlan plan, List<Recommendation> items, Words words, Map<String, String> ordered) {
        this.ordered = ordered;
        this.plan = plan;
        this.items = items;
        this.words = words;
        this.regimen = new Regimen(words);
    }

    /** One thing to do, how, and what to mind with it alone. */
    record Row(String category, String name, String how, List<String> notes) {}

    /** What holds for several items, and which. */
    record Shared(String what, String names) {}

    /** What has a dose, a course or something to mind; the category stands only where it changes. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        String before = "";
        for (Recommendation one : items) {
            Row row = row(one);
            if (row.how().isEmpty() && row.notes().isEmpty()) {
                continue;
            }
            rows.add(row.category().equals(before) ? new Row("", row.name(), row.how(), row.notes()) : row);
            before = row.category();
        }
        return rows;
    }

    private Row row(Recommendation one) {
        Item item = one.item();
        List<String> notes = new ArrayList<>();
        if (one.dose() != null) {
            one.dose().adjustments().forEach(text -> notes.add(words.say(text)));
        }
        notes.addAll(Offered.notes(one, words));
        notes.addAll(new Together(words).withEarlier(item, items));
        if (one.dose() != null) {
            item.stop().stream().limit(1).map(words::say).forEach(notes::add);
        }
        return new Row(words.capital(words.say("category." + item.category())), name(item), how(one), notes);
    }

    /** Dose or course; a longest time ends on a date. */
    private String how(Recommendation one) {
        String line = ordered.get(one.item().id());
        if (line != null) {
            return line;
        }
        String how = words.capital(regimen.of(one.item(), one.dose()));
        Integer days = one.dose() == null ? null : one.dose().dose().daysMax();
        if (days == null) {
            return how;
        }
        LocalDate last = plan.request().date().plusDays(days - 1L);
        return how + " " + words.fill("sheet.last-day", "date", words.date(last));
    }

    /** What needs no words of its own. */
    String besides() {
        return joined(items.stream()
                .filter(one -> row(one).how().isEmpty() && row(one).notes().isEmpty())
                .toList());
    }

    /** What must be done before, and before what. */
    List<Shared> gates() {
        Map<String, List<Recommendation>> byGate = new LinkedHashMap<>();
        for (Recommendation one : items) {
            one.gates().stream()
                    .map(state -> words.say(state.gate().name()))
                    .distinct()
                    .forEach(gate ->
                            byGate.computeIfAbsent(gate, g -> new ArrayList<>()).add(one));
        }
        return shared(byGate);
    }

    /** When to stop what has no dose; doses say it in their own row. */
    List<Shared> stops() {
        Map<String, List<Recommendation>> byStop = new LinkedHashMap<>();
        for (Recommendation one : items) {
            if (one.dose() == null && !one.item().stop().isEmpty()) {
                String stop = Words.unstopped(words.say(one.item().stop().get(0)));
                byStop.computeIfAbsent(stop, s -> new ArrayList<>()).add(one);
            }
        }
        return shared(byStop);
    }

    private List<Shared> shared(Map<String, List<Recommendation>> groups) {
        return groups.entrySet().stream()
                .map(group -> new Shared(group.getKey(), joined(group.getValue())))
                .toList();
    }

    private String joined(List<Recommendation> items) {
        return String.join(
                ", ", items.stream().map(one -> words.say(one.item().name())).toList());
    }

    private String name(Item item) {
        return words.capital(words.say(item.name()));
    }

    /** The current stage, and the days on which somebody looks again. */
    String reviews() {
        List<String> dates = plan.path().followUps().stream()
                .map(CarePath.DatedFollowUp::on)
                .distinct()
                .map(words::date)
                .toList();
        return String.join("; ", dates);
    }

    /** The warning signs in two columns of about the same length. */
    List<List<String>> safetyNet() {
        List<String> all = plan.path().safetyNet().stream()
                .map(Pathway.Advice::text)
                .map(words::say)
                .distinct()
                .toList();
        int total = all.stream().mapToInt(String::length).sum();
        int split = 0;
        int length = 0;
        while (split < all.size() && 2 * length + all.get(split).length() <= total) {
            length += all.get(split).length();
            split++;
        }
        return List.of(all.subList(0, split), all.subList(split, all.size()));
    }
}
