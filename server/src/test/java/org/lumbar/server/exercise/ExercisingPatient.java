package org.lumbar.server.exercise;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Database;
import org.lumbar.chart.Entry;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.Question;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.server.account.Account;
import org.lumbar.server.account.Role;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;
import org.lumbar.server.patient.Signing;

/** Somebody with chronic low back pain and a clock that the test moves. */
public final class ExercisingPatient implements AutoCloseable {

    static final String ID = "exercisingon";
    static final Planner PLANNER = new Planner(Knowledge.bundled());
    private static final Account PHYSICIAN =
            new Account("physician", "Dr Hart", Role.PHYSICIAN, "", "", false, 0, null);

    private final Database database;
    private Instant now = Instant.parse("2026-09-01T08:00:00Z");
    final Clinic clinic;
    final Programmes programmes;

    ExercisingPatient(Path folder) {
        this.database = Database.file(folder.resolve("chart.sqlite"));
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        this.clinic = new Clinic(new ChartStore(database, clock), PLANNER, clock);
        this.programmes = new Programmes(clinic);
        admit(clinic, ID);
    }

    /** Puts somebody with chronic low back pain of 4 and no warning sign into a chart. */
    public static void admit(Clinic clinic, String id) {
        write(
                clinic,
                id,
                Drafts.registered(id, "Carter", List.of("Emily"), "female", "1984-03-12", "GB", "en"),
                Drafts.diagnosed(id, "lumbalgia", "M54.5", "", true, "2025-06-01", clinic.today()));
        for (int round = 0; round < 40; round++) {
            List<Entry.Draft> drafts = new ArrayList<>();
            for (Question question : clinic.questions(clinic.plan(clinic.chart(id), Language.EN))) {
                boolean measure = clinic.knowledge().measures().stream()
                        .anyMatch(one -> one.id().equals(question.finding()));
                if (measure && question.finding().equals("pain-nrs")) {
                    clinic.knowledge().measures().stream()
                            .filter(one -> one.id().equals("pain-nrs"))
                            .forEach(
                                    one -> drafts.add(Drafts.measured(id, one, BigDecimal.valueOf(4), clinic.today())));
                } else if (!measure) {
                    drafts.add(Drafts.answered(question.finding(), false));
                }
            }
            if (drafts.isEmpty()) {
                return;
            }
            write(clinic, id, drafts.toArray(Entry.Draft[]::new));
        }
    }

    private static void write(Clinic clinic, String id, Entry.Draft... drafts) {
        clinic.write(id, ChartStore.ANY, "", "test", List.of(drafts));
    }

    /** Signs what the planner proposes. */
    public static void sign(Clinic clinic, String id) {
        new Signing(clinic).sign(clinic.chart(id), Language.EN, PHYSICIAN, "");
    }

    TreatmentPlan plan() {
        return clinic.plan(chart(), Language.EN);
    }

    PatientChart chart() {
        return clinic.chart(ID);
    }

    Course course() {
        return programmes.course(chart(), Language.EN).orElseThrow();
    }

    void write(Entry.Draft... drafts) {
        write(clinic, ID, drafts);
    }

    void sign() {
        sign(clinic, ID);
    }

    LocalDate today() {
        return clinic.today();
    }

    void days(int days) {
        now = now.plusSeconds(days * 86_400L);
    }

    /** Does a session of today as it is planned. */
    void exercise(ProgrammeSession session, int before, int worst, boolean leg, String... warnings) {
        Course.Span span = course().now();
        write(Exercised.draft(
                session.id(),
                today(),
                span.programme().load(),
                span.review().changed(),
                results(warnings.length == 0 ? "completed" : "not-started", before, worst, leg, warnings)));
    }

    static Map<String, Object> results(String completion, int before, int worst, boolean leg, String... warnings) {
        List<Object> checks = new ArrayList<>();
        for (String warning : warnings) {
            checks.add(item(warning, "valueBoolean", true));
        }
        return Map.of(
                "resourceType",
                "Bundle",
                "entry",
                List.of(
                        response("intake", checks),
                        response(
                                "exercise-session",
                                List.of(
                                        item("completion", "valueString", completion),
                                        item("pain-before", "valueInteger", before),
                                        item("pain-worst", "valueInteger", worst),
                                        item("effort", "valueInteger", 3),
                                        item("leg-symptoms", "valueBoolean", leg)))));
    }

    private static Map<String, Object> response(String name, List<Object> items) {
        return Map.of(
                "resource",
                Map.of(
                        "resourceType",
                        "QuestionnaireResponse",
                        "questionnaire",
                        "https://w3id.org/lumbar/fhir/Questionnaire/" + name,
                        "item",
                        items));
    }

    private static Map<String, Object> item(String link, String type, Object value) {
        return Map.of("linkId", link, "answer", List.of(Map.of(type, value)));
    }

    @Override
    public void close() {
        database.close();
    }
}
