package org.lumbar.server.exercise;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.lumbar.server.MovingClock;
import org.lumbar.server.account.Account;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.Role;
import org.lumbar.server.care.Signing;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Somebody with chronic low back pain and a clock that the test moves. */
public final class ExercisingPatient implements AutoCloseable {

    static final String ID = "exercisingon";
    static final Planner PLANNER = new Planner(Knowledge.bundled());
    private static final Account PHYSICIAN =
            new Account("physician", "Dr Hart", Role.PHYSICIAN, "", "", false, 0, null);

    private final Database database;
    private final MovingClock clock = new MovingClock(Instant.parse("2026-09-01T08:00:00Z"), ZoneOffset.UTC);
    final Clinic clinic;
    final Programmes programmes;
    final Results results;

    ExercisingPatient(Path folder) {
        this.database = Database.file(folder.resolve("chart.sqlite"));
        this.clinic = new Clinic(new ChartStore(database, clock), PLANNER, clock);
        this.programmes = new Programmes(clinic);
        this.results = new Results(clinic);
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
        new Signing(clinic, new Accounts(clinic.store(), new BCryptPasswordEncoder(4)))
                .sign(clinic.chart(id), Language.EN, PHYSICIAN, "");
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
        clock.pass(Duration.ofDays(days));
    }

    /** Does a session of today as it is planned. */
    void exercise(ProgrammeSession session, int before, int worst, boolean leg, String... warnings) {
        Map<String, Object> checks = new TreeMap<>();
        List.of(warnings).forEach(warning -> checks.put(warning, true));
        tell(
                session,
                checks,
                Map.of(
                        "completion", warnings.length == 0 ? "completed" : "not-started",
                        "pain-before", before,
                        "pain-worst", worst,
                        "effort", 3,
                        "leg-symptoms", leg));
    }

    /** Does a session of today well, and tells how the morning after the last one was. */
    void exerciseWell(ProgrammeSession session, int morning) {
        Map<String, Object> answers = new TreeMap<>(Map.of(
                "completion", "completed",
                "pain-before", 2,
                "pain-worst", 3,
                "pain-after", 2,
                "effort", 3,
                "leg-symptoms", false));
        course().lastDay(today())
                .ifPresent(day -> answers.putAll(Map.of("pain-next-morning", morning, "earlier-day", day)));
        tell(session, Map.of(), answers);
    }

    private void tell(ProgrammeSession session, Map<String, Object> checks, Map<String, Object> answers) {
        Map<String, Object> bundle = Results.bundle(
                ID, session.id(), OffsetDateTime.ofInstant(clock.instant(), clinic.zone()), checks, answers);
        results.write(chart(), course(), session.id(), bundle, Drafts.newId(), "patient");
    }

    @Override
    public void close() {
        database.close();
    }
}
