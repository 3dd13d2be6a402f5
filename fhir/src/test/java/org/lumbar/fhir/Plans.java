package org.lumbar.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.plan.Wording;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.Sex;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Cases;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.knowledge.Persona;

/** Plans of the people that the knowledge brings along, for tests that need plans of every kind. */
final class Plans {

    static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();
    static final Planner PLANNER = new Planner(KNOWLEDGE);

    /** A person of whom nothing is known: everything must be asked. */
    static final PatientRecord STRANGER = new PatientRecord("stranger", Sex.UNSTATED, null, null, List.of(), List.of());

    private static final Cases CASES = Cases.bundled();

    private Plans() {}

    static PlanRequest request(Standard standard, Language language) {
        return new PlanRequest(KNOWLEDGE.reviewed(), standard, null, language);
    }

    static TreatmentPlan plan(PatientRecord person) {
        return PLANNER.plan(person, request(Standard.COMPREHENSIVE, Language.EN));
    }

    /** Every person as they are, one with each red flag, one of whom nothing is known, and the people of every worked case. */
    static List<PatientRecord> everyone() {
        List<PatientRecord> people = new ArrayList<>(List.of(STRANGER));
        for (String id : new TreeMap<>(CASES.people()).keySet()) {
            people.add(person(id));
        }
        for (RedFlag flag : KNOWLEDGE.redFlags()) {
            people.add(with(flag.id()));
        }
        CASES.all()
                .forEach(one -> people.add(
                        CASES.people().get(one.given().person()).record(one.given(), KNOWLEDGE, KNOWLEDGE.reviewed())));
        return people;
    }

    static PatientRecord person(String id) {
        return record(id, List.of(), List.of());
    }

    /** Someone with acute back pain for whom one more finding is present. */
    static PatientRecord with(String finding) {
        return record("acute-lumbago", List.of(finding), List.of());
    }

    /** Someone with acute back pain who takes these medicines. */
    static PatientRecord taking(String... atc) {
        List<Map<String, String>> medicines = new ArrayList<>();
        for (String code : atc) {
            medicines.add(Map.of("atc", code));
        }
        return record("acute-lumbago", List.of(), medicines);
    }

    private static PatientRecord record(String id, List<String> present, List<Map<String, String>> medicines) {
        Persona person = CASES.people().get(id);
        Cases.Given given = new Cases.Given(
                id, present, List.of(), List.of(), Map.of(), medicines, List.of(), Standard.COMPREHENSIVE, null);
        return person.record(given, KNOWLEDGE, KNOWLEDGE.reviewed());
    }

    /** The plan as a bundle; doses are worded elsewhere, so a mark stands for them. */
    static String written(TreatmentPlan plan) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new FhirPlanWriter(
                            KNOWLEDGE,
                            new Wording(KNOWLEDGE, plan.request().language()),
                            dose -> "dose of " + dose.dose().route())
                    .write(plan, out, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(UTF_8);
    }
}
