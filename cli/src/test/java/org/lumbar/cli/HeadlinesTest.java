package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lumbar.cli.CommandFixtures.example;
import static org.lumbar.cli.CommandFixtures.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clinician expects of each example, whatever the rules behind it. */
class HeadlinesTest {

    private static final Set<String> OFFERED = Set.of("recommended", "optional", "discretion");

    /** Swallowed, injected or inside a combination. */
    private static final List<String> SYSTEMIC_NSAIDS = List.of(
            "diclofenac-oral",
            "diclofenac-im",
            "ibuprofen",
            "naproxen",
            "ketoprofen",
            "ketorolac",
            "lornoxicam",
            "meloxicam",
            "indometacin",
            "celecoxib",
            "pentalgin",
            "pentalgin-n",
            "sedalgin",
            "sedalgin-classic");

    private static final List<String> TOPICAL_NSAIDS = List.of("diclofenac-gel", "ketoprofen-gel");

    private static final List<String> WITH_METAMIZOLE =
            List.of("metamizole", "baralgin", "baralgin-old", "tempalgin", "pentalgin-icn-fs", "pentalgin-ic");

    private static final List<String> SURGERY =
            List.of("surgery-disc-herniation", "surgery-fusion", "surgery-disc-replacement", "surgery-stenosis");

    private static Json planOf(String name) {
        return Json.of(plan(example(name), "--format", "json").out());
    }

    private static List<String> itemsWith(Json plan, Set<String> statuses) {
        return plan.at("recommendations")
                .items()
                .filter(item -> statuses.contains(item.at("status").text()))
                .map(item -> item.at("item").text())
                .toList();
    }

    private static List<String> offered(Json plan) {
        return itemsWith(plan, OFFERED);
    }

    private static List<String> offeredIn(Json plan, String category) {
        return plan.at("recommendations")
                .items()
                .filter(item -> item.at("category").text().equals(category)
                        && OFFERED.contains(item.at("status").text()))
                .map(item -> item.at("item").text())
                .toList();
    }

    private static List<String> flags(Json plan) {
        return plan.at("triage", "redFlags")
                .items()
                .map(flag -> flag.at("id").text())
                .toList();
    }

    private static List<String> present(Json plan) {
        return plan.at("findings")
                .items()
                .filter(finding -> finding.at("state").text().equals("present"))
                .map(finding -> finding.at("id").text())
                .toList();
    }

    private static List<String> evidence(Json plan, String finding) {
        return plan.at("findings")
                .items()
                .filter(one -> one.at("id").text().equals(finding))
                .flatMap(one -> one.at("evidence").texts().stream())
                .toList();
    }

    private static List<String> nsaids() {
        List<String> all = new ArrayList<>(SYSTEMIC_NSAIDS);
        all.addAll(TOPICAL_NSAIDS);
        return all;
    }

    private static void assertDiagnosis(Json plan, String syndrome, String phase, String severity) {
        Json diagnosis = plan.at("diagnosis");
        assertThat(diagnosis.at("confirmed").value()).isEqualTo(true);
        assertThat(diagnosis.at("syndrome").text()).isEqualTo(syndrome);
        assertThat(diagnosis.at("phase").text()).isEqualTo(phase);
        assertThat(diagnosis.at("severity").text()).isEqualTo(severity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acute-lumbago",
                "lumboischialgia-root-signs",
                "chronic-lumbalgia",
                "remission",
                "pregnancy",
                "anticoagulated-72",
                "kidney-disease",
                "nsaid-allergy",
                "child",
                "polypharmacy",
                "sanatorium-guest",
                "ulcer-history",
                "russian-hospital",
                "us-hospital"
            })
    void completeInterviewsLeaveNothingToAsk(String name) {
        Json plan = planOf(name);

        assertThat(plan.at("questions").items()).isEmpty();
        assertThat(itemsWith(plan, Set.of("needs-information"))).isEmpty();
    }

