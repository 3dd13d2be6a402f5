package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;

/** The JSON form of a plan, field by field. */
class PlanJsonContractTest {

    @ParameterizedTest
    @MethodSource("org.lumbar.documents.PeopleFixtures#everyPlan")
    void holdsForEveryPerson(PeopleFixtures.Shown shown) throws IOException {
        List<String> problems = new ArrayList<>();
        PlanShape.PLAN.check("plan", json(shown.plan()), problems);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.lumbar.documents.PeopleFixtures#everyPlan")
    void namesEveryItemOnce(PeopleFixtures.Shown shown) throws IOException {
        assertThat(list(json(shown.plan()), "recommendations"))
                .extracting(recommendation -> recommendation.get("item"))
                .containsExactlyElementsOf(KNOWLEDGE.items().stream()
                        .map(item -> (Object) item.id())
                        .toList());
    }

    @Test
    void saysWhyAnUlcerWithholdsDiclofenac() throws IOException {
        TreatmentPlan plan = PeopleFixtures.plan(
                PeopleFixtures.person("acute-lumbago", List.of("active-peptic-ulcer"), List.of(), List.of()),
                Language.EN);
        Map<String, Object> diclofenac = recommendation(json(plan), "diclofenac-oral");
        assertThat(diclofenac).containsEntry("category", "medicine").containsEntry("status", "withheld");
        assertThat(list(diclofenac, "reasons"))
                .anySatisfy(reason -> assertThat(reason).containsEntry("findings", List.of("active-peptic-ulcer")));
        assertThat(diclofenac.get("wouldChangeIf")).isEqualTo(List.of(List.of("active-peptic-ulcer=absent")));
        assertThat(diclofenac).doesNotContainKeys("dose", "advice");
    }

    @Test
    void writesADoseInWordsAndInNumbers() throws IOException {
        TreatmentPlan plan = PeopleFixtures.plan(
                PeopleFixtures.person("acute-lumbago", List.of(), List.of(), List.of()), Language.EN);
        Map<String, Object> dose = child(recommendation(json(plan), "diclofenac-oral"), "dose");
        assertThat(dose)
                .containsEntry("timesPerDay", List.of(BigDecimal.valueOf(2), BigDecimal.valueOf(3)))
                .containsEntry("maxDays", BigDecimal.valueOf(14));
        assertThat(list(dose, "ingredients"))
                .singleElement()
                .satisfies(ingredient -> assertThat(ingredient)
                        .containsEntry("name", "diclofenac")
                        .containsEntry("atc", "M01AB05")
                        .containsEntry("perDose", "50 mg")
                        .containsEntry("perDayMax", "150 mg")
                        .containsEntry("perDoseMg", BigDecimal.valueOf(50))
                        .containsEntry("perDayMaxMg", BigDecimal.valueOf(150)));
    }

    @Test
    void holdsOnlyTheActionInAnEmergency() throws IOException {
        Map<String, Object> json = json(PeopleFixtures.plan(PeopleFixtures.emergency(), Language.EN));
        assertThat(child(json, "triage")).containsEntry("level", "emergency-now");
        assertThat(list(child(json, "triage"), "redFlags"))
                .singleElement()
                .satisfies(flag -> assertThat(flag)
                        .containsEntry("id", "rf-ces-saddle")
                        .containsEntry("because", List.of("QuestionnaireResponse/intake#rf-ces-saddle")));
        Map<String, Object> path = child(json, "plan");
        assertThat(path).containsEntry("goals", List.of()).containsEntry("stages", List.of());
        assertThat((List<?>) path.get("emergencyAction")).hasSize(1);
        assertThat(list(json, "recommendations"))
                .extracting(recommendation -> recommendation.get("status"))
                .doesNotContain("recommended", "optional", "discretion", "needs-information");
    }

    @Test
    void neverMixesWhatIsKnownWithWhatIsAssumed() throws IOException {
        Map<String, Object> json = json(PeopleFixtures.plan(PeopleFixtures.onlyDiagnosed(), Language.EN));
        List<Object> known = list(json, "findings").stream()
                .map(finding -> finding.get("id"))
                .toList();
        assertThat(known).doesNotContainAnyElementsOf((List<?>) json.get("assumedAbsent"));
        assertThat(known.size() + ((List<?>) json.get("assumedAbsent")).size())
                .isEqualTo(KNOWLEDGE.findings().size());
    }

    @Test
    void givesAnAgeFromABirthYearAsBounds() throws IOException {
        Map<String, Object> patient =
                child(json(PeopleFixtures.plan(PeopleFixtures.onlyDiagnosed(), Language.EN)), "patient");
        // Born some day of 1986 and seen on 22 November 2026: 39 or 40.
        assertThat(patient.get("age"))
                .isEqualTo(Map.of("least", BigDecimal.valueOf(39), "most", BigDecimal.valueOf(40)));
    }

    @Test
    void offersNoMedicineWithoutADose() throws IOException {
        Map<String, Object> json = json(PeopleFixtures.plan(
                PeopleFixtures.person("acute-sciatica", List.of(), List.of(), List.of()), Language.EN));
        List<String> medicines = KNOWLEDGE.items().stream()
                .filter(item -> item.dose() != null)
                .map(Item::id)
                .toList();
        assertThat(list(json, "recommendations"))
                .filteredOn(recommendation -> medicines.contains(recommendation.get("item"))
                        && List.of("recommended", "optional", "discretion").contains(recommendation.get("status")))
                .isNotEmpty()
                .allSatisfy(recommendation -> assertThat(recommendation).containsKey("dose"));
    }

    private static Map<String, Object> json(TreatmentPlan plan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanJson.write(plan, KNOWLEDGE, out, false);
        return JsonTree.object(out.toString(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> recommendation(Map<String, Object> json, String item) {
        return list(json, "recommendations").stream()
                .filter(one -> item.equals(one.get("item")))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // the shape is checked by holdsForEveryPerson
    private static List<Map<String, Object>> list(Map<String, Object> json, String field) {
        return (List<Map<String, Object>>) json.get(field);
    }

    @SuppressWarnings("unchecked") // the shape is checked by holdsForEveryPerson
    private static Map<String, Object> child(Map<String, Object> json, String field) {
        return (Map<String, Object>) json.get(field);
    }
}
