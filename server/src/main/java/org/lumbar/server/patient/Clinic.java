package org.lumbar.server.patient;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;
import org.lumbar.chart.FhirExchange;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.Question;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.plan.Weighing;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.documents.PlanView;
import org.lumbar.server.page.Messages;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Recent;

/**
 * Charts and the plans that follow from them. Both are kept for a while: the same entries give the same chart, and the same
 * chart on the same day the same plan.
 */
public final class Clinic {

    /** Charts that are kept, and plans. */
    private static final int KEPT = 300;

    private record Key(String patient, long sequence, LocalDate day, Language language, String knowledge) {}

    private final ChartStore store;
    private final Supplier<Planner> planner;
    private final Clock clock;
    private final Recent<String, PatientChart> charts = new Recent<>(KEPT);
    private final Recent<Key, TreatmentPlan> plans = new Recent<>(KEPT);

    /** A clinic whose knowledge never changes. */
    public Clinic(ChartStore store, Planner planner, Clock clock) {
        this(store, () -> planner, clock);
    }

    /**
     * A clinic.
     *
     * @param planner gives the one with the knowledge that is in force, the same throughout a request
     * @param clock in the zone of the clinic
     */
    public Clinic(ChartStore store, Supplier<Planner> planner, Clock clock) {
        this.store = store;
        this.planner = planner;
        this.clock = clock;
    }

    public ChartStore store() {
        return store;
    }

    public KnowledgeBase knowledge() {
        return planner.get().knowledge();
    }

    public ZoneId zone() {
        return clock.getZone();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * The chart of a patient.
     *
     * @throws Missing when there is none
     */
    public PatientChart chart(String id) {
        String stream = PatientChart.stream(id);
        PatientChart kept = charts.find(id);
        if (kept != null && kept.sequence() == store.last(stream)) {
            return kept;
        }
        PatientChart chart = chart(id, Long.MAX_VALUE);
        charts.keep(id, chart);
        return chart;
    }

    /**
     * The chart of a patient as it was.
     *
     * @param sequence of the last entry that counts
     * @throws Missing when there was none
     */
    public PatientChart chart(String id, long sequence) {
        List<Entry> entries = store.read(PatientChart.stream(id)).stream()
                .filter(entry -> entry.sequence() <= sequence)
                .toList();
        if (entries.isEmpty()) {
            throw new Missing();
        }
        return PatientChart.of(entries);
    }

    /** The plan that the chart gives today. */
    public TreatmentPlan plan(PatientChart chart, Language language) {
        Key key = new Key(
                chart.id(), chart.sequence(), today(), language, knowledge().sha256());
        TreatmentPlan kept = plans.find(key);
        if (kept != null) {
            return kept;
        }
        TreatmentPlan plan = planner.get()
                .plan(
                        FhirExchange.record(chart, zone()),
                        new PlanRequest(key.day(), Standard.COMPREHENSIVE, null, language));
        plans.keep(key, plan);
        return plan;
    }

    /** Who a page is about. */
    public Banner banner(PatientChart chart, Messages messages) {
        return Banner.of(chart, new Allergies(knowledge()).inWords(chart, messages), messages, today());
    }

    /** What the planner would make of a single fact today. */
    Foresight foresight() {
        return new Foresight(planner.get(), today());
    }

    /** What speaks against single items of a plan and against several of them together. */
    public Weighing weighing(PatientChart chart, TreatmentPlan plan) {
        return planner.get().weighing(FhirExchange.record(chart, zone()), plan.request());
    }

    /** A plan in words, with the entries that it rests on named as people know them. */
    public PlanView view(PatientChart chart, TreatmentPlan plan, Messages messages) {
        return new PlanView(plan, knowledge(), entryNames(chart, messages));
    }

    /** Names the entries that a plan rests on as people know them, given their references. */
    public UnaryOperator<String> entryNames(PatientChart chart, Messages messages) {
        return new EntryNames(chart, messages)::of;
    }

    /**
     * What is still to be asked: the planner's questions in its order, then the warning signs that nobody asked about. The
     * latter change no treatment now, yet an unanswered warning sign is never taken for an absent one.
     */
    public List<Question> questions(TreatmentPlan plan) {
        List<Question> questions = new ArrayList<>(plan.questions());
        Set<String> there = questions.stream().map(Question::finding).collect(Collectors.toSet());
        for (RedFlag flag : plan.triage().unanswered()) {
            knowledge().findings().stream()
                    .filter(finding -> finding.id().equals(flag.id()) && there.add(flag.id()))
                    .forEach(finding -> {
                        LocalizedText text = finding.question();
                        if (text != null) {
                            questions.add(new Question(finding.id(), text, finding.askedOf(), List.of()));
                        }
                    });
        }
        return questions;
    }

    /**
     * Writes to a chart what someone did who saw it as it was at {@code expected}.
     *
     * @param request names this very form, so that sending it twice does no harm
     */
    public Outcome write(String id, long expected, String request, String author, List<Entry.Draft> drafts) {
        return store.append(PatientChart.stream(id), expected, request.isEmpty() ? null : request, author, drafts);
    }
}
