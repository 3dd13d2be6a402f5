package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Bound;
import org.lumbar.core.record.Entry.Concept;
import org.lumbar.core.record.Entry.Value;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;

/** Pain and scores of long ago do not tell how a person is now. */
class StalePainTest {

    private static final Planner PLANNER = new Planner(Knowledge.bundled());

    private static Findings measured(String loinc, double value, @Nullable LocalDate on) {
        Entry observation = new Entry.Observation(
                "Observation/o",
                new Concept(List.of(new Coding(CodeSystem.LOINC, loinc)), null),
                on == null ? null : Span.day(on),
                new Value.Quantity(value, Bound.EXACT, "{score}"));
        PatientRecord record = new PatientRecord("p", Sex.UNSTATED, null, "RU", List.of(observation), List.of());
        return PLANNER.plan(record, Patients.request(Standard.COMPREHENSIVE)).findings();
    }

    @ParameterizedTest
    @CsvSource({"72514-3, pain-nrs, 14", "91351-7, start-back, 42", "91147-9, peg, 84"})
    void holdForTheirTimeOnly(String loinc, String measure, int days) {
        assertThat(measured(loinc, 2, Patients.TODAY.minusDays(days)).measures())
                .containsKey(measure);
        assertThat(measured(loinc, 2, Patients.TODAY.minusDays(days + 1)).measures())
                .doesNotContainKey(measure);
    }

    @Test
    void painOfAnUnknownDayIsAskedForAgain() {
        assertThat(measured("72514-3", 2, null).measures()).doesNotContainKey("pain-nrs");
    }
}
