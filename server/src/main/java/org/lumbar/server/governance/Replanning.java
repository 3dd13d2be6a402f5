package org.lumbar.server.governance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.FhirExchange;
import org.lumbar.chart.PatientChart;
import org.lumbar.chart.PatientList;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.text.Language;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Notices;
import org.lumbar.server.patient.SignedSheet;
import org.springframework.stereotype.Component;

/** Plans every patient with one knowledge and with another, and tells what differs. */
@Component
final class Replanning {

    /** An item that is in one of the two alone. */
    static final String ABSENT = "absent";

    private static final int PAGE = 200;

    private final Clinic clinic;

    Replanning(Clinic clinic) {
        this.clinic = clinic;
    }

    /** The patients whose plans differ, those with a signed plan that does first. */
    List<Effect> effects(Planner before, Planner after) {
        return ids().parallelStream()
                .map(id -> effect(PatientChart.of(clinic.store().read(PatientChart.stream(id))), before, after))
                .filter(effect -> !effect.shifts().isEmpty())
                .sorted(Comparator.comparing((Effect effect) -> !effect.signed())
                        .thenComparing(Effect::patient))
                .toList();
    }

    private List<String> ids() {
        ChartStore store = clinic.store();
        List<String> ids = new ArrayList<>();
        for (PatientList.Page page = store.patients().find("", 0, PAGE);
                !page.rows().isEmpty();
                page = store.patients().find("", ids.size(), PAGE)) {
            page.rows().forEach(row -> ids.add(row.id()));
        }
        return ids;
    }

    private Effect effect(PatientChart chart, Planner before, Planner after) {
        PatientRecord record = FhirExchange.record(chart, clinic.zone());
        PlanRequest request = new PlanRequest(clinic.today(), Standard.COMPREHENSIVE, null, Language.EN);
        Map<String, String> old = statuses(before, record, request);
        Map<String, String> fresh = statuses(after, record, request);
        Set<String> signed = signed(chart);
        Set<String> all = new TreeSet<>(old.keySet());
        all.addAll(fresh.keySet());
        List<Notices.Shift> shifts = new ArrayList<>();
        for (String item : all) {
            String from = old.getOrDefault(item, ABSENT);
            String to = fresh.getOrDefault(item, ABSENT);
            boolean inPlan = signed.contains(item);
            if (!from.equals(to) || (inPlan && doseDiffers(item, before, after, record, request))) {
                shifts.add(new Notices.Shift(item, from, to, inPlan));
            }
        }
        return new Effect(chart.id(), shifts);
    }

    private static Map<String, String> statuses(Planner planner, PatientRecord record, PlanRequest request) {
        Set<String> umbrellas = new HashSet<>();
        planner.knowledge().items().stream().filter(Item::umbrella).forEach(item -> umbrellas.add(item.id()));
        Map<String, String> statuses = new HashMap<>();
        planner.brief(record, request)
                .itemsByStatus()
                .forEach((status, items) -> items.stream()
                        .filter(item -> !umbrellas.contains(item))
                        .forEach(item -> statuses.put(item, status.id())));
        return statuses;
    }

    private static Set<String> signed(PatientChart chart) {
        Set<String> items = new HashSet<>();
        if (!chart.signed().isEmpty()) {
            SignedSheet.of(chart.signed().getLast()).lines().forEach(line -> items.add(line.id()));
        }
        return items;
    }

    private static boolean doseDiffers(
            String item, Planner before, Planner after, PatientRecord record, PlanRequest request) {
        return !before.recommendation(record, request, item)
                .map(Replanning::how)
                .equals(after.recommendation(record, request, item).map(Replanning::how));
    }

    /** What a sheet says of how much and how long. */
    private static List<Object> how(Recommendation one) {
        List<Object> how = new ArrayList<>();
        how.add(Optional.ofNullable(one.dose()));
        how.add(Optional.ofNullable(one.item().course()));
        return how;
    }
}
