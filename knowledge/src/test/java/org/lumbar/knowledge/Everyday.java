package org.lumbar.knowledge;

import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.PatientRecord;

/** Somebody built from the facts alone, not from the personas of the content. */
record Everyday(Patients patients) implements Attempts.Patient {

    /** Everyday patients with the content that the program was built with. */
    static Attempts attempts() {
        return new Attempts(
                Hosts.PLANNER,
                Patients::request,
                Hosts.everySituation().stream()
                        .map(Hosts.Situation::patient)
                        .distinct()
                        .map(Everyday::new)
                        .toList());
    }

    @Override
    public PatientRecord record() {
        return patients.record();
    }

    @Override
    public Everyday with(String finding, boolean present) {
        return new Everyday(present ? patients.present(finding) : patients.absent(finding));
    }

    @Override
    public Everyday taking(String atc) {
        return new Everyday(patients.taking(CodeSystem.ATC, atc));
    }
}
