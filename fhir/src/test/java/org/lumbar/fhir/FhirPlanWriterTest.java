package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.DoseAdvice;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Question;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.plan.Wording;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.text.Language;

class FhirPlanWriterTest {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final TreatmentPlan ACUTE = Plans.plan(Plans.person("acute-lumbago"));

    private static <T extends Resource> List<T> all(TreatmentPlan plan, Class<T> type) {
        Bundle bundle = CONTEXT.newJsonParser().parseResource(Bundle.class, Plans.written(plan));
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static String code(CodeableConcept concept, String system) {
        return concept.getCoding().stream()
                .filter(coding -> coding.getSystem().equals(system))
                .map(coding -> coding.getCode())
                .findFirst()
                .orElse("none");
    }

    private static List<Recommendation> treatments(TreatmentPlan plan, Status status) {
        return plan.treatments().stream()
                .filter(recommendation -> recommendation.status() == status)
                .toList();
    }

    static Stream<PatientRecord> people() {
        return Stream.of(
                Plans.STRANGER,
                Plans.person("acute-lumbago"),
                Plans.person("chronic-lumbalgia"),
                Plans.taking("B01AA03", "N06AB06"),
                Plans.with("active-peptic-ulcer"),
                Plans.with("rf-cancer-other"));
    }

    @ParameterizedTest
    @MethodSource("people")
    void proposesWhatIsRecommendedAndNothingElse(PatientRecord person) {
        TreatmentPlan plan = Plans.plan(person);
        List<String> proposed = new ArrayList<>();
        for (MedicationRequest request : all(plan, MedicationRequest.class)) {
            assertThat(request.getStatus()).isEqualTo(MedicationRequest.MedicationRequestStatus.DRAFT);
            assertThat(request.getIntent()).isEqualTo(MedicationRequest.MedicationRequestIntent.PROPOSAL);
            proposed.add(code(request.getMedicationCodeableConcept(), Names.ITEM));
        }
        for (ServiceRequest request : all(plan, ServiceRequest.class)) {
            assertThat(request.getStatus()).isEqualTo(ServiceRequest.ServiceRequestStatus.DRAFT);
            assertThat(request.getIntent()).isEqualTo(ServiceRequest.ServiceRequestIntent.PROPOSAL);
            proposed.add(code(request.getCode(), Names.ITEM));
        }
        List<String> recommended = treatments(plan, Status.RECOMMENDED).stream()
                .map(recommendation -> recommendation.item().id())
                .toList();
        proposed.removeIf("none"::equals);
        assertThat(proposed).containsExactlyInAnyOrderElementsOf(recommended);
    }

    @ParameterizedTest
    @MethodSource("people")
    void namesAnIssueForEachMedicineThatIsWithheld(PatientRecord person) {
        TreatmentPlan plan = Plans.plan(person);
        List<String> withheld = treatments(plan, Status.WITHHELD).stream()
                .filter(recommendation -> Requests.isMedicine(recommendation.item()))
                .map(recommendation -> recommendation.item().id())
                .toList();
        List<String> issues = all(plan, DetectedIssue.class).stream()
                .filter(issue -> issue.getSeverity() != DetectedIssue.DetectedIssueSeverity.MODERATE)
                .map(issue -> ((Medication) issue.getContained().get(0)).getCode())
                .map(concept -> code(concept, Names.ITEM))
                .toList();
        assertThat(issues).isEqualTo(withheld);
    }

    @Test
    void tellsWhichMedicineOfTheRecordIsInTheWay() {
        PatientRecord person = Plans.taking("B01AA03");
        String medicine = person.entries().stream()
                .map(entry -> entry.ref())
                .filter(ref -> ref.startsWith("MedicationStatement/"))
                .findFirst()
                .orElseThrow();
        List<DetectedIssue> interactions = all(Plans.plan(person), DetectedIssue.class).stream()
                .filter(issue -> code(issue.getCode(), Names.HL7_ACT).equals("DRG"))
                .toList();
        assertThat(interactions)
                .isNotEmpty()
                .allSatisfy(issue -> assertThat(issue.getImplicated())
                        .anySatisfy(reference ->
                                assertThat(reference.getReference()).isEqualTo(medicine)))
                .allSatisfy(issue -> assertThat(issue.getDetail()).isNotBlank());
    }

    @Test
    void ratesAContraindicationHighAndAClosedGateLow() {
        List<DetectedIssue> issues = all(Plans.plan(Plans.with("active-peptic-ulcer")), DetectedIssue.class);
        assertThat(issues)
                .filteredOn(issue -> code(issue.getCode(), Names.HL7_ACT).equals("COND"))
                .isNotEmpty()
                .allSatisfy(
                        issue -> assertThat(issue.getSeverity()).isEqualTo(DetectedIssue.DetectedIssueSeverity.HIGH));
        assertThat(issues)
                .filteredOn(issue -> code(issue.getCode(), Names.REASON).equals("not-licensed"))
                .allSatisfy(
                        issue -> assertThat(issue.getSeverity()).isEqualTo(DetectedIssue.DetectedIssueSeverity.LOW));
    }

    @Test
    void givesDosesAsNumbers() {
        List<MedicationRequest> requests = all(ACUTE, MedicationRequest.class);
        assertThat(requests).isNotEmpty();
        for (MedicationRequest request : requests) {
            DoseAdvice advice = ACUTE.recommendations().stream()
                    .filter(each -> each.item().id().equals(code(request.getMedicationCodeableConcept(), Names.ITEM)))
                    .map(Recommendation::dose)
                    .findFirst()
                    .orElseThrow();
            Dosage dosage = request.getDosageInstructionFirstRep();
            assertThat(dosage.getText()).isEqualTo("dose of " + advice.dose().route());
            DoseAdvice.IngredientDose ingredient = advice.ingredients().get(0);
            if (advice.ingredients().size() == 1 && ingredient.perDayMaxMg() != null) {
                assertThat(dosage.getMaxDosePerPeriod()
                                .getNumerator()
                                .getValue()
                                .doubleValue())
                        .isEqualTo(ingredient.perDayMaxMg());
                assertThat(dosage.getMaxDosePerPeriod().getDenominator().getCode())
                        .isEqualTo("d");
            }
            if (advice.dose().timesPerDay() != null) {
                assertThat(dosage.getTiming().getRepeat().getFrequency())
                        .isEqualTo((int) advice.dose().timesPerDay().least());
            }
            if (advice.dose().daysMax() != null) {
                assertThat(dosage.getTiming()
                                .getRepeat()
                                .getBoundsRange()
                                .getHigh()
                                .getValue()
                                .intValue())
                        .isEqualTo(advice.dose().daysMax());
            }
        }
    }

    @Test
    void asksEveryOpenQuestionOnce() {
        TreatmentPlan plan = Plans.plan(Plans.STRANGER);
        assertThat(plan.questions()).hasSizeGreaterThan(10);
        List<Task> tasks = all(plan, Task.class);
        assertThat(tasks)
                .extracting(task -> code(task.getCode(), Names.FINDING))
                .isEqualTo(plan.questions().stream().map(Question::finding).toList());
        assertThat(tasks)
                .extracting(Task::getDescription)
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void raisesAFlagAndAReferralForARedFlag() {
        TreatmentPlan plan = Plans.plan(Plans.with("rf-cancer-other"));
        assertThat(all(plan, Flag.class))
                .extracting(flag -> code(flag.getCode(), Names.FINDING))
                .containsExactly("rf-cancer-other");
        ServiceRequest referral = all(plan, ServiceRequest.class).get(0);
        assertThat(code(referral.getCode(), Names.FINDING)).isEqualTo("rf-cancer-other");
        assertThat(referral.getPriority()).isEqualTo(ServiceRequest.ServiceRequestPriority.URGENT);
        assertThat(all(plan, CarePlan.class)
                        .get(0)
                        .getActivityFirstRep()
                        .getReference()
                        .getReference())
                .isEqualTo("urn:uuid:" + referral.getIdElement().getIdPart().replace("urn:uuid:", ""));
    }

    static Stream<RedFlag> emergencies() {
        return Plans.KNOWLEDGE.redFlags().stream().filter(flag -> flag.urgency().emergency());
    }

    @ParameterizedTest
    @MethodSource("emergencies")
    void holdsNothingButTheEmergencyActionInAnEmergency(RedFlag flag) {
        TreatmentPlan plan = Plans.plan(Plans.with(flag.id()));
        assertThat(plan.triage().level().emergency()).isTrue();
        assertThat(all(plan, Resource.class))
                .extracting(resource -> resource.getResourceType().name())
                .containsOnly("CarePlan", "Flag", "ServiceRequest", "Provenance");
        assertThat(all(plan, ServiceRequest.class))
                .extracting(request -> code(request.getCode(), Names.FINDING))
                .isEqualTo(plan.triage().present().stream().map(RedFlag::id).toList());
        assertThat(all(plan, CarePlan.class).get(0).getActivity())
                .isNotEmpty()
                .allSatisfy(activity -> assertThat(activity.hasDetail()).isFalse());
    }

    @Test
    void namesTheKnowledgeThatItRestsOn() {
        Provenance provenance = all(ACUTE, Provenance.class).get(0);
        assertThat(provenance.getEntity())
                .extracting(entity -> entity.getWhat().getIdentifier().getValue())
                .containsExactly(Plans.KNOWLEDGE.version(), Plans.KNOWLEDGE.sha256());
        assertThat(provenance.getTarget()).hasSize(all(ACUTE, Resource.class).size() - 1);
    }

    @Test
    void setsGoalsAndPutsEverythingIntoTheCarePlan() {
        CarePlan carePlan = all(ACUTE, CarePlan.class).get(0);
        assertThat(carePlan.getStatus()).isEqualTo(CarePlan.CarePlanStatus.DRAFT);
        assertThat(carePlan.getSubject().getReference()).isEqualTo("Patient/" + ACUTE.patientId());
        assertThat(carePlan.getAddressesFirstRep().getReference()).isEqualTo("Condition/diagnosis");
        assertThat(all(ACUTE, Goal.class)).hasSameSizeAs(ACUTE.path().goals());
        assertThat(carePlan.getGoal()).hasSameSizeAs(ACUTE.path().goals());
        assertThat(carePlan.getActivity())
                .hasSize(treatments(ACUTE, Status.RECOMMENDED).size()
                        + ACUTE.path().stages().size()
                        + ACUTE.path().followUps().size());
    }

    @ParameterizedTest
    @MethodSource("people")
    void refersOnlyToWhatIsThere(PatientRecord person) {
        String bundle = Plans.written(Plans.plan(person));
        Set<String> there = found("\"fullUrl\": \"([^\"]+)\"", bundle);
        assertThat(there).containsAll(found("\"reference\": \"(urn:uuid:[^\"]+)\"", bundle));
    }

    @ParameterizedTest
    @MethodSource("people")
    void leavesNoPlaceUnfilled(PatientRecord person) {
        assertThat(found("(\\{[a-z]+})", Plans.written(Plans.plan(person)))).isSubsetOf("{session}");
    }

    private static Set<String> found(String pattern, String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void isWrittenInTheLanguageOfThePlan() {
        TreatmentPlan russian =
                Plans.PLANNER.plan(Plans.person("acute-lumbago"), Plans.request(Standard.COMPREHENSIVE, Language.RU));
        String bundle = Plans.written(russian);
        assertThat(found("\"language\": \"([a-z]+)\"", bundle)).containsExactly("ru");
        assertThat(found("\"(?:title|description|patientInstruction|detail)\": \"([^\"]+)\"", bundle))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).containsPattern("[а-яё]"));
    }

    @Test
    void isTheSameForTheSamePlan() {
        assertThat(Plans.written(ACUTE)).isEqualTo(Plans.written(Plans.plan(Plans.person("acute-lumbago"))));
    }

    @Test
    void keepsItsIdsFromDayToDayButNotFromPersonToPerson() {
        PatientRecord person = Plans.person("acute-lumbago");
        LocalDate later = Plans.KNOWLEDGE.reviewed().plusDays(1);
        TreatmentPlan next =
                Plans.PLANNER.plan(person, new PlanRequest(later, Standard.COMPREHENSIVE, null, Language.EN));
        Set<String> today = found("\"fullUrl\": \"([^\"]+)\"", Plans.written(ACUTE));
        assertThat(found("\"fullUrl\": \"([^\"]+)\"", Plans.written(next))).containsAnyElementsOf(today);
        assertThat(found("\"fullUrl\": \"([^\"]+)\"", Plans.written(Plans.plan(Plans.person("chronic-lumbalgia")))))
                .doesNotContainAnyElementsOf(today);
        assertThat(today)
                .allMatch(url ->
                        url.matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }

    @Test
    void namesAPatientWhoseIdFhirDoesNotAllowByIdentifier() {
        PatientRecord odd = new PatientRecord("№ 7/12", Plans.STRANGER.sex(), null, null, List.of(), List.of());
        CarePlan carePlan = all(Plans.plan(odd), CarePlan.class).get(0);
        assertThat(carePlan.getSubject().hasReference()).isFalse();
        assertThat(carePlan.getSubject().getIdentifier().getValue()).isEqualTo("№ 7/12");
    }

    @Test
    void fitsOnOneLineAmongMany() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FhirPlanWriter writer =
                new FhirPlanWriter(Plans.KNOWLEDGE, new Wording(Plans.KNOWLEDGE, Language.EN), dose -> "dose");
        writer.write(ACUTE, out, false);
        writer.write(ACUTE, out, false);
        assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8).split("\n", -1))
                .hasSize(3);
    }
}
