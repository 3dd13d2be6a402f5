package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Recommendation;

/** A diagnosis that nobody has confirmed. */
class UnconfirmedDiagnosisTest {

    private static final Set<String> WITHOUT_A_DIAGNOSIS = Set.of("self-care", "governance");

    @ParameterizedTest
    @EnumSource
    void opensNoMedicineProcedureOrProgramme(Standard standard) {
        Set<String> offered = new TreeSet<>();
        for (Patients host : Hosts.all(standard)) {
            for (Patients patient : new Patients[] {
                host.diagnosed(null, false),
                host.diagnosed(host.diagnosis(), false).unknown("diagnosis-confirmed"),
                host.diagnosed(host.diagnosis(), true).answering("diagnosis-confirmed", false),
                host.diagnosed(null, false).answering("low-back-pain", true)
            }) {
                for (Recommendation one : Hosts.plan(patient, standard).recommendations()) {
                    if (one.status().offered()
                            && !WITHOUT_A_DIAGNOSIS.contains(one.item().category())) {
                        offered.add(one.item().id());
                    }
                }
            }
        }
        assertThat(offered).isEmpty();
    }
}
