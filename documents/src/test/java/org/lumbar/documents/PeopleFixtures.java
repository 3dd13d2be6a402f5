package org.lumbar.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Cases;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.knowledge.Persona;

/** The people of the knowledge base, and a few whose records are harder to show. */
final class PeopleFixtures {

    static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();
    static final Planner PLANNER = new Planner(KNOWLEDGE);

    private static final Map<String, Persona> PEOPLE =
            new TreeMap<>(Cases.bundled().people());

    private PeopleFixtures() {}

    /** A plan to show, named for the report of the test. */
    record Shown(String name, TreatmentPlan plan) {
        @Override
        public String toString() {
            return name + " in " + plan.request().language() + " by "
                    + plan.request().standard();
        }
    }

    static Stream<Shown> everyPlan() {
        List<Shown> all = new ArrayList<>();
        records().forEach((name, record) -> {
            for (Language language : Language.values()) {
                for (Standard standard : Standard.values()) {
                    all.add(new Shown(name, plan(record, standard, language)));
                }
            }
        });
        return all.stream();
    }

    static Map<String, PatientRecord> records() {
        Map<String, PatientRecord> records = new LinkedHashMap<>();
        PEOPLE.keySet().forEach(id -> records.put(id, person(id, List.of(), List.of(), List.of())));
        records.put("empty", new PatientRecord("empty", Sex.UNSTATED, null, null, List.of(), List.of()));
        records.put("onlyDiagnosed", onlyDiagnosed());
        records.put("emergency", emergency());
        records.put("urgent", person("acute-lumbago", List.of("rf-cancer-hx"), List.of(), List.of()));
        records.put(
                "takingWarfarin", person("chronic-lumbalgia", List.of(), List.of(), List.of(Map.of("atc", "B01AA03"))));
        records.put("unknownPain", person("acute-sciatica", List.of(), List.of("pain-nrs"), List.of()));
        return records;
    }

    static PatientRecord emergency() {
        return person("acute-lumbago", List.of("rf-ces-saddle"), List.of(), List.of());
    }

    /** A record with a diagnosis and nothing else: every warning sign is still to be asked. */
    static PatientRecord onlyDiagnosed() {
        Entry diagnosis = new Entry.Condition(
                "Condition/back",
                new Entry.Concept(List.of(new Coding(CodeSystem.ICD10, "M545")), null),
                Entry.Activity.ACTIVE,
                Entry.Certainty.CONFIRMED,
                Span.day(KNOWLEDGE.reviewed().minusDays(5)),
                null);
        return new PatientRecord("diagnosed", Sex.FEMALE, Span.year(1986), "RU", List.of(diagnosis), List.of());
    }

    static PatientRecord person(
            String id, List<String> present, List<String> unknown, List<Map<String, String>> medicines) {
        Cases.Given given = new Cases.Given(
                id, present, List.of(), unknown, Map.of(), medicines, List.of(), Standard.COMPREHENSIVE, null);
        return PEOPLE.get(id).record(given, KNOWLEDGE, KNOWLEDGE.reviewed());
    }

    static TreatmentPlan plan(PatientRecord record, Language language) {
        return plan(record, Standard.COMPREHENSIVE, language);
    }

    static TreatmentPlan plan(PatientRecord record, Standard standard, Language language) {
        return PLANNER.plan(record, new PlanRequest(KNOWLEDGE.reviewed(), standard, null, language));
    }

    static Recommendation recommendation(TreatmentPlan plan, String item) {
        return plan.recommendations().stream()
                .filter(one -> one.item().id().equals(item))
                .findFirst()
                .orElseThrow();
    }
}
