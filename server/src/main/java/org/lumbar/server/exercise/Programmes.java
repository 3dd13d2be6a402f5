package org.lumbar.server.exercise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.PatientChart;
import org.lumbar.chart.Practised;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.exercise.HomeSets;
import org.lumbar.core.exercise.Load;
import org.lumbar.core.exercise.Note;
import org.lumbar.core.exercise.PerformedSession;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammeDay;
import org.lumbar.core.exercise.ProgrammeHistory;
import org.lumbar.core.exercise.ProgrammePlanner;
import org.lumbar.core.exercise.ProgrammeRequest;
import org.lumbar.core.exercise.ProgrammeRequest.Change;
import org.lumbar.core.exercise.ProgrammeRequest.Times;
import org.lumbar.core.exercise.Review;
import org.lumbar.core.exercise.Review.Decision;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;
import org.lumbar.fhir.SessionResults;
import org.lumbar.server.patient.Clinic;
import org.springframework.stereotype.Component;

/**
 * The exercise programmes of the clinic's patients, each worked out anew from the chart: what a clinician has signed, what the
 * plan of today still offers, and the sessions so far. Nothing is kept but what was done, so that no programme outlives the
 * facts that it rests on.
 *
 * <p>The load is reviewed every seven days from the first signature on, and the day after a session that went badly. A signature
 * later on is a review by a clinician: what happened before it no longer stops exercise.
 */
@Component
public final class Programmes {

    private static final int WEEK = 7;
    /** When nobody has named other times. */
    private static final Times TIMES =
            new Times(LocalTime.of(7, 0), LocalTime.of(7, 30), LocalTime.of(12, 0), LocalTime.of(19, 0));

    private final Clinic clinic;

    Programmes(Clinic clinic) {
        this.clinic = clinic;
    }

    /** Made for each use, as the knowledge in force may change. */
    private ProgrammePlanner planner() {
        return new ProgrammePlanner(clinic.knowledge());
    }

    public ExerciseRules rules() {
        return planner().rules();
    }

    /** What clinicians may choose of the exercises at home. */
    public HomeSets sets() {
        return new HomeSets(rules());
    }

    /** The sets of exercises that clinicians have put together for a patient. */
    public ChosenSets chosen(PatientChart chart) {
        return ChosenSets.of(clinic.store().read(PatientChart.stream(chart.id())));
    }

    /** The first two weeks at home as today's plan would have them, signed or not, without anybody's set. */
    public Programme proposed(PatientChart chart, Language language) {
        Set<String> chosen = chart.signed().isEmpty()
                ? new TreeSet<>()
                : items(chart.signed().getLast());
        chart.edits().values().stream()
                .filter(PatientChart.Edit::chosen)
                .map(PatientChart.Edit::item)
                .forEach(chosen::add);
        ProgrammeRequest request = request(chart, chosen, clinic.today(), 2, null);
        return planner().first(clinic.plan(chart, language), request.changed(Changes.of(chart, clinic.knowledge())));
    }

    /**
     * What a patient does at home, until a week from today. Its programme is without days, with the reasons why, while today's
     * plan does not offer exercise, an emergency above all.
     *
     * @return empty when no signed plan holds exercise
     */
    public Optional<Course> course(PatientChart chart, Language language) {
        if (chart.signed().isEmpty()) {
            return Optional.empty();
        }
        Set<String> signed = items(chart.signed().getLast());
        boolean exercise = clinic.knowledge().programmes().stream()
                .anyMatch(template -> template.settings().contains(Setting.HOME) && signed.contains(template.item()));
        return exercise
                ? Optional.of(new Making(chart, clinic.plan(chart, language), signed).course())
                : Optional.empty();
    }

