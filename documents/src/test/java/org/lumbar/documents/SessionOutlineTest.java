package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.knowledge.ExerciseSession;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;
import org.lumbar.documents.PeopleFixtures.Shown;

/** What of a session is left for one person. */
class SessionOutlineTest {

    private static final ExerciseRules.Day RESTS = ExerciseRules.of(KNOWLEDGE).day();

    static Stream<Shown> people() {
        return PeopleFixtures.everyPlan()
                .filter(shown -> shown.plan().request().language() == Language.EN
                        && shown.plan().request().standard() == Standard.COMPREHENSIVE);
    }

    static List<ExerciseSession> sessions() {
        return KNOWLEDGE.sessions().stream()
                .filter(ExerciseSession.class::isInstance)
                .map(ExerciseSession.class::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("people")
    void holdsOnlyWhatThePlanOffersAndLosesNothing(Shown shown) {
        Map<String, Status> judged = shown.plan().recommendations().stream()
                .collect(Collectors.toMap(one -> one.item().id(), one -> one.status()));
        for (ExerciseSession session : sessions()) {
            SessionOutline outline = SessionOutline.of(session, shown.plan(), RESTS);
            List<String> seen = new ArrayList<>();
            for (SessionOutline.Exercise exercise : outline.exercises()) {
                for (SessionOutline.Part part : exercise.parts()) {
                    seen.add(part.movement().id());
                    assertThat(judged.get(part.movement().id()))
                            .as(session.id() + " " + part.movement().id())
                            .isIn(Status.RECOMMENDED, Status.OPTIONAL);
                }
            }
            outline.leftOut()
                    .forEach(one -> seen.add(one.recommendation().item().id()));
            assertThat(seen)
                    .containsExactlyInAnyOrderElementsOf(session.steps().stream()
                            .map(ExerciseSession.Step::movement)
                            .toList());
        }
    }

    @Test
    void isEmptyInAnEmergency() {
        TreatmentPlan plan = people().filter(shown -> shown.name().equals("emergency"))
                .findFirst()
                .orElseThrow()
                .plan();
        for (ExerciseSession session : sessions()) {
            assertThat(SessionOutline.of(session, plan, RESTS).exercises()).isEmpty();
        }
    }

    @Test
    void ofAGroupHoldsWhatAnyOfThemDoesInOrder() {
        List<TreatmentPlan> plans = people().map(Shown::plan).toList();
        for (ExerciseSession session : sessions()) {
            List<SessionOutline> each = plans.stream()
                    .map(plan -> SessionOutline.of(session, plan, RESTS))
                    .toList();
            Set<SessionOutline.Exercise> wanted =
                    each.stream().flatMap(one -> one.exercises().stream()).collect(Collectors.toSet());
            List<SessionOutline.Exercise> together =
                    SessionOutline.together(session, each).exercises();
            assertThat(together).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(wanted);
            for (SessionOutline one : each) {
                if (one.exercises().isEmpty()) {
                    continue;
                }
                assertThat(together).as(session.id()).containsSubsequence(one.exercises());
            }
        }
    }

    @Test
    void joinsMovementsThatAreDoneInTurn() {
        ExerciseSession breathing = sessions().stream()
                .filter(one -> one.id().equals("breathing"))
                .findFirst()
                .orElseThrow();
        TreatmentPlan plan = people().filter(shown -> shown.name().equals("acute-lumbago"))
                .findFirst()
                .orElseThrow()
                .plan();
        SessionOutline.Exercise last =
                SessionOutline.of(breathing, plan, RESTS).exercises().getLast();
        assertThat(last.parts()).hasSize(2);
        assertThat(last.repetitions()).isEqualTo(30);
        assertThat(last.seconds()).isEqualTo(10);
    }
}
