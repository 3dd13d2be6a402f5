package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lumbar.core.exercise.Load;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammeDay;
import org.lumbar.core.exercise.ProgrammeHistory;
import org.lumbar.core.exercise.ProgrammeRequest;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.exercise.ProgrammeStep;
import org.lumbar.core.exercise.ProgrammeStep.Role;
import org.lumbar.core.knowledge.Movement.Trains;
import org.lumbar.core.knowledge.ProgrammeTemplate.DayPart;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.knowledge.ProgrammeTemplate.Use;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;

/** What holds for every programme of every person, tried on random people with random wishes and loads. */
class ProgrammePopulationTest {

    private static final long SEED = Long.getLong("population.seed", 20261124L);
    private static final int SIZE = Integer.getInteger("population.size", 100_000) / 25;

    private static final Map<String, Integer> HARDER = harder();

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger made = new AtomicInteger();

    /** Every version as hard as it gets, and every late movement open. */
    private static Map<String, Integer> harder() {
        Map<String, Integer> harder = new HashMap<>();
        ProgrammeFixture.KNOWLEDGE.items().stream()
                .filter(item -> item.movement() != null)
                .forEach(item -> harder.put(
                        item.id(), Math.max(0, item.movement().levels().size() - 1)));
        return harder;
    }

    @Test
    void holdsForEverybody() {
        IntStream.range(0, SIZE).parallel().forEach(i -> {
            SplittableRandom random = new SplittableRandom(SEED + i);
            Standard standard = random.nextBoolean() ? Standard.COMPREHENSIVE : Standard.GUIDELINE;
            Patients patient = RandomPatients.next(random);
            if (random.nextBoolean()) {
                patient = patient.present("supervised-start-done", "low-back-pain");
            }
            TreatmentPlan plan = ProgrammeFixture.PLANNER.plan(patient.record(), Patients.request(standard));
            ProgrammeRequest request = ProgrammeFixture.random(random);
            Programme programme = random.nextBoolean()
                    ? ProgrammeFixture.PROGRAMMES.first(plan, request)
                    : ProgrammeFixture.PROGRAMMES.next(plan, request, history(random, request));
            try {
                check(plan, programme);
            } catch (AssertionError error) {
                failures.add("person " + (SEED + i) + ": " + error.getMessage());
            }
        });
        assertThat(failures.stream().limit(10)).isEmpty();
        assertThat(made.get()).as("programmes made").isGreaterThan(SIZE / 10);
    }

    private static ProgrammeHistory history(SplittableRandom random, ProgrammeRequest request) {
        Load load = new Load(
                random.nextDouble(1.0 / 3, 2.7),
                random.nextInt(2, 6),
                random.nextDouble(3, 30),
                random.nextInt(3, 6),
                random.nextBoolean() ? HARDER : Map.of(),
                random.nextInt(10));
        return new ProgrammeHistory(load, request.start().minusDays(random.nextInt(1, 6)), List.of());
    }

    private void check(TreatmentPlan plan, Programme programme) {
        if (plan.triage().level().emergency()) {
            assertThat(programme.days()).as("an emergency").isEmpty();
            assertThat(programme.stops()).isNotEmpty();
        }
        if (programme.days().isEmpty()) {
            assertThat(programme.stops().size() + programme.notes().size())
                    .as("says why there is nothing")
                    .isPositive();
            return;
        }
        made.incrementAndGet();
        assertThat(programme.notes()).isNotEmpty();
        assertThat(programme.days()).hasSize(programme.request().weeks() * 7);
        Map<String, Recommendation> items = new HashMap<>();
        plan.recommendations().forEach(one -> items.put(one.item().id(), one));
        boolean acute =
                programme.template() != null && programme.template().phases().contains("acute");
        checkStrength(programme);
        int lateDay = -2;
        for (ProgrammeDay day : programme.days()) {
            int late = 0;
            for (ProgrammeSession session : day.sessions()) {
                checkSession(programme, session, items, acute);
                late += (int) session.steps().stream()
                        .filter(step -> step.movement().late())
                        .count();
            }
            assertThat(late).as("late movements on one day").isLessThanOrEqualTo(1);
            if (late > 0) {
                assertThat(day.number() - lateDay)
                        .as("days between late movements")
                        .isGreaterThanOrEqualTo(2);
                lateDay = day.number();
            }
        }
    }

