package org.lumbar.server;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Database;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Kind;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.Question;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.Role;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;
import org.lumbar.server.patient.Selection;
import org.lumbar.server.patient.Signing;

/** A running clinic whose patients have plans, signed a week ago, with treatments that therapists give. */
final class TherapyClinic implements AutoCloseable {

    static final Map<String, BigDecimal> NUMBERS =
            Map.of("pain-nrs", new BigDecimal(5), "systolic", new BigDecimal(126), "diastolic", new BigDecimal(78));
    private static final int ROUNDS = 40;

    private final Database database;
    private final RunningClinic running;
    private final Clinic clinic;

    TherapyClinic(Path folder) {
        this.database = Database.file(folder.resolve("chart.sqlite"));
        this.running = new RunningClinic(database);
        this.clinic = running.bean(Clinic.class);
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
        String id = Drafts.newId();
        Instant at = RunningClinic.NOW.minus(Duration.ofDays(7));
        Clock clock = Clock.fixed(at, ZoneId.of("Europe/Moscow"));
        Clinic then = new Clinic(new ChartStore(database, clock), running.bean(Planner.class), clock);
        then.write(
                id,
                0,
                "",
                "physician",
                List.of(
                        Drafts.registered(id, family, List.of("Olga"), "female", "1984-03-12", "RU", "en"),
                        Drafts.diagnosed(id, Drafts.newId(), "M54.5", "", true, "2025-11-01", then.today())));
        answer(then, id);
        List<Entry.Draft> chosen = new ArrayList<>();
        for (String item : items) {
            chosen.add(Entry.Draft.of(Kind.CHOSEN, Map.of("item", item, "note", "")));
        }
        if (!chosen.isEmpty()) {
            then.write(id, ChartStore.ANY, "", "physician", chosen);
        }
        PatientChart chart = then.chart(id);
        Selection selection = Selection.of(chart, then.plan(chart, Language.EN));
        if (!selection.whole()) {
            throw new IllegalStateException("Not offered: " + selection.lost());
        }
        new Signing(then)
                .sign(
                        chart,
                        Language.EN,
                        running.bean(Accounts.class).find("physician").orElseThrow(),
                        "");
        return id;
    }

    /** Says "no" to whatever is asked. */
    private static void answer(Clinic then, String id) {
        for (int round = 0; round < ROUNDS; round++) {
            TreatmentPlan plan = then.plan(then.chart(id), Language.EN);
            List<Entry.Draft> drafts = new ArrayList<>();
            for (Question question : then.questions(plan)) {
                Measure measure = then.knowledge().measures().stream()
                        .filter(one -> one.id().equals(question.finding()))
                        .findFirst()
                        .orElse(null);
                if (measure == null) {
                    drafts.add(Drafts.answered(question.finding(), false));
                } else if (NUMBERS.containsKey(measure.id())) {
                    drafts.add(Drafts.measured(id, measure, NUMBERS.get(measure.id()), then.today()));
                }
            }
            if (drafts.isEmpty()) {
                return;
            }
            then.write(id, ChartStore.ANY, "", "physician", drafts);
        }
    }

    @Override
    public void close() {
        running.close();
        database.close();
    }
}
