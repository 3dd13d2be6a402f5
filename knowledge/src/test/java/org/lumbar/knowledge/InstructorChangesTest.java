package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lumbar.core.exercise.HomeSet;
import org.lumbar.core.exercise.HomeSets;
import org.lumbar.core.exercise.Note;
import org.lumbar.core.exercise.Note.Kind;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.Programme.Omission;
import org.lumbar.core.exercise.ProgrammeRequest;
import org.lumbar.core.exercise.ProgrammeRequest.Change;
import org.lumbar.core.exercise.ProgrammeStep;
import org.lumbar.core.exercise.ProgrammeStep.Role;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.LocalizedText;

/** What an instructor makes easier or harder reaches every programme, as far as the plan of the day lets it. */
class InstructorChangesTest {

    private static final LocalizedText PAIN = new LocalizedText("pain", "боль");
    private static final Patients CHRONIC = Patients.withAcutePain()
            .present("low-back-pain")
            .measured("symptom-days", 200)
            .measured("pain-nrs", 3)
            .present("supervised-start-done");
    private static final TreatmentPlan PLAN = ProgrammeFixture.plan(CHRONIC);
    private static final ProgrammeRequest REQUEST = ProgrammeFixture.request(Setting.HOME, 4);
    private static final Programme USUAL = ProgrammeFixture.PROGRAMMES.first(PLAN, REQUEST);

    private static Set<String> movements(Programme programme) {
        return programme.sessions().stream()
                .flatMap(session -> session.steps().stream())
                .map(step -> step.item().id())
                .collect(Collectors.toSet());
    }

    private static List<Kind> kinds(Programme programme) {
        return programme.notes().stream().map(Note::kind).toList();
    }

    private static Programme changed(TreatmentPlan plan, Map<String, Change> changes) {
        return ProgrammeFixture.PROGRAMMES.first(plan, REQUEST.changed(changes));
    }

    private static Status status(TreatmentPlan plan, String item) {
        return plan.recommendations().stream()
                .filter(one -> one.item().id().equals(item))
                .map(Recommendation::status)
                .findFirst()
                .orElseThrow();
    }

    /** A movement of the main sessions whose easier one the plan offers and the sessions do not hold. */
    private static ProgrammeStep changeable() {
        Set<String> held = movements(USUAL);
        return USUAL.sessions().stream()
                .flatMap(session -> session.steps().stream())
                .filter(step -> step.role() == Role.MAIN)
                .filter(step -> {
                    String easier = step.movement().easier();
                    return easier != null
                            && !held.contains(easier)
                            && status(PLAN, easier).offered();
                })
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEasierMovementStandsInThePlaceOfTheOther() {
        ProgrammeStep step = changeable();
        String id = step.item().id();
        String easier = Objects.requireNonNull(step.movement().easier());
        Programme programme = changed(PLAN, Map.of(id, new Change(easier, false, PAIN)));
        assertThat(movements(programme)).contains(easier).doesNotContain(id);
        assertThat(kinds(programme)).contains(Kind.INSTRUCTOR_EASIER);
        assertThat(programme.omitted())
                .filteredOn(one -> one.movement().equals(id))
                .singleElement()
                .extracting(Omission::substitute)
                .isEqualTo(easier);
    }

    @Test
    void aMovementThatThePlanDoesNotOfferNeverComesWhoeverChoseIt() {
        List<String> closed = PLAN.recommendations().stream()
                .filter(one -> one.item().movement() != null && !one.status().offered())
                .map(one -> one.item().id())
                .toList();
        assertThat(closed).hasSizeGreaterThan(3);
        for (String target : closed) {
            for (boolean harder : new boolean[] {true, false}) {
                Map<String, Change> changes = new HashMap<>();
                movements(USUAL).forEach(id -> changes.put(id, new Change(target, harder, PAIN)));
                assertThat(movements(changed(PLAN, changes))).as(target).doesNotContain(target);
            }
        }
    }

    @Test
    void aHarderMovementThatMayNotBeDoneLeavesTheOther() {
        String closed = PLAN.recommendations().stream()
                .filter(one -> one.item().movement() != null && !one.status().offered())
                .map(one -> one.item().id())
                .findFirst()
                .orElseThrow();
        String id = changeable().item().id();
        Programme programme = changed(PLAN, Map.of(id, new Change(closed, true, PAIN)));
        assertThat(movements(programme)).isEqualTo(movements(USUAL));
        assertThat(kinds(programme)).doesNotContain(Kind.INSTRUCTOR_HARDER);
    }

    @Test
    void whatWasTooHardIsLeftOutWhenNothingEasierMayBeDone() {
        String closed = PLAN.recommendations().stream()
                .filter(one -> one.item().movement() != null && !one.status().offered())
                .filter(one -> one.item().movement().easier() == null)
                .map(one -> one.item().id())
                .findFirst()
                .orElseThrow();
        String id = changeable().item().id();
        Programme programme = changed(PLAN, Map.of(id, new Change(closed, false, PAIN)));
        assertThat(movements(programme)).doesNotContain(id, closed);
        assertThat(kinds(programme)).contains(Kind.INSTRUCTOR_PAUSED);
    }

    @Test
    void aChosenSetFollowsWhatWasChangedSince() {
        ProgrammeStep step = changeable();
        String id = step.item().id();
        Movement movement = step.movement();
        String easier = Objects.requireNonNull(movement.easier());
        HomeSet set = new HomeSet(HomeSets.of(USUAL), null, 0.1);
        HomeSets sets = new HomeSets(ProgrammeFixture.PROGRAMMES.rules());
        assertThat(set.choices()).extracting(HomeSet.Choice::movement).contains(id);
        Programme applied = sets.applied(USUAL, set, Map.of(id, new Change(easier, false, PAIN)));
        assertThat(movements(applied)).contains(easier).doesNotContain(id);
        assertThat(kinds(applied)).contains(Kind.INSTRUCTOR_EASIER);
        assertThat(movements(sets.applied(USUAL, set, Map.of()))).contains(id);
    }
}
