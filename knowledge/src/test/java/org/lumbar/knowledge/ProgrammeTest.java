package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.exercise.Load;
import org.lumbar.core.exercise.Note;
import org.lumbar.core.exercise.Note.Kind;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.Programme.Omission;
import org.lumbar.core.exercise.ProgrammeHistory;
import org.lumbar.core.exercise.ProgrammeRequest;
import org.lumbar.core.exercise.ProgrammeRequest.Times;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.exercise.ProgrammeStep;
import org.lumbar.core.exercise.ProgrammeStep.Role;
import org.lumbar.core.knowledge.ProgrammeTemplate;
import org.lumbar.core.knowledge.ProgrammeTemplate.DayPart;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.knowledge.ProgrammeTemplate.Use;
import org.lumbar.core.text.LocalizedText;

/** Programmes of the real content for people whom one can picture. */
class ProgrammeTest {

    private static final Patients ACUTE = Patients.withAcutePain().present("low-back-pain");
    private static final Patients CHRONIC =
            ACUTE.measured("symptom-days", 400).measured("pain-nrs", 4).present("supervised-start-done");
    private static final Patients SUBACUTE =
            ACUTE.measured("symptom-days", 56).measured("pain-nrs", 4).present("supervised-start-done");

    private static Programme first(Patients patient, ProgrammeRequest request) {
        return ProgrammeFixture.PROGRAMMES.first(ProgrammeFixture.plan(patient), request);
    }

    private static Programme withLoad(Patients patient, ProgrammeRequest request, Load load) {
        return ProgrammeFixture.PROGRAMMES.next(
                ProgrammeFixture.plan(patient),
                request,
                new ProgrammeHistory(load, request.start().minusDays(1), List.of()));
    }

    private static List<Kind> kinds(Programme programme) {
        return programme.notes().stream().map(Note::kind).toList();
    }

    private static List<String> movements(ProgrammeSession session, Role role) {
        return session.steps().stream()
                .filter(step -> step.role() == role)
                .map(step -> step.item().id())
                .toList();
    }

    private static ProgrammeSession main(Programme programme) {
        return programme.sessions().stream()
                .filter(session -> session.use() == Use.MAIN)
                .findFirst()
                .orElseThrow();
    }

