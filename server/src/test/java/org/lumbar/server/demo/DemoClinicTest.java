package org.lumbar.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Database;
import org.lumbar.chart.PatientList;
import org.lumbar.core.knowledge.DiagnosisTerm;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.patient.Clinic;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class DemoClinicTest {

    private static final int WEAKEST_BCRYPT = 4;

    @Test
    void showsEverySyndromeAndPhaseEmergenciesAndSignedPlans(@TempDir Path folder) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
        Planner planner = new Planner(Knowledge.bundled());
        try (Database database = Database.file(folder.resolve("chart.sqlite"))) {
            ChartStore store = new ChartStore(database, clock);
            Clinic clinic = new Clinic(store, planner, clock);
            new DemoClinic(
                            database,
                            clock,
                            new Accounts(store, new BCryptPasswordEncoder(WEAKEST_BCRYPT)),
                            clinic,
                            planner)
                    .make();
            PatientList.Page patients = store.patients().find("", 0, 100);
            assertThat(patients.total()).isEqualTo(40);
            Set<String> syndromes = new TreeSet<>();
            Set<String> phases = new TreeSet<>();
            int emergencies = 0;
            for (PatientList.Row row : patients.rows()) {
                TreatmentPlan plan = clinic.plan(clinic.chart(row.id()), Language.EN);
                emergencies += plan.triage().level().emergency() ? 1 : 0;
                add(syndromes, plan.diagnosis().syndrome());
                add(phases, plan.diagnosis().phase());
            }
            assertThat(syndromes)
                    .containsExactlyInAnyOrderElementsOf(clinic.knowledge().syndromes().stream()
                            .map(DiagnosisTerm::id)
                            .toList());
            assertThat(phases)
                    .containsExactlyInAnyOrderElementsOf(clinic.knowledge().phases().stream()
                            .map(DiagnosisTerm::id)
                            .toList());
            assertThat(emergencies).isBetween(3, 6);
            assertThat(patients.rows())
                    .filteredOn(row -> row.signedVersion() > 0)
                    .hasSizeGreaterThan(20);
            assertThat(patients.rows())
                    .filteredOn(row -> row.signedVersion() > 1)
                    .hasSizeGreaterThan(5);
            assertThat(store.verify().problems()).isEmpty();
            assertThat(DemoClinic.isIn(store)).isTrue();
        }
    }

    private static void add(Set<String> ids, @org.jspecify.annotations.Nullable DiagnosisTerm term) {
        if (term != null) {
            ids.add(term.id());
        }
    }
}
