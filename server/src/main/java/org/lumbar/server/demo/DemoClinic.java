package org.lumbar.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Database;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Kind;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.Question;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;
import org.lumbar.server.account.Account;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.DemoSignIns;
import org.lumbar.server.account.Role;
import org.lumbar.server.care.PlanDraft;
import org.lumbar.server.care.Signing;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;

/**
 * A clinic of made-up patients: every syndrome and phase, emergencies, plans that were signed weeks ago and interviews that
 * were left in the middle. They went through the same interview and signing as real ones would, on earlier days.
 */
public final class DemoClinic {

    /** Who may try it. */
    public static final DemoSignIns SIGN_INS = new DemoSignIns(
            List.of("physician", "therapist", "scheduler", "patient", "editor", "second-editor", "administrator"),
            "try-lumbar");

    private static final String PHYSICIAN = "physician";
    private static final String PATIENTS = "/org/lumbar/server/demo/patients.json";
    private static final String MARK = "demo";
    /** Rounds of the interview after which it must be over. */
    private static final int ROUNDS = 40;

    private final Database database;
    private final Clock clock;
    private final Accounts accounts;
    private final Clinic clinic;
    private final Planner planner;

    /** @param clinic on the same database, clock and planner */
    public DemoClinic(Database database, Clock clock, Accounts accounts, Clinic clinic, Planner planner) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
        this.clinic = clinic;
        this.planner = planner;
    }

    /** True when the chart is that of a demo. */
    public static boolean isIn(ChartStore store) {
        return store.last(MARK) > 0;
    }

    /** Fills an empty chart. */
    public void make() {
        clinic.store().append(MARK, 0, null, Accounts.PROGRAM, List.of(Entry.Draft.of(MARK, Map.of())));
        Map<String, Object> all = Json.object(text());
        Map<String, Object> names = Json.map(all, "staff");
        String firstSigned = "";
        for (String username : SIGN_INS.usernames()) {
            if (!username.equals("patient")) {
                createAccount(username, names == null ? username : Json.text(names, username), "");
            }
        }
        DemoTherapy therapy = new DemoTherapy(database, clock);
        for (Map<String, Object> patient : Json.maps(all, "patients")) {
            String id = admit(patient);
            if (!clinic.chart(id).signed().isEmpty()) {
                therapy.treat(
                        clinic.chart(id), number(patient, "ago"), Boolean.TRUE.equals(patient.get("stoppedToday")));
            }
            if (firstSigned.isEmpty() && visits(patient) > 1) {
                firstSigned = id;
            }
        }
        createAccount("patient", clinic.chart(firstSigned).name().formal(), firstSigned);
    }

    private void createAccount(String username, String name, String patient) {
        Role role =
                Role.valueOf(username.substring(username.lastIndexOf('-') + 1).toUpperCase(java.util.Locale.ROOT));
        accounts.create(username, name, role, patient, SIGN_INS.password(), false, Accounts.PROGRAM);
    }

    private static String text() {
        try (InputStream in = DemoClinic.class.getResourceAsStream(PATIENTS)) {
            if (in == null) {
                throw new IllegalStateException("The program is not whole: " + PATIENTS + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Map<String, Object> in, String name) {
        return in.get(name) instanceof BigDecimal number ? number.intValue() : 0;
    }

    private static int visits(Map<String, Object> patient) {
        return number(patient, "visits");
    }

    /**
     * Brings a patient through as many visits as the demo tells, the last one a few days ago, and returns the id. The plans are
     * signed by the account {@code physician}.
     *
     * @param patient as {@code patients.json} has them
     */
    public String admit(Map<String, Object> patient) {
        String id = Drafts.newId();
        int visits = visits(patient);
        int ago = number(patient, "ago");
        LocalDate onset = clinic.today().minusDays(number(patient, "days"));
        for (int visit = 1; visit <= Math.max(1, visits); visit++) {
            Instant at = clock.instant().minus(Duration.ofDays((long) ago + 7L * (Math.max(1, visits) - visit)));
            Clinic then = new Clinic(
                    new ChartStore(database, Clock.fixed(at, clock.getZone())),
                    planner,
                    Clock.fixed(at, clock.getZone()));
            if (visit == 1) {
                register(then, id, patient, onset);
            }
            measure(then, id, number(patient, "pain") - 2 * (visit - 1));
            if (patient.get("complete") instanceof Boolean complete && complete) {
                answer(then, id, patient);
            } else if (visit == 1) {
                answerOnly(then, id, patient);
            }
            if (visits > 0) {
                sign(then, id, patient);
            }
        }
        return id;
    }

    private void register(Clinic then, String id, Map<String, Object> patient, LocalDate onset) {
        List<Entry.Draft> drafts = new ArrayList<>();
        drafts.add(Drafts.registered(
                id,
                Json.text(patient, "family"),
                Json.strings(patient, "given"),
                Json.text(patient, "sex"),
                Json.text(patient, "born"),
                Json.text(patient, "country"),
                Json.text(patient, "language")));
        if (!Json.text(patient, "icd10").isEmpty()) {
            drafts.add(Drafts.diagnosed(
                    id,
                    Drafts.newId(),
                    Json.text(patient, "icd10"),
                    "",
                    !Boolean.FALSE.equals(patient.get("confirmed")),
                    onset.toString(),
                    then.today()));
        }
        for (Map<String, Object> medicine : Json.maps(patient, "medicines")) {
            drafts.add(
                    Drafts.takes(id, Json.text(medicine, "name"), List.of(Json.text(medicine, "atc")), then.today()));
        }
        write(then, id, drafts);
    }

    private static void write(Clinic then, String id, List<Entry.Draft> drafts) {
        if (!drafts.isEmpty()) {
            then.write(id, ChartStore.ANY, "", PHYSICIAN, drafts);
        }
    }

    private void measure(Clinic then, String id, int pain) {
        then.knowledge().measures().stream()
                .filter(measure -> measure.id().equals(org.lumbar.core.finding.Vocabulary.PAIN))
                .findFirst()
                .ifPresent(measure -> write(
                        then,
                        id,
                        List.of(Drafts.measured(id, measure, BigDecimal.valueOf(Math.max(0, pain)), then.today()))));
    }

    /** Only what the demo names, as if the interview had been left there. */
    private void answerOnly(Clinic then, String id, Map<String, Object> patient) {
        List<Entry.Draft> drafts = new ArrayList<>();
        Json.strings(patient, "yes").forEach(finding -> drafts.add(Drafts.answered(finding, true)));
        Json.strings(patient, "no").forEach(finding -> drafts.add(Drafts.answered(finding, false)));
        write(then, id, drafts);
    }

    /** The whole interview: what the demo names is there, everything else is not. */
    private void answer(Clinic then, String id, Map<String, Object> patient) {
        answerOnly(then, id, patient);
        Map<String, Object> numbers = Json.map(patient, "numbers");
        for (int round = 0; round < ROUNDS; round++) {
            TreatmentPlan plan = then.plan(then.chart(id), Language.EN);
            if (then.questions(plan).isEmpty() || plan.triage().level().emergency()) {
                return;
            }
            List<Entry.Draft> drafts = new ArrayList<>();
            for (Question question : then.questions(plan)) {
                Measure measure = then.knowledge().measures().stream()
                        .filter(one -> one.id().equals(question.finding()))
                        .findFirst()
                        .orElse(null);
                if (measure == null) {
                    drafts.add(Drafts.answered(question.finding(), false));
                } else if (numbers != null && numbers.get(measure.id()) instanceof BigDecimal value) {
                    drafts.add(Drafts.measured(id, measure, value, then.today()));
                }
            }
            if (drafts.isEmpty()) {
                return;
            }
            write(then, id, drafts);
        }
    }

    private void sign(Clinic then, String id, Map<String, Object> patient) {
        Account physician = accounts.find(PHYSICIAN).orElseThrow();
        PatientChart chart = then.chart(id);
        TreatmentPlan plan = then.plan(chart, Language.EN);
        if (plan.triage().level().emergency()) {
            return;
        }
        List<Entry.Draft> edits = new ArrayList<>();
        for (Recommendation one : plan.treatments()) {
            boolean dosed = one.item().dose() != null && one.status() == Status.RECOMMENDED;
            if (dosed && !chart.edits().containsKey(one.item().id())) {
                edits.add(Entry.Draft.of(Kind.CHOSEN, Map.of("item", one.item().id(), "note", "")));
            }
        }
        for (String item : Json.strings(patient, "chosen")) {
            boolean offered = plan.treatments().stream()
                    .anyMatch(
                            one -> one.item().id().equals(item) && one.status().offered());
            if (offered && !chart.edits().containsKey(item)) {
                edits.add(Entry.Draft.of(Kind.CHOSEN, Map.of("item", item, "note", "")));
            }
        }
        for (String lost : PlanDraft.of(then, then.chart(id), plan).lost()) {
            edits.add(Entry.Draft.of(Kind.REMOVED, Map.of("item", lost, "reason", "")));
        }
        write(then, id, edits);
        if (!PlanDraft.of(then, then.chart(id), plan).whole()) {
            return;
        }
        Language language = Language.of(Json.text(patient, "language")).orElse(Language.EN);
        new Signing(then, accounts).sign(then.chart(id), language, physician, "");
    }
}