    private static Omission omission(Programme programme, String movement) {
        return programme.omitted().stream()
                .filter(one -> one.movement().equals(movement))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void acutePainIsShortBoutsOfHalfTheDose(Setting setting) {
        Programme programme = first(ACUTE, ProgrammeFixture.request(setting, 1));
        assertThat(programme.days())
                .allSatisfy(day -> assertThat(day.sessions()).hasSize(3));
        assertThat(programme.sessions())
                .allSatisfy(session -> assertThat(session.minutes()).isBetween(4, 10));
        ProgrammeSession move = programme.sessions().get(0);
        assertThat(movements(move, Role.MAIN)).containsExactly("shoulder-circles", "pelvic-pendulum", "knee-drops");
        assertThat(move.steps().get(3).repetitions()).isEqualTo(5);
        assertThat(movements(programme.sessions().get(1), Role.OPENING)).containsExactly("walk-slow");
        assertThat(movements(programme.sessions().get(2), Role.CLOSING)).endsWith("supine-relaxation");
        assertThat(kinds(programme)).contains(Kind.ACUTE_DOSE);
    }

    @Test
    void aHomeProgrammeIsSmallWithRestDays() {
        Programme programme = first(CHRONIC, ProgrammeFixture.request(Setting.HOME, 4));
        assertThat(programme.template().id()).isEqualTo("home-chronic");
        assertThat(programme.sessions().stream()
                        .filter(session -> session.use() == Use.MAIN)
                        .map(session -> session.date().toEpochDay() - Patients.TODAY.toEpochDay())
                        .limit(4))
                .containsExactly(0L, 3L, 5L, 7L);
        ProgrammeSession session = main(programme);
        assertThat(movements(session, Role.MAIN)).hasSizeBetween(2, 4);
        assertThat(movements(session, Role.CLOSING)).contains("full-breath-inhale", "full-breath-exhale");
        assertThat(session.minutes()).isBetween(12, 15);
        assertThat(kinds(programme)).contains(Kind.SMALL_SET, Kind.ROTATES, Kind.WALKING, Kind.PAIN_GUIDE);
        Set<List<String>> sets = new HashSet<>();
        programme.sessions().stream()
                .filter(one -> one.use() == Use.MAIN)
                .forEach(one -> sets.add(movements(one, Role.MAIN)));
        assertThat(sets).hasSize(2);
    }

    @Test
    void everyUsualSessionEndsWithFiveMinutesOfBreathing() {
        for (Setting setting : Setting.values()) {
            for (Patients patient : List.of(CHRONIC, SUBACUTE)) {
                first(patient, ProgrammeFixture.request(setting, 2)).sessions().stream()
                        .filter(session -> session.use() != Use.WALK)
                        .forEach(session -> assertThat(session.steps().stream()
                                        .filter(step ->
                                                step.movement().section().equals("breathing"))
                                        .mapToDouble(ProgrammeStep::work)
                                        .sum())
                                .as(session.id())
                                .isGreaterThanOrEqualTo(300));
            }
        }
    }

    @Test
    void theSanatoriumWorksAllPartsOfTheBodyOverTheDay() {
        Programme programme = first(CHRONIC, ProgrammeFixture.request(Setting.SANATORIUM, 2));
        assertThat(programme.days().get(0).sessions())
                .extracting(ProgrammeSession::part)
                .containsExactly(DayPart.MORNING, DayPart.DAY, DayPart.EVENING);
        Set<String> regions = new HashSet<>();
        programme
                .days()
                .get(0)
                .sessions()
                .forEach(session -> session.steps()
                        .forEach(step -> regions.addAll(step.movement().regions())));
        assertThat(regions).contains("neck", "shoulders", "arms", "chest", "lumbar", "pelvis", "hips", "legs");
        assertThat(programme.days().get(0).sessions().get(2).steps())
                .extracting(step -> step.movement().section())
                .endsWith("breathing", "relaxation");
        assertThat(programme.sessions())
                .allSatisfy(session -> assertThat(session.supervised()).isTrue());
        assertThat(programme.sessions())
                .allSatisfy(session -> assertThat(session.minutes()).isBetween(8, 20));
    }

    @Test
    void dayTimeSessionsReachFortyMinutesForThoseWhoAreUsedToIt() {
        ProgrammeRequest request = new ProgrammeRequest(
                Patients.TODAY,
                1,
                Setting.SANATORIUM,
                null,
                Map.of(),
                null,
                ProgrammeFixture.TIMES,
                Set.of(),
                Set.of(),
                5,
                40,
                false,
                false);
        assertThat(main(first(CHRONIC, request)).minutes()).isBetween(30, 40);
        assertThat(main(first(SUBACUTE, request)).minutes()).isBetween(20, 30);
    }

    @Test
    void theSameMovementsComeInTurnFromTimeToTime() {
        Programme programme = first(CHRONIC, ProgrammeFixture.request(Setting.SUPERVISED, 4));
        List<List<String>> complexes = new ArrayList<>();
        programme.sessions().stream()
                .filter(session -> session.use() == Use.MAIN)
                .forEach(session -> complexes.add(movements(session, Role.MAIN)));
        assertThat(programme.sessions().stream()
                        .filter(session -> session.use() == Use.MAIN)
                        .map(session -> session.scripts().get(0).id())
                        .limit(5))
                .containsExactly("complex-1", "complex-2", "complex-3", "complex-4", "complex-1");
        assertThat(complexes.get(5)).isNotEqualTo(complexes.get(1));
    }

    @Test
    void aloneOnlyWhatNeedsNoInstructor() {
        Patients novice = CHRONIC.absent("supervised-start-done");
        Programme programme = first(novice, ProgrammeFixture.notYetAlone(Setting.HOME, 4));
        assertThat(programme.alone()).isFalse();
        assertThat(kinds(programme)).contains(Kind.FIRST_SESSIONS_SUPERVISED, Kind.LOW_LOAD_ALONE);
        Omission leg = omission(programme, "leg-abduction");
        assertThat(leg.why().kind()).isEqualTo(Kind.NEEDS_INSTRUCTOR);
        assertThat(leg.substitute()).isEqualTo("bent-knee-hip-circles");
        assertThat(programme.sessions().stream().flatMap(session -> session.steps().stream()))
                .filteredOn(step -> step.item().id().equals("bent-knee-hip-circles"))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.insteadOf()).isEqualTo("leg-abduction"));
        assertThat(first(novice, ProgrammeFixture.request(Setting.HOME, 1)).alone())
                .as("after five correct sessions")
                .isTrue();
    }

    @Test
    void whatThePlanWithholdsIsReplacedAndExplained() {
        Programme programme = first(
                CHRONIC.present("knee-or-hip-osteoarthritis-severe", "hip-replacement-recent"),
                ProgrammeFixture.request(Setting.HOME, 4));
        Omission squat = omission(programme, "supported-squat");
        assertThat(squat.why().kind()).isEqualTo(Kind.PLAN_SAYS_NO);
        assertThat(squat.reasons())
                .isNotEmpty()
                .anySatisfy(reason -> assertThat(reason.findings()).contains("hip-replacement-recent"));
        assertThat(squat.substitute()).isEqualTo("pelvis-backward-push");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rf-ces-saddle", "rf-ces-bladder"})
    void anEmergencyLeavesNoProgramme(String flag) {
        for (Setting setting : Setting.values()) {
            Programme programme = first(CHRONIC.present(flag), ProgrammeFixture.request(setting, 4));
            assertThat(programme.days()).isEmpty();
            assertThat(programme.stops()).isNotEmpty();
        }
    }

    @Test
    void anUnknownPersonGetsNoProgramme() {
        Programme programme = first(Patients.unknownToUs(), ProgrammeFixture.request(Setting.HOME, 4));
        assertThat(programme.days()).isEmpty();
        assertThat(kinds(programme)).containsExactly(Kind.PHASE_UNKNOWN);
    }

    @Test
    void yogaComesTwiceADayForAtLeastAMonth() {
        Programme programme = first(CHRONIC, ProgrammeFixture.yoga(Setting.HOME, 5));
        assertThat(programme.days())
                .allSatisfy(day -> assertThat(day.sessions().stream().filter(session -> session.use() == Use.YOGA))
                        .hasSize(2));
        assertThat(programme.sessions()).noneMatch(session -> session.use() == Use.MAIN);
        assertThat(kinds(programme)).contains(Kind.YOGA_MONTH, Kind.YOGA_REVIEW);
        assertThat(kinds(first(SUBACUTE, ProgrammeFixture.yoga(Setting.HOME, 5))))
                .contains(Kind.YOGA_LATER);
    }

    @Test
    void manyExercisesAtHomeAreQuestioned() {
        assertThat(kinds(first(CHRONIC, ProgrammeFixture.yoga(Setting.HOME, 1))))
                .containsAnyOf(Kind.MANY_EXERCISES, Kind.TOO_MANY_EXERCISES)
                .doesNotContain(Kind.SMALL_SET);
    }

    @Test
    void aBeginnerStartsWithFiveMinutes() {
        Programme programme = first(CHRONIC, ProgrammeFixture.beginner(Setting.HOME, 1));
        assertThat(main(programme).minutes()).isLessThanOrEqualTo(5);
        assertThat(movements(main(programme), Role.MAIN)).isNotEmpty();
    }

    @Test
    void sessionsWaitTwoHoursAfterRising() {
        ProgrammeRequest base = ProgrammeFixture.request(Setting.HOME, 1);
        Times early = new Times(LocalTime.of(6, 0), LocalTime.of(6, 30), LocalTime.of(7, 0), LocalTime.of(19, 0));
        Programme programme = first(CHRONIC, at(base, early));
        assertThat(main(programme).at()).isEqualTo(LocalTime.of(8, 0));
        assertThat(kinds(programme)).contains(Kind.MOVED_AFTER_RISING);
    }

    private static ProgrammeRequest at(ProgrammeRequest base, Times times) {
        return new ProgrammeRequest(
                base.start(),
                base.weeks(),
                base.setting(),
                base.equipment(),
                base.minutes(),
                base.sessionsAWeek(),
                times,
                base.disliked(),
                base.chosen(),
                base.correctSessions(),
                base.accustomedMinutes(),
                base.beginner(),
                base.yoga());
    }

    /** Snook 1998: nothing that stands in the morning bends the low back to its limit or under load. */
    @Test
    void morningsSpareTheLowBack() {
        for (ProgrammeTemplate template : ProgrammeFixture.KNOWLEDGE.programmes()) {
            template.parts().stream()
                    .filter(part -> part.at() == DayPart.MORNING)
                    .flatMap(part -> part.sessions().stream())
                    .flatMap(List::stream)
                    .forEach(id -> assertThat(loads(id))
                            .as(id)
                            .allSatisfy(load -> assertThat(load).isLessThanOrEqualTo(2)));
        }
    }

    private static List<Integer> loads(String session) {
        List<Integer> loads = new ArrayList<>();
        ProgrammeFixture.KNOWLEDGE.sessions().stream()
                .filter(one -> one.id().equals(session))
                .map(org.lumbar.core.knowledge.ExerciseSession.class::cast)
                .flatMap(one -> one.steps().stream())
                .forEach(step -> ProgrammeFixture.KNOWLEDGE.items().stream()
                        .filter(item -> item.id().equals(step.movement()) && item.movement() != null)
                        .forEach(item -> loads.add(item.movement().load())));
        return loads;
    }

    /** One step up lengthens the main part by a tenth at most, and each movement by a repetition or a tenth. */
    @ParameterizedTest
    @ValueSource(doubles = {1.0, 1.1, 1.21, 1.331, 1.4641, 1.61051, 1.771561})
    void oneStepUpIsSmall(double share) {
        ProgrammeRequest request = ProgrammeFixture.request(Setting.HOME, 1);
        ProgrammeSession before = main(withLoad(CHRONIC, request, new Load(share, 3, 10, 3, Map.of(), 1)));
        ProgrammeSession after = main(withLoad(CHRONIC, request, new Load(share * 1.1, 3, 10, 3, Map.of(), 2)));
        assertThat(after.seconds()).isGreaterThanOrEqualTo(before.seconds() * 0.95);
        for (ProgrammeStep later : after.steps()) {
            before.steps().stream()
                    .filter(earlier -> earlier.item().equals(later.item()))
                    .forEach(earlier -> assertThat(all(later))
                            .as("%s from %d", later.item().id(), all(earlier))
                            .isLessThanOrEqualTo((int) Math.ceil(all(earlier) * 1.1) + 1));
        }
    }

    private static int all(ProgrammeStep step) {
        return Math.max(1, step.repetitions()) * step.sets();
    }

    @Test
    void aCutTakesRepetitionsOff() {
        ProgrammeRequest request = ProgrammeFixture.request(Setting.HOME, 1);
        ProgrammeSession full = main(withLoad(CHRONIC, request, new Load(1, 3, 10, 3, Map.of(), 1)));
        ProgrammeSession cut = main(withLoad(CHRONIC, request, new Load(0.5, 3, 10, 3, Map.of(), 1)));
        assertThat(cut.seconds()).isLessThanOrEqualTo(full.seconds() * 0.6);
    }

    @Test
    void everyTemplateKeepsThePhasesNumberOfSessions() {
        ExerciseRules rules = ProgrammeFixture.PROGRAMMES.rules();
        for (ProgrammeTemplate template : ProgrammeFixture.KNOWLEDGE.programmes()) {
            if (template.phases().contains("subacute")) {
                assertThat((double) template.sessionsAWeek())
                        .isBetween(
                                rules.subacute().sessionsAWeek().least(),
                                rules.subacute().sessionsAWeek().most());
            }
            if (template.phases().contains("chronic")) {
                assertThat((double) template.sessionsAWeek())
                        .isBetween(
                                rules.chronic().sessionsAWeek().least(),
                                rules.chronic().sessionsAWeek().most());
            }
        }
    }

    /** Whoever has a phase has a template for every setting. */
    @Test
    void everyPhaseAndSettingHasItsTemplate() {
        ProgrammeFixture.KNOWLEDGE.phases().forEach(phase -> {
            for (Setting setting : Setting.values()) {
                assertThat(ProgrammeFixture.KNOWLEDGE.programmes())
                        .as("%s in %s", phase.id(), setting)
                        .anyMatch(one -> one.phases().contains(phase.id())
                                && one.settings().contains(setting));
            }
        });
    }

    @Test
    void everyNoteHasWordsAndARule() {
        for (Kind kind : Kind.values()) {
            LocalizedText text = ProgrammeFixture.KNOWLEDGE.text(kind.text());
            assertThat(text.en()).isNotBlank();
            assertThat(ProgrammeFixture.KNOWLEDGE.items())
                    .as(kind.source())
                    .anyMatch(item -> item.id().equals(kind.source()));
        }
    }

    @Test
    void aMovementThatDoesNotExistIsAnError() {
        ProgrammeRequest base = ProgrammeFixture.request(Setting.HOME, 1);
        ProgrammeRequest wrong = new ProgrammeRequest(
                base.start(),
                1,
                Setting.HOME,
                null,
                Map.of(),
                null,
                base.times(),
                Set.of("handstand"),
                Set.of(),
                0,
                null,
                false,
                false);
        assertThatThrownBy(() -> first(CHRONIC, wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("handstand");
    }
}