    /** Muscles rest for a day, and are strengthened on no more days of a week than the rules say. */
    private static void checkStrength(Programme programme) {
        List<Integer> days = programme.days().stream()
                .filter(day -> day.sessions().stream()
                        .flatMap(session -> session.steps().stream())
                        .anyMatch(step -> step.role() == Role.MAIN
                                && step.movement().trains().contains(Trains.STRENGTH)))
                .map(ProgrammeDay::number)
                .toList();
        for (int i = 1; i < days.size(); i++) {
            assertThat(days.get(i) - days.get(i - 1))
                    .as("days between strength")
                    .isGreaterThanOrEqualTo(2);
        }
        for (int i = 3; i < days.size(); i++) {
            assertThat(days.get(i) - days.get(i - 3))
                    .as("a fourth day of strength in a week")
                    .isGreaterThanOrEqualTo(7);
        }
    }

    private static void checkSession(
            Programme programme, ProgrammeSession session, Map<String, Recommendation> items, boolean acute) {
        ProgrammeRequest request = programme.request();
        assertThat(session.steps()).isNotEmpty();
        assertThat(session.seconds()).as("seconds of %s", session.id()).isLessThan(3600);
        Integer asked = request.minutes().get(session.part());
        if (asked != null) {
            assertThat(session.minutes()).as("minutes of %s", session.id()).isLessThanOrEqualTo(asked);
        }
        assertThat(session.minutes()).isLessThanOrEqualTo(most(session, acute));
        if (session.part() != DayPart.MORNING) {
            assertThat(session.at()).isAfterOrEqualTo(request.times().rising().plusHours(2));
        }
        session.scripts()
                .forEach(script -> assertThat(items.get(script.item()).status().offered())
                        .as(script.item())
                        .isTrue());
        Set<String> seen = new HashSet<>();
        Role role = Role.OPENING;
        for (ProgrammeStep step : session.steps()) {
            String id = step.item().id();
            assertThat(seen.add(id)).as("twice %s in %s", id, session.id()).isTrue();
            Recommendation one = items.get(id);
            assertThat(one.status().offered()).as("%s is %s", id, one.status()).isTrue();
            assertThat(one.status() != Status.DISCRETION || request.chosen().contains(id))
                    .as("%s is chosen", id)
                    .isTrue();
            assertThat(request.disliked()).doesNotContain(id);
            assertThat(step.role()).as("order in %s", session.id()).isGreaterThanOrEqualTo(role);
            role = step.role();
            if (request.equipment() != null && role != Role.CLOSING) {
                assertThat(request.equipment())
                        .as(id)
                        .containsAll(step.movement().equipment());
            }
            assertThat(step.sets()).isPositive();
            assertThat(step.repetitionSeconds()).isPositive();
            assertThat(step.holdSeconds()).isLessThanOrEqualTo(step.repetitionSeconds());
            if (acute) {
                assertThat(step.movement().late()).isFalse();
                assertThat(step.movement().load()).as("load of %s", id).isLessThanOrEqualTo(2);
                assertThat(step.sets()).isEqualTo(1);
                if (role == Role.MAIN) {
                    assertThat(step.repetitions()).as(id).isBetween(1, 8);
                    assertThat(step.holdSeconds()).isLessThanOrEqualTo(5);
                }
            }
            if (!programme.alone() && request.setting() == Setting.HOME) {
                assertThat(loadOf(step)).as("load of %s alone", id).isLessThanOrEqualTo(2);
            }
        }
        long small = session.steps().stream()
                .filter(step -> step.role() == Role.MAIN)
                .count();
        if (request.setting() == Setting.HOME && session.use() == Use.MAIN) {
            assertThat(small).isLessThanOrEqualTo(4);
        }
    }

    private static int loadOf(ProgrammeStep step) {
        return step.movement().levels().isEmpty()
                ? step.movement().load()
                : step.movement().levels().get(step.version()).load();
    }

    /** Claims A-exercise-therapy-05, 08 and 09. */
    private static int most(ProgrammeSession session, boolean acute) {
        if (acute) {
            return 10;
        }
        return switch (session.part()) {
            case MORNING -> session.use() == Use.WALK ? 30 : 20;
            case EVENING -> 20;
            case DAY -> 40;
        };
    }

    @Test
    void isTheSameForTheSameInput() {
        for (int i = 0; i < 200; i++) {
            SplittableRandom random = new SplittableRandom(SEED + i);
            TreatmentPlan plan = ProgrammeFixture.plan(RandomPatients.next(random));
            ProgrammeRequest request = ProgrammeFixture.random(random);
            assertThat(ProgrammeFixture.PROGRAMMES.first(plan, request))
                    .isEqualTo(ProgrammeFixture.PROGRAMMES.first(plan, request));
        }
    }
}