    @Test
    void acuteLumbagoIsTreatedAtOnce() {
        Json plan = planOf("acute-lumbago");

        assertThat(plan.at("triage", "level").text()).isEqualTo("none");
        assertDiagnosis(plan, "lumbago", "acute", "severe");
        assertThat(itemsWith(plan, Set.of("recommended"))).contains("stay-active", "education");
        assertThat(itemsWith(plan, Set.of("recommended")))
                .filteredOn(SYSTEMIC_NSAIDS::contains)
                .hasSize(1);
        assertThat(offered(plan)).doesNotContainAnyElementsOf(SURGERY);
    }

    @Test
    void rootSignsWithoutProgressAreNoEmergency() {
        Json plan = planOf("lumboischialgia-root-signs");

        assertThat(plan.at("triage", "level").text()).isEqualTo("none");
        assertDiagnosis(plan, "lumboischialgia", "acute", "severe");
        assertThat(present(plan)).contains("radicular-signs", "radicular-pain");
    }

    @Test
    void chronicLumbalgiaIsTreatedWithExercise() {
        Json plan = planOf("chronic-lumbalgia");

        assertDiagnosis(plan, "lumbalgia", "chronic", "moderate");
        assertThat(itemsWith(plan, Set.of("recommended"))).contains("exercise-therapy", "stay-active");
        assertThat(offered(plan)).doesNotContainAnyElementsOf(SURGERY);
    }

    @Test
    void remissionNeedsNoPainkiller() {
        Json plan = planOf("remission");

        assertThat(plan.at("diagnosis", "phase").text()).isEqualTo("remission");
        assertThat(offered(plan))
                .doesNotContainAnyElementsOf(nsaids())
                .doesNotContainAnyElementsOf(WITH_METAMIZOLE)
                .doesNotContain("paracetamol", "tramadol", "tizanidine", "tolperisone", "baclofen");
        assertThat(itemsWith(plan, Set.of("recommended"))).contains("stay-active");
    }

    @Test
    void caudaEquinaStopsEverything() {
        Json plan = planOf("cauda-equina");

        assertThat(plan.at("triage", "level").text()).isEqualTo("emergency-now");
        assertThat(flags(plan)).contains("rf-ces-saddle", "rf-ces-bladder", "rf-ces-bilat");
        assertThat(plan.at("triage", "redFlags")
                        .items()
                        .findFirst()
                        .orElseThrow()
                        .at("because")
                        .texts())
                .isNotEmpty();
        assertThat(offered(plan)).isEmpty();
        assertThat(plan.at("plan", "emergencyAction").texts()).isNotEmpty();
        assertThat(plan.at("plan", "stages").items().flatMap(stage -> stage.at("items").texts().stream()))
                .isEmpty();
    }

    @Test
    void pregnancyOf30WeeksRulesOutEveryNsaid() {
        Json plan = planOf("pregnancy");

        assertThat(present(plan)).contains("pregnancy", "pregnancy-third-trimester");
        assertThat(offered(plan)).doesNotContainAnyElementsOf(nsaids()).doesNotContainAnyElementsOf(WITH_METAMIZOLE);
        assertThat(offered(plan)).contains("stay-active");
    }

    @Test
    void warfarinRulesOutSystemicNsaidsAndWhatBleeds() {
        Json plan = planOf("anticoagulated-72");

        assertThat(evidence(plan, "on-anticoagulant")).contains("MedicationStatement/warfarin");
        assertThat(offered(plan)).doesNotContainAnyElementsOf(SYSTEMIC_NSAIDS).doesNotContain("leech-therapy");
    }

    @Test
    void eGfrOf25RulesOutSystemicNsaids() {
        Json plan = planOf("kidney-disease");

        assertThat(evidence(plan, "egfr-below-30")).isNotEmpty();
        assertThat(plan.at("measures", "egfr", "evidence").texts()).containsExactly("Observation/egfr");
        assertThat(offered(plan)).doesNotContainAnyElementsOf(SYSTEMIC_NSAIDS);
    }

