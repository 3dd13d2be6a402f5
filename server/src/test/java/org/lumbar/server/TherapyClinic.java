package org.lumbar.server;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Database;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.plan.Planner;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.Role;
import org.lumbar.server.demo.DemoClinic;
import org.lumbar.server.patient.Clinic;

/** A running clinic whose patients have plans, signed a week ago, with treatments that therapists give. */
final class TherapyClinic implements AutoCloseable {

    private final RunningClinic running;
    private final Clinic clinic;
    private final DemoClinic admission;

    TherapyClinic(Path folder) {
        Database database = Database.file(folder.resolve("chart.sqlite"));
        this.running = new RunningClinic(database);
        this.clinic = running.bean(Clinic.class);
        this.admission = new DemoClinic(
                database,
                Clock.fixed(RunningClinic.NOW, ZoneId.of("Europe/Moscow")),
                running.bean(Accounts.class),
                clinic,
                new Planner(Knowledge.bundled()));
    }

    Browser signedIn(Role role) {
        return running.signedIn(role);
    }

    PatientChart chart(String id) {
        return clinic.chart(id);
    }

    ChartStore store() {
        return running.store();
    }

    void write(String id, Entry.Draft... drafts) {
        clinic.write(id, ChartStore.ANY, "", "physician", List.of(drafts));
    }

    /** Somebody with chronic pain whose signed plan holds these items besides what is recommended; returns the id. */
    String admit(String family, String... items) {
        String chosen = items.length == 0 ? "" : "\"" + String.join("\", \"", items) + "\"";
        String id = admission.admit(Json.object("""
                {"family": "%s", "given": ["Olga"], "sex": "female", "language": "en", "country": "RU", "born": "1984-06-05",
                 "icd10": "M54.5", "confirmed": true, "days": 400, "pain": 5, "visits": 1, "ago": 7, "complete": true,
                 "numbers": {"systolic": 126, "diastolic": 78}, "no": ["radicular-signs", "leg-pain", "in-remission"],
                 "chosen": [%s]}""".formatted(family, chosen)));
        if (clinic.chart(id).signed().isEmpty()) {
            throw new IllegalStateException(family + " has no signed plan");
        }
        return id;
    }

    @Override
    public void close() {
        running.close();
    }
}