    /** Ids of the items of a signed plan. */
    private static Set<String> items(PatientChart.SignedPlan plan) {
        return Json.maps(plan.content(), "items").stream()
                .map(item -> Json.text(item, "id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clinic.zone());
    }

    /** One course in the making. */
    private final class Making {

        private final PatientChart chart;
        private final TreatmentPlan plan;
        private final Set<String> signed;
        private final List<Exercised> done;
        private final Map<LocalDate, Double> mornings;
        private final ChosenSets chosen;
        private final LocalDate today = clinic.today();
        /** From which the weeks are counted; a year on they are counted anew. */
        private final LocalDate origin;

        Making(PatientChart chart, TreatmentPlan plan, Set<String> signed) {
            this.chart = chart;
            this.plan = plan;
            this.signed = signed;
            List<Entry> entries = clinic.store().read(PatientChart.stream(chart.id()));
            this.done = Exercised.all(entries);
            this.mornings = mornings();
            this.chosen = ChosenSets.of(entries);
            LocalDate first = day(chart.signed().getFirst().at());
            long turn = (ProgrammeRequest.WEEKS_MOST - 2L) * WEEK;
            this.origin = first.plusDays(ChronoUnit.DAYS.between(first, today) / turn * turn);
        }

        Course course() {
            List<Course.Span> spans = new ArrayList<>();
            for (LocalDate from = origin; !from.isAfter(today); from = after(from)) {
                LocalDate next = after(from);
                spans.add(span(from, next.isAfter(today) ? today.plusDays(WEEK) : next.minusDays(1)));
            }
            return new Course(spans, done);
        }

        /**
         * Pain on the morning after, by the day of the session: as told with a later session, else in the diary of the day after when
         * it was a day without exercise. Of several pains of such a day the strongest counts.
         */
        private Map<LocalDate, Double> mornings() {
            Map<LocalDate, Double> all =
                    SessionResults.mornings(done.stream().map(Exercised::result).toList());
            Set<LocalDate> days = done.stream().map(Exercised::on).collect(Collectors.toSet());
            Pains.of(chart, clinic.knowledge(), Math::max).forEach((day, pain) -> {
                if (!days.contains(day)) {
                    all.putIfAbsent(day.minusDays(1), pain.doubleValue());
                }
            });
            return all;
        }

        private PerformedSession performed(Exercised one) {
            return one.result().session().withNextMorning(mornings.get(one.on()));
        }

        /** The day of the next review: a week later, before that after a bad session, at a signature, or at a change by an instructor. */
        private LocalDate after(LocalDate from) {
            Stream<LocalDate> bad = done.stream()
                    .filter(session -> planner().isBad(performed(session)))
                    .map(session -> session.on().plusDays(1));
            Stream<LocalDate> looked = Stream.concat(
                    chart.signed().stream().map(plan -> day(plan.at())),
                    chosen.versions().stream().map(version -> day(version.at())));
            Stream<LocalDate> seen =
                    chart.practised().stream().filter(Changes::changes).map(session -> day(session.at()));
            return Stream.concat(Stream.concat(bad, looked), seen)
                    .filter(day -> day.isAfter(from))
                    .reduce(from.plusDays(WEEK), (one, other) -> one.isBefore(other) ? one : other);
        }

        /** The review on the evening before a day, so that the sessions of that day count for the next one. */
        private Review review(LocalDate from) {
            LocalDate evening = from.minusDays(1);
            Programme first = planner().first(plan, request(origin));
            List<Exercised> before =
                    done.stream().filter(session -> session.on().isBefore(from)).toList();
            if (before.isEmpty() && from.equals(origin)) {
                List<Note> why = first.notes().stream()
                        .filter(note -> note.kind() == Note.Kind.FIRST_PROGRAMME)
                        .toList();
                return new Review(Decision.STAY, first.load(), evening, false, why);
            }
            PatientChart.SignedPlan signature = signature(from);
            List<Exercised> since = before.stream()
                    .filter(session -> session.sequence() > signature.sequence())
                    .toList();
            Load load = before.isEmpty() ? first.load() : before.getLast().load();
            LocalDate changed =
                    before.isEmpty() ? evening(origin) : before.getLast().changed();
            if (since.isEmpty()) {
                boolean stopped =
                        !before.isEmpty() && !before.getLast().warnings().isEmpty();
                load = stopped ? first.load() : load;
                changed = evening(day(signature.at()));
            }
            ProgrammeHistory history = new ProgrammeHistory(
                    load, changed, since.stream().map(this::performed).toList());
            return planner()
                    .review(plan, request(evening), history)
                    .orElse(new Review(Decision.STAY, load, changed, false, List.of()));
        }

        private static LocalDate evening(LocalDate day) {
            return day.minusDays(1);
        }

        /** The newest signature up to a day; what was done before it a clinician has looked at. */
        private PatientChart.SignedPlan signature(LocalDate day) {
            return chart.signed().stream()
                    .filter(plan -> !day(plan.at()).isAfter(day))
                    .reduce(chart.signed().getFirst(), (one, other) -> other);
        }

        private Course.Span span(LocalDate from, LocalDate last) {
            Review reviewed = review(from);
            Instant evening = from.plusDays(1).atStartOfDay(clinic.zone()).toInstant();
            Optional<ChosenSets.Version> version = chosen.at(evening);
            Review review =
                    version.map(one -> HomeSets.reviewed(reviewed, one.set())).orElse(reviewed);
            Programme usual = planner().with(plan, request(origin).changed(changes(Instant.MIN, evening)), review);
            Programme all = version.map(one -> sets().applied(usual, one.set(), changes(one.at(), evening)))
                    .orElse(usual);
            List<ProgrammeDay> days = all.days().stream()
                    .filter(day -> !day.date().isBefore(from) && !day.date().isAfter(last))
                    .toList();
            return new Course.Span(from, review, all.with(days));
        }

        private Map<String, Change> changes(Instant after, Instant until) {
            return Changes.between(after, until, chart, clinic.knowledge());
        }

        private ProgrammeRequest request(LocalDate start) {
            int weeks = (int) Math.min(
                    ProgrammeRequest.WEEKS_MOST, Math.max(0, ChronoUnit.DAYS.between(start, today)) / WEEK + 2);
            Integer sessions =
                    chosen.at(Instant.MAX).map(one -> one.set().sessionsAWeek()).orElse(null);
            return Programmes.this.request(chart, signed, start, weeks, sessions);
        }
    }

    private ProgrammeRequest request(
            PatientChart chart, Set<String> chosen, LocalDate start, int weeks, @Nullable Integer sessionsAWeek) {
        return new ProgrammeRequest(
                start,
                weeks,
                Setting.HOME,
                null,
                Map.of(),
                sessionsAWeek,
                TIMES,
                movements(chart.edits().values().stream()
                        .filter(edit -> !edit.chosen())
                        .map(PatientChart.Edit::item)
                        .toList()),
                movements(chosen),
                (int) chart.practised().stream().filter(Practised::right).count(),
                null,
                false,
                false);
    }

    private Set<String> movements(Collection<String> items) {
        return clinic.knowledge().items().stream()
                .filter(item -> item.movement() != null && items.contains(item.id()))
                .map(item -> item.id())
                .collect(Collectors.toSet());
    }
}