    @Test
    void allergyToOneNsaidRulesOutAllOfThem() {
        Json plan = planOf("nsaid-allergy");

        assertThat(evidence(plan, "nsaid-hypersensitivity")).contains("AllergyIntolerance/diclofenac");
        assertThat(offered(plan)).doesNotContainAnyElementsOf(nsaids());
    }

    @Test
    void childIsReferredWithinTwoWeeks() {
        Json plan = planOf("child");

        assertThat(plan.at("triage", "level").text()).isEqualTo("urgent-2wk");
        assertThat(flags(plan)).containsExactly("rf-child");
        assertThat(offeredIn(plan, "physiotherapy")).isEmpty();
        assertThat(offeredIn(plan, "manual-massage")).isEmpty();
        assertThat(offeredIn(plan, "medicine")).isEmpty();
        assertThat(offered(plan)).contains("stay-active");
    }

    @Test
    void heartDiseaseWithSevenMedicinesRulesOutWhatInteracts() {
        Json plan = planOf("polypharmacy");

        assertDiagnosis(plan, "lumbalgia", "exacerbation", "severe");
        assertThat(offered(plan)).doesNotContainAnyElementsOf(SYSTEMIC_NSAIDS).doesNotContain("tramadol", "duloxetine");
    }

    @Test
    void sanatoriumGuestMayGo() {
        Json plan = planOf("sanatorium-guest");

        assertDiagnosis(plan, "lumbalgia", "chronic", "mild");
        assertThat(offered(plan)).contains("sanatorium-eligibility");
    }

    @Test
    void bleedingUlcerInThePastRulesOutSystemicNsaids() {
        Json plan = planOf("ulcer-history");

        assertThat(evidence(plan, "gi-bleeding-history")).contains("Condition/ulcer");
        assertThat(offered(plan)).doesNotContainAnyElementsOf(SYSTEMIC_NSAIDS);
    }

    @Test
    void incompleteInterviewAsksForEmergenciesFirst() {
        Json plan = planOf("incomplete-interview");

        assertThat(itemsWith(plan, Set.of("needs-information"))).isNotEmpty();
        assertThat(offeredIn(plan, "medicine")).isEmpty();
        assertThat(plan.at("questions")
                        .items()
                        .findFirst()
                        .orElseThrow()
                        .at("finding")
                        .text())
                .startsWith("rf-");
    }

    @Test
    void russianHospitalIsReadWithItsCodesAndUnits() {
        Json plan = planOf("russian-hospital");

        assertThat(plan.at("country").text()).isEqualTo("RU");
        assertThat(plan.at("diagnosis", "icd10").text()).isEqualTo("M54.4");
        assertThat(plan.at("measures", "systolic", "value").number()).isEqualTo(134);
        assertThat(plan.at("measures", "weight-kg", "value").number()).isEqualTo(70);
        assertThat(plan.at("measures", "egfr", "value").number()).isEqualTo(82);
        // 76 µmol/L / 88.4 = 0.86 mg/dL
        assertThat(plan.at("measures", "creatinine-mg-dl", "value").number()).isCloseTo(0.86, within(0.005));
        assertThat(present(plan)).contains("pyrazolone-hypersensitivity");
        assertThat(offered(plan)).doesNotContainAnyElementsOf(WITH_METAMIZOLE);
    }

    @Test
    void usHospitalIsReadWithItsCodesAndUnits() {
        Json plan = planOf("us-hospital");

        assertThat(plan.at("country").text()).isEqualTo("US");
        assertThat(plan.at("diagnosis", "icd10").text()).isEqualTo("M54.50");
        // 197.5 lb × 0.45359 = 89.58 kg
        assertThat(plan.at("measures", "weight-kg", "value").number()).isCloseTo(89.58, within(0.01));
        assertThat(present(plan)).contains("on-ace-inhibitor");
        assertThat(offered(plan)).doesNotContain("metamizole", "drotaverine", "tolperisone", "lornoxicam");
    }
}
