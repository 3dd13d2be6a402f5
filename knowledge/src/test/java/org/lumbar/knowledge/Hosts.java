package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;

/**
 * For every item a patient to whom it is offered. Only with such a patient does it mean something that the item is no longer
 * offered once a contraindication is added.
 */
final class Hosts {

    static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();
    static final Planner PLANNER = new Planner(KNOWLEDGE);

    private static final List<String> COUNTRIES = List.of("RU", "GB", "UA", "BG", "DE", "US");
    private static final Map<Standard, Map<String, Patients>> OF = new EnumMap<>(Standard.class);
    private static final List<Situation> SITUATIONS = new ArrayList<>();

    /** A patient in a standard of care, and what comes of it. */
    record Situation(Patients patient, Standard standard, Planner.Brief brief) {

        Situation(Patients patient, Standard standard) {
            this(patient, standard, PLANNER.brief(patient.record(), Patients.request(standard)));
        }

        boolean offers(String item) {
            return brief.itemsByStatus().entrySet().stream()
                    .anyMatch(one -> one.getKey().offered() && one.getValue().contains(item));
        }
    }

    static {
        List<Patients> situations = situations();
        for (Standard standard : Standard.values()) {
            Map<String, Patients> hosts = new LinkedHashMap<>();
            for (Patients one : situations) {
                Situation situation = new Situation(one, standard);
                SITUATIONS.add(situation);
                situation.brief().itemsByStatus().forEach((status, items) -> {
                    if (status.offered()) {
                        items.forEach(item -> hosts.putIfAbsent(item, one));
                    }
                });
            }
            OF.put(standard, hosts);
        }
    }

    private Hosts() {}

    /** The patient to whom the item is offered in this standard; empty when it is offered to nobody. */
    static Optional<Patients> of(String item, Standard standard) {
        return Optional.ofNullable(OF.get(standard).get(item));
    }

    /** The few patients who between them are offered everything that the standard offers to anybody. */
    static Set<Patients> all(Standard standard) {
        return new LinkedHashSet<>(OF.get(standard).values());
    }

    /** Everyday patients in both standards of care. */
    static List<Situation> everySituation() {
        return List.copyOf(SITUATIONS);
    }

    static List<String> items() {
        return KNOWLEDGE.items().stream().map(Item::id).toList();
    }

    static TreatmentPlan plan(Patients patient, Standard standard) {
        return PLANNER.plan(patient.record(), Patients.request(standard));
    }

    static Map<String, Status> statuses(Patients patient, Standard standard) {
        Map<String, Status> statuses = new HashMap<>();
        PLANNER.brief(patient.record(), Patients.request(standard))
                .itemsByStatus()
                .forEach((status, items) -> items.forEach(item -> statuses.put(item, status)));
        return statuses;
    }

    static Recommendation of(TreatmentPlan plan, String item) {
        return plan.recommendations().stream()
                .filter(recommendation -> recommendation.item().id().equals(item))
                .findFirst()
                .orElseThrow();
    }

    /** The findings that are present, by id. */
    static Set<String> present(TreatmentPlan plan) {
        Set<String> present = new LinkedHashSet<>();
        for (int i = 0; i < KNOWLEDGE.findings().size(); i++) {
            if (plan.findings().truths().isTrue(i)) {
                present.add(KNOWLEDGE.findings().get(i).id());
            }
        }
        return present;
    }

    /** Everyday courses of back pain, with every treatment that was or was not tried. */
    private static List<Patients> situations() {
        Patients acute = Patients.withAcutePain().present("supervised-start-done");
        Patients leg = acute.present("leg-pain", "radicular-pain").diagnosed("M544", true);
        List<Patients> courses = List.of(
                acute,
                leg,
                leg.present("radicular-signs").measured("symptom-days", 50),
                acute.measured("pain-nrs", 3),
                acute.measured("symptom-days", 56).measured("pain-nrs", 5),
                acute.measured("symptom-days", 400).measured("pain-nrs", 5),
                acute.measured("symptom-days", 500).present("recurrence-recorded"),
                acute.measured("symptom-days", 500)
                        .measured("pain-nrs", 1)
                        .present("in-remission", "brisk-walk-tolerated"),
                leg.diagnosed("M480", true).measured("symptom-days", 120));
        List<Patients> all = new ArrayList<>();
        for (Patients course : courses) {
            for (Patients ordered : List.of(
                    course,
                    course.absent("supervised-start-done"),
                    course.present("marked-muscle-spasm", "marked-inflammation", "wants-complementary"),
                    course.present("specialist-order", "setting-equipped-for-anaphylaxis", "wants-complementary"))) {
                for (Patients tried : List.of(
                        ordered,
                        ordered.present("nsaid-tried-without-effect", "first-step-tried-without-effect"),
                        ordered.present("oral-route-impossible"))) {
                    COUNTRIES.forEach(country -> all.add(tried.in(country)));
                }
            }
        }
        return all;
    }
}
