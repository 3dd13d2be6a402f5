package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;
import org.lumbar.core.text.Language;

/** An emergency that stands in the record stops treatment whatever the interview says, and what is said is not lost. */
class RecordedEmergencyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Planner PLANNER = new Planner(Knowledge.bundled());

    private static TreatmentPlan plan(List<Entry> entries) {
        PatientRecord record =
                new PatientRecord("p", Sex.FEMALE, Span.day(TODAY.minusYears(60)), "GB", entries, List.of());
        return PLANNER.plan(record, new PlanRequest(TODAY, Standard.COMPREHENSIVE, null, Language.EN));
    }

    private static Entry disease(String icd10) {
        return new Entry.Condition(
                "Condition/" + icd10,
                new Entry.Concept(List.of(new Coding(CodeSystem.ICD10, icd10.replace(".", ""))), null),
                Entry.Activity.ACTIVE,
                Entry.Certainty.CONFIRMED,
                Span.day(TODAY.minusDays(1)),
                null);
    }

    private static Entry answer(String finding, boolean yes) {
        return new Entry.Answer("QuestionnaireResponse/q#" + finding, finding, new Entry.Value.YesNo(yes));
    }

    /** Levels of the fact sheet's red flags: RF-CES, RF-CORD, RF-INFECTION, RF-AAA, RF-DISSECTION, RF-CANCER-HX, RF-FRACTURE. */
    @ParameterizedTest
    @CsvSource({
        "G83.4, EMERGENCY_NOW",
        "M51.0, EMERGENCY_NOW",
        "I71.3, EMERGENCY_NOW",
        "I71.0, EMERGENCY_NOW",
        "M46.4, EMERGENCY_SAME_DAY",
        "S32.0, EMERGENCY_SAME_DAY",
        "C79.5, URGENT_48H",
    })
    void isNotTalkedAway(String icd10, Urgency level) {
        List<Entry> entries = new ArrayList<>(List.of(disease("M54.5"), disease(icd10)));
        for (RedFlag flag : Knowledge.bundled().redFlags()) {
            entries.add(answer(flag.id(), false));
        }
        TreatmentPlan plan = plan(entries);
        assertThat(plan.triage().level()).isEqualTo(level);
        assertThat(plan.checks()).extracting(Reason::pattern).contains("check.conflict-present");
        if (level.emergency()) {
            assertThat(plan.treatments())
                    .noneMatch(one -> one.status().offered() && one.item().physical());
        }
    }

    /** The question about thoughts of self-harm is asked in two ways, and each answer counts. */
    @Test
    void isRaisedByThoughtsOfSuicide() {
        for (String asked : List.of("suicidality", "trf-suicide")) {
            TreatmentPlan plan = plan(List.of(disease("M54.5"), answer(asked, true)));
            assertThat(plan.triage().level()).as(asked).isEqualTo(Urgency.EMERGENCY_SAME_DAY);
        }
    }
}
