package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.record.CodeSystem;

/** The list of current medicines. */
class MedicineChecksTest {

    private static final Patients HOST = Patients.withAcutePain();

    private static List<String> checks(Patients patient) {
        return Hosts.plan(patient, Standard.COMPREHENSIVE).checks().stream()
                .map(Reason::pattern)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"OTHER, 12345", "RXNORM, 99999999", "SNOMED, 999999999999"})
    void saysThatAnUnknownCodeCouldNotBeChecked(CodeSystem system, String code) {
        assertThat(checks(HOST.taking(system, code))).contains("check.unknown-medicine");
    }

    @Test
    void saysThatThereAreNoMedicinesOnRecord() {
        assertThat(checks(HOST)).contains("check.no-medicines").doesNotContain("check.unknown-medicine");
    }

    @Test
    void saysNothingWhenEveryCodeIsKnown() {
        assertThat(checks(HOST.taking(CodeSystem.ATC, "B01AA03").taking(CodeSystem.RXNORM, "5640")))
                .doesNotContain("check.no-medicines", "check.unknown-medicine");
    }
}
