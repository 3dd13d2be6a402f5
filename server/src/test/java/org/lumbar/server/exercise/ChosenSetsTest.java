package org.lumbar.server.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Kind;
import org.lumbar.core.exercise.HomeSet;
import org.lumbar.core.exercise.HomeSet.Choice;
import org.lumbar.core.exercise.HomeSet.Limits;
import org.lumbar.core.exercise.HomeSets;
import org.lumbar.core.exercise.Load;
import org.lumbar.core.exercise.Note;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammeStep;
import org.lumbar.core.exercise.ProgrammeStep.Role;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.ProgrammeTemplate.Use;
import org.lumbar.core.text.Language;
import org.lumbar.server.patient.Drafts;

/** The exercises that a clinician has put together: they hold once signed, and never what the plan of the day does not offer. */
class ChosenSetsTest {

    private ExercisingPatient patient;

    @BeforeEach
    void admit(@TempDir Path folder) {
        patient = new ExercisingPatient(folder);
    }

    @AfterEach
    void close() {
        patient.close();
    }

    private Programme proposed() {
        return patient.programmes.proposed(patient.chart(), Language.EN);
    }

    /** Every movement that may be done now, with its usual dose. */
    private List<Choice> allowed() {
        HomeSets sets = patient.programmes.sets();
        List<Choice> allowed = new ArrayList<>();
        proposed().plan().recommendations().forEach(one -> {
            if (one.item().movement() != null
                    && !sets.closed(proposed()).containsKey(one.item().id())) {
                sets.usual(patient.plan(), one.item()).ifPresent(allowed::add);
            }
        });
        return allowed;
    }

    private List<ProgrammeStep> main() {
        return patient.course().days().stream()
                .flatMap(day -> day.sessions().stream())
                .filter(session -> session.use() == Use.MAIN)
                .findFirst()
                .orElseThrow()
                .steps()
                .stream()
                .filter(step -> step.role() == Role.MAIN)
                .toList();
    }

    private void choose(HomeSet set) {
        patient.write(ChosenSets.entry(set));
    }

    private static HomeSet set(Choice... choices) {
        return new HomeSet(List.of(choices), null, 0.1);
    }

    private Choice repeated() {
        return allowed().stream()
                .filter(choice -> choice.repetitions() > 1
                        && HomeSets.of(proposed()).stream()
                                .noneMatch(one -> one.movement().equals(choice.movement())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void holdFromTheNextSignatureOnAndNotBefore() {
        patient.sign();
        Choice chosen = repeated();
        Choice less = new Choice(chosen.movement(), chosen.repetitions() - 1, 1, chosen.holdSeconds(), 0);
        choose(set(less));
        assertThat(main()).noneMatch(step -> step.item().id().equals(chosen.movement()));
        patient.write(Entry.Draft.of(Kind.PROGRAMME_SIGNED, Map.of()));
        assertThat(main()).singleElement().satisfies(step -> {
            assertThat(step.item().id()).isEqualTo(chosen.movement());
            assertThat(step.repetitions()).isEqualTo(less.repetitions());
        });
        choose(set());
        patient.sign();
        assertThat(main()).noneMatch(step -> step.item().id().equals(chosen.movement()));
        assertThat(patient.programmes.chosen(patient.chart()).versions()).hasSize(2);
    }

    @Test
    void neverHoldWhatThePlanOfTheDayDoesNotOffer() {
        List<Choice> before = allowed();
        patient.write(Drafts.answered("severe-osteoporosis", true));
        List<String> after = allowed().stream().map(Choice::movement).toList();
        patient.write(Drafts.answered("severe-osteoporosis", false));
        Choice unsafe = before.stream()
                .filter(choice -> !after.contains(choice.movement()))
                .findFirst()
                .orElseThrow();
        Choice safe = before.stream()
                .filter(choice -> after.contains(choice.movement()))
                .findFirst()
                .orElseThrow();
        choose(set(unsafe, safe));
        patient.sign();
        assertThat(main()).extracting(step -> step.item().id()).containsExactly(unsafe.movement(), safe.movement());
        patient.write(Drafts.answered("severe-osteoporosis", true));
        assertThat(main()).extracting(step -> step.item().id()).containsExactly(safe.movement());
        assertThat(patient.course().now().programme().omitted())
                .anyMatch(one ->
                        one.movement().equals(unsafe.movement()) && one.why().kind() == Note.Kind.PLAN_SAYS_NO);
    }

    @Test
    void growNoFasterThanTheProgrammeAndStayWithinTheBoundsOfEachMovement() {
        HomeSets sets = patient.programmes.sets();
        Programme usual = proposed();
        for (Choice choice : allowed()) {
            Item item = usual.plan().recommendations().stream()
                    .filter(one -> one.item().id().equals(choice.movement()))
                    .findFirst()
                    .orElseThrow()
                    .item();
            Limits limits = sets.limits(usual.plan(), item).orElseThrow();
            assertThat(limits.allow(choice)).as(choice.toString()).isTrue();
            int before = 0;
            for (double growth : new double[] {0, 0.05, 0.1, 5}) {
                Programme grown =
                        sets.applied(loaded(usual, 1.5), new HomeSet(List.of(choice), null, growth), Map.of());
                ProgrammeStep step = grown.sessions().stream()
                        .filter(session -> session.use() == Use.MAIN)
                        .flatMap(session -> session.steps().stream())
                        .filter(one -> one.role() == Role.MAIN)
                        .findFirst()
                        .orElseThrow();
                int times = step.repetitions() * step.sets();
                assertThat(times).as(choice + " at " + growth).isGreaterThanOrEqualTo(before);
                assertThat(times).isLessThanOrEqualTo((int)
                        Math.max(choice.repetitions() * choice.sets(), 1.5 * choice.repetitions() * choice.sets()));
                if (limits.repetitions() != null) {
                    assertThat((double) step.repetitions())
                            .isLessThanOrEqualTo(limits.repetitions().most());
                }
                assertThat((double) step.sets())
                        .isLessThanOrEqualTo(limits.sets().most());
                before = times;
            }
        }
    }

    private static Programme loaded(Programme programme, double share) {
        Load load = programme.load();
        return new Programme(
                programme.plan(),
                programme.request(),
                programme.template(),
                new Load(
                        share,
                        load.sessionsAWeek(),
                        load.walkMinutes(),
                        load.walksAWeek(),
                        load.versions(),
                        load.steps()),
                programme.changed(),
                programme.alone(),
                programme.days(),
                programme.omitted(),
                programme.notes(),
                programme.stops());
    }

    @Test
    void keepASessionUnderItsLongestTimeAndSayHowManyAreMany() {
        List<Choice> many = allowed().stream().limit(9).toList();
        choose(new HomeSet(many, null, 0.1));
        patient.sign();
        Programme programme = patient.course().now().programme();
        double under = patient.programmes.rules().day().under();
        assertThat(programme.sessions()).allMatch(session -> session.seconds() < under * 60);
        assertThat(programme.notes())
                .extracting(Note::kind)
                .contains(Note.Kind.TOO_MANY_EXERCISES)
                .doesNotContain(Note.Kind.ROTATES);
    }

    @Test
    void doNotOpenExerciseThatAWarningSignStopped() {
        choose(set(repeated()));
        patient.sign();
        patient.write(Drafts.answered("rf-ces-saddle", true), Drafts.answered("rf-ces-bladder", true));
        patient.write(Entry.Draft.of(Kind.PROGRAMME_SIGNED, Map.of()));
        assertThat(patient.course().now().programme().days()).isEmpty();
    }
}
